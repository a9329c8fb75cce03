// `npm run faults -- [--action NAME] [--step N] [--mode MODE] [--sample N] [--seed N] [--write]`: lets one thing go wrong
// at every step that the bundled actions take outside themselves, and runs each of them again. Ends with 1 on any miss.
// --write puts the tables of a whole run into docs/reliability.md.
import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, type Result } from '../../test/faults/campaign.ts';
import { allModes } from '../../test/faults/modes.ts';
import { missesOf, tablesOf } from '../../test/faults/tables.ts';
import { actionNames, root } from './actions.ts';

const document = join(root, 'docs/reliability.md');
const markers = ['<!-- generated: npm run faults -- --write -->', '<!-- end of generated -->'] as const;

try {
  await faults();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function faults(): Promise<void> {
  const start = performance.now();
  const { isWritten, ...selection } = asked();
  const { trials, perform } = await prepare(selection);
  if (trials.length === 0) throw new Error('There is no such step, or it cannot go wrong in this mode.');
  const drawn = selection.sample === undefined ? '' : `, drawn with --seed ${selection.seed}`;
  console.log(`${trials.length} faults${drawn}\n`);
  const results = await perform(reporter(trials.length, selection.step !== undefined));
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  const misses = missesOf(results);
  console.log(`${tablesOf(results)}\n\n${[...misses, ''].join('\n\n')}`);
  console.log(`${results.length} faults, ${misses.length} missed, ${minutes} minutes`);
  if (isWritten)
    write(`${tablesOf(results)}\n\n${results.length} faults, ${misses.length} missed, in ${minutes} minutes.`);
  process.exitCode = misses.length === 0 ? 0 : 1;
}

function asked() {
  const text = { type: 'string' } as const;
  const options = {
    action: text,
    step: text,
    mode: text,
    sample: text,
    seed: text,
    write: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const { action, step, mode, sample, seed = String(randomInt(2 ** 31)), write: isWritten = false } = values;
  if (step !== undefined && action === undefined)
    throw new Error('--step needs --action: every action counts its own.');
  if (isWritten && (step ?? mode ?? sample ?? action) !== undefined) throw new Error('--write is for a whole run.');
  return {
    actions: action === undefined ? actionNames : [oneOf('action', action, actionNames)],
    step: step === undefined ? undefined : natural('step', step),
    mode: mode === undefined ? undefined : oneOf('mode', mode, allModes),
    sample: sample === undefined ? undefined : natural('sample', sample),
    seed: natural('seed', seed),
    isWritten,
  };
}

function reporter(total: number, isTold: boolean): (result: Result, done: number) => void {
  let last = performance.now();
  return ({ trial, verdict }, done) => {
    if (isTold) console.log(`${trial.mode}: ${verdict.end}${verdict.converged === true ? ', then converged' : ''}`);
    if (performance.now() - last < 10_000) return;
    last = performance.now();
    console.log(`${done} of ${total}`);
  };
}

function write(content: string): void {
  const text = readFileSync(document, 'utf8');
  const [start, end] = markers.map((marker) => text.indexOf(marker));
  if (start === undefined || end === undefined || start < 0 || end < start)
    throw new Error(`${document} lacks the lines ${markers.join(' and ')}.`);
  writeFileSync(document, `${text.slice(0, start + markers[0].length)}\n\n${content}\n\n${text.slice(end)}`);
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Error(`--${name} is ${JSON.stringify(value)}, not one of ${known.join(', ')}.`);
}

function natural(name: string, text: string): number {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number, not ${JSON.stringify(text)}.`);
}
