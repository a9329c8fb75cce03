import { crc32, inflateRawSync } from 'node:zlib';
import { refuseIfAny, ReleaseError } from '../error.ts';
import { isAscii, quoted } from '../text.ts';

/** A file in a zip. Folders have no entry of their own here. */
export type ZipEntry = {
  readonly path: string;
  readonly size: number;
  /** The bytes, checked against their size and checksum. */
  readonly content: () => Buffer;
};

const newestForm = 45; // 4.5, which some writers name although 2.0 would do
const most = { entries: 100_000, bytes: 1024 ** 3 };

/**
 * The files of a zip that every reader understands in the same way. Refused is what PyPI refuses: data that no header
 * belongs to, headers that contradict each other, names that are there twice or lead out, links, and what unpacks to more
 * than a gibibyte.
 */
export function readZip(file: string, bytes: Buffer): readonly ZipEntry[] {
  const refuse = (problem: string) => new ReleaseError(`${file} ${problem}.`, { fix, at: { file } });
  const { count, start } = endOf(bytes, refuse);
  const headers = centralHeaders(bytes, { count, start }, refuse);
  const end = headers.reduce((at, header) => endOfLocal(bytes, header, at, refuse), 0);
  if (end !== start) throw refuse(`has ${start - end} bytes between its last file and its list of files`);
  refuseIfAny(
    `${file} is not a wheel that PyPI takes.`,
    headers.flatMap((header) => problemsOf(header, headers).map(refuse)),
  );
  const total = headers.reduce((sum, { size }) => sum + size, 0);
  if (total > most.bytes) throw refuse(`unpacks to ${total} bytes. The limit is ${most.bytes}`);
  return headers
    .filter(({ path }) => !path.endsWith('/'))
    .map((header) => ({ path: header.path, size: header.size, content: () => contentOf(bytes, header, refuse) }));
}

const fix = 'Build it again with another version of the build backend. Do not upload it.';

type Refuse = (problem: string) => ReleaseError;

type Header = {
  readonly path: string;
  readonly name: Buffer;
  /** The version of the form that a reader has to know, times ten. */
  readonly form: number;
  readonly flags: number;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  /** The type of file that Unix would give it; 0 if that is unknown. */
  readonly type: number;
  readonly isMadeByUnix: boolean;
  readonly at: number;
};

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50 };
const lengths = { local: 30, central: 46, end: 22 };
const flag = { encrypted: 1, descriptor: 8, utf8: 0x800 };
const type = { file: 0o100000, folder: 0o040000 };

/** The record at the end: nothing comes after it, not even a comment. */
function endOf(bytes: Buffer, refuse: Refuse): { readonly count: number; readonly start: number } {
  const at = bytes.length - lengths.end;
  if (at < 0 || bytes.readUInt32LE(at) !== signatures.end)
    throw refuse(
      at < 0 || bytes.readUInt32LE(0) !== signatures.local ? 'is not a zip' : 'is cut off, or has data after its end',
    );
  const [disk, firstDisk, here, count] = [4, 6, 8, 10].map((offset) => bytes.readUInt16LE(at + offset));
  const [size = 0, start = 0] = [12, 16].map((offset) => bytes.readUInt32LE(at + offset));
  if (count === undefined || count === 0xffff || start === 0xffffffff || size === 0xffffffff)
    throw refuse('is in the form for more than 4 GiB or 65,534 files, which no wheel needs');
  if (disk !== 0 || firstDisk !== 0 || here !== count) throw refuse('is a part of several');
  if (bytes.readUInt16LE(at + 20) !== 0) throw refuse('announces a comment that is not there');
  if (start + size !== at) throw refuse('has a list of files that does not end where it says');
  return { count, start };
}

