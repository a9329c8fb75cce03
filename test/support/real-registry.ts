import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tool } from './tool.ts';

/** A registry of somebody else. Everybody may do everything. */
export type RealRegistry = AsyncDisposable & { readonly url: string; readonly host: string };

/** `olareg` has referrers. `distribution`, which Docker Hub and others are made of, has none. */
export type RealRegistryName = 'olareg' | 'distribution';

/** Starts a registry in a process of its own. What it stores is removed with it. */
export async function startRealRegistry(name: RealRegistryName): Promise<RealRegistry> {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  const port = await freePort();
  const args = await argumentsOf[name](folder, port);
  const env = { HOME: folder, OTEL_TRACES_EXPORTER: 'none' };
  const child = spawn(await tool(name), args, { cwd: folder, env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const host = `127.0.0.1:${port}`;
  await answers(`http://${host}/v2/`, child);
  return {
    host,
    url: `http://${host}`,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

type Arguments = (folder: string, port: number) => Promise<readonly string[]>;

const argumentsOf: Readonly<Record<RealRegistryName, Arguments>> = {
  olareg: async (_, port) => [
    'serve',
    '--addr=127.0.0.1',
    `--port=${port}`,
    '--store-type=mem',
    '--api-delete',
    '--api-blob-delete',
  ],
  distribution: async (folder, port) => {
    const settings = {
      version: 0.1,
      storage: { filesystem: { rootdirectory: folder }, delete: { enabled: true } },
      http: { addr: `127.0.0.1:${port}` },
    };
    const file = join(folder, 'config.yml');
    await writeFile(file, JSON.stringify(settings));
    return ['serve', file];
  },
};

/** Neither says which port it got, if it may choose. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}.`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok === true) return;
    await setTimeout(20);
  }
}
