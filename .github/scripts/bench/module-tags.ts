import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runBundle } from '../../../test/support/bundle.ts';
import { type ScratchRepository, scratchRepository } from '../../../test/support/repository.ts';
import { quantile, table } from './table.ts';

const goal = 50;
const rounds = 3;
const sample = 12;
const version = 'v1.0.0';

type Clone = Awaited<ReturnType<ScratchRepository['clone']>>;
type Row = {
  readonly modules: number;
  readonly refs: number;
  readonly own: readonly number[];
  readonly single: number;
};

/** Tags of many modules in one push of the bundle, against a loop that pushes one tag after the other. */
export async function moduleTags(): Promise<boolean> {
  const rows: Row[] = [];
  for (const modules of [500, 1000]) for (const refs of [0, 60_000]) rows.push(await measure(modules, refs));
  console.log(`Tags of Go modules, ${rounds} rounds; the loop from the median of ${sample} of its pushes\n`);
  const head = ['modules', 'refs of the remote', 'go-module-tags', 'a push for each', 'times faster'];
  console.log(table(head, rows.map(cellsOf)));
  const isGood = rows.every((row) => faster(row) >= goal);
  if (!isGood) console.log(`\nThe goal is ${goal} times faster, in one push.`);
  return isGood;
}

async function measure(modules: number, refs: number): Promise<Row> {
  const names = Array.from({ length: modules }, (_, index) => `modules/m${String(index).padStart(4, '0')}`);
  const files = names.map((name) => [`${name}/go.mod`, `module example.com/repo/${name}\nrequire a.b/c v1.0.0\n`]);
  await using repo = await scratchRepository(Object.fromEntries(files), { server: {} });
  const [first, ...others] = await Promise.all(Array.from({ length: rounds + 1 }, () => repo.clone()));
  const own: number[] = [];
  for (const clone of others) {
    await reset(repo, refs);
    own.push(await ownRun(repo, clone, modules));
  }
  await reset(repo, refs);
  return { modules, refs, own, single: await singlePush(first ?? repo, names) };
}

/** The remote as it was, with so many other tags. */
async function reset(repo: ScratchRepository, refs: number): Promise<void> {
  const head = await repo.head();
  const names = Array.from({ length: refs }, (_, index) => `refs/tags/other/v0.0.${index}`).toSorted();
  const lines = ['# pack-refs with: peeled fully-peeled sorted ', ...names.map((name) => `${head} ${name}`), ''];
  await rm(join(repo.scratch.origin, 'refs/tags'), { recursive: true });
  await writeFile(join(repo.scratch.origin, 'packed-refs'), lines.join('\n'));
}

/** How long the bundle takes as a process, from its start to its end. */
async function ownRun(repo: ScratchRepository, clone: Clone, modules: number): Promise<number> {
  const before = repo.server.requests.length;
  const begin = performance.now();
  const { exitCode, outputs, log } = await runBundle('go-module-tags', clone, { inputs: { version } });
  const taken = performance.now() - begin;
  const pushes = repo.server.requests.slice(before).filter(({ updates }) => updates.length > 0);
  const created = outputs['created']?.split('\n').length;
  if (exitCode === 0 && created === modules && pushes.length === 1) return taken;
  throw new Error(`go-module-tags ended with ${exitCode} after ${pushes.length} pushes:\n${log}`);
}

/** How long it takes to make one tag and to push it, in a checkout without other tags. */
async function singlePush(clone: Clone, names: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (const name of names.slice(0, sample)) {
    const begin = performance.now();
    await clone.git('tag', `${name}/${version}`);
    await clone.git('push', '--quiet', 'origin', `refs/tags/${name}/${version}`);
    times.push(performance.now() - begin);
  }
  return quantile(times, 0.5);
}

const faster = ({ modules, own, single }: Row) => (single * modules) / quantile(own, 0.5);

function cellsOf(row: Row): readonly string[] {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 0)} s`;
  const [own, loop] = [quantile(row.own, 0.5), row.single * row.modules];
  return [String(row.modules), String(row.refs), seconds(own), seconds(loop), faster(row).toFixed(0)];
}
