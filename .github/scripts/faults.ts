// `npm run faults -- [--action NAME] [--step N[,N]] [--mode MODE[,MODE]] [--sample N] [--pairs N] [--seed N] [--record FILE]
// [--write]`: lets one thing go wrong at every step that the bundled actions take outside themselves, or two things in one
// run (--pairs), and runs each of them again. Ends with 1 on any miss. --record keeps the verdicts in a file; called again
// with it, the command goes on where it was ended. --write puts the tables of a whole run into docs/reliability.md.
import { randomInt } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandOf, modesOfTrial, prepare, type Result } from '../../test/faults/campaign.ts';
import { allModes } from '../../test/faults/modes.ts';
import { missesOf, pairsTableOf, tablesOf } from '../../test/faults/tables.ts';
import type { Verdict } from '../../test/faults/verdict.ts';
import { actionNames, root } from './actions.ts';

const document = join(root, 'docs/reliability.md');
const endMarker = '<!-- end of generated -->';

try {
  await faults();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function faults(): Promise<void> {
  const start = performance.now();
  const { isWritten, record, ...selection } = asked();
  const known = record === undefined ? new Map<string, Verdict>() : recorded(record);
  const { trials, perform } = await prepare(selection, known);
  if (trials.length === 0) throw new Error('There is no such step, or it cannot go wrong in this mode.');
  const isDrawn = (selection.sample ?? selection.pairs) !== undefined;
  console.log(`${trials.length} trials${isDrawn ? `, drawn with --seed ${selection.seed}` : ''}\n`);
  const told = reporter(trials.length, selection.steps !== undefined);
  const results = await perform((result, done) => {
    told(result, done);
    const command = commandOf(result.trial);
    if (record !== undefined && !known.has(command))
      appendFileSync(record, `${JSON.stringify({ command, verdict: result.verdict })}\n`);
  });
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  const misses = missesOf(results);
  const tables = selection.pairs === undefined ? tablesOf(results) : pairsTableOf(results);
  const done = results.filter(({ trial }) => known.has(commandOf(trial))).length;
  const total = `${results.length} trials, ${misses.length} missed`;
  const time = done === 0 ? `in ${minutes} minutes` : `${done} of them before, the others in ${minutes} minutes`;
  console.log(`${tables}\n\n${[...misses, ''].join('\n\n')}\n${total}, ${time}`);
  if (isWritten) write(selection.pairs, `${tables}\n\n${total}${done === 0 ? `, ${time}` : ''}.`);
  process.exitCode = misses.length === 0 ? 0 : 1;
}

/** The verdicts of an earlier run, by the commands of their trials. The last line may be incomplete. */
function recorded(file: string): Map<string, Verdict> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const entries = lines.map((line) => JSON.parse(line) as { readonly command: string; readonly verdict: Verdict });
  return new Map(entries.map(({ command, verdict }) => [command, verdict]));
}

function asked() {
  const text = { type: 'string' } as const;
  const options = {
    action: text,
    step: text,
    mode: text,
    sample: text,
    pairs: text,
    seed: text,
    record: text,
    write: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  const { action, step, mode, sample, pairs, seed = String(randomInt(2 ** 31)), record } = values;
  const { write: isWritten = false } = values;
  if (step !== undefined && action === undefined)
    throw new Error('--step needs --action: every action counts its own.');
  if (isWritten && (step ?? mode ?? sample ?? action) !== undefined) throw new Error('--write is for a whole run.');
  if (record !== undefined && (sample ?? pairs) !== undefined && values.seed === undefined)
    throw new Error('--record of a sample needs --seed: otherwise the next run draws other trials.');
  return {
    actions: action === undefined ? actionNames : [oneOf('action', action, actionNames)],
    steps: step?.split(',').map((one) => natural('step', one)),
    modes: mode?.split(',').map((one) => oneOf('mode', one, allModes)),
    sample: sample === undefined ? undefined : natural('sample', sample),
    pairs: pairs === undefined ? undefined : natural('pairs', pairs),
    seed: natural('seed', seed),
    record,
    isWritten,
  };
}

function reporter(total: number, isTold: boolean): (result: Result, done: number) => void {
  let last = performance.now();
  return ({ trial, verdict }, done) => {
    if (isTold)
      console.log(
        `${modesOfTrial(trial).join(', ')}: ${verdict.end}${verdict.converged === true ? ', then converged' : ''}`,
      );
    if (performance.now() - last < 10_000) return;
    last = performance.now();
    console.log(`${done} of ${total}`);
  };
}

function write(pairs: number | undefined, content: string): void {
  const text = readFileSync(document, 'utf8');
  const options = pairs === undefined ? '--write' : `--pairs ${pairs} --write`;
  const marker = `<!-- generated: npm run faults -- ${options} -->`;
  const start = text.indexOf(marker);
  const end = text.indexOf(endMarker, start);
  if (start < 0 || end < start) throw new Error(`${document} lacks the lines ${marker} and ${endMarker}.`);
  writeFileSync(document, `${text.slice(0, start + marker.length)}\n\n${content}\n\n${text.slice(end)}`);
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
