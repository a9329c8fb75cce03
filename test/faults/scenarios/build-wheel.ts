import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import buildWheel from '../../../actions/build-wheel/action.ts';
import { searchPath } from '../../support/bundle.ts';
import { succeed } from '../../support/perform.ts';
import { flitProject, offlineBuilds } from '../../support/python-projects.ts';
import { scratchRepository } from '../../support/repository.ts';
import type { Scenario, Snapshot } from '../scenario.ts';

const files = { ...flitProject(), 'docker/whls/old-0.9-py3-none-any.whl': 'old\n' };
const pinsFile = join(import.meta.dirname, '../../../actions/build-wheel/requirements.txt');
const inputs = { version: 'v1.0.0', 'copy-to': 'docker/whls' };

/** The wheels and checksums that are there, by their own checksums. */
async function built(folder: string): Promise<Snapshot> {
  const paths = ['dist', 'docker/whls'].map(async (path) => {
    const names = await readdir(join(folder, path)).catch(() => []);
    return names.map((name) => join(path, name));
  });
  const found = [...(await Promise.all(paths)).flat(), 'dist.sha256'].map(async (path) => {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    return bytes === undefined ? [] : [[path, createHash('sha256').update(bytes).digest('hex')] as const];
  });
  return Object.fromEntries((await Promise.all(found)).flat());
}

/** What is built without any fault, and the folder of the environment that builds it. */
async function reference(): Promise<{ readonly expected: Snapshot; readonly environment: string }> {
  const env = await offlineBuilds();
  await using repo = await scratchRepository(files);
  await succeed(buildWheel, repo, { inputs, env, pace: 1 });
  const cache = join(env['RUNNER_TOOL_CACHE'] ?? '', 'release-actions');
  const count = (await readFile(pinsFile, 'utf8')).match(/==/g)?.length;
  for (const name of await readdir(cache)) {
    const list = await readFile(join(cache, name, 'requirements.txt'), 'utf8').catch(() => '');
    if (list.match(/==/g)?.length === count)
      return { expected: await built(repo.folder), environment: join(cache, name) };
  }
  throw new Error(`${cache} has no environment.`);
}

let known: ReturnType<typeof reference> | undefined;

export const scenarios: readonly Scenario[] = [
  {
    title: 'a wheel that also goes into a folder with an older one',
    async arrange() {
      const { expected, environment } = await (known ??= reference());
      const repo = await scratchRepository(files);
      // The Python of the environment asks for `python` in PATH, where it can be killed.
      const place = join(repo.scratch.root, 'tools/release-actions', basename(environment));
      await mkdir(dirname(place), { recursive: true });
      await promisify(execFile)('cp', ['-R', '-P', environment, `${dirname(place)}/`]);
      const python = join(place, 'bin/python');
      await rm(python);
      await writeFile(python, '#!/bin/sh\nexec python "$@"\n', { mode: 0o755 });
      const bin = join(repo.scratch.root, 'bin');
      await mkdir(bin);
      await writeFile(join(bin, 'python'), `#!/bin/sh\nexec '${python}3' "$@"\n`, { mode: 0o755 });
      return {
        checkout: repo,
        inputs,
        env: { RUNNER_TOOL_CACHE: join(repo.scratch.root, 'tools') },
        searchPath: [bin, searchPath].join(delimiter),
        snapshot: () => built(repo.folder),
        expected,
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
  {
    title: 'an environment that is made first',
    async arrange() {
      const [offline, { expected }] = [await offlineBuilds(), await (known ??= reference())];
      const flit = /^flit-core==[^]*?sha256:\w+/m.exec(await readFile(pinsFile, 'utf8'))?.[0] ?? '';
      const repo = await scratchRepository({ ...files, 'pins.txt': `${flit}\n` });
      return {
        checkout: repo,
        inputs: { ...inputs, constraints: 'pins.txt' },
        env: { ...offline, RUNNER_TOOL_CACHE: join(repo.scratch.root, 'tools') },
        snapshot: () => built(repo.folder),
        expected,
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];
