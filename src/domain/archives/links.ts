import { posix } from 'node:path';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** Something in a folder, as the system tells it. The path has the bytes that it has there, below the folder. */
export type FoundEntry = {
  readonly path: Uint8Array;
  readonly kind: 'file' | 'folder' | 'link' | 'FIFO' | 'socket' | 'device';
  readonly size: number;
  readonly mode: number;
  /** Where a link leads. */
  readonly target?: Uint8Array;
};

/** Where a link leads: to something in the folder, or to nothing that belongs there. */
export type LinkEnd =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'absolute' | 'outside' | 'missing' | 'circle' };

const mostLinks = 40;

/** Where a link leads, followed name by name as the system does it. */
export function linkEnd(from: string, to: string, entries: ReadonlyMap<string, FoundEntry>): LinkEnd {
  if (to.startsWith('/')) return { kind: 'absolute' };
  const left = to.split('/').toReversed();
  let here = posix.dirname(from) === '.' ? [] : posix.dirname(from).split('/');
  for (let links = 1; left.length > 0;) {
    const name = left.pop() ?? '';
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (here.length === 0) return { kind: 'outside' };
      here = here.slice(0, -1);
      continue;
    }
    const next = [...here, name];
    const entry = entries.get(next.join('/'));
    if (entry === undefined) return { kind: 'missing' };
    if (entry.kind !== 'link') {
      here = next;
      continue;
    }
    if (++links > mostLinks) return { kind: 'circle' };
    const further = decoded(entry.target) ?? '';
    if (further.startsWith('/')) return { kind: 'outside' };
    left.push(...further.split('/').toReversed());
  }
  return { kind: 'inside', path: here.join('/') };
}

/** What is wrong with a link that leads there, as the rest of a sentence about it. */
export const linkProblem = ({ kind }: LinkEnd, folder: string): string | undefined =>
  ({
    absolute: 'which is an absolute path: it exists on this machine only',
    outside: `which is outside ${folder}`,
    missing: 'but the archive has nothing there',
    circle: 'and never ends: the links lead to each other',
    inside: undefined,
  })[kind];

/** A name as text; undefined if it is not UTF-8. */
export function decoded(bytes: Uint8Array | undefined): string | undefined {
  const text = Buffer.from(bytes ?? []).toString('utf8');
  return Buffer.from(text).equals(bytes ?? new Uint8Array()) ? text : undefined;
}

export function notUtf8(folder: string, bytes: Uint8Array): ReleaseError {
  const name = quoted(Buffer.from(bytes).toString('latin1'));
  return new ReleaseError(`A name in ${folder} is not UTF-8: ${name}, read as Latin-1.`, {
    fix: 'Rename the file. Not every system can extract such a name.',
  });
}
