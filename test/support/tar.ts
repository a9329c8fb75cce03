import { gzipSync } from 'node:zlib';

/** An entry of a tar, also one that nobody should take. */
export type RawEntry = {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** `0` for a file, `5` for a folder, `2` for a symbolic link, `x` for a PAX header. */
  readonly type?: string;
  /** The size that the header tells. */
  readonly size?: number;
  readonly prefix?: string;
  readonly magic?: string;
  /** Changes the header after its checksum was written. */
  readonly spoil?: (header: Buffer) => void;
};

/** A .tgz with these entries, as they are given. */
export const rawTgz = (entries: readonly RawEntry[], end?: Buffer): Buffer => gzipSync(rawTar(entries, end));

export const rawTar = (entries: readonly RawEntry[], end: Buffer = Buffer.alloc(1024)): Buffer =>
  Buffer.concat([...entries.flatMap(partsOf), end]);

/** Writes the checksum of a header that was changed. */
export function sumUp(header: Buffer): void {
  header.write(' '.repeat(8), 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
}

/** A packaged chart with these files. */
export const chartTgz = (files: Readonly<Record<string, string | Buffer>>, top = 'demo'): Buffer =>
  rawTgz(Object.entries(files).map(([path, content]) => ({ name: `${top}/${path}`, content })));

/** A record of a PAX header. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(rest) + 2;
  return `${length}${rest}`;
}

function partsOf(entry: RawEntry): readonly Buffer[] {
  const content = Buffer.from(entry.content ?? '');
  const { name, type = '0', size = content.length, prefix = '', magic = 'ustar\x0000', spoil } = entry;
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write(type, 156);
  header.write(magic, 257, 'latin1');
  header.write(prefix, 345);
  sumUp(header);
  spoil?.(header);
  return [header, content, Buffer.alloc(-content.length & 511)];
}
