import { crc32 } from 'node:zlib';
import type { Deflate } from './deflate.ts';

// Part of the format: other sizes give other bytes.
const blockSize = 1024 * 1024;

// No name, no time, an unknown system.
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

// An empty last block.
const end = Uint8Array.of(3, 0);

/** Blocks in work at the same time. Their number changes no byte. */
const most = 4;

/** A gzip that is the same on every machine. Blocks are compressed side by side. */
export async function* canonicalGzip(
  source: AsyncIterable<Uint8Array>,
  deflate: Deflate,
): AsyncGenerator<Uint8Array, void> {
  yield header;
  let [sum, size] = [0, 0];
  const working: Promise<Uint8Array>[] = [];
  for await (const block of blocksOf(source)) {
    sum = crc32(block, sum);
    size += block.length;
    working.push(deflate(block));
    if (working.length === most) yield await (working.shift() as Promise<Uint8Array>); // it has `most` of them
  }
  for (const block of working) yield await block;
  yield end;
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(size % 2 ** 32, 4);
  yield trailer;
}

/** Blocks of one size, and the rest. The memory of a block is used again once `most` others came after it. */
async function* blocksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const memory = Array.from({ length: most + 1 }, () => Buffer.allocUnsafeSlow(blockSize));
  let filled = 0;
  for await (const piece of source) {
    for (let taken = 0; taken < piece.length;) {
      const part = piece.subarray(taken, taken + blockSize - filled);
      memory[0]?.set(part, filled);
      filled += part.length;
      taken += part.length;
      if (filled < blockSize) continue;
      const block = memory.shift() as Buffer<ArrayBuffer>; // there are always `most + 1`
      memory.push(block);
      yield block;
      filled = 0;
    }
  }
  if (filled > 0) yield (memory[0] as Buffer).subarray(0, filled);
}
