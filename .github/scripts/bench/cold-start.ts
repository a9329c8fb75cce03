import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allInputs } from '../../../src/runtime/contract.ts';
import { kebab } from '../../../src/runtime/input.ts';
import { actionNames, loadAction, root } from '../actions.ts';
import { quantile, table } from './table.ts';

// For every action, and until GitHub's client is loaded as well.
const goals = { start: 1.8, withClient: 5 };
const rounds = 100;
const reached = 42;

// The plan has begun when it wants the first child or connection, which then is not made, and GitHub's client is loaded
// when there is a request for it, and so a connection. Bare node pays for this too.
const preload = `import { subscribe } from 'node:diagnostics_channel';
for (const wish of process.env.WISHES.split(' ')) subscribe(wish, () => process.exit(${reached}));`;

type Start = {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly goal: number;
};
type Row = Pick<Start, 'name' | 'goal'> & { readonly times: readonly number[]; readonly ratio: number };
type Run = (start: Start) => SpawnSyncReturns<string>;

/** How long each bundled action takes from its start until its plan begins, side by side with bare node. */
export async function coldStart(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const bare = { name: 'bare node', script: join(scratch.path, 'bare.mjs'), env: { WISHES: any }, goal: 1 };
  const preloaded = join(scratch.path, 'preload.mjs');
  await Promise.all([writeFile(bare.script, `process.exit(${reached});\n`), writeFile(preloaded, preload)]);
  const run = ({ script, env }: Start) =>
    spawnSync(process.execPath, ['--import', preloaded, script], { env, encoding: 'utf8' });
  const all = [bare, ...(await Promise.all(actionNames.map(startOf))), withClient(await startOf('gh-release'))];
  // What only reads and writes files wants neither, and is measured by its work: edit.ts and docs-archive.ts.
  const starts = all.filter((one) => run(one).status === reached);
  const rows = measure(starts, run);
  const others = all.filter((one) => !starts.includes(one)).map(({ name }) => name);
  console.log(`Cold start, ${rounds} rounds; measured by their work only: ${others.join(', ')}\n`);
  console.log(table(['', 'median', 'half of them within', 'times bare node'], rows.map(cellsOf)));
  const slow = rows.filter((row) => row.ratio > row.goal);
  for (const row of slow)
    console.log(`\n${row.name} takes ${row.ratio.toFixed(2)} times as long as bare node; the goal is ${row.goal}.`);
  return slow.length === 0 && rows.some((row) => row.goal === goals.withClient);
}

const any = 'child_process net.client.socket';
// What an action must be told although no single input is required, or what keeps it from reading a file first.
const special: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  announce: { INPUT_TO: 'issue', INPUT_TEXT: 'It is out.' },
  'freeze-branch': { INPUT_STATE: 'frozen' },
  'go-module-tags': { INPUT_VERSION: 'v1.0.0' },
  'release-issue': { INPUT_DO: 'open', INPUT_TAG: 'v1.0.0' },
  'update-changelog': { INPUT_PATH: 'none' },
};

/** A step that is told no more than what it must be told. */
async function startOf(name: string): Promise<Start> {
  const inputs = Object.entries(allInputs(await loadAction(name))).filter(([, { required }]) => required);
  const given = inputs.map(([key]) => [`INPUT_${kebab(key).toUpperCase()}`, 'v1.0.0']);
  const env = { ...Object.fromEntries(given), ...special[name], GITHUB_REF: 'refs/tags/v1.0.0', WISHES: any };
  return { name, script: join(root, 'dist', name, 'index.mjs'), env, goal: goals.start };
}

/** A step whose first request goes to GitHub's API; its children run beside it. */
const withClient = (start: Start): Start => ({
  ...start,
  name: `${start.name}, until it asks GitHub`,
  env: { ...start.env, INPUT_REPOSITORY: 'org/project', INPUT_TOKEN: 'none', WISHES: 'net.client.socket' },
  goal: goals.withClient,
});

/** One of each in every round, so that all of them see the same machine; the first round only warms it up. */
function measure(starts: readonly Start[], run: Run): readonly Row[] {
  const all = Array.from({ length: rounds + 1 }, () => starts.map((start) => milliseconds(start, run))).slice(1);
  return starts.map(({ name, goal: its }, index) => {
    const ratios = all.map((round) => (round[index] ?? 0) / (round[0] ?? 1));
    return { name, goal: its, times: all.map((round) => round[index] ?? 0), ratio: quantile(ratios, 0.5) };
  });
}

function milliseconds(start: Start, run: Run): number {
  const begin = performance.now();
  const { status, output } = run(start);
  const taken = performance.now() - begin;
  if (status === reached) return taken;
  throw new Error(`${start.name} ended with ${status} before its plan began:\n${output.join('')}`);
}

function cellsOf({ name, times, ratio }: Row): readonly string[] {
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(times, part).toFixed(1));
  return [name, `${median} ms`, `${low}–${high} ms`, ratio.toFixed(2)];
}
