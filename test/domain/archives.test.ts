import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  canonicalDeflate,
  compressedSample,
  pakoDeflate,
  sample,
  zlibDeflate,
} from '../../src/domain/archives/deflate.ts';
import { canonicalGzip } from '../../src/domain/archives/gzip.ts';
import { type ArchiveEntry, canonicalTar } from '../../src/domain/archives/tar.ts';
import { topFolder, type TopFolder } from '../../src/domain/archives/top-folder.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const gzipped = async (pieces: Iterable<Uint8Array>, deflate = zlibDeflate) =>
  buffer(canonicalGzip(Readable.from(pieces, { objectMode: true }), deflate));
const file = (path: string, text: string, isExecutable = false): ArchiveEntry => ({
  kind: 'file',
  path,
  isExecutable,
  size: Buffer.byteLength(text),
  content: () => [Buffer.from(text)],
});
const tarred = (entries: readonly ArchiveEntry[], epoch = 1_700_000_000) => buffer(canonicalTar(entries, epoch));

/** Text that compresses, and noise that does not. */
const mixed = Buffer.concat([Buffer.from('a line of text\n'.repeat(90_000)), randomBytes(1_300_000), Buffer.alloc(99)]);

describe('the gzip', () => {
  it('is read by others, and has the same bytes however its source is cut', async () => {
    const whole = await gzipped([mixed]);
    expect(gunzipSync(whole).equals(mixed)).toBe(true);
    for (const size of [1000, 65_537, 1_048_576, 2_000_003]) {
      const count = Math.ceil(mixed.length / size);
      const pieces = Array.from({ length: count }, (_, index) => mixed.subarray(index * size, (index + 1) * size));
      expect(sha256(await gzipped(pieces))).toBe(sha256(whole));
    }
  });

  it('has a header without a time and a system, also when it is empty', async () => {
    const empty = await gzipped([]);
    expect(empty.toString('hex')).toBe('1f8b08000000000000ff03000000000000000000');
    expect(gunzipSync(empty).length).toBe(0);
  });

  it('has the bytes of pako, which defines them', async () => {
    const pako = await pakoDeflate();
    expect(sha256(await pako(sample()))).toBe(compressedSample);
    expect(sha256(await gzipped([mixed], pako))).toBe(sha256(await gzipped([mixed])));
  });

  it('is made by pako where zlib makes other bytes', async () => {
    expect(await canonicalDeflate()).toBe(zlibDeflate);
    const doctored = async (block: Uint8Array) => deflateRawSync(block, { level: 5, finishFlush: 2 });
    const chosen = await canonicalDeflate(doctored);
    expect(chosen).not.toBe(doctored);
    expect(sha256(await gzipped([mixed], chosen))).toBe(sha256(await gzipped([mixed])));
  });
});

