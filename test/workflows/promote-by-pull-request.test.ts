import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRepository, originOf } from '../examples/other-repositories.ts';
import { promote } from '../examples/promoter.ts';
import { bot } from '../examples/tokens.ts';
import type { StepOutcome } from '../support/engine.ts';
import { CallingRepository } from '../support/calling-repository.ts';
import { personalToken } from '../support/github.ts';
import { upstream } from '../support/list-proposals.ts';
import { addApp, list, listText, manifest, manifestText, old } from '../support/promotion-world.ts';

const patience = 120_000;
const regions = ['asia/images', 'eu/images'];

const caller = (registry: string) => `
on:
  workflow_dispatch: { inputs: { tag: { required: true }, mode: { default: apply }, wait: { default: '' } } }
permissions: {}
jobs:
  production:
    permissions: { packages: write }
    uses: org/release-actions/.github/workflows/promote.yml@v1
    with:
      via: pull-request
      from: ${registry}/staging
      images: app
      tag: \${{ inputs.tag }}
      platforms: linux/amd64,linux/arm64
      fork: ${bot.login}/k8s.io
      proof-wait: \${{ inputs.wait }}
      mode: \${{ inputs.mode }}
    secrets:
      PROMOTION_TOKEN: \${{ secrets.PROMOTION_TOKEN }}
`;

let calling: CallingRepository;
let digest: string;

const git = (...args: string[]) => calling.repository.git('--git-dir', originOf(calling.repository, upstream), ...args);
const pulls = async () =>
  (await calling.repository.ask(`GET /repos/${upstream}/pulls?state=all`, { token: personalToken.token }))
    .body as readonly { readonly number: number; readonly title: string; readonly merged_at: string | null }[];

/** What is promoted, proposed and listed. */
const world = async () => ({
  ...(await calling.world()),
  pulls: (await pulls()).map(({ title }) => title),
  list: await git('show', `main:${list}`),
  fork: await calling.repository.git('--git-dir', originOf(calling.repository, `${bot.login}/k8s.io`), 'for-each-ref'),
});

/** People merge the proposal, and the promoter copies what the list names. */
async function promoted(): Promise<void> {
  const { registry, repository } = calling;
  const [pull] = await pulls();
  await repository.ask(`PUT /repos/${upstream}/pulls/${pull?.number}/merge`, { token: personalToken.token });
  await promote({
    registry,
    isRehearsal: false,
    filesIn: async () => (await git('ls-tree', '-r', '--name-only', 'main')).split('\n'),
    textIn: (_, path) => git('show', `main:${path}`),
  });
}

beforeAll(async () => {
  calling = await CallingRepository.open('promote.yml', ({ registry }) => caller(registry.host), {
    tokens: [bot],
    secrets: { PROMOTION_TOKEN: bot.token },
  });
  const { registry, repository } = calling;
  const places = regions.map((region) => `${registry.host}/${region}`);
  const files = { [list]: listText(old), [manifest]: manifestText(`${registry.host}/staging`, places) };
  await addRepository(repository, upstream, { files });
  ({ digest } = await addApp(registry, 'staging/app', { tag: 'v1.1.0' }));
}, 600_000);

afterAll(() => calling[Symbol.asyncDispose]());

describe('promote.yml by a pull request', () => {
  it(
    'leaves nothing with mode: local',
    async () => {
      const before = await world();
      const { jobs, log } = await calling.dispatched({ tag: 'v1.1.0', mode: 'local' });
      expect({ jobs, log }).toMatchObject({ jobs: { promote: 'success', prove: 'skipped' } });
      expect(log).toContain('Image promotion for staging v1.1.0');
      expect(await world()).toEqual(before);
    },
    patience,
  );

  it(
    'proposes the digest, is killed and run again, and waits until people and the promoter have promoted it',
    async () => {
      const { registry, repository } = calling;
      const killing = new AbortController();
      repository.github.fault = ({ path, body }) => {
        if (path === '/graphql' && JSON.stringify(body).includes('updateRefs')) killing.abort();
        return undefined;
      };
      const killed = await calling.dispatched({ tag: 'v1.1.0', mode: 'apply' }, undefined, { signal: killing.signal });
      expect([killing.signal.aborted, killed.exitCode]).toEqual([true, 1]);
      repository.github.fault = undefined;

      let isProposed = false;
      let merging: Promise<void> | undefined;
      repository.github.fault = ({ path }) => {
        if (isProposed && path.includes('/pulls')) merging ??= promoted(); // the proof waits for it
        return undefined;
      };
      const onStep = ({ name }: StepOutcome) => (isProposed ||= name === 'Promote the images');
      const { jobs, outputs, log } = await calling.dispatched({ tag: 'v1.1.0', mode: 'apply', wait: '1m' }, undefined, {
        onStep,
      });
      repository.github.fault = undefined;
      await merging;
      expect({ jobs, log }).toMatchObject({ jobs: { promote: 'success', prove: 'success' } });
      expect((await pulls()).map(({ title, merged_at: at }) => [title, at !== null])).toEqual([
        ['Image promotion for staging v1.1.0', true],
      ]);
      expect(outputs['production']).toMatchObject({ 'pull-request-number': '1' });
      expect(await git('show', `main:${list}`)).toContain(`"${digest}": ["v1.1.0"]`);
      for (const region of regions) expect(registry.repository(`${region}/app`).tags['v1.1.0']).toBe(digest);

      const after = await world();
      const proven = await calling.dispatched({ tag: 'v1.1.0', mode: 'check' });
      expect(proven.jobs).toMatchObject({ promote: 'skipped', prove: 'success' });
      expect(await world()).toEqual(after);
    },
    patience,
  );
});
