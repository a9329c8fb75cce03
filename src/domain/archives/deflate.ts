import { createHash } from 'node:crypto';
import { constants, deflateRaw } from 'node:zlib';

/** Compresses one block, and ends it at a whole byte. */
export type Deflate = (block: Uint8Array) => Promise<Uint8Array>;

// With the small pieces that zlib makes by default, its threads wait for the main thread twenty times for each block.
const options = { level: 6, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 256 * 1024 };

export const zlibDeflate: Deflate = (block) =>
  new Promise((resolve, reject) => {
    deflateRaw(block, options, (error, compressed) => (error === null ? resolve(compressed) : reject(error)));
  });

// Why: docs/decisions.md D47
/** The fast zlib of this Node if it makes the bytes of the format; else pako, which defines them. */
export async function canonicalDeflate(fast = zlibDeflate): Promise<Deflate> {
  const found = createHash('sha256')
    .update(await fast(sample()))
    .digest('hex');
  return found === compressedSample ? fast : pakoDeflate();
}

/** The SHA-256 of what pako makes of the sample. */
export const compressedSample = '96a39a6db0a21a262d72b4b87ec72b059b9d36f31444dc7150806e0e3027c581';

/** Words, numbers and noise, in which a compressor finds short and long repetitions. */
export function sample(): Uint8Array {
  const bytes = Buffer.alloc(256 * 1024);
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % below;
  };
  for (let at = 0; at < bytes.length;) {
    const copied = random(4) > 0 && at > 0;
    const from = copied ? random(Math.min(at, 40_000)) + 1 : 0;
    for (let left = random(copied ? 30 : 24) + 1; left > 0 && at < bytes.length; left--, at++) {
      bytes[at] = copied ? (bytes[at - from] ?? 0) : random(96) + 32;
    }
  }
  return bytes;
}

export async function pakoDeflate(): Promise<Deflate> {
  const { Deflate: Compressor, Z_SYNC_FLUSH } = await import('pako');
  return async (block) => {
    const compressor = new Compressor({ level: 6, raw: true });
    const parts: Uint8Array[] = [];
    compressor.onData = (part) => void parts.push(part);
    compressor.push(block, Z_SYNC_FLUSH);
    return Buffer.concat(parts);
  };
}
