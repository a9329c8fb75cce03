import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, nat, record, sample, shuffledSubarray } from 'fast-check';
import commitChanges from '../../actions/commit-changes/action.ts';
import { succeed } from '../support/perform.ts';
import { type Checkout, type ScratchRepository, scratchRepository } from '../support/repository.ts';

const lineCount = 40;

type Runner = {
  /** The lines of the shared file that it edits. */
  readonly line: number;
  readonly depth: 0 | 1;
  /** When it starts, in milliseconds. */
  readonly start: number;
};

/** Eight runners. Each edits its own line of a shared file, and its own file. */
const race = record({
  // At least one line is between any two, because neighbouring edits conflict.
  lines: shuffledSubarray(
    Array.from({ length: lineCount / 4 }, (_, index) => index * 4),
    { minLength: 8, maxLength: 8 },
  ),
  depths: array(constantFrom(0 as const, 1 as const), { minLength: 8, maxLength: 8 }),
  starts: array(nat(150), { minLength: 8, maxLength: 8 }),
  /** The delay of each answer of the server, in milliseconds. */
  delays: array(nat(40), { minLength: 1, maxLength: 20 }),
});

/** What is wrong after the race of a seed. Nothing is if every edit is there, in one commit each, without force. */
export async function lossesOf(seed: number): Promise<readonly string[]> {
  const [{ lines, depths, starts, delays } = raise()] = sample(race, { seed, numRuns: 1 });
  await using repository = await scratchRepository({ shared: textWith(new Map()) }, { server: {} });
  const begun = await repository.head();
  let requests = 0;
  repository.server.fault = async () => {
    await sleep(delays[requests++ % delays.length]);
    return undefined;
  };
  const runners = lines.map((line, index) => ({ line, depth: depths[index] ?? 0, start: starts[index] ?? 0 }));
  const clones: Checkout[] = [];
  for (const { depth } of runners) clones.push(await repository.clone({ depth }));
  await Promise.all(runners.map((runner, index) => go(runner, index, clones[index] ?? raise())));
  return await losses(repository, runners, begun);
}

async function go({ line, start }: Runner, index: number, clone: Checkout): Promise<void> {
  await sleep(start);
  await clone.write('shared', textWith(new Map([[line, index]])));
  await clone.write(`own-${index}`, `${index}\n`);
  await succeed(commitChanges, clone, {
    inputs: { paths: `shared\nown-${index}`, message: `runner ${index}` },
    pace: 0.6, // 36 seconds of patience, also on a busy machine
  });
}

async function losses(repository: ScratchRepository, runners: readonly Runner[], begun: string): Promise<string[]> {
  const git = (...args: string[]) => repository.git('--git-dir', repository.scratch.origin, ...args);
  const wanted = textWith(new Map(runners.map(({ line }, index) => [line, index])));
  const subjects = (await git('log', '--first-parent', '--format=%s', `${begun}..main`)).split('\n');
  const own = (await git('ls-tree', '--name-only', 'main')).split('\n').filter((name) => name.startsWith('own-'));
  return [
    ...((await git('show', 'main:shared')) === wanted.trim() ? [] : ['the shared file lost a line']),
    ...(new Set(subjects).size === 8 && subjects.length === 8 ? [] : [`the commits are ${subjects.join(', ')}`]),
    ...(own.length === 8 ? [] : [`the files are ${own.join(', ')}`]),
  ];
}

const textWith = (changes: ReadonlyMap<number, number>) =>
  Array.from({ length: lineCount }, (_, line) => `${changes.get(line)?.toString() ?? `line ${line}`}\n`).join('');

function raise(): never {
  throw new Error('There are eight of everything.');
}
