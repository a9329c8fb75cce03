import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import type { ScratchGitHub, ScratchGitHubOptions } from './github.ts';
import { annToken, fork, scratchK8sIo } from './list-proposals.ts';
import type { PerformOptions } from './perform.ts';
import { addImage, addManifest, type Descriptor, sha256, types } from './registry.ts';

export const list = 'registry.k8s.io/images/k8s-staging-app/images.yaml';
export const manifest = 'registry.k8s.io/manifests/k8s-staging-app/promoter-manifest.yaml';
const oldIndex = Buffer.from(
  JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests: [], annotations: {} }),
);
/** The digest of the version that the list has. Only `addOld` puts it into a registry. */
export const old = sha256(oldIndex);

export const addOld = (registry: Registry, name: string): string =>
  registry.addManifest(name, oldIndex, { mediaType: types.index, tag: 'v1.0.0' });

/** Registries of staging and production, and kubernetes/k8s.io with a list between them. */
export type PromotionWorld = AsyncDisposable & {
  readonly staging: Registry;
  readonly production: Registry;
  readonly project: ScratchGitHub;
  /** The destinations of the manifest. */
  readonly places: readonly string[];
};

type Options = {
  /** The list. */
  readonly text?: string;
  readonly places?: readonly string[];
  readonly files?: (hosts: {
    readonly from: string;
    readonly to: readonly string[];
  }) => Readonly<Record<string, string>>;
  readonly github?: ScratchGitHubOptions;
};

export const manifestText = (from: string, to: readonly string[]) =>
  [
    'registries:',
    `- name: ${from}`,
    '  src: true',
    ...to.flatMap((place) => [`- name: ${place}`, '  service-account: promoter@example.com']),
    '',
  ].join('\n');

/** A list with one version of the image. */
export const listText = (digest: string) => `- name: app\n  dmap:\n    "${digest}": ["v1.0.0"]\n`;

export async function promotionWorld({
  text = listText(old),
  places = ['asia', 'eu', 'us'],
  files = () => ({}),
  github = {},
}: Options = {}): Promise<PromotionWorld> {
  await using started = new AsyncDisposableStack();
  const staging = started.use(await startRegistry({ settings: { children: true, catalog: false } }));
  const production = started.use(await startRegistry({ like: 'registry.k8s.io' }));
  const [from, to] = [`${staging.host}/staging`, places.map((place) => `${production.host}/${place}/images`)];
  const project = started.use(await scratchK8sIo(github));
  await project.commit('Add the list', { [list]: text, [manifest]: manifestText(from, to), ...files({ from, to }) });
  await project.push();
  const all = started.move();
  return { staging, production, project, places: to, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

export const inputsOf = (
  { staging }: Pick<PromotionWorld, 'staging'>,
  more: Readonly<Record<string, string>> = {},
) => ({
  token: annToken.token,
  via: 'pull-request',
  from: `${staging.host}/staging`,
  images: 'app',
  tag: 'v1.1.0',
  fork,
  ...more,
});

/** What a run gets in which a tag of a commit is released. */
export const released = (
  world: Pick<PromotionWorld, 'staging'>,
  more: Readonly<Record<string, string>> = {},
): PerformOptions => ({
  inputs: inputsOf(world, more),
  env: { GITHUB_REF: `refs/tags/${more['tag'] ?? 'v1.1.0'}`, GITHUB_SHA: '5'.repeat(40) },
  pace: 0.05, // opening a pull request takes the embedded GitHub some time
});

/** An image for some platforms: an index, or a single image if there is one platform. */
export async function addApp(
  registry: Registry,
  name: string,
  { tag, platforms = ['amd64', 'arm64'], more = '' }: { tag?: string; platforms?: readonly string[]; more?: string },
): Promise<Descriptor> {
  const tagged = tag === undefined ? {} : { tag };
  const [only] = platforms;
  if (platforms.length === 1)
    return addImage(registry, name, { layers: [`${tag} ${more}`], config: linux(only ?? ''), ...tagged });
  const manifests = await Promise.all(
    platforms.map(async (architecture) => ({
      ...(await addImage(registry, name, {
        layers: [`${tag} ${architecture} ${more}`],
        config: linux(architecture),
      })),
      platform: linux(architecture),
    })),
  );
  return addManifest(registry, name, {
    manifest: { schemaVersion: 2, mediaType: types.index, manifests },
    ...tagged,
  });
}

const linux = (architecture: string) => ({ os: 'linux', architecture });

/** A chart, which has no platforms. */
export const addChart = (registry: Registry, name: string, tag: string): Promise<Descriptor> =>
  addImage(registry, name, {
    layers: ['chart'],
    tag,
    fields: {
      config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: emptyDigest, size: 2 },
    },
  });

const emptyDigest = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'; // {}
