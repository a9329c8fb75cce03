import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBundle } from '../../../test/support/bundle.ts';
import { gh } from '../../../test/support/gh.ts';
import type { ScratchGitHub } from '../../../test/support/github.ts';
import { releaseJobWithFiles, releaseProject } from '../../../test/support/releases.ts';
import { quantile, table } from './table.ts';

const count = 40;
const size = 1_000_000;
const latency = 100;
const rounds = 5;
const goal = 0.9;

type Row = { readonly name: string; readonly calls: number; readonly bytes: number; readonly seconds: number };

/** A release with many files, by the bundle, by the bundle again, and by `gh release create`, side by side. */
export async function largeReleases(): Promise<boolean> {
  const all: (readonly Row[])[] = [];
  for (let round = 0; round < rounds; round++) all.push(await oneOfEach());
  const ratios = all.map(([fresh, , rival]) => (fresh?.seconds ?? 0) / (rival?.seconds ?? 1));
  console.log(`${count} files of ${size} bytes, ${latency} ms a call, ${rounds} rounds\n`);
  console.log(table(['', 'calls', 'bytes sent', 'median', 'times gh'], cellsOf(all)));
  const ratio = quantile(ratios, 0.5);
  const isGood = ratio <= goal && all.every(([, again]) => again?.bytes === 0);
  if (!isGood) console.log(`\nThe goals are ${goal} times the time of gh, and no bytes when it runs again.`);
  return isGood;
}

/** Each in a project whose files were just written. */
async function oneOfEach(): Promise<readonly Row[]> {
  const names = Array.from({ length: count }, (_, index) => `file-${index}.bin`);
  return [...(await ownRuns(names)), await otherRun(names)];
}

async function ownRuns(names: readonly string[]): Promise<readonly Row[]> {
  await using project = await built(names);
  const release = async () => {
    const { exitCode, log } = await runBundle('gh-release', project, releaseJobWithFiles());
    if (exitCode !== 0) throw new Error(`gh-release ended with ${exitCode}:\n${log}`);
  };
  return [await measured('gh-release, fresh', project, release), await measured('gh-release, again', project, release)];
}

async function otherRun(names: readonly string[]): Promise<Row> {
  await using project = await built(names);
  const paths = names.map((name) => join(project.folder, 'dist', name));
  const create = () => gh(project, 'release', 'create', 'v1.0.0', '--notes', '', ...paths);
  return await measured('gh release create', project, create);
}

/** The medians of all rounds, and of the ratios within a round. */
function cellsOf(all: readonly (readonly Row[])[]): readonly (readonly string[])[] {
  const rows = all[0] ?? [];
  return rows.map(({ name, calls, bytes }, index) => {
    const seconds = all.map((round) => round[index]?.seconds ?? 0);
    const ratios = all.map((round) => (round[index]?.seconds ?? 0) / (round.at(-1)?.seconds ?? 1));
    const [median, ratio] = [quantile(seconds, 0.5), quantile(ratios, 0.5)];
    return [name, String(calls), String(bytes), `${median.toFixed(2)} s`, ratio.toFixed(2)];
  });
}

async function built(names: readonly string[]): Promise<ScratchGitHub> {
  const scratch = await releaseProject({ 'file-0.bin': '' });
  for (const name of names) await writeFile(join(scratch.folder, 'dist', name), randomBytes(size));
  return scratch;
}

async function measured(name: string, scratch: ScratchGitHub, work: () => Promise<unknown>): Promise<Row> {
  scratch.github.fault = async () => {
    await sleep(latency);
    return undefined;
  };
  const begun = scratch.github.requests.length;
  const begin = performance.now();
  await work();
  const requests = scratch.github.requests.slice(begun);
  const sent = requests.filter(({ path }) => path.endsWith('/assets')).reduce((sum, { bytes }) => sum + bytes, 0);
  return { name, calls: requests.length, bytes: sent, seconds: (performance.now() - begin) / 1000 };
}
