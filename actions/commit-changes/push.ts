import { ReleaseError } from '../../src/domain/error.ts';
import { listed, short } from '../../src/domain/text.ts';
import type { Change, Made } from '../../src/world/change.ts';
import { commitOn } from '../../src/world/git/git.ts';
import type { CommitPlan, Wanted } from './contract.ts';
import { commitTo, draft } from './draft.ts';
import type { Site } from './site.ts';
import { startNotes } from './starts.ts';

/** The plan of `via: push`: the commit goes to the base, and then HEAD of the checkout to the commit. */
export async function push(wanted: Wanted, site: Site): Promise<CommitPlan> {
  const { landing } = site;
  if (landing.kind === 'there') return pushed(site, landing.commit);
  if (landing.kind === 'unpushed') return pushOwn(wanted, site, landing.commits);
  return pushNew(wanted, site, landing);
}

/** The base has the edits, by an earlier run or by somebody else. */
async function pushed(site: Site, commit: string): Promise<CommitPlan> {
  const { edits, base, where } = site;
  const { git, ledger } = site.world;
  const starts = await git.startsWorkflows(where.remote);
  const move = await moveHead(site, commit, () => commit);
  const what =
    edits.files.length === 0 ? 'Nothing to commit' : `${base} has these changes already, in ${short(commit)}`;
  return {
    notes: [...site.notes, `${what}.`, ...move.notes],
    changes: [move.change],
    outputs: outputsOf({ sha: commit, isPushed: ledger.isBegun(commitOn(where.remote, base, commit)), starts }), // by an earlier plan
  };
}

/** Nothing was edited since the checkout's own last commit, which the base does not have. */
async function pushOwn(wanted: Wanted, site: Site, commits: readonly string[]): Promise<CommitPlan> {
  const { world, where, base, tip, head } = site;
  if (wanted.commitThrough === 'api')
    throw new ReleaseError(`The checkout has ${commits.length} commits that were not pushed.`, {
      fix: 'Use commit-through: git, which pushes them.',
    });
  const starts = await world.git.startsWorkflows(where.remote);
  return {
    notes: [...site.notes, unpushed(site, commits), ...startNotes(starts, 'push')],
    changes: [{ ...world.git.checkout.push(where.remote, base, head.sha, tip), title: titleFor(site) }],
    outputs: outputsOf({ sha: head.sha, isPushed: true, starts }),
  };
}

type New = Extract<Site['landing'], { kind: 'new' }>;

async function pushNew(wanted: Wanted, site: Site, landing: New): Promise<CommitPlan> {
  const { world, where, repository, base, tip } = site;
  const commit = await draft(wanted, site, landing);
  const target = { remote: where.remote, repository, branch: base, seen: tip, title: titleFor(site) };
  const change = await commitTo(target, commit, { wanted, site });
  const made = (of: Made) => of(change) ?? commit.sha; // what GitHub commits has another name
  const move = await moveHead(site, commit.sha, made);
  const notes = landing.unpushed.length === 0 ? [] : [unpushed(site, landing.unpushed)];
  const starts = await world.git.startsWorkflows(where.remote);
  return {
    notes: [...site.notes, ...notes, ...move.notes, ...startNotes(starts, 'push')],
    changes: [change, move.change],
    outputs: (of) => outputsOf({ sha: made(of), isPushed: true, starts }),
  };
}

/** Later steps find the commit at HEAD, unless HEAD is on another branch, or something dirty is in the way. */
async function moveHead(
  site: Site,
  planned: string,
  commit: (made: Made) => string,
): Promise<{ readonly change: Change | undefined; readonly notes: readonly string[] }> {
  const { world, where, head, attached, base, edits, landing } = site;
  const isOnTop = landing.kind === 'new' && landing.parent === head.sha;
  if (planned === head.sha) return { change: undefined, notes: [] };
  if (attached !== base && !(attached === undefined && isOnTop))
    return { change: undefined, notes: [`HEAD stays at ${short(head.sha)}: ${base} is not checked out.`] };
  const { checkout } = world.git;
  const own = new Set(edits.files.map(({ path }) => path));
  const others = (await checkout.differences(head.sha, planned)).filter(({ path }) => !own.has(path));
  const inTheWay = edits.others.filter((dirty) =>
    others.some(({ path }) => path === dirty || (dirty.endsWith('/') && path.startsWith(dirty))),
  );
  if (inTheWay.length > 0) {
    const why = `${listed(inTheWay)} ${inTheWay.length === 1 ? 'is' : 'are'} dirty, and not as in ${base}`;
    return { change: undefined, notes: [`HEAD stays at ${short(head.sha)}: ${why}.`] };
  }
  return { change: checkout.moveHead(where, head.sha, commit, edits), notes: [] };
}

const titleFor = ({ base, repository, where }: Site) => `Commit to ${base} of ${repository ?? where.remote}`;

const unpushed = ({ base }: Site, commits: readonly string[]) =>
  `${commits.length === 1 ? 'A commit' : `${commits.length} commits`} of the checkout that ${base} does not have: ${listed(commits.map(short))}.`;

type End = { readonly sha: string; readonly isPushed: boolean; readonly starts: boolean | undefined };

const outputsOf = ({ sha, isPushed, starts }: End) => ({
  sha,
  pullRequestNumber: undefined,
  pullRequestUrl: undefined,
  operation: isPushed ? 'pushed' : 'none',
  starts: isPushed ? starts : undefined,
});
