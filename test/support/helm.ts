import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { helmMachine } from '../../src/domain/charts/helm-release.ts';
import { rawTgz } from './tar.ts';
import { tool } from './tool.ts';

export type HelmName = 'helm3' | 'helm4';

/** A search path on which a Helm is `helm`. */
export async function helmPath(name: HelmName = 'helm4'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'helm-'));
  await symlink(await tool(name), join(folder, 'helm'));
  return [folder, process.env['PATH'] ?? ''].join(delimiter);
}

/** A folder with a `helm` that needs no encryption for registries on this machine. */
export async function plainHelmFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'helm-'));
  const plain = `case "$*" in *oci://127.0.0.1:*) set -- "$@" --plain-http;; esac`;
  await writeFile(join(folder, 'helm'), `#!/bin/sh\n${plain}\nexec '${await tool('helm4')}' "$@"\n`, { mode: 0o755 });
  return folder;
}

/** A search path on which `helm` is a script. */
export async function scriptAsHelm(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'helm-'));
  await writeFile(join(folder, 'helm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return [folder, process.env['PATH'] ?? ''].join(delimiter);
}

/** What Helm prints, run by a user with a home of its own. */
export async function helm(args: readonly string[], { name = 'helm4', cwd }: { name?: HelmName; cwd: string }) {
  const home = await mkdtemp(join(tmpdir(), 'helm-home-'));
  const env = { PATH: process.env['PATH'], HOME: home, TZ: 'UTC' };
  return (await promisify(execFile)(await tool(name), args, { cwd, env })).stdout;
}

export type Mirror = AsyncDisposable & {
  readonly url: string;
  readonly archive: Buffer;
  readonly sum: string;
  /** The paths that were asked for. */
  readonly asked: string[];
  /** What is answered instead of the files. */
  answers: Readonly<Record<string, Buffer | number | 'cut'>>;
};

export const helmVersion = 'v4.3.1';

/** A server with one release of Helm, which stands in for get.helm.sh. Its program starts the Helm of the tests. */
export async function helmMirror(): Promise<Mirror> {
  const machine = helmMachine(process);
  const script = `#!/bin/sh\nexec '${await tool('helm4')}' "$@"\n`;
  const archive = rawTgz([
    { name: `${machine}/`, type: '5' },
    { name: `${machine}/LICENSE`, content: 'Apache-2.0' },
    { name: `${machine}/helm`, content: script },
  ]);
  const sum = createHash('sha256').update(archive).digest('hex');
  const name = `helm-${helmVersion}-${machine}.tar.gz`;
  const files: Readonly<Record<string, Buffer>> = {
    [`/${name}`]: archive,
    [`/${name}.sha256sum`]: Buffer.from(`${sum}  ${name}\n`),
  };
  const asked: string[] = [];
  const mirror: Pick<Mirror, 'answers'> = { answers: {} };
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const kind = url.endsWith('sum') ? 'sum' : 'archive';
    const answer = mirror.answers[kind] ?? files[url] ?? 404;
    const bytes = answer === 'cut' ? archive : answer;
    if (typeof bytes === 'number') {
      response.writeHead(bytes).end();
      return;
    }
    response.writeHead(200, { 'content-length': bytes.length });
    if (answer === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    else response.end(bytes);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(mirror, {
    url,
    archive,
    sum,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** The bytes of a chart that Helm pulled. */
export async function pulled(reference: string, name?: HelmName): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'helm-pulled-'));
  const [address = '', version = ''] = reference.split(/:(?=[^/]+$)/);
  await mkdir(join(folder, 'to'));
  const plain = ['--plain-http'];
  await helm(['pull', `oci://${address}`, '--version', version.replaceAll('_', '+'), '--destination', 'to', ...plain], {
    cwd: folder,
    ...(name !== undefined && { name }),
  });
  const file = `${address.split('/').at(-1)}-${version.replaceAll('_', '+')}.tgz`;
  return readFile(join(folder, 'to', file));
}
