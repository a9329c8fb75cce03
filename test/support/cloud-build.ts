import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { dist, searchPath } from './bundle.ts';

/** https://docs.cloud.google.com/build/docs/build-config-file-schema, as far as it is played here. */
type Build = {
  readonly steps: readonly Step[];
  readonly substitutions?: Substitutions;
  readonly options?: { readonly substitution_option?: string; readonly machineType?: string };
};

type Step = {
  readonly id: string;
  /** The image of the container. Here, every step runs on this machine. */
  readonly name: string;
  readonly entrypoint: string;
  readonly args: readonly string[];
  readonly env?: readonly string[];
};

type Substitutions = Readonly<Record<string, string>>;

export type CloudBuildOptions = {
  /** What is built. Its steps run there. */
  readonly folder: string;
  /** What the trigger gives, besides what cloudbuild.yaml itself has. */
  readonly substitutions: Substitutions;
  /** What `npx github:org/release-actions#v1` is. */
  readonly releaseTree?: string;
  /** Programs that the images of the steps have, in front of those of this machine. */
  readonly path?: readonly string[];
};

// Why: docs/decisions.md D78
/** Runs the steps of cloudbuild.yaml one after the other, and returns what they print. Throws where one fails. */
export async function runCloudBuild(options: CloudBuildOptions): Promise<string> {
  const build = parse(await readFile(join(options.folder, 'cloudbuild.yaml'), 'utf8')) as Build;
  refuseUnplayed(build);
  await using home = await mkdtempDisposable(join(tmpdir(), 'cloud-build-'));
  await writeFile(join(home.path, 'npx'), npxFor(options.releaseTree ?? dist), { mode: 0o755 });
  const environment = {
    HOME: home.path,
    TMPDIR: home.path,
    PATH: [home.path, ...(options.path ?? []), searchPath].join(delimiter),
    GIT_CONFIG_NOSYSTEM: '1',
    RELEASE_ACTIONS_PACE: '0.2',
  };
  const substitute = substitution(build, options.substitutions);
  const printed: string[] = [];
  for (const step of build.steps) {
    const env = { ...environment, ...variablesOf(step, substitute) };
    const [program, ...args] = [step.entrypoint, ...step.args].map(substitute);
    const { exitCode, output } = await run(program ?? '', args, { cwd: options.folder, env });
    printed.push(output);
    if (exitCode !== 0)
      throw new Error(`Cloud Build stopped at "${step.id}", which ended with ${exitCode}:\n${output}`);
  }
  return printed.join('');
}

const played = {
  build: ['steps', 'substitutions', 'options'],
  step: ['id', 'name', 'entrypoint', 'args', 'env'],
};

/** Fields that are not played would be ignored, and a test would prove less than it says. */
function refuseUnplayed(build: Build): void {
  const unknown = [
    ...Object.keys(build).filter((key) => !played.build.includes(key)),
    ...build.steps.flatMap((step) => Object.keys(step).filter((key) => !played.step.includes(key))),
  ];
  if (unknown.length > 0) throw new Error(`The player of Cloud Build does not know ${unknown.join(', ')}.`);
}

/** `$_NAME` and `${_NAME}` become values, and `$$` a dollar: https://docs.cloud.google.com/build/docs/configuring-builds/substitute-variable-values */
function substitution({ substitutions, options }: Build, given: Substitutions): (text: string) => string {
  const values: Substitutions = { ...substitutions, ...given };
  const isLoose = options?.substitution_option === 'ALLOW_LOOSE';
  return (template) =>
    template.replaceAll(/\$\$|\$\{([A-Z_][A-Z0-9_]*)\}|\$([A-Z_][A-Z0-9_]*)/g, (whole, braced, plain) => {
      if (whole === '$$') return '$';
      const name = braced ?? plain;
      const value = values[name];
      if (value === undefined && !isLoose) throw new Error(`Cloud Build has no value for ${whole}.`);
      return value ?? '';
    });
}

function variablesOf({ env = [] }: Step, substitute: (text: string) => string): Record<string, string> {
  const pairs = env.map(substitute).map((line) => {
    const [name = '', ...value] = line.split('=');
    return [name, value.join('=')] as const;
  });
  return Object.fromEntries(pairs);
}

/** An npx that has one package, and gets it from a folder. */
function npxFor(releaseTree: string): string {
  const command = `exec '${process.execPath}' '${join(releaseTree, 'cli.mjs')}' "$@"`;
  const refusal = 'echo "This npx has only release-actions, not $*." >&2; exit 1';
  return `#!/bin/sh\nif [ "$1 $2" != '--yes github:org/release-actions#v1' ]; then ${refusal}; fi\nshift 2\n${command}\n`;
}

type Running = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

async function run(program: string, args: readonly string[], { cwd, env }: Running) {
  const child = spawn('/bin/sh', ['-c', 'exec "$@" 2>&1', 'sh', program, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const output = await text(child.stdout);
  await ended;
  return { exitCode: child.exitCode, output };
}
