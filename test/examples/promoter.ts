import { parse } from 'yaml';
import { ask as askRegistry, addImage } from '../support/registry.ts';
import type { Registry } from '../../src/embedded/registry/server.ts';

const upstream = 'kubernetes/k8s.io';

/** What the promoter sees of the stage. */
type PromotionStage = {
  readonly registry: Registry;
  readonly isRehearsal: boolean;
  readonly filesIn: (repository: string) => Promise<readonly string[]>;
  readonly textIn: (repository: string, path: string) => Promise<string>;
};

type Listed = { readonly name: string; readonly digest: string; readonly tags: readonly string[] };

/** A promoter manifest and its list: where images are staged, where they go, and which of them. */
type Promotion = { readonly from: string; readonly to: readonly string[]; readonly images: readonly Listed[] };

/**
 * What the promoter does when an image list was merged: it copies what the lists name from staging to every destination of
 * the manifest, and signs it there. In a rehearsal no list was merged: everything that is staged counts as listed.
 */
export async function promote(stage: PromotionStage): Promise<void> {
  for (const { from, to, images } of await promotions(stage))
    for (const { name, digest, tags } of images) {
      const { manifests } = stage.registry.repository(`${from}/${name}`);
      if (!manifests.includes(digest)) continue; // it was promoted long ago
      for (const place of to) {
        await copy(stage.registry, { from: `${from}/${name}`, to: `${place}/${name}`, digest, tags });
        await sign(stage.registry, `${place}/${name}`, digest);
      }
    }
}

async function promotions(stage: PromotionStage): Promise<readonly Promotion[]> {
  const { registry } = stage;
  const paths = (await stage.filesIn(upstream)).filter((path) => path.endsWith('/promoter-manifest.yaml'));
  return Promise.all(
    paths.map(async (path) => {
      const { registries } = parse(await stage.textIn(upstream, path)) as { registries: readonly Place[] };
      const [from = '', to] = [
        registries.filter(({ src }) => src === true).map(withoutHost)[0],
        registries.filter(({ src }) => src !== true).map(withoutHost),
      ];
      const list = path.replace('/manifests/', '/images/').replace('promoter-manifest.yaml', 'images.yaml');
      const images = stage.isRehearsal ? staged(registry, from) : listed(await stage.textIn(upstream, list));
      return { from, to, images };
    }),
  );
}

type Place = { readonly name: string; readonly src?: boolean };

const withoutHost = ({ name }: Place) => name.slice(name.indexOf('/') + 1);

function listed(text: string): readonly Listed[] {
  const images = (parse(text) ?? []) as readonly { name: string; dmap: Record<string, readonly string[]> }[];
  return images.flatMap(({ name, dmap }) => Object.entries(dmap).map(([digest, tags]) => ({ name, digest, tags })));
}

function staged(registry: Registry, from: string): readonly Listed[] {
  const names = registry.repositories.filter((name) => name.startsWith(`${from}/`));
  return names.flatMap((name) =>
    Object.entries(registry.repository(name).tags).map(([tag, digest]) => ({
      name: name.slice(from.length + 1),
      digest,
      tags: [tag],
    })),
  );
}

type Copy = { readonly from: string; readonly to: string; readonly digest: string; readonly tags: readonly string[] };

async function copy(registry: Registry, { from, to, digest, tags }: Copy): Promise<void> {
  const { headers, text } = await askRegistry(registry, `GET /v2/${from}/manifests/${digest}`, {
    headers: { accept: '*/*' },
  });
  const { manifests = [], config, layers = [] } = JSON.parse(text) as ManifestFields;
  for (const child of manifests) await copy(registry, { from, to, digest: child.digest, tags: [] });
  for (const blob of config === undefined ? layers : [config, ...layers]) {
    const answer = await fetch(`${registry.url}/v2/${from}/blobs/${blob.digest}`);
    await registry.addBlob(to, Buffer.from(await answer.arrayBuffer()));
  }
  const mediaType = headers.get('content-type') ?? '';
  registry.addManifest(to, Buffer.from(text), { mediaType });
  for (const tag of tags) registry.addManifest(to, Buffer.from(text), { mediaType, tag });
}

type Named = { readonly digest: string };
type ManifestFields = {
  readonly manifests?: readonly Named[];
  readonly config?: Named;
  readonly layers?: readonly Named[];
};

/** Puts a signature where cosign does. Only the stand-in for cosign-installer knows it. */
async function sign(registry: Registry, name: string, digest: string): Promise<void> {
  const tag = `${digest.replace(':', '-')}.sig`;
  await addImage(registry, name, { tag, layers: [JSON.stringify({ signed: digest, ...promoter })] });
}

const promoter = {
  identity: 'krel-trust@k8s-releng-prod.iam.gserviceaccount.com',
  issuer: 'https://accounts.google.com',
};
