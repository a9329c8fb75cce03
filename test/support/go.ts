import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tool } from './tool.ts';

/** From where modules come: a proxy, or a git server that stands in for an address of the web. */
export type GoSource = { readonly proxy: string } | { readonly address: string; readonly server: string };

/** A module that uses others, with caches of its own, which nothing but the source fills. */
export async function goProject(source: GoSource) {
  const scratch = await mkdtempDisposable(join(tmpdir(), 'go-project-'));
  const file = (name: string) => join(scratch.path, name);
  await writeFile(file('go.mod'), 'module example.com/user\n\ngo 1.21\n');
  const insteadOf = 'server' in source ? { [`url.${source.server}.insteadOf`]: `https://${source.address}` } : {};
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: scratch.path,
    GOPATH: file('gopath'),
    GOCACHE: file('cache'),
    GOFLAGS: '-modcacherw',
    GOPROXY: 'proxy' in source ? source.proxy : 'direct',
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: String(Object.keys(insteadOf).length),
    ...Object.fromEntries(
      Object.entries(insteadOf).flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
  const execute = promisify(execFile);
  return {
    /** What go prints; a failure's message holds what it said. */
    go: async (...args: string[]): Promise<string> =>
      (await execute(await tool('go'), args, { cwd: scratch.path, env })).stdout.trim(),
    sum: () => readFile(file('go.sum'), 'utf8'),
    take: (sum: string) => writeFile(file('go.sum'), sum),
    [Symbol.asyncDispose]: () => scratch.remove(),
  };
}
