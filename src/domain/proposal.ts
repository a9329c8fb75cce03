import { refuseBadName } from './tag.ts';

/** The branch of a pull request: the same for every run that proposes the same. */
export function proposalBranch(base: string, subject: string): string {
  const words = subject
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/\.(?=\.|-|$|lock$)|^[-.]+/g, '')
    .slice(0, 80)
    .replace(/[-.]+$/, '');
  return `release-actions/${base}/${words || 'changes'}`;
}

/** The short name of a branch. */
export function parseBranch(text: string): string {
  const name = text.trim().replace(/^refs\/heads\//, '');
  refuseBadName(name, 'branch');
  return name;
}
