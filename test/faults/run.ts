import { mkdir, mkdtempDisposable, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BundleOutcome, runBundle } from '../support/bundle.ts';
import type { Place } from '../support/perform.ts';
import { type Fault, faultOf } from './fault.ts';
import type { Gateway } from './gateway.ts';
import { childrenEnded } from './orphans.ts';
import { type Answers, Requests } from './requests.ts';
import type { World } from './scenario.ts';
import { countedPrograms, installShims } from './shims.ts';
import { Count, literalParts, type Step, withoutChance } from './steps.ts';

export type Run = {
  readonly outcome: BundleOutcome;
  readonly steps: readonly Step[];
  readonly answers: Answers;
  /** Whether the step was reached at which something was to go wrong. */
  readonly isHit: boolean;
  /** Whether it had to be ended, because it did not end by itself. */
  readonly isEndless: boolean;
  /** What it left in the temporary folders. */
  readonly litter: readonly string[];
};

/** What is told of a run. */
export type Course = {
  readonly action: string;
  readonly world: World;
  readonly place: Place;
  readonly gateways: readonly Gateway[];
  readonly fault?: Fault | undefined;
  readonly earlier?: Answers | undefined;
};

const pace = '0.02';
const longest = 30_000;

/** Runs an action as a process, counts what it does outside itself, and lets one thing of it go wrong. */
export async function runOnce(course: Course): Promise<Run> {
  const { action, world, place, gateways, fault, earlier } = course;
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'faults-'));
  const state = scratch.path;
  const [temporary, limit] = [join(state, 'temporary'), new AbortController()];
  const requests = new Requests({ fault, earlier, end: (signal) => end(state, signal) });
  await Promise.all([mkdir(temporary), orderFileFault(state, fault)]);
  for (const gateway of gateways) gateway.guard = (request, forward) => requests.guard(request, forward);
  const timer = setTimeout(() => limit.abort(), longest);
  const outcome = await runBundle(action, place, {
    inputs: world.inputs,
    jobToken: world.jobToken ?? '',
    signal: limit.signal,
    env: {
      ...world.env,
      PATH: await installShims(state, faultOf(fault, 'child')),
      NODE_OPTIONS: `--import=${preload}?state=${encodeURIComponent(state)}`,
      RUNNER_TEMP: temporary,
      TMPDIR: temporary,
      RELEASE_ACTIONS_PACE: pace,
    },
  }).finally(() => clearTimeout(timer));
  await childrenEnded((await parts(state, 'children')).map((line) => Number.parseInt(line, 10)));
  const noted = await notedSteps(state, place.folder);
  return {
    outcome,
    steps: [...noted, ...requests.count.steps],
    answers: requests.answers,
    isHit: requests.isHit || (await parts(state, 'hit')).length > 0,
    isEndless: limit.signal.aborted,
    litter: await readdir(temporary),
  };
}

const preload = pathToFileURL(join(import.meta.dirname, 'preload.js')).href;

async function end(state: string, signal: NodeJS.Signals): Promise<void> {
  process.kill(Number(await readFile(join(state, 'pid'), 'utf8')), signal);
}

async function orderFileFault(state: string, fault: Fault | undefined): Promise<void> {
  const one = faultOf(fault, 'file');
  const pattern = one?.step.name.split(' ').map((word, index) => (index === 0 ? word : `(?:.*/)?${expression(word)}`));
  const order = one === undefined ? null : { pattern: `^${pattern?.join(' ')}$`, nth: one.step.nth, mode: one.mode };
  await writeFile(join(state, 'fault.json'), JSON.stringify(order));
}

const expression = (name: string) =>
  literalParts(name)
    .map((part) => RegExp.escape(part))
    .join('.*');

async function notedSteps(state: string, workspace: string): Promise<readonly Step[]> {
  const count = new Count();
  const [children, files, programs] = await Promise.all([
    parts(state, 'children'),
    parts(state, 'files'),
    parts(state, 'programs'),
  ]);
  const unknown = programs.find((program) => !(countedPrograms as readonly string[]).includes(program));
  if (unknown !== undefined) throw new Error(`${unknown} is not counted: add it to test/faults/shims.ts.`);
  for (const line of children) {
    const name = withoutChance(line.slice(line.indexOf(' ') + 1), workspace);
    count.add({ kind: 'child', name, isWrite: /^git push\b(?!.* --dry-run\b)/.test(name) });
  }
  for (const call of files) {
    const isWrite = call.includes(` ${workspace}/`) && !call.includes(`${workspace}/.git/`);
    count.add({ kind: 'file', name: withoutChance(call, workspace), isWrite });
  }
  return count.steps;
}

async function parts(state: string, file: string): Promise<readonly string[]> {
  const text = await readFile(join(state, file), 'utf8').catch(() => '');
  return text.split('\0').slice(0, -1);
}
