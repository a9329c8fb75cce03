import { open } from 'node:fs/promises';

const longest = 256 * 1024;

/** The bytes of a file, piece by piece, in one buffer that is filled anew: new ones would pile up before they are collected. */
export async function* piecesOf(path: string): AsyncGenerator<Buffer, void> {
  await using file = await open(path);
  const buffer = Buffer.allocUnsafeSlow(longest);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, longest);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
