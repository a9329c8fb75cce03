import { describe, expect, it } from 'vitest';
import type { FoundEntry } from '../../src/domain/archives/links.ts';
import { chartFolder } from '../../src/domain/charts/chart-folder.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';

type Entry = Partial<Omit<FoundEntry, 'path' | 'target'>> & { readonly path: string; readonly target?: string };

const look = (entries: readonly Entry[]) =>
  chartFolder(
    entries.map(({ target, path, ...entry }) => ({
      kind: target === undefined ? 'file' : 'link',
      size: 1,
      mode: 0o644,
      ...entry,
      path: Buffer.from(path),
      ...(target !== undefined && { target: Buffer.from(target) }),
    })),
    'charts/demo',
    (path) => path.startsWith('dist/'),
  );

const chart: Entry = { path: 'Chart.yaml' };
const folder = (path: string): Entry => ({ path, kind: 'folder' });

const refused = (entries: readonly Entry[]): readonly string[] => {
  const refusal = attempt(() => look([chart, ...entries]));
  if (!(refusal instanceof ReleaseError)) throw new Error('It was taken.');
  const all = refusal.reasons.length > 0 ? refusal.reasons : [refusal];
  return all.flatMap(({ message, fix = '' }) => [message, fix]);
};

describe('the folder of a chart', () => {
  it('has its files, and those to which its links lead', () => {
    const { files, notes } = look([
      chart,
      folder('templates'),
      { path: 'templates/a.yaml', size: 7 },
      { path: 'shared', target: 'templates' },
      { path: 'values.yaml', target: 'templates/../shared/a.yaml' },
      folder('dist'),
      { path: 'dist/demo-0.1.0.tgz' },
    ]);
    expect(files.map(({ path, source, size }) => `${path} ${source} ${size}`)).toEqual([
      'Chart.yaml Chart.yaml 1',
      'templates/a.yaml templates/a.yaml 7',
      'shared/a.yaml templates/a.yaml 7',
      'values.yaml templates/a.yaml 7',
    ]);
    expect(notes).toEqual([]);
  });

  it('has nothing that editors and systems leave behind', () => {
    const { files, notes } = look([
      chart,
      { path: '.DS_Store' },
      { path: 'templates/a.yaml~' },
      { path: '.helmignore' },
    ]);
    expect(files.map(({ path }) => path)).toEqual(['Chart.yaml', '.helmignore']);
    expect(notes).toEqual(['Left out, because it belongs to no chart: ".DS_Store" and "templates/a.yaml~".']);
  });

  const copy = 'Put a copy in its place, or let it lead to something in charts/demo.';
  it('may have no link that leads out, nowhere, or round', () => {
    expect(
      refused([
        folder('a'),
        { path: 'a/b' },
        { path: 'absolute', target: '/etc/passwd' },
        { path: 'outside', target: '../../secret' },
        { path: 'missing', target: 'nothing' },
        { path: 'round', target: 'round' },
        { path: 'self', target: '.' },
        { path: 'a/up', target: '../a' },
      ]),
    ).toEqual(
      [
        [`absolute is a link to "/etc/passwd", which is an absolute path: it exists on this machine only.`],
        [`outside is a link to "../../secret", which is outside charts/demo.`],
        [`missing is a link to "nothing", but the archive has nothing there.`],
        [`round is a link to "round", and never ends: the links lead to each other.`],
        [`self is a link to ".", which has the link in it: Helm would follow it without end.`],
        [`a/up is a link to "../a", which has the link in it: Helm would follow it without end.`],
      ].flatMap(([message = '']) => [`charts/demo/${message}`, copy]),
    );
  });

  it('may have no two folders with links to each other', () => {
    expect(
      refused([folder('a'), folder('b'), { path: 'a/b', target: '../b' }, { path: 'b/a', target: '../a' }])[0],
    ).toMatch(/^charts\/demo\/a\/b is a link to "\.\.\/b", which has the link in it/);
  });

  it.each(['FIFO', 'socket', 'device'] as const)('may have no %s', (kind) => {
    expect(refused([{ path: 'x', kind }])).toEqual([
      `charts/demo/x is a ${kind}, which a chart cannot have.`,
      'Remove it.',
    ]);
  });

  it('may have no name that Helm reads as another one', () => {
    expect(refused([{ path: String.raw`templates\a.yaml` }])).toEqual([
      String.raw`charts/demo has the name "templates\a.yaml", which has a backslash: it separates folders on some systems.`,
      'Rename it.',
    ]);
  });

  it('may not be too much, also by links that multiply it', () => {
    expect(
      refused([
        { path: 'a', size: 60_000_000 },
        { path: 'b', target: 'a' },
      ]),
    ).toEqual([
      'charts/demo has 120000001 bytes. The limit for a chart is 104857600.',
      'Give the folder of the chart alone, and take out what it does not need.',
    ]);
    const many = Array.from({ length: 10_000 }, (_, index) => ({ path: `files/${index}` }));
    const multiplied = Array.from({ length: 30 }, (_, level) => [
      folder(`${level}`),
      { path: `${level}/a`, target: `../${level + 1}` },
      { path: `${level}/b`, target: `../${level + 1}` },
    ]);
    const tooMany = [
      'charts/demo has more than 10000 files, which is the limit for a chart.',
      'Give the folder of the chart alone.',
    ];
    expect(refused(many)).toEqual(tooMany);
    expect(refused([...multiplied.flat(), folder('30')])).toEqual(tooMany);
  });
});
