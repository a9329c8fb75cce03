import { tokenFindings, withTokens } from './app-tokens.ts';
import { approverFindings } from './approvers.ts';
import { branchFindings } from './branches.ts';
import { environmentFindings } from './environments.ts';
import { calledWorkflows } from './called-workflows.ts';
import type { Facts } from './facts.ts';
import type { Finding, Level } from './finding.ts';
import { forkFindings } from './forks.ts';
import { jobSettings } from './job-settings.ts';
import { permissionFindings } from './permissions.ts';
import { protectedTags } from './protected-tags.ts';
import { releaseFindings } from './releases.ts';
import { secretFindings } from './secrets.ts';
import { silentStarts } from './silent-starts.ts';
import { tagFilters } from './tag-filters.ts';

const rules: readonly ((facts: Facts) => readonly Finding[])[] = [
  scope,
  permissionFindings,
  calledWorkflows,
  secretFindings,
  tokenFindings,
  environmentFindings,
  tagFilters,
  silentStarts,
  protectedTags,
  branchFindings,
  releaseFindings,
  jobSettings,
  forkFindings,
  approverFindings,
];

const order: readonly Level[] = ['stops', 'risk', 'unseen', 'advice', 'good'];

/** Everything that can be said of a release before it begins, the worst first. */
export function diagnosis(seen: Facts): readonly Finding[] {
  const facts = withTokens(seen);
  const all = rules.flatMap((rule) => rule(facts));
  return order.flatMap((level) => all.filter((one) => one.level === level));
}

/** What was not looked at. */
function scope({ project, settings }: Facts): readonly Finding[] {
  const token: Finding = {
    level: 'unseen',
    what: 'There is no token in GH_TOKEN or GITHUB_TOKEN, so that only the workflows were looked at.',
    fix: 'Write GH_TOKEN=$(gh auth token) release-actions doctor.',
  };
  const steps: Finding = {
    level: 'risk',
    what: 'No job has a step of release-actions, so that little was looked at.',
    fix: 'Check out the commit that has the workflows of the release, or write them with release-actions init.',
  };
  const calls = callsIn(project);
  return [
    ...(settings === undefined ? [token] : []),
    ...(project.steps.length + calls.length === 0 ? [steps] : []),
    ...calls,
  ];
}

/** Reusable workflows of others, whose texts are not here. */
function callsIn({ workflows }: Facts['project']): readonly Finding[] {
  const isKnown = (name: string) => name.startsWith('./') || workflows.some(({ path }) => path === name);
  const all = workflows.flatMap(({ jobs }) => jobs.map(({ id, uses }) => ({ id, uses })));
  return all.flatMap(({ id, uses }): readonly Finding[] =>
    uses === undefined || isKnown(uses.name)
      ? []
      : [{ level: 'unseen', what: `What ${uses.name} needs, which job ${id} calls.`, at: uses.at }],
  );
}
