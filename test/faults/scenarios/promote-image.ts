import { type Registry, startRegistry } from '../../../src/embedded/registry/server.ts';
import { addImage, addManifest, ask, type Descriptor, types } from '../../support/registry.ts';
import { annToken, fork, scratchK8sIo, upstream } from '../../support/list-proposals.ts';
import { addChart, manifestText } from '../../support/promotion-world.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { Scenario, Snapshot } from '../scenario.ts';

const accept = `${types.index}, ${types.image}`;
const artifactType = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** An index of two images that share a layer, with a signature. */
async function addSigned(registry: Registry, name: string, tag: string): Promise<Descriptor> {
  const manifests = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => {
      const platform = { os: 'linux', architecture };
      return { ...(await addImage(registry, name, { layers: ['base', architecture], config: platform })), platform };
    }),
  );
  const { mediaType, digest, size } = addManifest(registry, name, {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests },
    tag,
  });
  await addImage(registry, name, {
    layers: ['bundle'],
    fields: { artifactType, subject: { mediaType, digest, size } },
  });
  return { mediaType, digest, size };
}

/** The digest of a tag, and what is there of what it names. */
async function stateOf(registry: Registry, name: string, tag: string): Promise<Snapshot> {
  const { status, headers, text } = await ask(registry, `GET /v2/${name}/manifests/${tag}`, { headers: { accept } });
  if (status !== 200) return {};
  const digest = headers.get('docker-content-digest') ?? '';
  const { manifests } = JSON.parse(text) as { manifests: readonly Descriptor[] };
  const parts = manifests.map(async (one) => (await ask(registry, `HEAD /v2/${name}/manifests/${one.digest}`)).status);
  const listed = JSON.parse((await ask(registry, `GET /v2/${name}/referrers/${digest}`)).text) as {
    manifests: readonly Descriptor[];
  };
  return { [`${name}:${tag}`]: digest, parts: await Promise.all(parts), referrers: listed.manifests.length };
}

const scenario = (title: string, isMirror: boolean): Scenario => ({
  title,
  async arrange(openGateway) {
    const repo = await scratchRepository({ 'README.md': 'app' });
    const staging = await startRegistry();
    const production = isMirror ? staging : await startRegistry();
    const { digest } = await addSigned(staging, 'staging/app', 'v1');
    const from = new URL(await openGateway(staging.url)).host;
    const to = isMirror ? from : new URL(await openGateway(production.url)).host;
    const whole = { 'org/app:v1': digest, parts: [200, 200], referrers: 1 };
    return {
      checkout: repo,
      inputs: { via: 'copy', from: `${from}/staging`, images: 'app', tag: 'v1', to: `${to}/org` },
      outputs: { images: JSON.stringify([{ name: 'app', tag: 'v1', digest, to: [`${to}/org/app:v1`] }]) },
      snapshot: () => stateOf(production, 'org/app', 'v1'),
      expected: whole,
      violationOf: (sight) =>
        'org/app:v1' in sight && JSON.stringify(sight) !== JSON.stringify(whole)
          ? 'the tag is there, but not everything'
          : undefined,
      async [Symbol.asyncDispose]() {
        await staging[Symbol.asyncDispose]();
        if (!isMirror) await production[Symbol.asyncDispose]();
        await repo[Symbol.asyncDispose]();
      },
    };
  },
});

const list = 'registry.k8s.io/images/k8s-staging-app/images.yaml';
const manifest = 'registry.k8s.io/manifests/k8s-staging-app/promoter-manifest.yaml';
const branch = 'app-v1-image-promotion';

/** An image and a chart for a list of kubernetes/k8s.io, from a fork. */
const proposal: Scenario = {
  title: 'an image and a chart, proposed for an image list',
  async arrange(openGateway) {
    const repo = await scratchK8sIo();
    const [staging, production] = [await startRegistry(), await startRegistry({ like: 'registry.k8s.io' })];
    const image = await addSigned(staging, 'staging/app', 'v1');
    const chart = await addChart(staging, 'staging/charts/app', '1');
    const [from, to] = [new URL(await openGateway(staging.url)).host, new URL(await openGateway(production.url)).host];
    await repo.commit('Add a list', {
      [list]: '# No images yet\n',
      [manifest]: manifestText(`${from}/staging`, [`${to}/eu`]),
    });
    await repo.push();
    const origin = repo.scratch.origin.replace(upstream, fork);
    const textOf = (ref: string) => repo.git('--git-dir', origin, 'show', `${ref}:${list}`).catch(() => '');
    const entry = (name: string, digest: string, tag: string) =>
      `- name: ${name}\n  dmap:\n    "${digest}": ["${tag}"]`;
    const pulls = () =>
      [...repo.github.repository(upstream).issues.values()].map(({ title, state }) => ({ title, state }));
    const title = 'Image promotion for app v1 / 1';
    const images = [
      { name: 'app', tag: 'v1', digest: image.digest },
      { name: 'charts/app', tag: '1', digest: chart.digest },
    ];
    return {
      checkout: repo,
      inputs: {
        via: 'pull-request',
        token: annToken.token,
        from: `${from}/staging`,
        project: 'app',
        images: 'app\ncharts/app=1',
        tag: 'v1',
        fork,
      },
      env: {
        GITHUB_SERVER_URL: await openGateway(repo.github.git.url),
        GITHUB_API_URL: await openGateway(repo.github.url),
        GITHUB_REF: 'refs/tags/v1',
        GITHUB_SHA: '5'.repeat(40),
      },
      outputs: { images: JSON.stringify(images) },
      snapshot: async () => ({ list: await textOf(branch), main: await textOf('main'), pulls: pulls() }),
      expected: {
        list: [entry('app', image.digest, 'v1'), entry('charts/app', chart.digest, '1')].join('\n'),
        main: '',
        pulls: [{ title, state: 'open' }],
      },
      violationOf: () => (pulls().length > 1 ? 'there are two pull requests' : undefined),
      async [Symbol.asyncDispose]() {
        await staging[Symbol.asyncDispose]();
        await production[Symbol.asyncDispose]();
        await repo[Symbol.asyncDispose]();
      },
    };
  },
};

export const scenarios: readonly Scenario[] = [
  scenario('a signed image for two platforms, to another registry', false),
  scenario('a signed image for two platforms, within a registry', true),
  proposal,
];
