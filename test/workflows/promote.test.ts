import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallingRepository } from '../support/calling-repository.ts';
import { addImage } from '../support/registry.ts';

const patience = 120_000;

const caller = (registry: string) => `
on:
  workflow_dispatch: { inputs: { tag: { required: true }, mode: { default: apply } } }
permissions: {}
jobs:
  production:
    permissions: { packages: write }
    uses: org/release-actions/.github/workflows/promote.yml@v1
    with:
      from: ${registry}/org/staging
      images: app
      tag: \${{ inputs.tag }}
      to: ${registry}/org/production
      staging-username: \${{ github.actor }}
      mode: \${{ inputs.mode }}
`;

let calling: CallingRepository;
let digest: string;

beforeAll(async () => {
  calling = await CallingRepository.open('promote.yml', ({ registry }) => caller(registry.host));
  ({ digest } = await addImage(calling.registry, 'org/staging/app', { tag: 'v0.2.0' }));
}, 600_000);

afterAll(() => calling[Symbol.asyncDispose]());

describe('promote.yml', () => {
  it.each(['local', 'dry-run'])(
    'shows with mode: %s what would be promoted, and copies nothing',
    async (mode) => {
      const { jobs, outputs } = await calling.dispatched({ tag: 'v0.2.0', mode });
      expect(jobs).toMatchObject({ promote: 'success', prove: 'skipped' });
      expect(outputs['production']?.['copied']).toBe(`${calling.registry.host}/org/production/app:v0.2.0`);
      expect(calling.images()).toEqual([]);
    },
    patience,
  );

  it(
    'is red with mode: check as long as nothing is promoted',
    async () => {
      const { jobs, log } = await calling.dispatched({ tag: 'v0.2.0', mode: 'check' });
      expect(jobs).toMatchObject({ prove: 'failure' });
      expect(log).toContain('org/production/app:v0.2.0');
      expect(calling.images()).toEqual([]);
    },
    patience,
  );

  it(
    'copies the images, and proves it, also when the first copy failed',
    async () => {
      const { registry } = calling;
      registry.fault = ({ method, path }) =>
        method === 'PUT' && path.startsWith('/v2/org/production/') ? { status: 403 } : undefined;
      const failed = await calling.dispatched({ tag: 'v0.2.0', mode: 'apply' });
      expect(failed.jobs).toMatchObject({ promote: 'failure' });

      registry.fault = undefined;
      const again = { jobs: ['promote', 'prove'], after: failed };
      const { jobs, outputs, log } = await calling.dispatched({ tag: 'v0.2.0', mode: 'apply' }, again);
      expect({ jobs, log }).toMatchObject({ jobs: { promote: 'success', prove: 'success' } });
      expect(JSON.parse(outputs['production']?.['images'] ?? '')).toMatchObject([
        { name: 'app', tag: 'v0.2.0', digest },
      ]);
      expect(registry.repository('org/production/app').tags).toEqual({ 'v0.2.0': digest });

      const proven = await calling.dispatched({ tag: 'v0.2.0', mode: 'check' });
      expect(proven.jobs).toMatchObject({ prove: 'success' });
    },
    patience,
  );
});
