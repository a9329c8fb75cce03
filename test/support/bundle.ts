import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import type { WorkingFolder } from './perform.ts';
import { type Command, readLog, readOutputs } from './runner.ts';

/** The release tree of the last build. */
export const dist = join(import.meta.dirname, '../../dist');

/** The PATH of every process here. The Node of the tests comes first, as the runner's own Node does. */
export const searchPath = [dirname(process.execPath), process.env['PATH']].join(delimiter);

/** Each Node keeps what it compiled for the next one. Without it, a fifth of each start is compiling the same again. */
export const compileCache: Readonly<Record<string, string>> =
  process.env['NODE_COMPILE_CACHE'] === undefined ? {} : { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] };

export type BundleOptions = {
  /** `with:` */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** `github.token` */
  readonly jobToken?: string;
  /** When it is aborted, the process gets `killSignal`. */
  readonly signal?: AbortSignal;
  /** A command line that starts the process, such as a shell that sets limits for it. */
  readonly through?: readonly string[];
  /** SIGKILL by default, which no process can handle. */
  readonly killSignal?: NodeJS.Signals;
};

export type Annotation = {
  readonly level: string;
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
};

export type BundleOutcome = {
  /** Undefined if a signal ended the process. */
  readonly exitCode: number | undefined;
  /** Everything that was printed, in order. */
  readonly log: string;
  /** The lines that people see. Secrets are not masked here. */
  readonly shown: string;
  readonly obeyed: readonly Command[];
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
};

/** Runs the bundle of an action as the runner does: as a process that inherits only PATH, and Node's cache. */
export async function runBundle(
  action: string,
  workspace: WorkingFolder,
  options: BundleOptions = {},
): Promise<BundleOutcome> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'runner-'));
  const files = await openChannels(scratch.path);
  const inputs = await inputsOf(action, options);
  const logFile = join(scratch.path, 'log');
  const log = await open(logFile, 'w'); // one file for both streams, which keeps their order
  const [program, ...args] = [...(options.through ?? []), process.execPath, join(dist, action, 'index.mjs')];
  const child = spawn(program, args, {
    cwd: workspace.folder,
    env: {
      ...compileCache,
      ...workspace.environment,
      PATH: searchPath,
      GITHUB_WORKSPACE: workspace.folder,
      ...inputs,
      ...files,
      ...options.env,
    },
    stdio: ['ignore', log.fd, log.fd],
  });
  options.signal?.addEventListener('abort', () => child.kill(options.killSignal ?? 'SIGKILL'));
  const exitCode = await ended(child);
  await log.close();
  return await outcomeOf(exitCode, await readFile(logFile, 'utf8'), files);
}

type Channels = {
  readonly GITHUB_OUTPUT: string;
  readonly GITHUB_STEP_SUMMARY: string;
  readonly GITHUB_ENV: string;
  readonly GITHUB_PATH: string;
};

async function openChannels(folder: string): Promise<Channels> {
  const fileFor = async (name: string) => {
    const file = join(folder, name);
    await writeFile(file, '');
    return file;
  };
  return {
    GITHUB_OUTPUT: await fileFor('output'),
    GITHUB_STEP_SUMMARY: await fileFor('summary'),
    GITHUB_ENV: await fileFor('env'),
    GITHUB_PATH: await fileFor('path'),
  };
}

type Manifest = { readonly inputs: Readonly<Record<string, { readonly default?: string }>> };

/** A variable for every input of action.yml. It is empty if the input is not given and has no default. */
async function inputsOf(
  action: string,
  { inputs = {}, jobToken = '' }: BundleOptions,
): Promise<Record<string, string>> {
  const manifest = parse(await readFile(join(dist, action, 'action.yml'), 'utf8')) as Manifest;
  const unknown = Object.keys(inputs).filter((name) => !(name in manifest.inputs));
  if (unknown.length > 0) throw new Error(`${action} has no input ${unknown.join(', ')}.`);
  const evaluated = (fallback = '') => fallback.replace('${{ github.token }}', () => jobToken);
  return Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, { default: fallback }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? evaluated(fallback),
    ]),
  );
}

async function outcomeOf(exitCode: number | undefined, log: string, files: Channels): Promise<BundleOutcome> {
  const { obeyed, shown } = readLog(log);
  for (const file of [files.GITHUB_ENV, files.GITHUB_PATH]) {
    if ((await readFile(file, 'utf8')) !== '') throw new Error('An action wrote to GITHUB_ENV or GITHUB_PATH.');
  }
  return {
    exitCode,
    log,
    shown: shown.join('\n'),
    obeyed,
    annotations: obeyed
      .filter(({ name }) => /^(?:error|notice|warning)$/.test(name))
      .map(({ name, data, properties }) => ({ level: name, message: data, properties })),
    outputs: readOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

export type Terminal = {
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
};

export type CommandOutcome = {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs the command line as a process without a terminal, which inherits only PATH, and Node's cache. */
export async function runCommand(
  args: readonly string[],
  { folder, environment }: WorkingFolder,
  { env, node = [] }: Terminal = {},
): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [...node, join(dist, 'cli.mjs'), ...args], {
    cwd: folder,
    env: { ...compileCache, ...environment, PATH: searchPath, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [exitCode, stdout, stderr] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)]);
  return { exitCode, stdout, stderr };
}

async function ended(child: ChildProcess): Promise<number | undefined> {
  await once(child, 'close');
  return child.exitCode ?? undefined;
}
