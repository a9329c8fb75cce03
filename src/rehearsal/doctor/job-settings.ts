import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { inputOf } from './release-steps.ts';

/** Settings of GitHub Actions that stop a job: what it may use, and whether its token may propose. */
export function jobSettings({ project, settings }: Facts): readonly Finding[] {
  if (project.steps.length === 0) return [];
  return [...actionsFindings({ project, settings }), ...proposalFindings({ project, settings })];
}

function actionsFindings({ project, settings }: Facts): readonly Finding[] {
  const page = pages.actions(project);
  const actions = settings?.actions;
  if (actions === undefined) return [{ level: 'unseen', what: 'Which actions the repository may use.', page }];
  if (!actions.isEnabled)
    return [{ level: 'stops', what: 'GitHub Actions is switched off in this repository.', fix: 'Allow it.', page }];
  const owner = (uses: string) => uses.split('/', 1)[0]?.toLowerCase();
  const foreign = project.steps.find(({ uses }) => owner(uses) !== owner(project.repository));
  if (actions.allowed === 'local_only' && foreign !== undefined)
    return [
      {
        level: 'stops',
        what: `Only actions of ${owner(project.repository)} are allowed, and ${foreign.uses} is none.`,
        at: foreign.at,
        fix: `Allow ${foreign.uses.split('/', 2).join('/')}/*.`,
        page,
      },
    ];
  const unpinned = project.steps.find(({ uses }) => !/@[0-9a-f]{40}$/.test(uses));
  if (actions.needsFullCommits && unpinned !== undefined)
    return [
      {
        level: 'stops',
        what: `Actions have to be pinned to a full commit, and ${unpinned.uses} is not.`,
        at: unpinned.at,
        fix: 'Pin it to the commit of a release.',
        page,
      },
    ];
  return [];
}

/** Pull requests with the token of a job. */
function proposalFindings({ project, settings }: Facts): readonly Finding[] {
  const step = project.steps.find(
    (one) => one.action === 'commit-changes' && one.token.kind === 'job' && inputOf(one, 'via') === 'pull-request',
  );
  if (step === undefined) return [];
  const page = pages.actions(project);
  const may = settings?.jobToken?.mayPropose;
  if (may === undefined)
    return [{ level: 'unseen', what: 'Whether the token of a job may open pull requests.', at: step.at, page }];
  if (may) return [];
  return [
    {
      level: 'stops',
      what: `The token of job ${step.job.id} may not open pull requests in this repository.`,
      at: step.at,
      fix: 'Tick "Allow GitHub Actions to create and approve pull requests".',
      page,
    },
  ];
}