function centralHeaders(
  bytes: Buffer,
  { count, start }: { readonly count: number; readonly start: number },
  refuse: Refuse,
): readonly Header[] {
  if (count > most.entries) throw refuse(`has ${count} entries. The limit is ${most.entries}`);
  const headers: Header[] = [];
  const end = bytes.length - lengths.end;
  let at = start;
  while (at < end) {
    if (at + lengths.central > end || bytes.readUInt32LE(at) !== signatures.central)
      throw refuse('has a list of files with something else in it');
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    const next = at + lengths.central + nameLength + extraLength + commentLength;
    if (next > end) throw refuse('has a list of files that is cut off');
    const name = bytes.subarray(at + lengths.central, at + lengths.central + nameLength);
    const isMadeByUnix = bytes.readUInt8(at + 5) === 3;
    headers.push({
      path: name.toString('utf8'),
      name,
      form: bytes.readUInt16LE(at + 6),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      sum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      type: isMadeByUnix ? bytes.readUInt16LE(at + 40) & 0o170000 : 0,
      isMadeByUnix,
      at: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  if (headers.length !== count) throw refuse(`says that it has ${count} entries, but lists ${headers.length}`);
  return headers.toSorted((one, other) => one.at - other.at);
}

/** Where a file ends that has to begin right here, with a header that says the same as the list. */
function endOfLocal(bytes: Buffer, header: Header, at: number, refuse: Refuse): number {
  const name = quoted(header.path);
  if (header.at !== at) throw refuse(`has data that belongs to no file before ${name}`);
  if (at + lengths.local > bytes.length || bytes.readUInt32LE(at) !== signatures.local)
    throw refuse(`has no header for ${name}`);
  const [nameLength = 0, extraLength = 0] = [26, 28].map((offset) => bytes.readUInt16LE(at + offset));
  const data = at + lengths.local + nameLength + extraLength;
  const own = bytes.subarray(at + lengths.local, at + lengths.local + nameLength);
  if (!own.equals(header.name)) throw refuse(`lists ${name}, which calls itself ${quoted(own.toString('utf8'))}`);
  const hasDescriptor = (header.flags & flag.descriptor) !== 0;
  const told = [
    [bytes.readUInt16LE(at + 4), header.form],
    [bytes.readUInt16LE(at + 6), header.flags],
    [bytes.readUInt16LE(at + 8), header.method],
    ...[14, 18, 22].map((offset, index) => {
      const listed = [header.sum, header.packed, header.size][index];
      const here = bytes.readUInt32LE(at + offset);
      return [here, hasDescriptor && here === 0 ? 0 : listed];
    }),
  ];
  if (told.some(([here, listed]) => here !== listed))
    throw refuse(`has two headers of ${name} that contradict each other`);
  const end = data + header.packed;
  return hasDescriptor ? endOfDescriptor(bytes, header, end, refuse) : end;
}

function endOfDescriptor(bytes: Buffer, { path, sum, packed, size }: Header, at: number, refuse: Refuse): number {
  const hasSignature = at + 4 <= bytes.length && bytes.readUInt32LE(at) === signatures.descriptor;
  const start = hasSignature ? at + 4 : at;
  const told = start + 12 <= bytes.length ? [0, 4, 8].map((offset) => bytes.readUInt32LE(start + offset)) : [];
  if (told.join() === [sum, packed, size].join()) return start + 12;
  throw refuse(`has two headers of ${quoted(path)} that contradict each other`);
}

function problemsOf(header: Header, all: readonly Header[]): readonly string[] {
  const { path, name, form, flags, method, isMadeByUnix, type: kind, size } = header;
  const shown = quoted(path);
  const isFolder = path.endsWith('/');
  const isText = Buffer.from(path).equals(name) && ((flags & flag.utf8) !== 0 || isAscii(path));
  const parts = (isFolder ? path.slice(0, -1) : path).split('/');
  const leadsOut = /^[A-Za-z]:|\\|[\x00-\x1f\x7f]/.test(path) || parts.some((part) => ['', '.', '..'].includes(part));
  const expected = isFolder ? type.folder : type.file;
  return [
    ...(isText ? [] : [`has the name ${shown}, which is not marked as UTF-8`]),
    ...(leadsOut ? [`has the name ${shown}, which does not stay in its folder`] : []),
    ...(all.find((other) => other.path === path) === header ? [] : [`has ${shown} twice`]),
    ...(isMadeByUnix && kind !== 0 && kind !== expected
      ? [`has ${shown}, which is no ${isFolder ? 'folder' : 'file'}`]
      : []),
    ...(form <= newestForm ? [] : [`has ${shown}, which is in the form ${form / 10}`]),
    ...((flags & flag.encrypted) === 0 ? [] : [`has ${shown}, which is encrypted`]),
    ...(method === 0 || method === 8 ? [] : [`has ${shown}, which is compressed by method ${method}`]),
    ...(isFolder && size > 0 ? [`has the folder ${shown}, which has bytes of its own`] : []),
  ];
}

function contentOf(bytes: Buffer, { path, at, method, packed, size, sum }: Header, refuse: Refuse): Buffer {
  const start = at + lengths.local + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : unpacked(data, size);
  if (content?.length === size && crc32(content) === sum) return content;
  throw refuse(`has ${quoted(path)}, which does not unpack to ${size} bytes with its checksum`);
}

/** Undefined if it is damaged, or if it would be longer. */
function unpacked(data: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch {
    return undefined;
  }
}
