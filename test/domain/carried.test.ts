import { describe, expect, it } from 'vitest';
import { isCarried, madeChart } from '../../src/domain/charts/carried.ts';
import { mostBytes } from '../../src/domain/charts/chart-archive.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { chartTgz } from '../support/tar.ts';

describe('a file of a chart that Helm only copies', () => {
  it.each<[path: string, is: boolean]>([
    ['README.md', true],
    ['files/a.txt', true],
    ['files/Chart.yaml', true],
    ['a/templates/b.yaml', true],
    ['template', true],
    ['Values.yaml', true],
    ['values.yaml.gotmpl', true],
    ['Chart.yaml', false],
    ['Chart.lock', false],
    ['requirements.yaml', false],
    ['requirements.lock', false],
    ['values.yaml', false],
    ['values.schema.json', false],
    ['.helmignore', false],
    ['templates/a.yaml', false],
    ['crds/a.yaml', false],
    ['charts/a.tgz', false],
    ['charts/a/files/b', false],
  ])('%s: %s', (path, is) => expect(isCarried(path, 3, () => Buffer.from('abc'))).toBe(is));

  it('is not too large for any Helm, and has no byte order mark, which Helm leaves out', () => {
    const start = () => Buffer.from('abc');
    expect(isCarried('a', 5 * 1024 * 1024, start)).toBe(true);
    expect(isCarried('a', 5 * 1024 * 1024 + 1, start)).toBe(false);
    expect(isCarried('a', 3, () => Buffer.from('\uFEFF'))).toBe(false);
    expect(isCarried('a', 2, () => Buffer.from('\uFEFF').subarray(0, 2))).toBe(true);
  });
});

describe('the archive that Helm has made', () => {
  const carried = (size: number) => new Map([['b', { size, content: () => [Buffer.alloc(size)] }]]);

  it('gets the bytes of these files, unless Helm has left them out', () => {
    const files = { 'Chart.yaml': 'name: demo\n', a: '', b: '' };
    const sizes = ({ entries }: ReturnType<typeof madeChart>) => entries.map((one) => 'size' in one && one.size);
    expect(sizes(madeChart('demo.tgz', chartTgz(files), carried(5)))).toEqual([11, 0, 5]);
    const ignored = chartTgz({ 'Chart.yaml': 'name: demo\n' });
    expect(sizes(madeChart('demo.tgz', ignored, carried(mostBytes)))).toEqual([11]);
  });

  it('has the limit of a chart together with them', () => {
    const archive = chartTgz({ 'Chart.yaml': 'name: demo\n', b: '' });
    expect(madeChart('demo.tgz', archive, carried(mostBytes - 11)).entries).toHaveLength(2);
    const refusal = attempt(() => madeChart('demo.tgz', archive, carried(mostBytes - 10)));
    expect(refusal).toBeInstanceOf(ReleaseError);
    expect(refusal).toMatchObject({
      message: 'demo.tgz unpacks to more than 104857600 bytes, which is the limit.',
      fix: 'Take out what the chart and the charts in it do not need.',
      at: { file: 'demo.tgz' },
    });
  });
});
