import { textsOf, valueAt } from '../workflow/value.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { isGiven } from './release-steps.ts';

/** Whether published releases can be changed, and workflows that wait for an event of a draft. */
export function releaseFindings({ project, settings }: Facts): readonly Finding[] {
  const releases = project.steps.filter(({ action }) => action === 'gh-release');
  if (releases.length === 0) return [];
  return [...waitingForDrafts(project), ...immutability({ project, settings })];
}

/** A release with files begins as a draft, for which GitHub sends no `created`. */
function waitingForDrafts({ workflows, steps }: Facts['project']): readonly Finding[] {
  const drafted = steps.find(
    (step) => step.action === 'gh-release' && (isGiven(step, 'files') || isGiven(step, 'draft')),
  );
  if (drafted === undefined) return [];
  return workflows.flatMap(({ triggers }) =>
    triggers.flatMap(({ event, filters, at }): readonly Finding[] => {
      const types = textsOf(valueAt(filters, 'types'));
      if (event !== 'release' || !types.includes('created') || types.includes('published')) return [];
      return [
        {
          level: 'stops',
          what: 'It waits for release: created, which GitHub does not send for drafts, and a release with files begins as a draft.',
          at: valueAt(filters, 'types')?.at ?? at,
          fix: 'Use release: published.',
        },
      ];
    }),
  );
}

function immutability({ project, settings }: Facts): readonly Finding[] {
  const page = pages.releases(project);
  const isOn = settings?.hasImmutableReleases;
  if (isOn === undefined) return [{ level: 'unseen', what: 'Whether releases are immutable.', page }];
  return isOn
    ? [
        {
          level: 'good',
          what: 'Releases are immutable: nobody can change the files of a published release or move its tag.',
        },
      ]
    : [
        {
          level: 'advice',
          what: 'Releases are not immutable, so that the files of a published release can be replaced.',
          fix: 'Enable release immutability, in the section Releases.',
          page,
        },
      ];
}
