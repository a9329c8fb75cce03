import type { BareRepository, NewCommit } from '../core/bare-repository.ts';

type Committer = Pick<NewCommit, 'committer'>;

/** The tree of a merge, or undefined if there are conflicts. */
export async function mergedTree(bare: BareRepository, ours: string, theirs: string): Promise<string | undefined> {
  const { stdout, exitCode } = await bare.run(['merge-tree', '--write-tree', ours, theirs]);
  return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** The last commit after a rebase onto another commit, or undefined if there are conflicts. */
export async function rebased(
  bare: BareRepository,
  { onto, commits }: { readonly onto: string; readonly commits: readonly string[] },
  { committer }: Committer,
): Promise<string | undefined> {
  let tip = onto;
  for (const sha of commits) {
    const commit = await bare.commit(sha);
    const tree = await pickedTree(bare, { tip, sha, parent: commit?.parents[0] });
    if (commit === undefined || tree === undefined) return undefined;
    tip = await bare.store({ tree, parents: [tip], message: commit.message, author: commit.author, committer });
  }
  return tip;
}

type CherryPick = { readonly tip: string; readonly sha: string; readonly parent: string | undefined };

// Before git 2.40, merge-tree cannot be told the base. So it gets commits without history whose base is the right one.
async function pickedTree(bare: BareRepository, { tip, sha, parent }: CherryPick): Promise<string | undefined> {
  if (parent === undefined) return undefined;
  const base = await stub(bare, `${parent}^{tree}`);
  const [ours, theirs] = [await stub(bare, `${tip}^{tree}`, base), await stub(bare, `${sha}^{tree}`, base)];
  return mergedTree(bare, ours, theirs);
}

async function stub(bare: BareRepository, tree: string, parent?: string): Promise<string> {
  const nobody = { name: 'nobody', email: 'nobody@example.com', date: '@0 +0000' };
  const name = (await bare.print(['rev-parse', tree])).trim();
  return bare.store({
    tree: name,
    parents: parent === undefined ? [] : [parent],
    message: '',
    author: nobody,
    committer: nobody,
  });
}
