// `npm test` checks what a change may break, and `--all` also what takes minutes: .ci/run does that. A filter, as in
// `npm test -- push-tag`, runs all tests in the files whose path holds it, and nothing else.
import { spawn } from 'node:child_process';
import { glob, mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inspect, stripVTControlCharacters } from 'node:util';
import { freshClone } from '../../test/support/fresh-clone.ts';
import { tool } from '../../test/support/tool.ts';
import { isExhaustive, slowestFiles, tallyOf, type Tally, unrunTests } from './tally.ts';

type Check = readonly [name: string, run: () => Promise<Tally>];

const project = join(import.meta.dirname, '..', '..');
const isAll = process.argv.includes('--all');
const filter = process.argv.slice(2).filter((argument) => argument !== '--all');
const checks: readonly Check[] = [
  ...(isAll ? [['fresh clone', runFreshClone] as const] : []),
  ['dist', () => check('node', '.github/scripts/build.ts', '--check')],
  ['actionlint', runActionlint],
  ['zizmor', runZizmor],
  ['act --validate', runActValidate],
  ['types', () => check('tsc', '--project', '.')],
  ['lint', () => check('oxlint', '.', '.github/scripts')],
  ['dead code', () => check('knip')],
  ['format', () => check('oxfmt', '--check')],
  ['generated files', () => check('node', '.github/scripts/generate.ts', '--check')],
  ['tests', runTests],
];

const running = new Set<string>();
const begin = performance.now();
const secondsSince = (start: number) => (performance.now() - start) / 1000;
setInterval(
  () => console.log(`… ${[...running].join(', ')}: ${secondsSince(begin).toFixed(0)} s so far`),
  20_000,
).unref();

const sum = sumOf(filter.length === 0 ? await performAll(checks) : [await perform(['tests', runTests])]);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;

/** Two at a time, as many as the machines of CI have cores. The first waits for the network: the others pass it by. */
async function performAll(all: readonly Check[]): Promise<Tally[]> {
  const queue = all.values();
  const lane = async (): Promise<Tally[]> => {
    const done: Tally[] = [];
    for (const next of queue) done.push(await perform(next));
    return done;
  };
  return (await Promise.all([lane(), lane()])).flat();
}

async function perform([name, run]: Check): Promise<Tally> {
  const start = performance.now();
  running.add(name);
  const tally = await run().catch((error: unknown) => ({ passed: 0, failed: 1, output: inspect(error) }));
  running.delete(name);
  console.log(`${tally.failed === 0 ? '✓' : '✗'} ${name} (${secondsSince(start).toFixed(1)} s)`);
  if (tally.failed > 0) console.log(`${readable(tally.output).trim()}\n`);
  return tally;
}

function readable(output: string): string {
  return process.stdout.isTTY ? output : stripVTControlCharacters(output);
}

async function check(program: string, ...args: readonly string[]): Promise<Tally> {
  const { exitCode, output } = await execute(program, args);
  return exitCode === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** The main command of the README, as it is for somebody who has just cloned the project. */
async function runFreshClone(): Promise<Tally> {
  await using clone = await freshClone(project);
  const { exitCode, output, silentSeconds } = await clone.run('npm', 'run', 'example', '--', 'cloud-api-adaptor');
  if (exitCode !== 0) return { passed: 0, failed: 1, output: `${output}\nIt ended with ${exitCode}.` };
  const isSilent = silentSeconds > 60;
  return { passed: 1, failed: isSilent ? 1 : 0, output: `${output}\nIt said nothing for ${silentSeconds} seconds.` };
}

/** Every workflow that ships: of the project, of its releases, and of the examples that others copy. */
function workflows(): Promise<string[]> {
  const folders = ['.', 'dist', 'action-examples/*'].map((folder) => `${folder}/.github/workflows/*.yml`);
  return Array.fromAsync(glob(folders, { cwd: project }));
}

// Without the two linters that it would call if they happen to be on PATH, so that it says the same everywhere.
async function runActionlint(): Promise<Tally> {
  return check(await tool('actionlint'), '-shellcheck=', '-pyflakes=', ...(await workflows()));
}

/** Each repository with its own configuration. */
async function runZizmor(): Promise<Tally> {
  const options = ['--offline', '--no-progress', '--persona', 'pedantic'];
  const own = check(await tool('zizmor'), ...options, '.github');
  const released = check(await tool('zizmor'), ...options, '--config', 'workflows/zizmor.yaml', 'dist/.github');
  const examples = await Array.fromAsync(glob('action-examples/*/.github', { cwd: project }));
  const theirs = examples.map(async (folder) =>
    check(await tool('zizmor'), ...options, '--config', `${folder}/zizmor.yml`, folder),
  );
  return sumOf(await Promise.all([own, released, ...theirs]));
}

async function runActValidate(): Promise<Tally> {
  const act = await tool('act');
  const validate = (path: string) => check(act, '--validate', '--strict', '--workflows', path);
  return sumOf(await Promise.all((await workflows()).map(validate)));
}

function sumOf(parts: readonly Tally[]): Tally {
  const total = (kind: 'passed' | 'failed') => parts.reduce((all, part) => all + part[kind], 0);
  const output = parts.flatMap((part) => (part.failed > 0 ? [part.output] : []));
  return { passed: total('passed'), failed: total('failed'), output: output.join('\n') };
}

async function runTests(): Promise<Tally> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'release-actions-'));
  const report = join(scratch.path, 'report.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  // Why: docs/decisions.md D95
  const isSample = !isAll && filter.length === 0;
  const tags = isSample ? ['--tagsFilter=!exhaustive'] : [];
  const { exitCode, output } = await execute('vitest', ['run', ...reporters, ...tags, ...filter]);
  const isNarrowed = filter.some((option) => /^(-t|--testNamePattern)/.test(option));
  const told = await readFile(report, 'utf8').catch(() => undefined);
  for (const line of slowestFiles(told, project)) console.log(line);
  const isLeftOut = isNarrowed ? () => true : isSample ? isExhaustive : () => false;
  const leftOut = isSample ? unrunTests(told).filter(isExhaustive).length : 0;
  if (leftOut > 0) console.log(`Left out: the fresh clone and ${leftOut} tests. npm test -- --all performs them, too.`);
  const tally = tallyOf(told, exitCode, isLeftOut);
  return { ...tally, output: `${output}\n${tally.output}` };
}

type Ended = { readonly exitCode: number | null; readonly output: string };

function execute(program: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, PATH: [join(project, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) };
  const child = spawn(program, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child.once('error', reject);
  child.once('close', (exitCode) => resolve({ exitCode, output: Buffer.concat(chunks).toString() }));
  return promise;
}
