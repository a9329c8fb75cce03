// `npm run fuzz -- [--seed N] [--count N]`: generated versions against semver.org's expression and Python's packaging,
// generated tags against git and against what refusals promise, edits of real files against Python's parsers of YAML,
// JSON and TOML; image lists and promoter manifests against its YAML; trees of files, wheels and packaged charts against Python's tarfile and zipfile. Ends with the smallest sample for which this fails.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { quoted } from '../../src/domain/text.ts';
import { slowest } from '../../test/fuzz/adversaries.ts';
import { run, type Trial } from '../../test/fuzz/campaign.ts';
import { chartTrial } from '../../test/fuzz/chart-laws.ts';
import { editTrial } from '../../test/fuzz/edit-laws.ts';
import { loadCorpus } from '../../test/fuzz/edit-texts.ts';
import { listTrial, loadLists } from '../../test/fuzz/list-laws.ts';
import { loadManifests, manifestTrial } from '../../test/fuzz/manifest-laws.ts';
import { startPackaging } from '../../test/fuzz/packaging.ts';
import { startPython } from '../../test/fuzz/python.ts';
import { tagTrial } from '../../test/fuzz/tag-laws.ts';
import { treeTrial } from '../../test/fuzz/tree-laws.ts';
import { versionTrial } from '../../test/fuzz/version-laws.ts';
import { loadWheels, wheelTrial } from '../../test/fuzz/wheel-laws.ts';

try {
  await fuzz();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function fuzz(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
  const seed = natural('seed', values.seed ?? String(randomInt(2 ** 31)));
  const count = natural('count', values.count ?? '1000000');
  const edits = natural('count', values.count ?? '200000');
  console.log(`Again with: npm run fuzz -- --seed ${seed}${values.count === undefined ? '' : ` --count ${count}`}`);
  // Most texts are refused, and nobody reads where: a stack trace costs more than the parser.
  Error.stackTraceLimit = 0;
  await using packaging = await startPackaging();
  await using parsers = await startPython('parts.py', 'yaml');
  await report(versionTrial(packaging), seed, count);
  await report(tagTrial, seed, count);
  await report(editTrial(await loadCorpus(), parsers), seed, edits);
  await using lists = await startPython('lists.py', 'yaml');
  await report(listTrial(loadLists(), lists), seed, natural('count', values.count ?? '20000'));
  await report(manifestTrial(loadManifests(), lists), seed, natural('count', values.count ?? '20000'));
  await using archives = await startPython('archives.py', 'yaml');
  await report(treeTrial(archives), seed, natural('count', values.count ?? '20000'));
  await report(wheelTrial(await loadWheels(), archives), seed, natural('count', values.count ?? '20000'));
  await report(chartTrial(archives), seed, natural('count', values.count ?? '20000'));
  const { milliseconds, reader, text } = slowest();
  console.log(`adversaries: ${reader} needs ${milliseconds.toFixed(0)} ms for ${quoted(text)}, the most of all`);
  if (milliseconds > 1000) throw new Error('That is more than a second.');
}

async function report<T>(trial: Trial<T>, seed: number, count: number): Promise<void> {
  const start = performance.now();
  let last = start;
  const onProgress = (done: number) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    console.log(`${trial.name}: ${done} of ${count} refs, ${since(start)}`);
  };
  const counts = await run(trial, { seed, count, onProgress });
  console.log(`${trial.name}: done in ${since(start)}`);
  for (const verdict of [...counts.keys()].toSorted())
    console.log(`${String(counts.get(verdict)).padStart(9)} ${verdict}`);
}

function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function natural(name: string, text: string): number {
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a whole number, not ${JSON.stringify(text)}.`);
}
