import { createHash } from 'node:crypto';

export type Algorithm = 'sha256' | 'sha512';

const lengths: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128 };

/** The algorithm of a digest, or undefined if the text is no digest that is served here. */
export function algorithmOf(digest: string): Algorithm | undefined {
  const [, algorithm = '', hex = ''] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
  return isAlgorithm(algorithm) && hex.length === lengths[algorithm] ? algorithm : undefined;
}

export function isAlgorithm(text: string): text is Algorithm {
  return Object.hasOwn(lengths, text);
}

export function digestOf(bytes: Buffer, algorithm: Algorithm = 'sha256'): string {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}
