import { spawnSync } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allInputs } from '../../../src/runtime/contract.ts';
import { kebab } from '../../../src/runtime/input.ts';
import { actionNames, loadAction, root } from '../actions.ts';
import { quantile, table } from './table.ts';

const goal = 1.8;
const rounds = 100;
const reached = 42;

// The plan has begun when it wants the first child or connection, which then is not made. Bare node pays for this too.
const preload = `import { subscribe } from 'node:diagnostics_channel';
for (const wish of ['child_process', 'net.client.socket']) subscribe(wish, () => process.exit(${reached}));`;

type Start = {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly preloaded: string;
};
type Row = { readonly name: string; readonly times: readonly number[]; readonly ratio: number };

/** How long each bundled action takes from its start until its plan begins, side by side with bare node. */
export async function coldStart(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const bare = { name: 'bare node', script: join(scratch.path, 'bare.mjs'), env: {} };
  const preloaded = join(scratch.path, 'preload.mjs');
  await Promise.all([writeFile(bare.script, `process.exit(${reached});\n`), writeFile(preloaded, preload)]);
  const all = [bare, ...(await Promise.all(actionNames.map(startOf)))].map((one) => ({ ...one, preloaded }));
  // What only reads and writes files wants neither, and is measured by its work: edit.ts.
  const starts = all.filter((one) => run(one).status === reached);
  const rows = measure(starts);
  console.log(`Cold start, ${rounds} rounds\n`);
  console.log(table(['', 'median', 'half of them within', 'of bare node'], rows.map(cellsOf)));
  const slow = rows.filter(({ ratio }) => ratio > goal);
  for (const { name, ratio } of slow)
    console.log(`\n${name} takes ${ratio.toFixed(2)} times as long as bare node; the goal is ${goal}.`);
  return slow.length === 0 && starts.length > 1;
}

/** A step that is told no more than what it must be told. */
async function startOf(name: string): Promise<Omit<Start, 'preloaded'>> {
  const inputs = Object.entries(allInputs(await loadAction(name))).filter(([, { required }]) => required);
  const given = inputs.map(([key]) => [`INPUT_${kebab(key).toUpperCase()}`, 'v1.0.0']);
  const env = { ...Object.fromEntries(given), GITHUB_REF: 'refs/tags/v1.0.0' };
  return { name, script: join(root, 'dist', name, 'index.mjs'), env };
}

/** One of each in every round, so that all of them see the same machine; the first round only warms it up. */
function measure(starts: readonly Start[]): readonly Row[] {
  const all = Array.from({ length: rounds + 1 }, () => starts.map(milliseconds)).slice(1);
  return starts.map(({ name }, index) => {
    const ratios = all.map((round) => (round[index] ?? 0) / (round[0] ?? 1));
    return { name, times: all.map((round) => round[index] ?? 0), ratio: quantile(ratios, 0.5) };
  });
}

function milliseconds(start: Start): number {
  const begin = performance.now();
  const { status, output } = run(start);
  const taken = performance.now() - begin;
  if (status === reached) return taken;
  throw new Error(`${start.name} ended with ${status} before its plan began:\n${output.join('')}`);
}

const run = ({ preloaded, script, env }: Start) =>
  spawnSync(process.execPath, ['--import', preloaded, script], { env, encoding: 'utf8' });

function cellsOf({ name, times, ratio }: Row): readonly string[] {
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(times, part).toFixed(1));
  return [name, `${median} ms`, `${low}–${high} ms`, ratio.toFixed(2)];
}
