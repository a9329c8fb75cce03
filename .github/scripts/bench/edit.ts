import { spawnSync } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePath } from '../../../src/domain/edits/path.ts';
import { treesAgree, leafAt } from '../../../src/domain/edits/tree.ts';
import type { Leaf } from '../../../src/domain/edits/tree.ts';
import { parseYaml } from '../../../src/domain/edits/yaml.ts';
import { systemProgram } from '../../../test/support/system.ts';
import { pythonTool, tool } from '../../../test/support/tool.ts';
import { root } from '../actions.ts';
import { changedLines } from './changed-lines.ts';
import { quantile, table } from './table.ts';

const goal = 3;
const rounds = 7;

const fixture = 'kubernetes__k8s.io/576d58a4/registry.k8s.io/images/k8s-staging-kubernetes/images.yaml';
const image = 'kube-apiserver';
const digest = 'sha256:58075c15f5978b4b73e58b004bb3a1856ad58a9061ac3075ef860207ba00ac75';
const path = `[name=${image}].dmap."${digest}"[0]`;
const value = 'v1.16.15-1';

type Way = {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};
type Outcome = { readonly milliseconds: number; readonly lines: number };

/** One value of a file of 1.2 MB is set by a process, of the bundle with its proof, and of other tools. */
export async function largeEdit(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const file = join(scratch.path, 'images.yaml');
  const text = await readFile(join(root, 'test/fixtures', fixture), 'utf8');
  const ways = await waysTo(scratch.path, file);
  const outcomes: Outcome[][] = ways.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, way] of ways.entries()) {
      const outcome = await outcomeOf(way, file, text);
      if (round > 0) outcomes[index]?.push(outcome); // the first one only warms up
    }
  }
  const yq = outcomes.at(-2) ?? [];
  const rows = ways.map(({ name }, index) => cellsOf(name, outcomes[index] ?? [], yq));
  console.log(`One value of ${text.length} bytes, ${rounds} rounds\n`);
  console.log(table(['', 'median', 'half of them within', 'times yq', 'lines changed'], rows));
  console.log(`\n${shares(text)}`);
  const [own = []] = outcomes;
  const isGood = ratio(own, yq) <= goal && own.every(({ lines }) => lines === 1);
  if (!isGood) console.log(`\nThe goal is one line, and ${goal} times the time of yq.`);
  return isGood;
}

async function waysTo(folder: string, file: string): Promise<readonly Way[]> {
  const PYTHONPATH = await pythonTool('yaml');
  const env = {
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    INPUT_MODE: 'apply',
    INPUT_VALUES: JSON.stringify({ 'images.yaml': { [path]: value } }),
  };
  await Promise.all([env.GITHUB_OUTPUT, env.GITHUB_STEP_SUMMARY].map((name) => writeFile(name, '')));
  const expression = `(.[] | select(.name == "${image}") | .dmap["${digest}"][0]) = "${value}"`;
  const script = join(import.meta.dirname, 'set.py');
  return [
    { name: 'set-values', command: [process.execPath, join(root, 'dist/set-values/index.mjs')], env },
    { name: 'yq', command: [await tool('yq'), '--inplace', expression, file], env: {} },
    {
      name: 'ruamel.yaml',
      command: [await systemProgram('python3'), script, file, image, digest, value],
      env: { PYTHONPATH, PYTHONUTF8: '1' },
    },
  ];
}

async function outcomeOf({ name, command, env }: Way, file: string, text: string): Promise<Outcome> {
  await writeFile(file, text);
  const [program = '', ...args] = command;
  const begin = performance.now();
  const { status, output } = spawnSync(program, args, { env, encoding: 'utf8' });
  const milliseconds = performance.now() - begin;
  const after = await readFile(file, 'utf8');
  if (status !== 0 || !after.includes(value)) throw new Error(`${name} ended with ${status}:\n${output.join('')}`);
  return { milliseconds, lines: changedLines(text, after) };
}

const ratio = (these: readonly Outcome[], those: readonly Outcome[]) =>
  quantile(
    these.map(({ milliseconds }, round) => milliseconds / (those[round]?.milliseconds ?? 1)),
    0.5,
  );

function cellsOf(name: string, outcomes: readonly Outcome[], yq: readonly Outcome[]): readonly string[] {
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(times, part).toFixed(0));
  const lines = Math.max(...outcomes.map((outcome) => outcome.lines));
  return [name, `${median} ms`, `${low}–${high} ms`, ratio(outcomes, yq).toFixed(2), String(lines)];
}

/** Where the time of one process goes, once: nothing of it was run before, as in a step of a workflow. */
function shares(text: string): string {
  const source = { file: 'images.yaml', text };
  const item = (all: string) => all.split(/^(?=- )/m).find((part) => part.startsWith(`- name: ${image}\n`)) ?? '';
  const laps: [name: string, milliseconds: number][] = [];
  const timed = <T>(name: string, work: () => T): T => {
    const begin = performance.now();
    const made = work();
    laps.push([name, performance.now() - begin]);
    return made;
  };
  const before = timed('reading', () => parseYaml(source));
  const after = timed('finding and writing', () => {
    const { start, end, write } = leafAt(source, before[0] ?? raise('is empty'), { path: parsePath(path) });
    return text.slice(0, start) + write(value) + text.slice(end);
  });
  timed('proof: reading the touched item, before and after', () =>
    [text, after].map((all) => parseYaml({ ...source, text: item(all) })),
  );
  const again = timed('a proof of the whole: reading again', () => parseYaml({ ...source, text: after }));
  timed('a proof of the whole: comparing', () =>
    before.every((tree, index) => treesAgree(tree, again[index] ?? tree, isEqual)),
  );
  return table(
    ['within the process', 'once'],
    laps.map(([name, milliseconds]) => [name, `${milliseconds.toFixed(0)} ms`]),
  );
}

const isEqual = (one: Leaf, other: Leaf) => one.meaning() === other.meaning() || other.text === value;

function raise(what: string): never {
  throw new Error(`${fixture} ${what}.`);
}
