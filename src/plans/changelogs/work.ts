import type { ChangelogItem } from '../../domain/changelogs/item.ts';
import { abridged } from '../../domain/text.ts';
import type { World } from '../../world/world.ts';
import { origin } from './release.ts';
import type { ComingRelease } from './release.ts';

type Work = { readonly items: readonly ChangelogItem[]; readonly notes: readonly string[] };

// The times that GitHub records for a merge, and for issues that it closes, differ some seconds from the merge commit's.
const toleratedSeconds = 60;

// Why: docs/decisions.md D25
/** What a release contains: pull requests whose merge commit is in it, and issues closed since the previous release. */
export async function lookAtWork(
  { head, previous, from, repository, isBackport }: ComingRelease,
  { git, github }: Pick<World, 'git' | 'github'>,
): Promise<Work> {
  const range = await (await git.history()).range(origin, from, head);
  const start = range.earliest ?? range.begins;
  const { completedWork } = await github();
  const { pulls, issues } = await completedWork.since(repository, {
    merged: from === undefined || start === undefined ? undefined : start - toleratedSeconds,
    closed: range.begins === undefined ? undefined : range.begins + toleratedSeconds,
  });
  const merged = pulls.filter(({ commit }) => range.commits.has(commit));
  const notInHead = pulls.filter((pull) => !merged.includes(pull) && pull.mergedAt > (range.begins ?? 0));
  const closed = isBackport ? [] : issues;
  const since = previous === undefined ? '' : ` since ${previous}`;
  return {
    items: [...merged, ...closed],
    notes: [
      `${merged.length} pull requests were merged, and ${closed.length} issues were closed${since}.`,
      ...(notInHead.length === 0 ? [] : [leftOut(notInHead)]),
      ...(isBackport ? ['Closed issues are left out: it is unknown which of them belong to a backport.'] : []),
    ],
  };
}

const leftOut = (pulls: readonly ChangelogItem[]) =>
  `Left out, because HEAD does not contain their merge commits: ${abridged(pulls.map(({ number }) => `#${number}`))}.`;
