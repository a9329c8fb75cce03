import { isDeepStrictEqual } from 'node:util';
import type { Annotation, BundleOutcome } from '../support/bundle.ts';
import type { Expectation } from './modes.ts';
import type { Fault } from './fault.ts';
import type { Run } from './run.ts';
import type { ScenarioWorld, Snapshot } from './scenario.ts';

/** How the run with the fault ended. `bad` means that it broke a rule. */
export type End = 'survived' | 'ended clearly' | 'stopped' | 'not reached' | 'bad';

export type Verdict = {
  readonly end: End;
  /** Whether the next run finished the work. Undefined if nothing was left to do. */
  readonly converged: boolean | undefined;
  /** The rules that do not hold. An empty list means that all is well. */
  readonly misses: readonly string[];
};

export type Observed = {
  /** Undefined for a run without a fault. */
  readonly fault: Fault | undefined;
  readonly expectation: Expectation;
  readonly world: Pick<ScenarioWorld, 'violationOf' | 'outputs' | 'expected'>;
  readonly run: Run;
  readonly snapshot: Snapshot;
  readonly next: Run;
  readonly nextSnapshot: Snapshot;
};

/** Judges a run with one fault, and the run after it, by the state of the world afterwards. */
export function judge(observed: Observed): Verdict {
  const { fault, world, run, snapshot, next, nextSnapshot } = observed;
  const end = endOf(observed, [...differences(world.expected, snapshot), ...wrongOutputs(world, run)]);
  const wasGreen = run.outcome.exitCode === 0;
  const left = [...differences(world.expected, nextSnapshot), ...wrongOutputs(world, next)];
  const nextMisses = [
    ...(next.outcome.exitCode === 0 ? [] : [`the next run ended with ${ending(next)}`]),
    ...left.map((difference) => `after the next run, ${difference}`),
    ...(wasGreen && end.misses.length === 0 ? next.steps.filter(({ isWrite }) => isWrite) : []).map(
      ({ name }) => `the next run had nothing to do, but did ${name}`,
    ),
  ];
  const flaw = world.violationOf?.(snapshot);
  const flaws = flaw === undefined ? [] : [`after the run, ${flaw}`];
  const misses = [...end.misses, ...flaws, ...litterOf(run, fault), ...nextMisses];
  return { end: end.end, converged: wasGreen ? undefined : nextMisses.length === 0, misses };
}

type EndAndMisses = { readonly end: End; readonly misses: readonly string[] };

function endOf({ fault, run, expectation }: Observed, differing: readonly string[]): EndAndMisses {
  const { exitCode } = run.outcome;
  if (run.isTimedOut) return { end: 'bad', misses: ['the run took too long and was killed'] };
  if (fault !== undefined && run.hits.length === 0)
    return { end: 'not reached', misses: ['the run did not reach the step of the fault'] };
  if (exitCode === 0) {
    const misses = differing.map((difference) => `the run ended green, but ${difference}`);
    return { end: misses.length === 0 ? 'survived' : 'bad', misses };
  }
  if (expectation === 'stop')
    return {
      end: 'stopped',
      misses: exitCode === undefined ? [] : [`the run should have been killed, but ended with ${ending(run)}`],
    };
  const isTooLate = fault?.mode === 'sigterm' && exitCode === 143 && differing.length === 0;
  if (isTooLate) return { end: 'ended clearly', misses: [] };
  if (expectation === 'survive')
    return { end: 'bad', misses: [`the run should have survived this fault, but ended with ${ending(run)}`] };
  const misses = unclear(run.outcome);
  return { end: misses.length === 0 ? 'ended clearly' : 'bad', misses };
}

/** What a person would need to know, and is not told. */
function unclear({ exitCode, annotations, log }: BundleOutcome): readonly string[] {
  const errors = annotations.filter(({ level }) => level === 'error');
  if (exitCode === undefined) return ['a signal ended the run'];
  if (errors.length === 0) return [`the run ended with ${exitCode}, and there is no error message`];
  return errors.flatMap((error) => [
    ...(hasFix(error) ? [] : [`the error does not say what to do: ${error.message}`]),
    ...(isBug(error) ? [`the error is reported as a bug: ${lastLines(log)}`] : []),
  ]);
}

const hasFix = ({ message }: Annotation): boolean => message.includes('\n');
const isBug = ({ message }: Annotation): boolean => message.startsWith('This is a bug');

/** What a run left behind. A killed run cannot tidy up, nor can a run whose removal of a file was the fault. */
function litterOf({ litter, outcome }: Run, fault: Fault | undefined): readonly string[] {
  const isDenied = fault?.mode === 'fail-before' && /^(?:rm|rmdir|unlink) /.test(fault.step.name);
  const isExcused = outcome.exitCode === undefined || isDenied;
  const own = litter.filter((name) => !name.startsWith('.git_')); // git does not always tidy up after ssh-keygen
  return isExcused ? [] : own.map((name) => `the run left ${name.replace(/\w{6}$/, '*')} behind`);
}

function differences(expected: Snapshot, snapshot: Snapshot): readonly string[] {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(snapshot)])];
  return keys
    .filter((key) => !isDeepStrictEqual(expected[key], snapshot[key]))
    .map((key) => differenceAt(key, expected[key], snapshot[key]));
}

function differenceAt(key: string, expected: unknown, found: unknown): string {
  if (found === undefined) return `${key} is missing; it should be ${shown(expected)}`;
  return expected === undefined
    ? `${key} is ${shown(found)}, but should not exist`
    : `${key} is ${shown(found)}, not ${shown(expected)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function wrongOutputs({ outputs = {} }: Pick<ScenarioWorld, 'outputs'>, { outcome }: Run): readonly string[] {
  const given = Object.keys(outputs).map((name) => [name, outcome.outputs[name]] as const);
  return differences(outputs, Object.fromEntries(given)).map((difference) => `the output ${difference}`);
}

function ending({ outcome }: Run): string {
  const error = outcome.annotations.find(({ level }) => level === 'error');
  return `${outcome.exitCode ?? 'a signal'}: ${error?.message.replaceAll('\n', ' ') ?? lastLines(outcome.log)}`;
}

const lastLines = (log: string): string => log.trim().split('\n').slice(-6).join(' · ');
