import type { Content } from '../domain/archives/tar.ts';
import { openFile, readSmallFile } from './open-file.ts';

const longest = 256 * 1024;
const shortest = 4096; // some files have bytes although their size is 0

/** Reads a file in pieces, all into the same buffer: new buffers would pile up before they are garbage-collected. */
export async function* piecesOf(path: string): AsyncGenerator<Buffer, void> {
  await using file = await openFile(path, path);
  const { size } = await file.stat();
  const buffer = Buffer.allocUnsafeSlow(Math.min(Math.max(size, shortest), longest));
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The bytes of a file. `name` is what a person calls it. */
export const contentOf = (place: string, size: number, name: string): Content =>
  size > longest ? piecesOf(place) : lazily(() => readSmallFile(place, name));

function* lazily(read: () => Uint8Array): Generator<Uint8Array, void> {
  yield read();
}
