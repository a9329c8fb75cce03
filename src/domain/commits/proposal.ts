import { refuseBadName } from '../tags/tag-name.ts';
import { isAscii } from '../text.ts';

/**
 * The branch of a pull request: the same for every run with the same title. If a title does not fit into the name of a
 * branch, a hash of it is added, so that two titles have two branches.
 */
export function proposalBranch(base: string, words: string): string {
  const plain = words.toLowerCase().replaceAll(/[^a-z0-9.]+/g, '-');
  const name = plain
    .replaceAll(/\.(?=[.-]|$)|^[-.]+/g, '')
    .slice(0, 80)
    .replace(/[-.]+$/, '')
    .replace(/\.lock$/, '-lock');
  const isWhole = plain.length <= 80 && isAscii(words);
  return `release-actions/${base}/${isWhole ? name || 'changes' : `${name}-${fingerprint(words)}`.replace(/^-/, '')}`;
}

/** The key of the one open pull request from a branch to another; `head` is `owner:branch`. */
export const proposalOf = ({ repository, head, base }: Record<'repository' | 'head' | 'base', string>): string =>
  `pull request from ${head} to ${base} of ${repository}`;

/** FNV-1a, which is good enough for titles: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The short name of a branch. */
export function parseBranch(text: string): string {
  const name = text.trim().replace(/^refs\/heads\//, '');
  refuseBadName(name, 'branch');
  return name;
}
