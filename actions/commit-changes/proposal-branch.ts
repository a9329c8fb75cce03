import { ownCommit } from '../../src/plans/proposals/own-commit.ts';
import type { Checkout } from '../../src/world/git/git.ts';
import type { FileEdit } from '../../src/world/git/git.ts';
import type { PreparedCommit } from './prepared-commit.ts';
import type { ProposalTarget } from './proposal-target.ts';
import type { CheckoutState } from './checkout-state.ts';

/** The branch of the pull request, and whether it already has the commit with its message. */
export type ProposalBranch = { readonly tip: string | undefined; readonly isUpToDate: boolean };

// Why: docs/decisions.md D21
/** Reads the branch of the pull request. Commits of others are refused; a merge of the base by GitHub's button is not. */
export async function lookAtBranch(
  { world, checkout }: CheckoutState,
  { head, branch, proposal }: ProposalTarget,
  commit: PreparedCommit,
): Promise<ProposalBranch> {
  const { git, github } = world;
  const tip = (await git.remotes.branches(head, [branch])).tips.get(branch);
  if (tip === undefined) return { tip, isUpToDate: false };
  const ahead = await (await github()).commits.ahead(proposal);
  const own = ownCommit(ahead, {
    account: commit.committer,
    branch,
    fix: 'Merge the pull request, or delete its branch. Or set the input branch to another name.',
  });
  if (own === undefined) return { tip, isUpToDate: false };
  await checkout.fetchCommit(head, tip, 2);
  if (ahead.length > 1) return { tip, isUpToDate: await hasFiles(checkout, tip, commit) };
  const hasMessage = (await checkout.messageOf(tip)).trim() === commit.message.trim();
  return { tip, isUpToDate: hasMessage && (await hasEdits(checkout, tip, commit)) };
}

/** Whether a commit changes exactly these files, with exactly this content. */
async function hasEdits(checkout: Checkout, tip: string, { files }: PreparedCommit): Promise<boolean> {
  const parent = await checkout.parent(tip);
  const found = parent === undefined ? [] : await checkout.differences(parent, tip);
  const keys = new Set(found.map(keyOf));
  return found.length === files.length && files.every((file) => keys.has(keyOf(file)));
}

/** Whether a merge with the base has the wanted content of these files. */
async function hasFiles(checkout: Checkout, tip: string, { tree, files }: PreparedCommit): Promise<boolean> {
  const other = new Set((await checkout.differences(tree, tip)).map(({ path }) => path));
  return files.every(({ path }) => !other.has(path));
}

const keyOf = ({ path, after }: FileEdit) => `${after?.mode} ${after?.blob} ${path}`;
