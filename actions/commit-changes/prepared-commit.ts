import { defaultCommitMessage } from '../../src/domain/commits/commit-message.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { githubBot } from '../../src/domain/repositories/identity.ts';
import { placesIn } from '../../src/domain/place.ts';
import type { Place } from '../../src/domain/place.ts';
import { listed, short } from '../../src/domain/text.ts';
import type { Change, Made } from '../../src/world/change.ts';
import type { FileEdit } from '../../src/world/git/git.ts';
import { branchOf } from '../../src/world/git/git.ts';
import { boundedly } from '../../src/world/parallel.ts';
import { accountOfToken } from '../../src/plans/proposals/account.ts';
import { setIdentity } from '../../src/plans/tagger.ts';
import type { CommitInputs } from './contract.ts';
import type { CheckoutState } from './checkout-state.ts';
import { repositoryOf } from './refuse.ts';

/** A commit that no ref points to yet. */
export type PreparedCommit = {
  readonly sha: string;
  readonly parent: string;
  readonly tree: string;
  readonly message: string;
  readonly author: string;
  readonly committer: string;
  readonly files: readonly FileEdit[];
  readonly diff: string;
};

/** Creates the commit in the object database of the checkout. No ref points to it. */
export async function prepareCommit(
  wanted: CommitInputs,
  state: CheckoutState,
  { parent, tree }: { readonly parent: string; readonly tree: string },
): Promise<PreparedCommit> {
  const { checkout } = state;
  const files = await checkout.differences(parent, tree);
  const [diff, committer] = [await checkout.diff(parent, tree), await account(state, wanted)];
  const author = wanted.author ?? committer;
  const text =
    wanted.message?.replace(/^\s*\n/, '') ??
    defaultCommitMessage(files.map(committedFile), await checkout.diff(parent, tree, 0));
  const message = await checkout.message(text, wanted.signOff ? [`Signed-off-by: ${author}`] : []);
  const epoch = Math.floor(Date.now() / 1000);
  const sha = await state.world.git.commits.store({ tree, parent, message, author, committer, epoch });
  return { sha, parent, tree, message, author, committer, files, diff };
}

const committedFile = ({ path, before, after }: FileEdit) => ({
  path,
  kind: before === undefined ? ('Add' as const) : after === undefined ? ('Delete' as const) : ('Update' as const),
});

export type BranchTarget = {
  readonly remote: string;
  readonly repository: string | undefined;
  readonly branch: string;
  readonly seen: string | undefined;
  readonly title: string;
};

/** Puts a commit on a branch. The Change gives the SHA of the commit, which is another one if GitHub creates it. */
export async function commitTo(
  target: BranchTarget,
  { sha, parent, tree, message, files, diff }: PreparedCommit,
  { wanted, state }: { readonly wanted: CommitInputs; readonly state: CheckoutState },
): Promise<Change<string>> {
  const { remote, branch, seen, title } = target;
  const { checkout } = state;
  const shown = { title, detail: `${message}\n${diff}`, places: placesOf(branch, files, diff) };
  if (wanted.commitThrough === 'git') {
    const push = checkout.push(remote, branch, sha, seen);
    const apply = async (made: Made) => {
      await push.apply(made);
      return sha;
    };
    return { ...push, ...shown, apply };
  }
  const { destination } = state;
  if (destination.kind === 'new' && destination.unpushed.length > 0) throw unpushedForApi(destination.unpushed);
  const contents = await boundedly(files, async ({ path, before, after }) => ({
    path,
    mode: (after ?? before)?.mode ?? '100644',
    content: after === undefined ? undefined : await checkout.bytes(after.blob),
  }));
  const repository = repositoryOf(target);
  const github = await state.world.github();
  const change = github.commits.create({
    repository,
    branch,
    seen,
    parent,
    tree,
    files: contents,
    message,
    replaces: seen !== state.tip,
  });
  return { ...change, keys: [...change.keys, branchOf(remote, branch)], ...shown };
}

const mostPlaces = 10;

/** The first differences of the files, which the diff has in the same order. */
function placesOf(branch: string, files: readonly FileEdit[], diff: string): readonly Place[] {
  const parts = diff.split(/^(?=diff --git )/m);
  return files.slice(0, mostPlaces).map(({ path, before, after }, index) => {
    const [first] = before === undefined || after === undefined ? [] : placesIn(parts[index] ?? '', path);
    const isSame = before?.blob === after?.blob; // only the mode differs
    const [actual, wanted] = [before, after].map((side) => side && (isSame ? side.mode : short(side.blob)));
    return first ?? { at: branch, name: `file ${path}`, actual, wanted };
  });
}

/** The account of the token, if git uses the token; else the identity in the git configuration. In a job, GitHub's bot. */
async function account({ world, where }: CheckoutState, { commitThrough }: CommitInputs): Promise<string> {
  const { git, event } = world;
  if (!(await git.remotes.takesToken(where.remote))) {
    const identity = await (await git.signing()).identity();
    if (identity === undefined && !event.isJob && commitThrough === 'git') throw noCommitter();
    return identity ?? githubBot;
  }
  return accountOfToken(world);
}

const noCommitter = () =>
  new ReleaseError('git does not know who makes the commit: user.name and user.email are not set.', {
    fix: `${setIdentity}.`,
  });

/** The API creates single commits. It cannot push those of the checkout. */
export const unpushedForApi = (commits: readonly string[]): ReleaseError =>
  new ReleaseError(
    `commit-through: api cannot push commits, but the checkout has unpushed ones: ${listed(commits.map(short))}.`,
    { fix: 'Use commit-through: git, which pushes these commits, too.' },
  );
