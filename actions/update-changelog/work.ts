import type { ChangelogItem } from '../../src/domain/changelogs/item.ts';
import { abridged } from '../../src/domain/text.ts';
import type { Git } from '../../src/world/git/git.ts';
import type { GitHub } from '../../src/world/github/github.ts';
import { origin } from './release.ts';
import type { Release } from './release.ts';

type Work = { readonly items: readonly ChangelogItem[]; readonly notes: readonly string[] };

// GitHub dates a merge, and the closing of what it fixes, some seconds beside the commit that it makes.
const slack = 60;

// Why: docs/decisions.md D25
/** What a release brings: pull requests whose merge is in it, and issues that were closed since the release before. */
export async function lookAtWork(
  { head, previous, from, repository, isBackport }: Release,
  { git, github }: { readonly git: Git; readonly github: GitHub },
): Promise<Work> {
  const range = await git.history.range(origin, from, head);
  const start = range.earliest ?? range.begins;
  const { pulls, issues } = await github.doneSince(repository, {
    merged: from === undefined || start === undefined ? undefined : start - slack,
    closed: range.begins === undefined ? undefined : range.begins + slack,
  });
  const merged = pulls.filter(({ commit }) => range.commits.has(commit));
  const elsewhere = pulls.filter((pull) => !merged.includes(pull) && pull.mergedAt > (range.begins ?? 0));
  const closed = isBackport ? [] : issues;
  const since = previous === undefined ? '' : ` since ${previous}`;
  return {
    items: [...merged, ...closed],
    notes: [
      `${merged.length} pull requests were merged, and ${closed.length} issues closed${since}.`,
      ...(elsewhere.length === 0 ? [] : [leftOut(elsewhere)]),
      ...(isBackport ? ['Closed issues are left out: nobody can tell which of them a backport closes.'] : []),
    ],
  };
}

const leftOut = (pulls: readonly ChangelogItem[]) =>
  `Left out, because HEAD does not have them: ${abridged(pulls.map(({ number }) => `#${number}`))}.`;
