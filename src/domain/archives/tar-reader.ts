import { gunzipSync } from 'node:zlib';
import type { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { nameProblem } from './entry-name.ts';

/** A file in an archive. */
export type TarFile = { readonly path: string; readonly isExecutable: boolean; readonly content: Buffer };

/** Makes the refusal of an archive, from the rest of a sentence about it. */
export type RefuseArchive = (problem: string) => ReleaseError;

export type TarBounds = { readonly bytes: number; readonly files: number };

// Why: docs/decisions.md D55
/**
 * The files of a .tgz that every reader understands in the same way. Refused is what is no file or folder, names that lead
 * out or are there twice, what is cut off or has something after its end, and what unpacks to more than the bounds.
 */
export function readTgz(bytes: Buffer, bounds: TarBounds, refuse: RefuseArchive): readonly TarFile[] {
  return readTar(unzipped(bytes, bounds, refuse), bounds, refuse);
}

function unzipped(bytes: Buffer, bounds: TarBounds, refuse: RefuseArchive): Buffer {
  if (bytes.length < 18 || bytes.readUInt16BE(0) !== 0x1f8b) throw refuse('is not compressed by gzip');
  try {
    // With `info`, it says how many bytes it took: what comes after them would be ignored without a word.
    const told = bytes.readUInt32LE(bytes.length - 4); // its size, if it tells the truth: then it fits into one piece
    const chunkSize = Math.min(Math.max(told + 1, 64 * 1024), Math.max(bounds.bytes, 64 * 1024), bytes.length * 1100);
    const options = { maxOutputLength: Math.max(bounds.bytes, 1), chunkSize, info: true };
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    if (engine.bytesWritten === bytes.length) return buffer;
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE') throw refuse(`unpacks to more than ${bounds.bytes} bytes, which is the limit`);
    throw refuse('is damaged or cut off');
  }
  throw refuse('has something after its end');
}

const block = 512;

// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_92_13_06
/** The same for an archive that is not compressed. */
export function readTar(bytes: Buffer, bounds: TarBounds, refuse: RefuseArchive): readonly TarFile[] {
  const files: TarFile[] = [];
  const taken = new Map<string, 'file' | 'folder'>();
  let next: Extension | undefined; // what the headers before an entry say about it
  let isOpen = false; // whether the last header is about something that has to come
  let at = 0;
  let count = 0;
  for (;;) {
    if (at + block > bytes.length) throw refuse('is cut off');
    const header = bytes.subarray(at, at + block);
    if (isEmpty(header)) break;
    const fields = fieldsOf(header, refuse);
    const isExtension = fields.type in extensions;
    const size = (isExtension ? undefined : next?.size) ?? fields.size;
    const content = bytes.subarray(at + block, at + block + size);
    if (content.length < size) throw refuse('is cut off');
    at += block + Math.ceil(size / block) * block;
    if (++count > bounds.files) throw refuse(`has more than ${bounds.files} entries, which is the limit`);
    isOpen = isExtension;
    if (isExtension) {
      if (next !== undefined) throw refuse('has two headers for one file');
      next = extensions[fields.type]?.(content, refuse);
      continue;
    }
    const name = next?.path ?? fields.path;
    next = undefined;
    const isFolder = fields.type === '5' || (fields.type === '\0' && name.endsWith('/')); // as old programs wrote it
    const path = isFolder ? name.replace(/\/$/, '') : name;
    refuseEntry({ path, type: fields.type, isFolder, size }, taken, refuse);
    taken.set(path, isFolder ? 'folder' : 'file');
    if (!isFolder) files.push({ path, isExecutable: (fields.mode & 0o111) !== 0, content });
  }
  if (isOpen) throw refuse('has a header that belongs to nothing');
  if (bytes.length < at + 2 * block || !isEmpty(bytes.subarray(at))) throw refuse('has something after its end');
  refuseFilesAsFolders(files, refuse);
  return files;
}

const isEmpty = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

type Entry = { readonly path: string; readonly type: string; readonly isFolder: boolean; readonly size: number };

function refuseEntry(
  { path, type, isFolder, size }: Entry,
  taken: ReadonlyMap<string, string>,
  refuse: RefuseArchive,
): void {
  const shown = quoted(path);
  const problem = nameProblem(path);
  if (problem !== undefined) throw refuse(`has the name ${shown}, ${problem}`);
  if (!['0', '\0', '5'].includes(type)) throw refuse(`has ${shown}, which is ${kinds[type] ?? 'of an unknown kind'}`);
  if (isFolder && size > 0) throw refuse(`has the folder ${shown}, which has bytes of its own`);
  if (taken.has(path) && !(isFolder && taken.get(path) === 'folder')) throw refuse(`has ${shown} twice`);
}

const kinds: Readonly<Record<string, string>> = {
  '1': 'a hard link',
  '2': 'a symbolic link',
  '3': 'a device',
  '4': 'a device',
  '6': 'a FIFO',
};

function refuseFilesAsFolders(files: readonly TarFile[], refuse: RefuseArchive): void {
  const paths = new Set(files.map(({ path }) => path));
  for (const { path } of files)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      if (paths.has(path.slice(0, end))) throw refuse(`has ${quoted(path.slice(0, end))} as a file and as a folder`);
}

type Fields = { readonly path: string; readonly type: string; readonly mode: number; readonly size: number };

function fieldsOf(header: Buffer, refuse: RefuseArchive): Fields {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (octalAt(header, 148, 8) !== sum) throw refuse('has a header with a wrong checksum');
  const [size, mode] = [octalAt(header, 124, 12), octalAt(header, 100, 8)];
  if (
    size === undefined ||
    mode === undefined ||
    !unusedNumbers.every(([start, length]) => isNumber(header, start, length))
  )
    throw refuse('has a header with a number that is none');
  const magic = header.toString('latin1', 257, 263);
  if (magic !== 'ustar\0' && magic !== 'ustar ') throw refuse('has a header of an unknown form');
  const name = textAt(header, 0, 100, refuse);
  const prefix = magic === 'ustar\0' ? textAt(header, 345, 155, refuse) : ''; // GNU tar has other things there
  const type = header.toString('latin1', 156, 157);
  return { path: prefix === '' ? name : `${prefix}/${name}`, type, mode, size };
}

/** Owners, time and device: nobody uses them here, but others refuse a header if one of them is wrong. */
const unusedNumbers = [
  [108, 8],
  [116, 8],
  [136, 12],
  [329, 8],
  [337, 8],
] as const;

/** Whether a field is empty, has octal digits, or has the form in which GNU tar writes large numbers. */
const isNumber = (header: Buffer, start: number, length: number): boolean =>
  [0x80, 0xff].includes(header[start] ?? 0) ||
  /^ *[0-7]*[\0 ]*$/.test(header.toString('latin1', start, start + length));

function octalAt(header: Buffer, start: number, length: number): number | undefined {
  const digits = header
    .toString('latin1', start, start + length)
    .replace(/[\0 ]+$/, '')
    .trimStart();
  return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function textAt(header: Buffer, start: number, length: number, refuse: RefuseArchive): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return utf8(end < 0 ? field : field.subarray(0, end), refuse);
}

function utf8(bytes: Buffer, refuse: RefuseArchive): string {
  const text = bytes.toString('utf8');
  if (Buffer.from(text).equals(bytes)) return text;
  throw refuse(`has a name that is not UTF-8: ${quoted(bytes.toString('latin1'))}, read as Latin-1`);
}

/** What a header says about the entry after it. */
type Extension = { readonly path?: string; readonly size?: number };

const extensions: Readonly<Record<string, (content: Buffer, refuse: RefuseArchive) => Extension | undefined>> = {
  L: (content, refuse) => ({ path: utf8(content.subarray(0, Math.max(content.indexOf(0), 0)), refuse) }),
  x: paxExtension,
  g(content, refuse) {
    const { path, size } = paxExtension(content, refuse);
    if (path === undefined && size === undefined) return undefined; // a comment, such as git writes it
    throw refuse('has a name or a size for all its files');
  },
};

/** Records of the form `<length> <key>=<value>\n`, where the length counts itself. */
function paxExtension(content: Buffer, refuse: RefuseArchive): Extension {
  const damaged = () => refuse('has a damaged PAX header');
  const found: { path?: string; size?: number } = {};
  for (let at = 0; at < content.length;) {
    const [, digits = ''] = /^([1-9]\d{0,8}) /.exec(content.toString('latin1', at, at + 10)) ?? [];
    const end = at + Number(digits);
    if (digits === '' || end > content.length || content[end - 1] !== 0x0a) throw damaged();
    const record = utf8(content.subarray(at + digits.length + 1, end - 1), refuse);
    const [, key = '', value = ''] = /^([^=]+)=([^]*)$/.exec(record) ?? [];
    if (key === 'path') found.path = value;
    else if (key === 'size' && /^\d{1,15}$/.test(value)) found.size = Number(value);
    else if (numbers.test(key) && !/^-?\d+(?:\.\d*)?$/.test(value)) throw damaged();
    else if (!harmless.test(key)) throw refuse(`has a PAX header with ${quoted(key)}, which is not supported`);
    at = end;
  }
  return found;
}

const numbers = /^(?:[acm]time|[ug]id)$/;

const harmless =
  /^(?:[acm]time|[ug]id|[ug]name|comment|charset|LIBARCHIVE\..+|SCHILY\.(?:dev|ino|nlink|fflags|xattr\..+))$/;
