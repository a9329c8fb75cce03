import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtempDisposable, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { killTree } from './process-tree.ts';

export type FreshClone = AsyncDisposable & {
  readonly folder: string;
  /** Runs a command there as somebody does who has just followed the README. */
  readonly run: (...command: readonly [program: string, ...args: string[]]) => Promise<FreshRun>;
};

export type FreshRun = {
  readonly exitCode: number | null;
  readonly output: string;
  readonly seconds: number;
  /** The longest time without a word. */
  readonly silentSeconds: number;
};

/** What every Linux and every macOS has, and the README need not name. */
const utilities =
  'awk basename cat chmod cp cut dirname env grep head ls mkdir mv ps rm sed sh sleep sort tail tr uname wc'.split(' ');

/** What the README asks of the machine: setup.js looks for the same before the example. */
const programs = ['node', 'npm', ...manifest.scripts.preexample.split(' ').slice(2)];

/** Where packages come from is a setting of the machine. */
const sources = [
  /^(https?|all|no)_proxy$/i,
  /^npm_config_(.*registry|userconfig|globalconfig|ca|cafile|proxy|https_proxy|noproxy|strict_ssl)$/i,
  /^PIP_/,
  /^GO(PROXY|SUMDB|NOPROXY|NOSUMDB|PRIVATE|INSECURE|AUTH|ENV)$/,
  /^(NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/,
];

/**
 * A clone of a working tree, with what is not committed yet, in a folder whose path has a space. Its commands find an empty
 * HOME, an empty cache, and on PATH nothing but the programs that the README names and the utilities of every system.
 */
export async function freshClone(project: string): Promise<FreshClone> {
  const scratch = await mkdtempDisposable(join(tmpdir(), 'a fresh clone-'));
  const [folder, bin, home] = ['clone', 'bin', 'home'].map((name) => join(scratch.path, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([mkdir(bin), mkdir(home)]);
  await Promise.all([...programs, ...utilities].map((name) => lead(join(bin, name), name)));
  await git(project, 'clone', '--quiet', project, folder);
  await takeUncommitted(project, folder);
  const env = { ...(await settings()), PATH: bin, HOME: home, npm_config_cache: join(home, '.npm') };
  return {
    folder,
    run: (program, ...args) => watched(join(bin, program), args, { cwd: folder, env }),
    [Symbol.asyncDispose]: () => scratch.remove(),
  };
}

/** A script instead of a link: some programs look for their parts beside the name by which they were called. */
async function lead(file: string, name: string): Promise<void> {
  const place = name === 'python3' ? await python() : placeOf(name);
  if (place === undefined) return;
  await writeFile(file, `#!/bin/sh\nexec '${place.replaceAll("'", `'\\''`)}' "$@"\n`, { mode: 0o755 });
}

function placeOf(name: string): string | undefined {
  // npm puts node_modules/.bin first on the PATH of its scripts: what is there is not the machine's.
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The interpreter itself: a version manager puts scripts in its place, which need more than the README names. */
async function python(): Promise<string | undefined> {
  const place = placeOf('python3');
  if (place === undefined) return undefined;
  return (await promisify(execFile)(place, ['-c', 'import sys; print(sys.executable)'])).stdout.trim();
}

async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('git', args, { cwd })).stdout;
}

async function takeUncommitted(project: string, folder: string): Promise<void> {
  const changed = await git(project, 'diff', '--name-only', '-z', 'HEAD');
  const added = await git(project, 'ls-files', '--others', '--exclude-standard', '-z');
  for (const path of `${changed}${added}`.split('\0').filter((name) => name !== '')) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    if (existsSync(join(project, path))) await cp(join(project, path), join(folder, path));
    else await rm(join(folder, path), { force: true });
  }
}

/** The variables that say where packages come from, and those that name the files in HOME that say it. */
async function settings(): Promise<Record<string, string>> {
  const found = Object.entries(process.env).filter(([name]) => sources.some((source) => source.test(name)));
  const files = {
    npm_config_userconfig: ['.npmrc'],
    PIP_CONFIG_FILE: ['.config/pip/pip.conf', '.pip/pip.conf', 'Library/Application Support/pip/pip.conf'],
  };
  const named = Object.entries(files).flatMap(([name, paths]) => {
    const path = paths.map((file) => join(homedir(), file)).find((file) => existsSync(file));
    return path === undefined ? [] : [[name, path]];
  });
  return { ...Object.fromEntries(named), ...Object.fromEntries(found) };
}

async function watched(program: string, args: readonly string[], place: { cwd: string; env: Record<string, string> }) {
  const begin = performance.now();
  const child = spawn(program, args, { ...place, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  let [last, silence] = [begin, 0];
  const hear = () => {
    silence = Math.max(silence, performance.now() - last);
    last = performance.now();
  };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      hear();
      chunks.push(chunk);
    });
  const patience = setTimeout(() => void killTree(child.pid), 10 * 60_000);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const exitCode = await promise.finally(() => clearTimeout(patience));
  hear();
  const output = Buffer.concat(chunks).toString();
  return { exitCode, output, seconds: (performance.now() - begin) / 1000, silentSeconds: silence / 1000 };
}
