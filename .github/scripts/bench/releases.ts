import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runBundle } from '../../../test/support/bundle.ts';
import { gh } from '../../../test/support/gh.ts';
import type { ScratchGitHub } from '../../../test/support/github.ts';
import { project, withFiles } from '../../../test/support/releases.ts';
import { table } from './table.ts';

const count = 40;
const size = 1_000_000;
const latency = 100;

type Row = { readonly name: string; readonly calls: number; readonly bytes: number; readonly seconds: number };

/** A release with many files, by the bundle, by the bundle again, and by `gh release create`. */
export async function largeReleases(): Promise<boolean> {
  const names = Array.from({ length: count }, (_, index) => `file-${index}.bin`);
  const [own, other] = [await built(names), await built(names)];
  await using ownProject = own;
  await using otherProject = other;
  const release = async () => {
    const { exitCode, log } = await runBundle('gh-release', ownProject, withFiles());
    if (exitCode !== 0) throw new Error(`gh-release ended with ${exitCode}:\n${log}`);
  };
  const paths = names.map((name) => join(otherProject.folder, 'dist', name));
  const fresh = await measured('gh-release, fresh', ownProject, release);
  const again = await measured('gh-release, again', ownProject, release);
  const rival = await measured('gh release create', otherProject, () =>
    gh(otherProject, 'release', 'create', 'v1.0.0', '--notes', '', ...paths),
  );
  console.log(`${count} files of ${size} bytes, ${latency} ms a call\n`);
  const cells = [fresh, again, rival].map((row) => [
    row.name,
    String(row.calls),
    String(row.bytes),
    row.seconds.toFixed(1),
  ]);
  console.log(table(['', 'calls', 'bytes sent', 'seconds'], cells));
  const isGood = fresh.seconds <= rival.seconds && again.bytes === 0;
  if (!isGood) console.log('\nThe goals are: not slower than gh, and no bytes when it runs again.');
  return isGood;
}

async function built(names: readonly string[]): Promise<ScratchGitHub> {
  const scratch = await project({ 'file-0.bin': '' });
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
