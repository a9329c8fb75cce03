import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { algorithmOf } from '../../domain/images/digest.ts';
import type { Descriptor } from '../../domain/images/manifest.ts';
import { Unanswered } from '../retry.ts';

/** Content that can be read from any byte on. */
export type Source = Pick<Descriptor, 'digest' | 'size'> & {
  readonly content: (from: number) => AsyncIterable<Uint8Array>;
};

/** The content is not what its digest and its length say. What was sent of it is worth nothing. */
export class WrongContent extends Unanswered {}

const spacing = 8 * 1024 * 1024;

/**
 * Content that is hashed while it is sent, in one part or in several. The hash is kept every few megabytes: a part that is
 * sent again needs only what follows the last of them.
 */
export class VerifiedContent {
  readonly #source: Source;
  readonly #hashes: Map<number, Hash>;
  constructor(source: Source) {
    this.#source = source;
    this.#hashes = new Map([[0, createHash(algorithmOf(source.digest))]]);
  }

  get size(): number {
    return this.#source.size;
  }

  get digest(): string {
    return this.#source.digest;
  }

  /** A part of the content. Throws in place of its last piece if something is wrong with the whole. */
  async *part(from: number, to: number): AsyncGenerator<Uint8Array, void> {
    const start = Math.max(...[...this.#hashes.keys()].filter((known) => known <= from));
    const hash = (this.#hashes.get(start) ?? createHash(algorithmOf(this.#source.digest))).copy();
    let [at, last] = [start, start];
    for await (const piece of this.#source.content(start)) {
      const kept = piece.subarray(0, to - at);
      hash.update(kept);
      const isNew = kept.subarray(Math.min(Math.max(from - at, 0), kept.length));
      at += kept.length;
      if (at - last >= spacing || at === to) {
        this.#hashes.set(at, hash.copy());
        last = at;
      }
      if (at === this.size) this.#verify(hash);
      if (isNew.length > 0) yield isNew;
      if (at === to) return; // nobody reads what follows
    }
    if (at < to) throw this.#wrong(`should have ${this.size} bytes, but only ${at} came`);
    if (this.size === 0) this.#verify(hash);
  }

  #verify(hash: Hash): void {
    const found = `${algorithmOf(this.#source.digest)}:${hash.digest('hex')}`;
    if (found !== this.digest) throw this.#wrong(`came with the digest ${found}`);
  }

  #wrong(how: string): WrongContent {
    for (const known of this.#hashes.keys()) if (known > 0) this.#hashes.delete(known);
    return new WrongContent(`${this.digest} ${how}`);
  }
}
