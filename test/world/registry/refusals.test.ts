import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { RegistryFaults } from '../../../src/embedded/registry/server.ts';
import type { Digest } from '../../../src/domain/images/digest.ts';
import { problemsIn, ReleaseError } from '../../../src/domain/error.ts';
import { download } from '../../../src/world/helm/download.ts';
import { Http } from '../../../src/world/http/http.ts';
import { hostOf, nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage, types } from '../../support/registry.ts';

/** Each reason, with what to do about it. */
async function told(acting: Promise<unknown> | undefined): Promise<readonly string[]> {
  const refusal: unknown = await acting?.catch((thrown: unknown) => thrown);
  if (!(refusal instanceof ReleaseError)) throw refusal;
  return problemsIn(refusal).map(({ message, fix }) => `${message}\n${fix}`);
}

type Request = Parameters<RegistryFaults>[0];
const reads =
  (part: string) =>
  ({ method, path }: Request): boolean =>
    method === 'GET' && path.includes(part);
const uploads = ({ method, path }: Request) => method === 'PUT' && path.includes('/blobs/');

it.each<[what: string, kind: (request: Request) => boolean, fault: ReturnType<RegistryFaults>, says: RegExp]>([
  [
    'whose blob is missing',
    reads('/blobs/'),
    { status: 404 },
    /^\S+\/org\/app does not have sha256:\w+, although one of its images names it\.\nPush the image there again\.$/,
  ],
  [
    'that is served with another digest',
    reads('/manifests/'),
    'lying-digest',
    /^\S+\/org\/app@sha256:\w+ is served with the digest "sha256:\w+"\.\nSomething on the way to \S+ changes what it serves. Find out what answers there\.$/,
  ],
  [
    'of a registry that wants a long pause',
    reads('/manifests/'),
    { status: 429, headers: { 'retry-after': '3600' } },
    /^\S+ wants to be left alone for 3600 seconds\.\nRun it again later. What is already done is not repeated. Many registries allow more to those who are logged in\.$/,
  ],
  [
    'whose upload is refused',
    uploads,
    { status: 413, body: 'too large' },
    /^\S+ does not take content of \S+\/prod\/app: it answered 413. It says: "too large"\nCorrect what the registry names, and run it again. What is already done is not repeated\.$/,
  ],
])('an image %s is not copied, and it is said what to do', async (_, kind, fault, says) => {
  await using from = await startRegistry();
  await using to = await startRegistry();
  const found = await addImage(from, 'org/app');
  for (const one of [from, to]) one.fault = (request) => (kind(request) ? fault : undefined);
  const image = { ...found, digest: found.digest as Digest };
  const destination = { registry: to.host, repository: 'prod/app', tag: 'v1' };
  const copies = [{ from: { registry: from.host, repository: 'org/app' }, image, to: destination, seen: undefined }];
  const said = await told(registryPort().copy(copies, { referrers: true })?.apply(nothingMade));
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
});

it('an artifact with a manifest that no registry takes is not pushed', async () => {
  const reference = { registry: '127.0.0.1:1', repository: 'org/app', tag: 'v1' };
  const manifest = { mediaType: types.image, bytes: Buffer.alloc(4 * 1024 * 1024 + 1) };
  const pushing = async () => registryPort().push(reference, { manifest, blobs: [] }, undefined);
  expect(await told(pushing())).toEqual([
    'The manifest of 127.0.0.1:1/org/app:v1 has 4194305 bytes, and registries take at most 4 MiB.\nUse fewer layers and annotations.',
  ]);
});

it('an archive of Helm that is longer than any is not read to its end', async () => {
  const server = createServer((_, response) => response.end('x'.repeat(100)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host = hostOf({ workspace: '/', pace: 0.001 });
  expect(await told(download(`${url}/helm.tar.gz`, 99, { host, http: new Http(host) }))).toEqual([
    `${url}/helm.tar.gz has more than 99 bytes, which is the limit here.\nFind out what answers at ${url}.`,
  ]);
  server.close();
  server.closeAllConnections();
});
