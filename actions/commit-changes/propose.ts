import { ReleaseError } from '../../src/domain/error.ts';
import { listed, short } from '../../src/domain/text.ts';
import type { Files } from '../../src/world/files.ts';
import { branchOf } from '../../src/world/git/git.ts';
import { proposalOf } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import { lookAtBranch } from './branch.ts';
import type { CommitPlan, Wanted } from './contract.ts';
import { commitTo, draft } from './draft.ts';
import { placeOf } from './place.ts';
import type { Site } from './site.ts';
import { startNotes } from './starts.ts';
import { proposalFor } from './text.ts';

/** The plan of `via: pull-request`: a branch of its own with one commit on the base, and one open pull request. */
export async function propose(wanted: Wanted, site: Site, files: Files): Promise<CommitPlan> {
  const { landing, world } = site;
  refuseUnpushed(site);
  if (landing.kind !== 'new') return nothing(site);
  const { git, github, ledger } = world;
  const commit = await draft(wanted, site, landing);
  const place = await placeOf(wanted, site, commit.message);
  const [seen, found, starts, proposed] = await together([
    lookAtBranch(site, place, commit),
    github.proposal(place.proposal),
    git.startsWorkflows(place.head.remote),
    proposalFor(wanted, { commit, place, files, github }),
  ]);

  const target = { remote: place.head.remote, repository: place.headRepository, branch: place.branch, seen: seen.tip };
  const title = `Push ${place.branch} to ${place.headRepository}`;
  if (wanted.fork !== undefined && wanted.commitThrough === 'git' && !seen.isAsWanted)
    await git.checkout.prepareForFork(site.where, site.tip);
  const pushing = seen.isAsWanted ? undefined : await commitTo({ ...target, title }, commit, { wanted, site });
  const text = pushing && proposed; // later, a person may have edited it
  const telling =
    found === undefined
      ? github.openProposal(place.proposal, proposed)
      : github.updateProposal(found, { marks: proposed, text });
  const refusal = telling && (await github.refusalToPropose(place.proposal));
  return {
    notes: [
      ...site.notes,
      ...(found === undefined ? [] : [`Pull request #${found.number} is open: ${found.url}`]),
      ...((pushing ?? telling) ? startNotes(starts, 'pull-request') : []),
    ],
    waitsFor: [
      refusal && {
        title: `permission to open pull requests in ${place.repository}`,
        fix: refusal.fix ?? refusal.message,
      },
    ],
    // What is open gets its new text first: killed in between, the next run still has the commit to push.
    changes: found === undefined ? [pushing, telling] : [telling, pushing],
    pending: [
      found === undefined
        ? { title: 'the pull request is merged', fix: 'Review it and merge it.' }
        : { title: `pull request #${found.number} is merged`, fix: `Review it and merge it: ${found.url}` },
    ],
    outputs: (made) => {
      const isOpened = found === undefined || ledger.isBegun(proposalOf(place.proposal)); // by an earlier plan of this run
      const isPushed = pushing !== undefined || ledger.isBegun(branchOf(target.remote, target.branch));
      const isUpdated = telling !== undefined || isPushed;
      const opened = found ?? made(telling);
      return {
        sha: made(pushing) ?? (pushing === undefined ? seen.tip : commit.sha),
        pullRequestNumber: opened?.number,
        pullRequestUrl: opened?.url,
        operation: isOpened ? 'opened' : isUpdated ? 'updated' : 'none',
        starts: isOpened || isUpdated ? starts : undefined,
      };
    },
  };
}

function nothing({ landing, base, head, edits, notes }: Site): CommitPlan {
  const commit = landing.kind === 'there' ? landing.commit : head.sha;
  const what =
    edits.files.length === 0 ? 'Nothing to propose' : `${base} has these changes already, in ${short(commit)}`;
  return {
    notes: [...notes, `${what}.`],
    changes: [],
    outputs: {
      sha: commit,
      pullRequestNumber: undefined,
      pullRequestUrl: undefined,
      operation: 'none',
      starts: undefined,
    },
  };
}

/** They would be proposed as well, in the name of others. */
function refuseUnpushed({ landing, base }: Site): void {
  const commits = landing.kind === 'unpushed' ? landing.commits : landing.kind === 'new' ? landing.unpushed : [];
  if (commits.length === 0) return;
  throw new ReleaseError(`The checkout has commits that ${base} does not have: ${listed(commits.map(short))}.`, {
    fix: 'Push them first, or leave the edits uncommitted.',
  });
}
