import { execFile } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { runBundle } from '../../../test/support/bundle.ts';
import { addImages, registryPair } from '../../../test/support/promoted-images.ts';
import type { Registry, TaggedImage } from '../../../test/support/promoted-images.ts';
import { tool } from '../../../test/support/tool.ts';
import { quantile, table } from './table.ts';

const count = 20;
const latency = 20;
const rounds = 3;
const layers = { shared: 4, own: 2, bytes: 100_000 };
const goals = { within: [470, 0.5], across: [960, 0.4], again: [20, 1] } as const;

/** Copies images of `org/app` to `prod/app`. */
type Copy = (from: Registry, to: Registry, images: readonly TaggedImage[]) => Promise<unknown>;
type Measured = { readonly requests: number; readonly sent: number; readonly seconds: number };

/** Images for three platforms are promoted within a registry, to another one, and again, beside crane and regctl. */
export async function imageCopies(): Promise<boolean> {
  const ways: Readonly<Record<string, Copy>> = {
    'promote-image': promoted,
    crane: inJobs(1, await craneCopy()),
    'crane, 4 jobs': inJobs(4, await craneCopy()),
    regctl: inJobs(1, await regctlCopy()),
  };
  const rows: string[][] = [];
  let isGood = true;
  for (const [kind, [mostRequests, mostTimes]] of Object.entries(goals)) {
    const all = await measuredAll(kind, Object.values(ways));
    const [ours = [], , rival = []] = all;
    const ratios = ours.map(({ seconds }, round) => seconds / (rival[round]?.seconds ?? 1));
    isGood &&= quantile(ratios, 0.5) <= mostTimes && ours.every(({ requests }) => requests <= mostRequests);
    for (const [index, name] of Object.keys(ways).entries()) rows.push(cellsOf(kind, name, all[index] ?? []));
  }
  console.log(`${count} images for 3 platforms, with 6 layers each, ${latency} ms a request, ${rounds} rounds\n`);
  console.log(table(['', '', 'requests', 'MB sent', 'median'], rows));
  if (!isGood) console.log(`\nThe goals are ${JSON.stringify(goals)}: requests, and times crane with 4 jobs.`);
  return isGood;
}

async function measuredAll(kind: string, ways: readonly Copy[]): Promise<readonly (readonly Measured[])[]> {
  const all: Measured[][] = ways.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, copy] of ways.entries()) all[index]?.push(await measured(kind, copy));
  return all;
}

/** Like most public registries, these have no API of referrers. */
async function measured(kind: string, copy: Copy): Promise<Measured> {
  const settings = { referrers: false };
  await using pair = await registryPair(settings);
  const { from, other } = pair;
  const to = kind === 'within' ? from : other;
  const images = await addImages(from, 'org/app', { images: count, ...layers });
  if (kind === 'again') await copy(from, to, images);
  for (const registry of [from, other]) registry.settings = { ...settings, delay: latency };
  const before = [from.requests.length, other.requests.length];
  const begin = performance.now();
  await copy(from, to, images);
  const seconds = (performance.now() - begin) / 1000;
  const requests = [from, other].flatMap((registry, index) => registry.requests.slice(before[index]));
  const wrong = images.filter(({ tag, digest }) => to.repository('prod/app').tags[tag] !== digest);
  if (wrong.length > 0) throw new Error(`${wrong.length} images are missing.`);
  return { requests: requests.length, sent: sum(requests.filter(({ method }) => method !== 'GET')), seconds };
}

const sum = (requests: Registry['requests']) => requests.reduce((total, { bytes }) => total + bytes, 0);

function cellsOf(kind: string, name: string, all: readonly Measured[]): string[] {
  const median = (field: keyof Measured) =>
    quantile(
      all.map((one) => one[field]),
      0.5,
    );
  return [
    kind,
    name,
    String(median('requests')),
    (median('sent') / 1e6).toFixed(1),
    `${median('seconds').toFixed(2)} s`,
  ];
}

async function promoted(from: Registry, to: Registry, images: readonly TaggedImage[]): Promise<void> {
  await using folder = await mkdtempDisposable(`${tmpdir()}/bench-`);
  const inputs = {
    via: 'copy',
    from: `${from.host}/org`,
    to: `${to.host}/prod`,
    images: images.map(({ tag, digest }) => `app=${tag}@${digest}`).join('\n'),
  };
  const { exitCode, log } = await runBundle('promote-image', { folder: folder.path, environment: {} }, { inputs });
  if (exitCode !== 0) throw new Error(`promote-image ended with ${exitCode}:\n${log}`);
}

type CopyOne = (from: string, to: string) => Promise<unknown>;

/** Several processes, each for one image. */
const inJobs =
  (jobs: number, copyOne: CopyOne): Copy =>
  async (from, to, images) => {
    const queue = images.values();
    const work = async () => {
      for (const { tag } of queue) await copyOne(`${from.host}/org/app:${tag}`, `${to.host}/prod/app:${tag}`);
    };
    await Promise.all(Array.from({ length: jobs }, work));
  };

async function craneCopy(): Promise<CopyOne> {
  const crane = await tool('crane');
  return (from, to) => promisify(execFile)(crane, ['copy', from, to]);
}

async function regctlCopy(): Promise<CopyOne> {
  const regctl = await tool('regctl');
  const hosts = (...names: readonly string[]) =>
    names.flatMap((name) => ['--host', `reg=${name.slice(0, name.indexOf('/'))},tls=disabled`]);
  return (from, to) => promisify(execFile)(regctl, [...hosts(from, to), 'image', 'copy', from, to]);
}
