// Measures how long each bundled action takes from its start until its plan begins, side by side with bare node.
import { spawnSync } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { allInputs } from '../../src/runtime/contract.ts';
import { kebab } from '../../src/runtime/input.ts';
import { actionNames, loadAction, root } from './actions.ts';

const goal = 1.8;
const rounds = 100;
const reached = 42;

// The plan has begun when it wants the first child or connection, which then is not made. Bare node pays for this too.
const preload = `import { subscribe } from 'node:diagnostics_channel';
for (const wish of ['child_process', 'net.client.socket']) subscribe(wish, () => process.exit(${reached}));`;

type Start = { readonly name: string; readonly script: string; readonly env: Readonly<Record<string, string>> };
type Row = { readonly name: string; readonly times: readonly number[]; readonly ratio: number };

await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
const bare = { name: 'bare node', script: join(scratch.path, 'bare.mjs'), env: {} };
const preloaded = join(scratch.path, 'preload.mjs');
await Promise.all([writeFile(bare.script, `process.exit(${reached});\n`), writeFile(preloaded, preload)]);
const rows = measure([bare, ...(await Promise.all(actionNames.map(startOf)))]);
console.log(
  `Node ${process.versions.node}, ${availableParallelism()} cores of ${cpus()[0]?.model}, ${rounds} rounds\n`,
);
console.log(table(rows));
for (const { name, ratio } of rows.filter((row) => row.ratio > goal)) {
  console.log(`\n${name} takes ${ratio.toFixed(2)} times as long as bare node; the goal is ${goal}.`);
  process.exitCode = 1;
}

/** A step that is told no more than what it must be told. */
async function startOf(name: string): Promise<Start> {
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

function milliseconds({ name, script, env }: Start): number {
  const begin = performance.now();
  const { status, output } = spawnSync(process.execPath, ['--import', preloaded, script], { env, encoding: 'utf8' });
  const taken = performance.now() - begin;
  if (status === reached) return taken;
  throw new Error(`${name} ended with ${status} before its plan began:\n${output.join('')}`);
}

function table(all: readonly Row[]): string {
  const head = ['', 'median', 'half of them within', 'of bare node'];
  const lines = all.map(({ name, times, ratio }) => {
    const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(times, part).toFixed(1));
    return [name, `${median} ms`, `${low}–${high} ms`, ratio.toFixed(2)];
  });
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(part * (values.length - 1))] ?? 0;
}
