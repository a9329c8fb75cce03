import { describe, expect, it } from 'vitest';
import promoteImage from '../../actions/promote-image/action.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../src/embedded/registry/server.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { addImage, addManifest, ask, type Descriptor, types } from '../support/registry.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

type World = { readonly staging: Registry; readonly production: Registry; readonly repo: ScratchRepository };

/** A registry with staged images, one that serves, and a folder in which the action runs. */
async function inWorld(test: (world: World) => Promise<void>, options: RegistryOptions = {}): Promise<void> {
  await using staging = await startRegistry();
  await using production = await startRegistry(options);
  await using repo = await scratchRepository({ 'README.md': 'app' });
  await test({ staging, production, repo });
}

const linux = (architecture: string) => ({ os: 'linux', architecture });

/** An image for two platforms, with a signature of the index and an SBOM of its first image. */
async function addApp(registry: Registry, name: string, tag: string): Promise<Descriptor> {
  const manifests = await Promise.all(
    ['amd64', 'arm64'].map(async (architecture) => ({
      ...(await addImage(registry, name, {
        layers: ['base', `${name} ${tag} ${architecture}`],
        config: linux(architecture),
      })),
      platform: linux(architecture),
    })),
  );
  const index = addManifest(registry, name, { manifest: { schemaVersion: 2, mediaType: types.index, manifests }, tag });
  const [first = index] = manifests;
  const signed = { artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json', subject: plain(index) };
  await addImage(registry, name, { layers: ['signature'], fields: signed });
  await addImage(registry, name, {
    layers: ['sbom'],
    fields: { artifactType: 'application/spdx+json', subject: plain(first) },
  });
  return index;
}

const plain = ({ mediaType, digest, size }: Descriptor) => ({ mediaType, digest, size });

/** The digest of a tag, and how many referrers its index and its images have. */
async function stateOf(registry: Registry, name: string, tag: string) {
  const found = await ask(registry, `GET /v2/${name}/manifests/${tag}`, {
    headers: { accept: `${types.index}, ${types.image}` },
  });
  if (found.status !== 200) return undefined;
  const digest = found.headers.get('docker-content-digest') ?? '';
  const { manifests = [] } = JSON.parse(found.text) as { manifests?: readonly Descriptor[] };
  const counts = [digest, ...manifests.map((one) => one.digest)].map(async (one) => {
    const { text } = await ask(registry, `GET /v2/${name}/referrers/${one}`);
    return (JSON.parse(text) as { manifests: readonly unknown[] }).manifests.length;
  });
  return { digest, referrers: await Promise.all(counts) };
}

const copyInputs = ({ staging, production }: World, more: Readonly<Record<string, string>> = {}) => ({
  via: 'copy',
  from: `${staging.host}/staging`,
  images: 'app',
  tag: 'v1.0.0',
  to: `${production.host}/org`,
  ...more,
});

const writesOf = ({ requests }: Registry) => requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD');

describe('via: copy', () => {
  it('copies images with their platforms, and what belongs to each', () =>
    inWorld(async (world) => {
      const { digest } = await addApp(world.staging, 'staging/app', 'v1.0.0');
      const { outputs, outcome } = await perform(promoteImage, world.repo, { inputs: copyInputs(world) });
      expect(outcome.failure).toBeUndefined();
      const target = `${world.production.host}/org/app:v1.0.0`;
      expect(outputs).toMatchObject({ copied: target, skipped: '', changed: 'true' });
      expect(JSON.parse(outputs['images'] ?? '')).toEqual([{ name: 'app', tag: 'v1.0.0', digest, to: [target] }]);
      const state = await stateOf(world.production, 'org/app', 'v1.0.0');
      expect(state).toEqual({ digest, referrers: [1, 1, 0] });
      expect(state).toEqual(await stateOf(world.staging, 'staging/app', 'v1.0.0'));
    }));

  it('writes nothing the second time, and asks once for each image whose digest is named', () =>
    inWorld(async (world) => {
      const { digest } = await addApp(world.staging, 'staging/app', 'v1.0.0');
      await succeed(promoteImage, world.repo, { inputs: copyInputs(world) });
      const [writes, asked] = [writesOf(world.production).length, world.staging.requests.length];
      const begun = world.production.requests.length;
      const inputs = copyInputs(world, { images: `app=v1.0.0@${digest}` });
      const { outputs, outcome } = await perform(promoteImage, world.repo, { inputs });
      expect([outcome.failure, outputs['copied'], outputs['changed']]).toEqual([undefined, '', 'false']);
      expect(outputs['skipped']).toBe(`${world.production.host}/org/app:v1.0.0`);
      expect(writesOf(world.production)).toHaveLength(writes);
      expect([world.staging.requests.length, world.production.requests.length]).toEqual([asked, begun + 1]);
    }));

  it('takes several images, tags and destinations, and from itself as the image', () =>
    inWorld(async (world) => {
      const { production, staging, repo } = world;
      await addApp(staging, 'staging/app', 'v1.0.0');
      await addApp(staging, 'staging/charts/app', '1.0.0');
      const to = `${production.host}/org\n${production.host}/mirror/of`;
      await succeed(promoteImage, repo, { inputs: copyInputs(world, { images: 'app\ncharts/app=1.0.0', to }) });
      for (const place of ['org', 'mirror/of'])
        for (const [name, tag] of [
          ['app', 'v1.0.0'],
          ['charts/app', '1.0.0'],
        ] as const)
          expect(await stateOf(production, `${place}/${name}`, tag)).toEqual(
            await stateOf(staging, `staging/${name}`, tag),
          );
      const whole = { images: '', from: `${staging.host}/staging/app`, to: `${production.host}/released/app` };
      const outputs = await succeed(promoteImage, repo, { inputs: copyInputs(world, whole) });
      expect(outputs['copied']).toBe(`${production.host}/released/app:v1.0.0`);
    }));

  it('leaves what belongs to images where it is, with referrers: false', () =>
    inWorld(async (world) => {
      const { digest } = await addApp(world.staging, 'staging/app', 'v1.0.0');
      await succeed(promoteImage, world.repo, { inputs: copyInputs(world, { referrers: 'false' }) });
      expect(await stateOf(world.production, 'org/app', 'v1.0.0')).toEqual({ digest, referrers: [0, 0, 0] });
    }));

  it('copies a part of the images in each job of a matrix, and each image in one of them', () =>
    inWorld(async (world) => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      for (const name of names) await addApp(world.staging, `staging/${name}`, 'v1.0.0');
      const parts = await Promise.all(
        ['1/3', '2/3', '3/3'].map(async (shard, index) => {
          const images = (index === 1 ? names.toReversed() : names).join('\n');
          const outputs = await succeed(promoteImage, world.repo, { inputs: copyInputs(world, { images, shard }) });
          return outputs['copied']
            ?.split('\n')
            .map((one) => one.replace(/^.*org\/(.*):.*$/, '$1'))
            .toSorted();
        }),
      );
      expect(parts).toEqual([['a', 'd'], ['b', 'e'], ['c']]);
    }));

  it('shows what it would copy, in a dry run', () =>
    inWorld(async (world) => {
      await addApp(world.staging, 'staging/app', 'v1.0.0');
      const outputs = await succeed(promoteImage, world.repo, { inputs: copyInputs(world, { mode: 'dry-run' }) });
      expect(outputs['copied']).toBe(`${world.production.host}/org/app:v1.0.0`);
      expect(writesOf(world.production)).toEqual([]);
    }));
});

