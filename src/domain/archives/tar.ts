import { ReleaseError } from '../error.ts';

/** The bytes of a file, in pieces. */
export type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What an archive contains. A path is separated by slashes. */
export type ArchiveEntry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly isExecutable: boolean;
      readonly size: number;
      readonly content: () => Content;
    };

// Why: docs/decisions.md D47
/**
 * A tar that is the same on every machine: sorted by the bytes of the paths, all times `epoch`, no owners, and the modes
 * 755 and 644. What a header has no room for is in a PAX header before it. A piece is only valid until the next one.
 */
export async function* canonicalTar(entries: readonly ArchiveEntry[], epoch: number): AsyncGenerator<Uint8Array, void> {
  const sorted = entries
    .map((entry) => ({ entry, key: Buffer.from(`${entry.path}/`) })) // a folder comes right before what is in it
    .toSorted((one, other) => Buffer.compare(one.key, other.key));
  for (const { entry } of sorted) {
    yield* headersOf(entry, epoch);
    if (entry.kind !== 'file') continue;
    let written = 0;
    for await (const piece of entry.content()) {
      written += piece.length;
      if (written > entry.size) break;
      yield piece;
    }
    if (written !== entry.size) throw otherSize(entry.path, entry.size);
    yield fill(entry.size);
  }
  yield Buffer.alloc(2 * blockSize);
}

const blockSize = 512;

/** The rest of the last block. */
const fill = (size: number) => Buffer.alloc(-size & (blockSize - 1));

/** How much fits into a header. */
const most = { name: 100, size: 8 ** 11 - 1, time: 8 ** 11 - 1 };

function* headersOf(entry: ArchiveEntry, time: number): Generator<Uint8Array, void> {
  const { mode, type, path, target, size } = fieldsOf(entry);
  const records = Object.entries({
    path: fits(path) ? undefined : path,
    linkpath: fits(target) ? undefined : target,
    size: size <= most.size ? undefined : String(size),
    mtime: time <= most.time ? undefined : String(time),
  }).flatMap(([key, value]) => (value === undefined ? [] : [paxRecord(key, value)]));
  if (records.length > 0) {
    const pax = Buffer.concat(records);
    yield header({ path: 'PaxHeader', target: '', type: 'x', mode: 0o644, size: pax.length, time });
    yield pax;
    yield fill(pax.length);
  }
  yield header({ path, target, type, mode, size, time });
}

type Fields = {
  readonly path: string;
  readonly target: string;
  readonly type: string;
  readonly mode: number;
  readonly size: number;
};

function fieldsOf(entry: ArchiveEntry): Fields {
  const { path, kind } = entry;
  if (kind === 'folder') return { path: `${path}/`, target: '', type: '5', mode: 0o755, size: 0 };
  if (kind === 'link') return { path, target: entry.target, type: '2', mode: 0o777, size: 0 };
  return { path, target: '', type: '0', mode: entry.isExecutable ? 0o755 : 0o644, size: entry.size };
}

const fits = (name: string) => name.length <= most.name && !/[^\x20-\x7e]/.test(name);

/** `<length> <key>=<value>\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`);
  const digits = String(rest.length + String(rest.length).length).length;
  return Buffer.concat([Buffer.from(String(rest.length + digits)), rest]);
}

// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_92_13_06
function header({ path, target, type, mode, size, time }: Fields & { readonly time: number }): Buffer {
  const bytes = Buffer.alloc(blockSize);
  bytes.write(path, 0, most.name);
  bytes.write(octal(mode, 7), 100);
  bytes.write(octal(0, 7), 108);
  bytes.write(octal(0, 7), 116);
  bytes.write(octal(Math.min(size, most.size), 11), 124);
  bytes.write(octal(Math.min(time, most.time), 11), 136);
  bytes.write(' '.repeat(8), 148); // counts as spaces in its own sum
  bytes.write(type, 156);
  bytes.write(target, 157, most.name);
  bytes.write('ustar\x0000', 257);
  bytes.write(octal(0, 7), 329);
  bytes.write(octal(0, 7), 337);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${octal(sum, 6)}\0 `, 148);
  return bytes;
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

const otherSize = (path: string, size: number) =>
  new ReleaseError(`${path} had ${size} bytes and has another size now: another program is writing to it.`, {
    fix: 'Run it again when the file is complete.',
    at: { file: path },
  });
