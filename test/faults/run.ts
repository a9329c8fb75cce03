import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BundleOutcome, runBundle } from '../support/bundle.ts';
import type { WorkingFolder } from '../support/perform.ts';
import { type Fault, faultsOn } from './fault.ts';
import type { Gateway } from './gateway.ts';
import { childrenEnded } from './orphans.ts';
import { type Answers, Requests } from './requests.ts';
import type { ScenarioWorld } from './scenario.ts';
import { countedPrograms, installShims } from './shims.ts';
import { literalParts, type Step, StepCounter, withoutRandomParts } from './steps.ts';

export type Run = {
  readonly outcome: BundleOutcome;
  readonly steps: readonly Step[];
  readonly answers: Answers;
  /** The faults whose steps the run reached. */
  readonly hits: readonly Fault[];
  /** Whether it had to be killed, because it took too long. */
  readonly isTimedOut: boolean;
  /** What it left behind in the temporary folders. */
  readonly litter: readonly string[];
};

export type RunOptions = {
  readonly action: string;
  readonly world: ScenarioWorld;
  readonly checkout: WorkingFolder;
  readonly gateways: readonly Gateway[];
  readonly faults?: readonly Fault[];
  /** The value of RELEASE_ACTIONS_PACE. */
  readonly pace: string;
  readonly earlier?: Answers | undefined;
};

const longest = 30_000;

/** Runs an action as a process, records the steps that it takes, and lets some of these steps go wrong. */
export async function runOnce(options: RunOptions): Promise<Run> {
  const { action, world, checkout, gateways, faults = [], pace, earlier } = options;
  const [childFault, fileFault] = [faultsOn(faults, 'child')[0], faultsOn(faults, 'file')[0]];
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'faults-'));
  const state = scratch.path;
  const [temporary, limit] = [join(state, 'temporary'), new AbortController()];
  const requests = new Requests({ faults, earlier, end: (signal) => sendSignal(state, signal) });
  await Promise.all([mkdir(temporary), writeFileFault(state, fileFault)]);
  for (const gateway of gateways) gateway.guard = (request, forward) => requests.guard(request, forward);
  const timer = setTimeout(() => limit.abort(), longest);
  const outcome = await runBundle(action, checkout, {
    inputs: world.inputs,
    jobToken: world.jobToken ?? '',
    signal: limit.signal,
    env: {
      ...world.env,
      PATH: await installShims(state, childFault, world.searchPath),
      NODE_OPTIONS: `--import=${preload}?state=${encodeURIComponent(state)}`,
      RUNNER_TEMP: temporary,
      TMPDIR: temporary,
      RELEASE_ACTIONS_PACE: pace,
    },
  }).finally(() => clearTimeout(timer));
  await childrenEnded((await parts(state, 'children')).map((line) => Number.parseInt(line, 10)));
  const recorded = await recordedSteps(state, checkout.folder);
  return {
    outcome,
    steps: [...recorded, ...requests.counter.steps],
    answers: requests.answers,
    hits: (await parts(state, 'hit')).length > 0 ? faults : requests.hits,
    isTimedOut: limit.signal.aborted,
    litter: await readdir(temporary),
  };
}

const preload = pathToFileURL(join(import.meta.dirname, 'preload.js')).href;

async function sendSignal(state: string, signal: NodeJS.Signals): Promise<void> {
  process.kill(Number(await readFile(join(state, 'pid'), 'utf8')), signal);
}

async function writeFileFault(state: string, fault: Fault | undefined): Promise<void> {
  const pattern = fault?.step.name
    .split(' ')
    .map((word, index) => (index === 0 ? word : `(?:.*/)?${expression(word)}`));
  const order =
    fault === undefined ? null : { pattern: `^${pattern?.join(' ')}$`, nth: fault.step.nth, mode: fault.mode };
  await writeFile(join(state, 'fault.json'), JSON.stringify(order));
}

const expression = (name: string) =>
  literalParts(name)
    .map((part) => RegExp.escape(part))
    .join('.*');

async function recordedSteps(state: string, workspace: string): Promise<readonly Step[]> {
  const counter = new StepCounter();
  const [children, files, programs] = await Promise.all([
    parts(state, 'children'),
    parts(state, 'files'),
    parts(state, 'programs'),
  ]);
  const isInstalled = (program: string) => program.startsWith(join(state, 'temporary')); // by the action itself
  const unknown = programs.find(
    (program) => !(countedPrograms as readonly string[]).includes(basename(program)) && !isInstalled(program),
  );
  if (unknown !== undefined)
    throw new Error(
      `The action started ${unknown}, which has no shim: add it to countedPrograms in test/faults/shims.ts.`,
    );
  for (const line of children) {
    const name = withoutRandomParts(line.slice(line.indexOf(' ') + 1), workspace);
    counter.add({ kind: 'child', name, isWrite: /^git push\b(?!.* --dry-run\b)/.test(name) });
  }
  for (const call of files) {
    const changed = call.replace(/^(copyFile|cp) .* /, '$1 '); // only the second path
    const isWrite = changed.includes(` ${workspace}/`) && !changed.includes(`${workspace}/.git/`);
    counter.add({ kind: 'file', name: withoutRandomParts(call, workspace), isWrite });
  }
  return counter.steps;
}

async function parts(state: string, file: string): Promise<readonly string[]> {
  const text = await readFile(join(state, file), 'utf8').catch(() => '');
  return text.split('\0').slice(0, -1);
}
