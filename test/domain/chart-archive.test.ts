import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readChartArchive } from '../../src/domain/charts/chart-archive.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { chartTgz, paxRecord, type RawEntry, rawTgz, sumUp } from '../support/tar.ts';

const chart: RawEntry = { name: 'demo/Chart.yaml', content: 'name: demo\n' };
const fix = 'Get this chart again from where it is published. If it is yours, package it again.';

const refused = (bytes: Buffer): string => {
  const refusal = attempt(() => readChartArchive('charts/demo.tgz', bytes));
  if (!(refusal instanceof ReleaseError)) throw new Error('It was read.');
  expect(refusal.fix).toBe(fix);
  expect(refusal.at?.file).toMatch(/^charts\/demo\.tgz/);
  return refusal.message;
};

describe('a packaged chart', () => {
  it('is read with its files, in the forms in which tar programs write names', () => {
    const long = `demo/${'a'.repeat(120)}`;
    const bytes = rawTgz([
      { name: 'pax_global_header', type: 'g', content: paxRecord('comment', 'c6a6edf') },
      { name: 'demo/', type: '5' },
      chart,
      { name: 'x', type: 'x', content: paxRecord('path', 'demo/é.yaml') },
      { name: 'demo/e.yaml', content: 'pax' },
      { name: '././@LongLink', type: 'L', content: `${long}\0`, magic: 'ustar  \0' },
      { name: long.slice(0, 100), content: 'gnu', magic: 'ustar  \0' },
      { name: 'values.yaml', prefix: 'demo/charts/sub', content: 'prefix' },
      { name: 'demo/charts/', type: '\0' },
    ]);
    const { top, files } = readChartArchive('demo.tgz', bytes);
    expect(top).toBe('demo');
    expect(files.map(({ path, content }) => [path, content.toString()])).toEqual([
      ['Chart.yaml', 'name: demo\n'],
      ['é.yaml', 'pax'],
      ['a'.repeat(120), 'gnu'],
      ['charts/sub/values.yaml', 'prefix'],
    ]);
  });

  it.each<[string, Buffer]>([
    ['is not compressed by gzip', Buffer.from('name: demo\nversion: 1.0.0\n')],
    ['is damaged or cut off', chartTgz({ 'Chart.yaml': 'name: demo\n'.repeat(100) }).subarray(0, 60)],
    ['has something after its end', Buffer.concat([rawTgz([chart]), Buffer.alloc(512)])],
    ['is damaged or cut off', Buffer.concat([rawTgz([chart]), Buffer.from('something else')])],
    ['has something after its end', rawTgz([chart], Buffer.concat([Buffer.alloc(1024), Buffer.from('more')]))],
    ['has something after its end', rawTgz([chart], Buffer.alloc(512))],
    ['is cut off', rawTgz([chart], Buffer.alloc(0))],
    ['is cut off', rawTgz([chart, { name: 'demo/a', content: 'a', size: 90_000 }])],
    ['unpacks to more than 104857600 bytes, which is the limit', gzipSync(Buffer.alloc(101 * 1024 * 1024))],
    ['has the name "demo/../../x", which leads out of its folder', rawTgz([chart, { name: 'demo/../../x' }])],
    ['has the name "/etc/passwd", which is an absolute path', rawTgz([chart, { name: '/etc/passwd' }])],
    ['has the name "demo//x", which has an empty part', rawTgz([chart, { name: 'demo//x' }])],
    ['has the name "demo/x/", which has an empty part', rawTgz([chart, { name: 'demo/x/' }])],
    ['has the name "./demo/x", which has an empty part', rawTgz([chart, { name: './demo/x' }])],
    ['has the name "c:/x", which begins like a drive', rawTgz([chart, { name: 'c:/x' }])],
    [
      String.raw`has the name "demo\x", which has a backslash: it separates folders on some systems`,
      rawTgz([chart, { name: String.raw`demo\x` }]),
    ],
    [
      String.raw`has the name 'demo/\u000a::add', which has a control character`,
      rawTgz([chart, { name: 'demo/\n::add' }]),
    ],
    [
      `has the name "demo/${'x'.repeat(1020)}", which is longer than 1024 characters`,
      rawTgz([chart, { name: 'x', type: 'L', content: `demo/${'x'.repeat(1020)}\0` }, { name: 'demo/x' }]),
    ],
    [
      'has a name that is not UTF-8: "demo/é", read as Latin-1',
      rawTgz([chart, { name: Buffer.from('demo/é', 'latin1') }]),
    ],
    ['has "demo/Chart.yaml" twice', rawTgz([chart, chart])],
    ['has "demo/a" as a file and as a folder', rawTgz([chart, { name: 'demo/a' }, { name: 'demo/a/b' }])],
    ['has "demo/a", which is a symbolic link', rawTgz([chart, { name: 'demo/a', type: '2' }])],
    ['has "demo/a", which is a hard link', rawTgz([chart, { name: 'demo/a', type: '1' }])],
    ['has "demo/a", which is a device', rawTgz([chart, { name: 'demo/a', type: '3' }])],
    ['has "demo/a", which is a FIFO', rawTgz([chart, { name: 'demo/a', type: '6' }])],
    ['has "demo/a", which is of an unknown kind', rawTgz([chart, { name: 'demo/a', type: 'S' }])],
    [
      'has the folder "demo/a", which has bytes of its own',
      rawTgz([chart, { name: 'demo/a', type: '5', content: 'x' }]),
    ],
    ['has a header with a wrong checksum', rawTgz([{ ...chart, spoil: (header) => header.write('x', 0) }])],
    [
      'has a header with a number that is none',
      rawTgz([{ ...chart, spoil: (header) => (header.write('x', 125), sumUp(header)) }]),
    ],
    ['has a header of an unknown form', rawTgz([{ ...chart, magic: '' }])],
    [
      'has a name or a size for all its files',
      rawTgz([{ name: 'g', type: 'g', content: paxRecord('path', 'demo/long') }, chart]),
    ],
    ['has a damaged PAX header', rawTgz([{ name: 'x', type: 'x', content: '99 path=a\n' }, chart])],
    ['has a damaged PAX header', rawTgz([{ name: 'x', type: 'x', content: 'path=a\n' }, chart])],
    [
      'has a PAX header with "GNU.sparse.major", which is not supported',
      rawTgz([{ name: 'x', type: 'x', content: paxRecord('GNU.sparse.major', '1') }, chart]),
    ],
    [
      'has two headers for one file',
      rawTgz([
        { name: 'x', type: 'L', content: 'demo/a\0' },
        { name: 'x', type: 'x', content: paxRecord('path', 'demo/b') },
        chart,
      ]),
    ],
    [
      'has a header that belongs to nothing',
      rawTgz([chart, { name: 'x', type: 'x', content: paxRecord('path', 'demo/a') }]),
    ],
    ['has no files', rawTgz([])],
    ['has 2 folders, where a chart has one: "demo", "other"', rawTgz([chart, { name: 'other/a' }])],
    ['has "Chart.yaml", which is in no folder', rawTgz([{ name: 'Chart.yaml' }])],
    ['has no Chart.yaml in its folder', rawTgz([{ name: 'demo/values.yaml' }])],
    [
      'has more than 10000 entries, which is the limit',
      rawTgz([chart, ...Array.from({ length: 10_000 }, (_, index) => ({ name: `demo/${index}` }))]),
    ],
  ])('that %s is refused', (problem, bytes) => {
    expect(refused(bytes)).toBe(`charts/demo.tgz ${problem}.`);
  });

  it('that has a bad one in its folder charts is refused', () => {
    const bad = rawTgz([{ name: '../x' }]);
    const inner = chartTgz({ 'Chart.yaml': '', 'charts/bad.tgz': bad }, 'inner');
    expect(refused(chartTgz({ 'Chart.yaml': '', 'charts/inner.tgz': inner }))).toBe(
      'charts/demo.tgz/charts/inner.tgz/charts/bad.tgz has the name "../x", which leads out of its folder.',
    );
    expect(readChartArchive('demo.tgz', chartTgz({ 'Chart.yaml': '', 'files/bad.tgz': bad })).files).toHaveLength(2);
  });

  it('that is one in many is refused', () => {
    let bytes = chartTgz({ 'Chart.yaml': '' });
    for (let level = 1; level < 9; level++) bytes = chartTgz({ 'Chart.yaml': '', 'charts/a.tgz': bytes });
    expect(refused(bytes)).toBe(
      `charts/demo.tgz${'/charts/a.tgz'.repeat(8)} is in more than 8 other charts, which is the limit.`,
    );
  });

  it('that unpacks to too much, with the charts in it, is refused', () => {
    const bomb = chartTgz({ 'Chart.yaml': '', big: Buffer.alloc(60 * 1024 * 1024) });
    const bytes = chartTgz({ 'Chart.yaml': '', 'charts/a.tgz': bomb, 'charts/b.tgz': bomb });
    expect(refused(bytes)).toMatch(
      /^charts\/demo\.tgz\/charts\/b\.tgz unpacks to more than \d{8} bytes, which is the limit\.$/,
    );
  });
});
