import { problemsIn } from '../../domain/error.ts';
import { pathInRepository } from '../workflow/step.ts';
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
  return [
    ...(settings === undefined ? [token] : []),
    ...(project.steps.length === 0 && !project.unread.some(({ isOfRelease }) => isOfRelease) ? [steps] : []),
    ...unreadFindings(project),
    ...callFindings(project),
  ];
}

/** Workflows that GitHub does not accept. The others of the commit run nevertheless. */
const unreadFindings = ({ unread }: Facts['project']): readonly Finding[] =>
  unread.flatMap(({ refusal, isOfRelease }) =>
    problemsIn(refusal).map(({ message, at, fix }) => ({
      level: isOfRelease ? 'stops' : 'risk',
      what: message,
      at,
      fix,
    })),
  );

/** Calls of workflows that cannot be called, and of those of others, whose texts are not here. */
function callFindings({ workflows, unread }: Facts['project']): readonly Finding[] {
  const readable = new Set(workflows.map(({ path }) => path));
  const all = workflows.flatMap(({ jobs }) => jobs.map(({ id, uses }) => ({ id, uses })));
  return all.flatMap(({ id, uses }): readonly Finding[] => {
    if (uses === undefined) return [];
    const { name, at } = uses;
    const path = pathInRepository(name);
    if (readable.has(path ?? name)) return [];
    if (path === undefined) return [{ level: 'unseen', what: `What ${name} needs, which job ${id} calls.`, at }];
    const isThere = unread.some((one) => one.path === path);
    return [
      {
        level: 'stops',
        what: `Job ${id} calls ${name}, which ${isThere ? 'GitHub does not accept' : 'the commit does not have'}.`,
        at,
        fix: isThere ? 'Mend it first.' : 'Commit it, or correct its name.',
      },
    ];
  });
}
