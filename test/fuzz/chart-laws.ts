import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { readChartArchive } from '../../src/domain/charts/chart-archive.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { paxRecord, rawTar, type RawEntry, sumUp } from '../support/tar.ts';
import { demand, type Trial, type Verdicts } from './campaign.ts';
import type { Python } from './python.ts';

const chart = { name: 'demo/Chart.yaml', content: 'name: demo\n' };
const names = [
  'demo/values.yaml',
  'demo/',
  'demo/a',
  'demo/a/b',
  '../x',
  '/x',
  'demo/é',
  'other/a',
  'demo/Chart.yaml',
  '.',
];

const good: fc.Arbitrary<RawEntry> = fc
  .tuple(fc.nat(50), fc.constantFrom('', 'a: 1\n', 'b'.repeat(600)))
  .map(([number, content]) => ({ name: `demo/${number}`, content }));

const entries: fc.Arbitrary<RawEntry> = fc.oneof(
  { weight: 6, arbitrary: good },
  fc.record({
    name: fc.constantFrom(...names),
    type: fc.constantFrom('0', '0', '0', '5', '1', '2', 'x', 'g', 'L', 'S', '\0'),
    content: fc.constantFrom('', 'a: 1\n', 'b'.repeat(600), '30 path=demo/../../../outside\n', 'demo/long\0'),
  }),
  fc.record({
    name: fc.constant('PaxHeader'),
    type: fc.constantFrom('x', 'g'),
    content: fc
      .tuple(
        fc.constantFrom('path', 'size', 'linkpath', 'mtime', 'comment', 'GNU.sparse.name'),
        fc.constantFrom(...names, '3', '-1'),
      )
      .map(([key, value]) => paxRecord(key, value)),
  }),
);

type Sample = {
  readonly entries: readonly RawEntry[];
  readonly edits: readonly (readonly [where: number, byte: number, how: number])[];
  /** Where the archive itself is changed, after it was compressed. */
  readonly damage: readonly (readonly [where: number, byte: number])[];
};

/** Packaged charts with other bytes: nothing crashes, nothing leads out, and what is read is what Python's tarfile reads. */
export const chartTrial = (python: Python): Trial<Sample> => ({
  name: 'charts',
  samples: fc.record({
    entries: fc.array(entries, { maxLength: 4 }),
    edits: fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.nat(4096), fc.nat(255), fc.nat(3)), { maxLength: 2 })),
    damage: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      fc.array(fc.tuple(fc.nat(2 ** 16), fc.nat(255)), { maxLength: 1 }),
    ),
  }),
  refs: 1,
  judge: async (samples) =>
    Promise.all(
      samples.map(async (sample) => {
        try {
          return await verdictsOf(archiveOf(sample), python);
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    ),
});

async function verdictsOf(bytes: Buffer, python: Python): Promise<Verdicts> {
  const read = orRefusal(bytes);
  if (read === undefined) return ['charts: refused'];
  for (const { path } of read.files) demand(!/^\/|(?:^|\/)\.\.?(?:\/|$)|\\|\0/.test(path), `a name leads out: ${path}`);
  const expected = await python.ask(['tgz', bytes.toString('base64')]);
  demand(Array.isArray(expected), `Python refuses what is read here: ${String(expected)}`);
  const files = read.files.map(({ path, content }) => [`${read.top}/${path}`, content.toString('base64')].join(' '));
  const theirs = expected.map((one) => (one as readonly string[]).join(' '));
  demand(files.toSorted().join('\n') === theirs.toSorted().join('\n'), 'Python reads other files');
  return ['charts: read'];
}

function orRefusal(bytes: Buffer): ReturnType<typeof readChartArchive> | undefined {
  try {
    return readChartArchive('demo.tgz', bytes);
  } catch (error) {
    demand(error instanceof ReleaseError, `a crash: ${error instanceof Error ? error.stack : String(error)}`);
    return undefined;
  }
}

function archiveOf({ entries: more, edits, damage }: Sample): Buffer {
  const tar = rawTar([chart, ...more]);
  for (const [where, byte, how] of edits) {
    const at = where % tar.length;
    tar[at] = byte;
    // Most of what is changed in a header shows in its checksum: what does not show is more interesting.
    if (how > 0) sumUp(tar.subarray(at - (at % 512), at - (at % 512) + 512));
  }
  const archive = gzipSync(tar, { level: 1 });
  for (const [where, byte] of damage) archive[where % archive.length] = byte;
  return archive;
}