describe('nothing is written', () => {
  it('if tags have other digests: all of them are named', () =>
    inWorld(async (world) => {
      const { staging, production, repo } = world;
      const [one, other, third] = [
        await addApp(staging, 'staging/app', 'v1.0.0'),
        await addApp(staging, 'staging/other', 'v1.0.0'),
        await addApp(staging, 'staging/third', 'v1.0.0'),
      ];
      const old = [
        await addImage(production, 'org/app', { tag: 'v1.0.0' }),
        await addImage(production, 'org/other', { tag: 'v1.0.0' }),
      ];
      const fix = 'Nothing was written: a tag that somebody may have used is never moved. Use a new tag.';
      expect(await refusal(promoteImage, repo, { inputs: copyInputs(world, { images: 'app\nother\nthird' }) })).toBe(
        [
          `${production.host}/org/app:v1.0.0 is ${old[0]?.digest}, not ${one.digest}.`,
          fix,
          `${production.host}/org/other:v1.0.0 is ${old[1]?.digest}, not ${other.digest}.`,
          fix,
        ].join('\n'),
      );
      expect(third.digest).toBeDefined();
      expect(writesOf(production)).toEqual([]);
    }));

  it('if the staged tag has another digest than the one that was tested', () =>
    inWorld(async (world) => {
      const { digest } = await addApp(world.staging, 'staging/app', 'v1.0.0');
      const tested = `sha256:${'a'.repeat(64)}`;
      const inputs = copyInputs(world, { images: `app@${tested}` });
      expect(await refusal(promoteImage, world.repo, { inputs })).toBe(
        `${world.staging.host}/staging/app:v1.0.0 is ${digest}, not ${tested}.\nSomething else was pushed with this tag. Find out which of the two was tested, and name its digest.`,
      );
      expect(world.production.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    }));

  it('if a platform is missing', () =>
    inWorld(async (world) => {
      await addApp(world.staging, 'staging/app', 'v1.0.0');
      const inputs = copyInputs(world, { platforms: 'linux/amd64, linux/s390x' });
      expect(await refusal(promoteImage, world.repo, { inputs })).toBe(
        `${world.staging.host}/staging/app:v1.0.0 has no image for linux/s390x, only for linux/amd64 and linux/arm64.\nBuild the image for all platforms and push it with a new tag, or remove what it is not made for from platforms.`,
      );
    }));

  it('if one of the images is not staged', () =>
    inWorld(async (world) => {
      await addApp(world.staging, 'staging/app', 'v1.0.0');
      expect(await refusal(promoteImage, world.repo, { inputs: copyInputs(world, { images: 'app\nother' }) })).toBe(
        `Missing: image ${world.staging.host}/staging/other:v1.0.0.\nFind out whether its build has failed or is still running. To wait for it, set wait: 30m.`,
      );
      expect(writesOf(world.production)).toEqual([]);
    }));

  it.each<[Readonly<Record<string, string>>, string]>([
    [{ tag: '' }, 'app has no tag.\nSet the input tag, or write app=v1.2.3 in the input images.'],
    [{ tag: '', images: '' }, 'STAGING/staging has no tag.\nSet the input tag.'],
    [
      { images: 'app\napp' },
      'PRODUCTION/org/app:v1.0.0 would be written twice.\nName each image and each destination once.',
    ],
    [{ to: 'STAGING/staging' }, 'STAGING/staging/app:v1.0.0 would be copied onto itself.\nName another place in to.'],
    [
      { images: 'App' },
      'Input images contains the line "App", which names no image.\nWrite the name below the registry, and behind it = and its tag if it is another one: kpromo or charts/example=0.3.0@sha256:…',
    ],
    [
      { shard: '4/3' },
      'Input shard is "4/3", which is not a part of a list.\nGive the number of the part and the number of parts, such as 3/8. There can be 256 parts.',
    ],
  ])('with inputs that contradict themselves: %o', (given, said) =>
    inWorld(async (world) => {
      const named = (text: string) =>
        text.replaceAll('STAGING', world.staging.host).replaceAll('PRODUCTION', world.production.host);
      const more = Object.fromEntries(Object.entries(given).map(([name, text]) => [name, named(text)]));
      expect(await refusal(promoteImage, world.repo, { inputs: copyInputs(world, more) })).toBe(named(said));
    }),
  );
});

describe('mode: check', () => {
  const check = { mode: 'check' };

  it('is green if everything is at the destination, also if the source is gone', () =>
    inWorld(async (world) => {
      const { digest } = await addApp(world.staging, 'staging/app', 'v1.0.0');
      await succeed(promoteImage, world.repo, { inputs: copyInputs(world) });
      const asked = world.staging.requests.length;
      const inputs = copyInputs(world, { ...check, images: `app@${digest}`, platforms: 'linux/amd64,linux/arm64' });
      await succeed(promoteImage, world.repo, { inputs });
      expect(world.staging.requests).toHaveLength(asked);
    }));

  it('is red if it was not copied', () =>
    inWorld(async (world) => {
      const { digest } = await addApp(world.staging, 'staging/app', 'v1.0.0');
      const said = await refusal(promoteImage, world.repo, { inputs: copyInputs(world, check) });
      expect(said).toContain(`${world.production.host}/org`);
      expect(said).toContain(digest);
    }));

  it.each(['index', 'platform', 'layer', 'signature'] as const)('is red if the %s is gone', (what) =>
    inWorld(async (world) => {
      const { staging, production, repo } = world;
      const { digest } = await addApp(staging, 'staging/app', 'v1.0.0');
      await succeed(promoteImage, repo, { inputs: copyInputs(world) });
      const named = (path: string) =>
        ask(production, `GET /v2/org/app/${path}`, { headers: { accept: `${types.index}, ${types.image}` } });
      const { manifests } = JSON.parse((await named(`manifests/${digest}`)).text) as {
        manifests: readonly Descriptor[];
      };
      const [first] = manifests;
      const { layers } = JSON.parse((await named(`manifests/${first?.digest}`)).text) as {
        layers: readonly Descriptor[];
      };
      const { manifests: referrers } = JSON.parse((await named(`referrers/${digest}`)).text) as {
        manifests: readonly Descriptor[];
      };
      const { layers: bundle } = JSON.parse((await named(`manifests/${referrers[0]?.digest}`)).text) as {
        layers: readonly Descriptor[];
      };
      const [kind, gone] = {
        index: ['manifests', digest] as const,
        platform: ['manifests', first?.digest] as const,
        layer: ['blobs', layers[1]?.digest] as const,
        signature: ['blobs', bundle[0]?.digest] as const,
      }[what];
      await ask(production, `DELETE /v2/org/app/${kind}/${gone}`);
      const said = await refusal(promoteImage, repo, {
        inputs: copyInputs(world, { ...check, images: `app@${digest}` }),
      });
      if (what === 'index') return expect(said).toContain('org/app');
      return expect(said).toMatch(
        new RegExp(
          `^Pending: ${gone} \\(.*\\), which ${production.host}/org/app:v1.0.0 needs\\.\nSomebody has deleted it from ${production.host}\\. Promote the image again with a new tag, or restore it\\.$`,
        ),
      );
    }),
  );
});
