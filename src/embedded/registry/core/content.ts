import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { StoredFile } from '../../wire/answer.ts';
import type { Algorithm } from './digest.ts';

/** Small content is in memory, the other in a file. */
export type Content = Buffer | StoredFile;

const mostInMemory = 1024 * 1024;

/** Bytes that arrive one after the other, and are hashed on the way. */
export class GrowingContent {
  size = 0;
  readonly #path: string;
  readonly #hash: Hash = createHash('sha256');
  #chunks: Buffer[] = [];
  #file: FileHandle | undefined;

  /** The path is that of the file to which large content is written. */
  constructor(path: string) {
    this.#path = path;
  }

  async append(chunk: Buffer): Promise<void> {
    this.#hash.update(chunk);
    this.size += chunk.length;
    if (this.#file === undefined) this.#chunks.push(chunk);
    else await writeAll(this.#file, chunk);
    if (this.#file === undefined && this.size > mostInMemory) await this.#moveToFile();
  }

  /** Nothing can be appended afterwards. */
  async finish(algorithm: Algorithm): Promise<{ readonly digest: string; readonly content: Content }> {
    await this.#file?.close();
    const content = this.#file === undefined ? Buffer.concat(this.#chunks) : { path: this.#path, size: this.size };
    const hash = algorithm === 'sha256' ? this.#hash : await hashed(content, algorithm);
    return { digest: `${algorithm}:${hash.digest('hex')}`, content };
  }

  async discard(): Promise<void> {
    this.#chunks = [];
    await this.#file?.close();
    await rm(this.#path, { force: true });
  }

  async #moveToFile(): Promise<void> {
    this.#file = await open(this.#path, 'w');
    for (const chunk of this.#chunks) await writeAll(this.#file, chunk);
    this.#chunks = [];
  }
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await file.write(chunk, at)).bytesWritten;
}

async function hashed(content: Content, algorithm: Algorithm): Promise<Hash> {
  const hash = createHash(algorithm);
  if (Buffer.isBuffer(content)) return hash.update(content);
  for await (const chunk of createReadStream(content.path)) hash.update(chunk as Buffer);
  return hash;
}

/** A part of content. */
export function partOf(content: Content, start: number, size: number): Content {
  return Buffer.isBuffer(content) ? content.subarray(start, start + size) : { path: content.path, start, size };
}

export function sizeOf(content: Content): number {
  return Buffer.isBuffer(content) ? content.length : content.size;
}
