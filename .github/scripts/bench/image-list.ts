import { spawnSync } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../../../test/support/tool.ts';
import { root } from '../actions.ts';
import { changedLines } from './changed-lines.ts';
import { quantile, table } from './table.ts';

const goal = 1.5;
const rounds = 9;

const fixture = 'kubernetes__k8s.io/576d58a4/registry.k8s.io/images/k8s-staging-kubernetes/images.yaml';
const size = 1_400_000;
const image = 'kube-apiserver';
const digest = `sha256:${'ab'.repeat(32)}`;
const tag = 'v1.99.0';

type Way = { readonly name: string; readonly command: readonly string[] };
type Outcome = { readonly milliseconds: number; readonly lines: number };

/** One line is added to a list of 1.4 MB by a process: with the proof of promote-image, and by yq, which proves nothing. */
export async function listedImage(): Promise<boolean> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const file = join(scratch.path, 'images.yaml');
  const text = enlarged(await readFile(join(root, 'test/fixtures', fixture), 'utf8'));
  const expression = `(.[] | select(.name == "${image}") | .dmap["${digest}"]) = ["${tag}"]`;
  const script = join(import.meta.dirname, 'add-line.js');
  const ways: readonly Way[] = [
    { name: 'promote-image', command: [process.execPath, script, join(root, 'build'), file, image, digest, tag] },
    { name: 'yq', command: [await tool('yq'), '--inplace', expression, file] },
  ];
  const outcomes: Outcome[][] = ways.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, way] of ways.entries()) {
      const outcome = await outcomeOf(way, file, text);
      if (round > 0) outcomes[index]?.push(outcome); // the first one only warms up
    }
  }
  const [own = [], yq = []] = outcomes;
  const times = own.map(({ milliseconds }, round) => milliseconds / (yq[round]?.milliseconds ?? 1));
  const ratio = quantile(times, 0.5);
  console.log(`One more line in a list of ${text.length} bytes, ${rounds} rounds\n`);
  const rows = ways.map(({ name }, index) => cellsOf(name, outcomes[index] ?? [], index === 0 ? ratio : 1));
  console.log(table(['', 'median', 'half of them within', 'times yq', 'other lines changed'], rows));
  const isGood = ratio <= goal && own.every(({ lines }) => lines === 0);
  if (!isGood) console.log(`\nThe goal is no other line, and ${goal} times the time of yq.`);
  return isGood;
}

/** A list of the size that the largest one has today: its first groups come once more, with other names. */
function enlarged(text: string): string {
  const groups = text.split(/^(?=- name: )/m).slice(1);
  let longer = text;
  for (const group of groups) if (longer.length < size) longer += group.replace('- name: ', '- name: more-');
  return longer;
}

async function outcomeOf({ name, command }: Way, file: string, text: string): Promise<Outcome> {
  await writeFile(file, text);
  const [program = '', ...args] = command;
  const begin = performance.now();
  const { status, output } = spawnSync(program, args, { env: {}, encoding: 'utf8' });
  const milliseconds = performance.now() - begin;
  const after = await readFile(file, 'utf8');
  if (status !== 0 || !after.includes(digest)) throw new Error(`${name} ended with ${status}:\n${output.join('')}`);
  return { milliseconds, lines: changedLines(text, after) };
}

function cellsOf(name: string, outcomes: readonly Outcome[], ratio: number): readonly string[] {
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(times, part).toFixed(0));
  const lines = Math.max(...outcomes.map((outcome) => outcome.lines));
  return [name, `${median} ms`, `${low}–${high} ms`, ratio.toFixed(2), String(lines)];
}
