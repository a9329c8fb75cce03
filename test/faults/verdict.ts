import { isDeepStrictEqual } from 'node:util';
import type { Annotation, BundleOutcome } from '../support/bundle.ts';
import type { Demand } from './modes.ts';
import type { Fault } from './fault.ts';
import type { Run } from './run.ts';
import type { Sight, World } from './scenario.ts';

/** How the run with the fault ended. */
export type End = 'survived' | 'ended clearly' | 'stopped' | 'not reached' | 'bad';

export type Verdict = {
  readonly end: End;
  /** Whether a next run was needed, and brought the world to where it should be. */
  readonly converged: boolean | undefined;
  /** What should hold and does not; none where all is well. */
  readonly misses: readonly string[];
};

export type Observed = {
  /** Undefined where nothing was to go wrong. */
  readonly fault: Fault | undefined;
  readonly demand: Demand;
  readonly world: Pick<World, 'flawOf' | 'outputs' | 'wanted'>;
  readonly run: Run;
  readonly seen: Sight;
  readonly next: Run;
  readonly seenNext: Sight;
};

/** Judges a run with one fault, and the one after it, by what became of the world. */
export function judge(observed: Observed): Verdict {
  const { fault, world, run, seen, next, seenNext } = observed;
  const end = endOf(observed, [...differences(world.wanted, seen), ...wrongOutputs(world, run)]);
  const wasGreen = run.outcome.exitCode === 0;
  const left = [...differences(world.wanted, seenNext), ...wrongOutputs(world, next)];
  const nextMisses = [
    ...(next.outcome.exitCode === 0 ? [] : [`the next run ended with ${ending(next)}`]),
    ...left.map((difference) => `after the next run, ${difference}`),
    ...(wasGreen && end.misses.length === 0 ? next.steps.filter(({ isWrite }) => isWrite) : []).map(
      ({ name }) => `the next run had nothing to do, and did ${name}`,
    ),
  ];
  const flaw = world.flawOf?.(seen);
  const flaws = flaw === undefined ? [] : [`at its end, ${flaw}`];
  const misses = [...end.misses, ...flaws, ...litterOf(run, fault), ...nextMisses];
  return { end: end.end, converged: wasGreen ? undefined : nextMisses.length === 0, misses };
}

type Ended = { readonly end: End; readonly misses: readonly string[] };

function endOf({ fault, run, demand }: Observed, differing: readonly string[]): Ended {
  const { exitCode } = run.outcome;
  if (run.isEndless) return { end: 'bad', misses: ['it did not end by itself'] };
  if (fault !== undefined && !run.isHit) return { end: 'not reached', misses: ['the step was not reached'] };
  if (exitCode === 0) {
    const misses = differing.map((difference) => `it ended green, but ${difference}`);
    return { end: misses.length === 0 ? 'survived' : 'bad', misses };
  }
  if (demand === 'stop')
    return { end: 'stopped', misses: exitCode === undefined ? [] : [`it ended with ${ending(run)}`] };
  const isTooLate = fault?.mode === 'sigterm' && exitCode === 143 && differing.length === 0;
  if (isTooLate) return { end: 'ended clearly', misses: [] };
  if (demand === 'survive') return { end: 'bad', misses: [`it passes, and was not survived: ${ending(run)}`] };
  const misses = unclear(run.outcome);
  return { end: misses.length === 0 ? 'ended clearly' : 'bad', misses };
}

/** What is missing for a person to know what to do now. */
function unclear({ exitCode, annotations, log }: BundleOutcome): readonly string[] {
  const errors = annotations.filter(({ level }) => level === 'error');
  if (exitCode === undefined) return ['a signal ended it'];
  if (errors.length === 0) return [`it ended with ${exitCode}, and nothing tells why`];
  const isSystem = /\b(?:EIO|ENOSPC): .*/.test(log); // the disk is what is wrong, and is named
  return errors.flatMap((error) => [
    ...(hasFix(error) ? [] : [`nothing tells what to do about: ${error.message}`]),
    ...(isBug(error) && !isSystem ? [`it calls itself a bug: ${lastLines(log)}`] : []),
  ]);
}

const hasFix = ({ message }: Annotation): boolean => message.includes('\n');
const isBug = ({ message }: Annotation): boolean => message.startsWith('This is a bug');

/** Whoever is killed cannot tidy up, nor who is refused just that; everybody else leaves nothing behind. */
function litterOf({ litter, outcome }: Run, fault: Fault | undefined): readonly string[] {
  const isDenied = fault?.mode === 'fail-before' && /^(?:rm|rmdir|unlink) /.test(fault.step.name);
  const isExcused = outcome.exitCode === undefined || isDenied;
  const own = litter.filter((name) => !name.startsWith('.git_')); // git does not always tidy up after ssh-keygen
  return isExcused ? [] : own.map((name) => `it left ${name.replace(/\w{6}$/, '*')} behind`);
}

function differences(wanted: Sight, seen: Sight): readonly string[] {
  const keys = [...new Set([...Object.keys(wanted), ...Object.keys(seen)])];
  return keys
    .filter((key) => !isDeepStrictEqual(wanted[key], seen[key]))
    .map((key) => `${key} is ${shown(seen[key])}, not ${shown(wanted[key])}`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'not there';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function wrongOutputs({ outputs = {} }: Pick<World, 'outputs'>, { outcome }: Run): readonly string[] {
  const given = Object.keys(outputs).map((name) => [name, outcome.outputs[name]] as const);
  return differences(outputs, Object.fromEntries(given)).map((difference) => `the output ${difference}`);
}

function ending({ outcome }: Run): string {
  const error = outcome.annotations.find(({ level }) => level === 'error');
  return `${outcome.exitCode ?? 'a signal'}: ${error?.message.replaceAll('\n', ' ') ?? lastLines(outcome.log)}`;
}

const lastLines = (log: string): string => log.trim().split('\n').slice(-6).join(' · ');
