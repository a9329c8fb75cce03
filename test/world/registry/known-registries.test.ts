import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { RegistryOptions } from '../../../src/embedded/registry/server.ts';
import { parseDeclaredRegistry } from '../../../src/domain/images/declared-registry.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, addManifest, types } from '../../support/registry.ts';

const account = { user: 'ann', password: 'geheim' };
const auth = { kind: 'token', accounts: [account] } as const;
const likes = ['ghcr.io', 'docker.io', 'registry.gitlab.com', 'pkg.dev'] as const;
const ways = likes.flatMap((from) => likes.map((to) => [from, to] as const));

it.each(ways)('a signed index goes from a registry like %s to one like %s, both with a login', async (from, to) => {
  await using source = await startRegistry({ auth, like: from } satisfies RegistryOptions);
  await using target = await startRegistry({ auth, like: to } satisfies RegistryOptions);
  await using home = await mkdtempDisposable(join(tmpdir(), 'home-'));
  const auths = Object.fromEntries([source, target].map(({ host }) => [host, { username: 'ann', password: 'geheim' }]));
  await writeFile(join(home.path, 'config.json'), JSON.stringify({ auths }));

  const images = [
    await addImage(source, 'org/app', { layers: ['one'] }),
    await addImage(source, 'org/app', { layers: ['two'] }),
  ];
  const manifest = { schemaVersion: 2, mediaType: types.index, manifests: images };
  const index = addManifest(source, 'org/app', { manifest, tag: 'v1' });
  await addImage(source, 'org/app', { layers: ['signature'], tag: `${index.digest.replace(':', '-')}.sig` });

  const declared = [source, target].map((one) =>
    parseDeclaredRegistry(`${one.host} token=${new URL(one.tokensUrl).host}`),
  );
  const port = registryPort({ env: { DOCKER_CONFIG: home.path }, pace: 0.1 }, declared);
  const place = { registry: source.host, repository: 'org/app' };
  const destination = { registry: target.host, repository: 'prod/app', tag: 'v1' };
  const image = await port.manifest({ ...place, tag: 'v1' });
  if (image === undefined) throw new Error('no image');
  const seen = await port.find(destination);
  await port.copy([{ from: place, image, to: destination, seen }], { referrers: true })?.apply(nothingMade);
  expect(target.repository('prod/app')).toEqual(source.repository('org/app'));
  expect(target.openUploads).toBe(0);
  const storage = [...source.requests, ...target.requests].filter(({ origin }) => origin === 'storage');
  expect(storage.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});
