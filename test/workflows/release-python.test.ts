import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { ownTokens, prepareRunner, runWorkflow, type WorkflowRun } from '../support/act.ts';
import { dist } from '../support/bundle.ts';
import { personalToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { helmPath } from '../support/helm.ts';
import { imageBuilder } from '../support/image-builder.ts';
import { contentOf } from '../support/image-files.ts';
import { tokensOfJobs } from '../support/job-tokens.ts';
import type { Files } from '../support/repository.ts';
import { offlineBuilds } from '../support/python-projects.ts';

const patience = 180_000;
const version = '1.1.0';
const project = join(dist, '../action-examples/ignition-driver');

/** Two lines, and what is special about the project. */
const caller = (image: string) => `
on:
  push: { tags: ['[0-9]*'] }
  workflow_dispatch: { inputs: { tag: { required: true }, mode: { default: apply } } }
permissions: {}
jobs:
  release:
    permissions: { attestations: write, contents: write, id-token: write, packages: write }
    uses: org/release-actions/.github/workflows/release-python.yml@v1
    with:
      tag: \${{ inputs.tag }}
      versions: |
        demo_driver/pkg_info.json: { version: {pep440} }
        helm/demo-driver/values.yaml: { docker.version: {pep440} }
        helm/demo-driver/Chart.yaml: { version: {version}, appVersion: {pep440} }
      docs: docs
      docs-name: demo-driver
      chart: helm/demo-driver
      image: ${image}
      wheels: docker/whls
      attach-image: true
      mode: \${{ inputs.mode || 'apply' }}
`;

/** The files with a version, which is that of a release. */
async function versioned(wanted: string): Promise<Files> {
  const paths = ['demo_driver/pkg_info.json', 'helm/demo-driver/values.yaml', 'helm/demo-driver/Chart.yaml'];
  const texts = paths.map(async (path) => {
    const text = await readFile(join(project, path), 'utf8');
    return [path, text.replaceAll(/1\.1\.0[-.]dev\.?0/g, wanted)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

type World = { readonly repository: ScratchGitHub; readonly registry: Registry; readonly run: Run };
type Run = (options?: Partial<WorkflowRun>) => ReturnType<typeof runWorkflow>;

let world: World;
let attested: string;

beforeAll(async () => {
  await prepareRunner();
  const tokens = [...(await tokensOfJobs('release-python.yml')), personalToken];
  const repository = await scratchGitHub({}, { tokens });
  await cp(project, repository.folder, { recursive: true });
  const registry = await startRegistry();
  const image = `${registry.host}/org/demo-driver`;
  await repository.commit('Release 1.1.0', await versioned(version));
  await repository.push();
  await repository.pushTag('1.1.0');
  const kept = await mkdtemp(join(tmpdir(), 'kept-'));
  attested = join(kept, 'attested');
  const env = {
    ...(await offlineBuilds()),
    ...(await imageBuilder(registry, { python: '3.12-slim', path: await helmPath() })),
    ATTESTED: attested,
    ARTIFACTS: join(kept, 'artifacts'),
    GITHUB_API_URL: repository.github.url,
    GITHUB_GRAPHQL_URL: `${repository.github.url}/graphql`,
    RELEASE_ACTIONS_PACE: '0.2',
  };
  const run: Run = (options) =>
    runWorkflow({
      workflow: caller(image),
      event: 'push',
      payload: { ref: 'refs/tags/1.1.0' },
      repository,
      token: ownTokens,
      env,
      ...options,
    });
  world = { repository, registry, run };
}, 600_000);

afterAll(async () => {
  await world.registry[Symbol.asyncDispose]();
  await world.repository[Symbol.asyncDispose]();
});

const files = [
  'SHA256SUMS',
  `demo-driver-${version}-docs.tgz`,
  `demo-driver-${version}-image.tar`,
  `demo-driver-${version}.tgz`,
  `demo_driver-${version}-py3-none-any.whl`,
];

type Asset = { readonly name: string; readonly url: string; readonly digest: string };
type Release = { readonly tag_name: string; readonly draft: boolean; readonly assets: readonly Asset[] };

async function releases(): Promise<readonly Release[]> {
  return (await world.repository.ask('GET …/releases', { token: personalToken.token })).body as readonly Release[];
}

/** What was written into the registry, as `staging/demo-driver` or `demo-driver`. */
const pushed = () =>
  world.registry.requests.flatMap(({ method, path, status }) =>
    method === 'PUT' && status === 201 ? (/^\/v2\/org\/(.+)\/manifests\//.exec(path)?.[1] ?? []) : [],
  );

describe('release-python.yml', () => {
  it(
    'releases what was built, and everything built has an attestation, also when the job that publishes failed at first',
    async () => {
      const { repository, registry, run } = world;
      registry.fault = ({ method, path }) =>
        method === 'PUT' && path.startsWith('/v2/org/demo-driver/') ? { status: 403 } : undefined;
      const failed = await run();
      expect(failed.jobs).toMatchObject({ build: 'success', stage: 'success', attest: 'success', publish: 'failure' });
      expect([await releases(), pushed()]).toEqual([[], ['staging/demo-driver']]);

      registry.fault = undefined;
      const { jobs, outputs, log } = await run({ again: { jobs: ['publish'], after: failed } });
      expect({ jobs, log }).toMatchObject({ jobs: { publish: 'success', release: 'success' } });
      const [release, ...others] = await releases();
      expect([others, release?.tag_name, release?.draft]).toEqual([[], version, false]);
      const assets = (release?.assets ?? []).toSorted((one, other) => (one.name < other.name ? -1 : 1));
      expect(assets.map(({ name }) => name)).toEqual(files);
      expect(pushed()).toEqual(['staging/demo-driver', 'demo-driver']);
      const { tags } = registry.repository('org/demo-driver');
      const image = `${registry.host}/org/demo-driver`;
      expect(outputs['release']).toMatchObject({
        tag: version,
        version,
        wheel: files.at(-1),
        files: 'python-files',
        image: `${image}:${version}@${tags[version]}`,
        url: `${repository.github.git.url}/org/project/releases/tag/${version}`,
        starts: 'false',
      });

      const built = assets.filter(({ name }) => name !== 'SHA256SUMS').map(({ name, digest }) => `${digest} ${name}`);
      const lines = (await readFile(attested, 'utf8')).trim().split('\n');
      expect(lines.toSorted()).toEqual([...built, `${tags[version]} ${image}`].toSorted());

      const asset = assets.find(({ name }) => name.endsWith('-image.tar'));
      const headers = { accept: 'application/octet-stream', authorization: `Bearer ${personalToken.token}` };
      await writeFile(`${attested}.tar`, Buffer.from(await (await fetch(asset?.url ?? '', { headers })).arrayBuffer()));
      expect(await contentOf(`${attested}.tar`)).toEqual({
        names: [`${image}:${version}`],
        installed: [`demo_driver-${version}`],
      });
    },
    patience,
  );

  it(
    'compares the release with its source, and writes nothing',
    async () => {
      const before = [await releases(), pushed()];
      const { jobs, log } = await dispatched({ mode: 'check' });
      expect({ jobs, log }).toMatchObject({ jobs: { stage: 'success', attest: 'skipped', publish: 'success' } });
      expect([await releases(), pushed()]).toEqual(before);
    },
    patience,
  );

  it(
    'rehearses the release of another tag, and writes nothing',
    async () => {
      await world.repository.commit('Release 1.2.0', await versioned('1.2.0'));
      await world.repository.push();
      await world.repository.pushTag('1.2.0');
      const before = [await releases(), pushed(), await readFile(attested, 'utf8')];
      const { jobs, log } = await dispatched({ tag: '1.2.0', mode: 'local' });
      expect({ jobs, log }).toMatchObject({ jobs: { stage: 'success', attest: 'skipped', publish: 'success' } });
      expect([await releases(), pushed(), await readFile(attested, 'utf8')]).toEqual(before);
    },
    patience,
  );

  it('stops before anything is built if a file has another version, or the mode is none of its modes', async () => {
    await world.repository.pushTag('1.3.0');
    const differs = await dispatched({ tag: '1.3.0' });
    expect(differs.jobs).toMatchObject({ check: 'failure' });
    expect(differs.log).toContain('demo_driver/pkg_info.json:2 has version 1.2.0, not 1.3.0.');
    const typo = await dispatched({ mode: 'dry-run' });
    expect(typo.log).toContain("Input mode is 'dry-run': give apply, local or check.");
    expect([differs, typo].map(({ jobs }) => jobs['build'])).toEqual(['skipped', 'skipped']);
  });
});

function dispatched({ tag = version, mode = 'apply' }: { readonly tag?: string; readonly mode?: string }) {
  const payload = { ref: 'refs/heads/main', inputs: { tag, mode } };
  return world.run({ event: 'workflow_dispatch', payload });
}