describe('the tar', () => {
  it('is sorted by the bytes of the paths, with a folder before what is in it', async () => {
    const names = ['b', 'a/z', 'a-b', 'é', 'a/é', 'Z', '\u{ff5e}', '\u{1f600}'];
    const entries: readonly ArchiveEntry[] = [{ kind: 'folder', path: 'a' }, ...names.map((name) => file(name, name))];
    const bytes = await tarred(entries);
    expect(await listed(bytes)).toEqual(['Z', 'a-b', 'a', 'a/z', 'a/é', 'b', 'é', '\u{ff5e}', '\u{1f600}']);
    expect(sha256(await tarred(entries.toReversed()))).toBe(sha256(bytes));
  });

  it('has the same bytes for ever', async () => {
    const entries: readonly ArchiveEntry[] = [
      { kind: 'folder', path: 'top' },
      file('top/run', '#!/bin/sh\n', true),
      file(`top/${'long'.repeat(40)}`, 'text'),
      file('top/naïve', 'text'),
      { kind: 'link', path: 'top/link', target: 'run' },
    ];
    expect(sha256(await tarred(entries))).toBe('b77e383c1d779d9d612533ea831c194840e1767f7a11f19db3827eddddf005ab');
    expect(sha256(await gzipped([await tarred(entries)]))).toBe(
      'bcb2ae4fdcaf3ee5ce27a8d728b922a397c4e622b5272904ad8a9d33cc43f944',
    );
  });

  it('keeps paths of every length', async () => {
    const lengths = [99, 100, 101, 255, 256, 257, 1000, 9990, 9991, 20_000];
    const paths = lengths.map((length) => `${'p/'.repeat(length).slice(0, length - 1)}e`);
    expect(await listed(await tarred(paths.map((path) => file(path, 'x'))))).toEqual(paths.toSorted());
  });

  it('has room for a hundred thousand files', { tags: 'exhaustive' }, async () => {
    const paths = Array.from({ length: 100_000 }, (_, index) => `docs/${index % 300}/${index}`);
    const names = await listed(await tarred(paths.map((path) => file(path, path))));
    expect(names.toSorted()).toEqual(paths.toSorted());
  });

  it('keeps every time', async () => {
    const times = [0, 1_700_000_000, 2 ** 31, 2 ** 33, 2 ** 34];
    const script =
      'import sys,tarfile; print(" ".join(str(int(tarfile.open(one).getmembers()[0].mtime)) for one in sys.argv[1:]))';
    const tars = await Promise.all(times.map((epoch) => tarred([file('a', 'x')], epoch)));
    expect(await python(script, ...tars)).toBe(times.join(' '));
  });

  it('with a file that grew or shrank meanwhile is not made', async () => {
    for (const size of [1, 9]) {
      await expect(tarred([{ ...file('docs/a', 'text'), size } as ArchiveEntry])).rejects.toMatchObject({
        message: `docs/a had ${size} bytes and has another size now: another program is writing to it.`,
        fix: 'Run it again when the file is complete.',
        at: { file: 'docs/a' },
      });
    }
  });
});

describe('the folder at the top', () => {
  const given = { root: '{name}-{version}-docs', name: 'os-vim-driver', version: '0.2.0.dev0' };

  it('has the name and the version', () => {
    expect(topFolder(given)).toBe('os-vim-driver-0.2.0.dev0-docs');
    expect(topFolder({ ...given, root: 'documentation', name: undefined, version: undefined })).toBe('documentation');
  });

  it.each<readonly [TopFolder, string, string]>([
    [
      { ...given, name: undefined },
      'The input root is "{name}-{version}-docs", but the input name is not given.',
      'Give the input name, or a root without {name}.',
    ],
    [{ ...given, root: '{tag}' }, 'The input root has "{tag}", which stands for nothing.', 'Use {name} and {version}.'],
    ...['a/b', '..', '.hidden', '', '-x', 'a b', 'a\nb', 'x'.repeat(201)].map(
      (root) =>
        [
          { ...given, root },
          `The folder at the top of the archive would be ${root.includes('\n') ? String.raw`'a\u000ab'` : `"${root}"`}.`,
          'Give a root of at most 200 bytes. It begins with a letter, a digit or _, and has no other characters but . + @ -',
        ] as const,
    ),
  ])('is refused: %j', (wrong, message, fix) => {
    expect(() => topFolder(wrong)).toThrow(expect.objectContaining({ message, fix }));
  });
});

/** The names in a tar, as Python reads them. */
async function listed(tar: Uint8Array): Promise<readonly string[]> {
  return JSON.parse(
    await python('import sys,tarfile,json; print(json.dumps(tarfile.open(sys.argv[1]).getnames()))', tar),
  );
}

async function python(script: string, ...tars: readonly Uint8Array[]): Promise<string> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'tar-'));
  const paths = tars.map((_, index) => join(scratch.path, `${index}.tar`));
  for (const [index, path] of paths.entries()) await writeFile(path, tars[index] ?? '');
  return (
    await promisify(execFile)('python3', ['-c', script, ...paths], { maxBuffer: 64 * 1024 * 1024 })
  ).stdout.trim();
}
