import { listed, short } from '../../src/domain/text.ts';
import { pagesOf } from '../../src/plans/pages.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import type { Change, Made } from '../../src/world/change.ts';
import { commitOn } from '../../src/world/git/git.ts';
import type { CommitPlan, CommitInputs } from './contract.ts';
import { commitTo, prepareCommit, unpushedForApi } from './prepared-commit.ts';
import type { CheckoutState } from './checkout-state.ts';

/** The plan of `via: push`: push the commit to the base, then move HEAD of the checkout to the commit. */
export async function push(wanted: CommitInputs, state: CheckoutState): Promise<CommitPlan> {
  const { destination } = state;
  if (destination.kind === 'there') return alreadyPushed(state, destination.commit);
  if (destination.kind === 'unpushed') return pushUnpushed(wanted, state, destination.commits);
  return pushNew(wanted, state, destination);
}

/** The base already has the edits, from an earlier run or from somebody else. */
async function alreadyPushed(state: CheckoutState, commit: string): Promise<CommitPlan> {
  const { edits, base, where } = state;
  const { git, ledger } = state.world;
  const starts = await git.remotes.startsWorkflows(where.remote);
  const move = await moveHead(state, commit, () => commit);
  const pages = await pagesOf(where, state.world);
  const what =
    edits.files.length === 0 ? 'There is nothing to commit' : `${base} already has these changes, in ${short(commit)}`;
  return {
    notes: [...state.notes, `${what}.`, ...move.notes],
    changes: [move.change],
    facts: () => [pages.commit(commit, true), { name: 'Branch', value: base }],
    outputs: outputsOf({ sha: commit, isPushed: ledger.isMade(commitOn(where.remote, base, commit)), starts }), // by an earlier plan
  };
}

/** There are no edits, but the checkout has commits that the base does not have. */
async function pushUnpushed(
  wanted: CommitInputs,
  state: CheckoutState,
  commits: readonly string[],
): Promise<CommitPlan> {
  const { world, checkout, where, base, tip, head } = state;
  if (wanted.commitThrough === 'api') throw unpushedForApi(commits);
  const starts = await world.git.remotes.startsWorkflows(where.remote);
  const pages = await pagesOf(where, world);
  const change = { ...checkout.push(where.remote, base, head.sha, tip), title: titleFor(state) };
  return {
    notes: [...state.notes, unpushedNote(state, commits), ...(starts === false ? noStart : [])],
    changes: [change],
    facts: ({ isMade }) => [pages.commit(head.sha, isMade(change)), { name: 'Branch', value: base }],
    outputs: outputsOf({ sha: head.sha, isPushed: true, starts }),
  };
}

type NewCommit = Extract<CheckoutState['destination'], { kind: 'new' }>;

async function pushNew(wanted: CommitInputs, state: CheckoutState, destination: NewCommit): Promise<CommitPlan> {
  const { world, where, repository, base, tip } = state;
  const commit = await prepareCommit(wanted, state, destination);
  const target = { remote: where.remote, repository, branch: base, seen: tip, title: titleFor(state) };
  const change = await commitTo(target, commit, { wanted, state });
  const made = (of: Made) => of(change) ?? commit.sha; // a commit that GitHub creates has another SHA
  const move = await moveHead(state, commit.sha, made);
  const pages = await pagesOf(where, world);
  const notes = destination.unpushed.length === 0 ? [] : [unpushedNote(state, destination.unpushed)];
  const starts = await world.git.remotes.startsWorkflows(where.remote);
  return {
    notes: [...state.notes, ...notes, ...move.notes, ...(starts === false ? noStart : [])],
    changes: [change, move.change],
    facts: ({ made: of, isMade }) => [pages.commit(made(of), isMade(change)), { name: 'Branch', value: base }],
    outputs: (of) => outputsOf({ sha: made(of), isPushed: true, starts }),
  };
}

/** Moves HEAD to the commit for later steps, unless another branch is checked out or uncommitted changes are in the way. */
async function moveHead(
  state: CheckoutState,
  planned: string,
  commit: (made: Made) => string,
): Promise<{ readonly change: Change | undefined; readonly notes: readonly string[] }> {
  const { checkout, where, head, attached, base, edits, destination } = state;
  const isOnTop = destination.kind === 'new' && destination.parent === head.sha;
  if (planned === head.sha) return { change: undefined, notes: [] };
  if (attached !== base && !(attached === undefined && isOnTop))
    return { change: undefined, notes: [`HEAD stays at ${short(head.sha)}: ${base} is not checked out.`] };
  const own = new Set(edits.files.map(({ path }) => path));
  const others = (await checkout.differences(head.sha, planned)).filter(({ path }) => !own.has(path));
  const inTheWay = edits.others.filter((dirty) =>
    others.some(({ path }) => path === dirty || (dirty.endsWith('/') && path.startsWith(dirty))),
  );
  if (inTheWay.length > 0) {
    const why = `${base} has other content of files with uncommitted changes: ${listed(inTheWay)}`;
    return { change: undefined, notes: [`HEAD stays at ${short(head.sha)}: ${why}.`] };
  }
  const filtered = await checkout.refusedByFilter(others.map(({ path }) => path));
  if (filtered.length > 0) {
    const why = `${base} has other content of files whose filter is set only in the git configuration of this checkout: ${listed(filtered)}`;
    return { change: undefined, notes: [`HEAD stays at ${short(head.sha)}: ${why}.`] };
  }
  return { change: checkout.moveHead(where, head.sha, commit, edits), notes: [] };
}

const noStart = startNotes(false, { made: 'the push', otherwise: undefined });

const titleFor = ({ base, repository, where }: CheckoutState) => `Commit to ${base} of ${repository ?? where.remote}`;

const unpushedNote = ({ base }: CheckoutState, commits: readonly string[]) =>
  `Unpushed commits of the checkout that go to ${base}, too: ${listed(commits.map(short))}.`;

type PushResult = { readonly sha: string; readonly isPushed: boolean; readonly starts: boolean | undefined };

const outputsOf = ({ sha, isPushed, starts }: PushResult) => ({
  sha,
  pullRequestNumber: undefined,
  pullRequestUrl: undefined,
  operation: isPushed ? 'pushed' : 'none',
  starts: isPushed ? starts : undefined,
});
