import { textsOf, valueAt } from '../workflow/value.ts';
import type { Trigger, Workflow } from '../workflow/workflow.ts';
import { refName, type RepositoryEvent } from './event.ts';
import type { Finding } from './finding.ts';
import { changedPaths } from './path-filter.ts';
import { byFilters, pushedRef } from './ref-filter.ts';

// https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
const defaultActivities: Readonly<Record<string, readonly string[]>> = {
  merge_group: ['checks_requested'],
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};
const mostTags = 3;
const startedByJobs = new Set(['workflow_dispatch', 'repository_dispatch']);

/** Whether an event starts a workflow. */
export function verdictOn(workflow: Workflow, event: RepositoryEvent): Finding {
  const trigger = workflow.triggers.find((one) => one.event === event.name);
  const start = { file: workflow.path, line: workflow.triggers[0]?.at.line ?? 1 };
  if (trigger === undefined)
    return { runs: false, because: `it does not listen to ${event.name}${others(workflow)}`, at: start };
  const findings = [activity, observed, refs, paths, obstacle].map((look) => look(trigger, event));
  const stop = findings.find((one) => one?.runs === false);
  return (
    stop ??
    findings.findLast((one) => one !== undefined) ?? {
      runs: true,
      because: `it listens to ${event.name}`,
      at: trigger.at,
    }
  );
}

function others({ triggers }: Workflow): string {
  const names = triggers.map(({ event }) => event);
  return names.length === 0 ? '' : `, but to ${names.join(', ')}`;
}

function activity({ filters, at, event: listened }: Trigger, event: RepositoryEvent): Finding | undefined {
  if (event.activity === undefined) return undefined;
  const written = valueAt(filters, 'types');
  const types = written === undefined ? defaultActivities[listened] : textsOf(written);
  const what = `${listened} ${event.activity}`;
  if (types === undefined || types.includes(event.activity))
    return { runs: true, because: `it listens to ${what}`, at: written?.at ?? at };
  return { runs: false, because: `it does not listen to ${what}, but to ${types.join(', ')}`, at: written?.at ?? at };
}

/** What keeps an event from starting anything, whatever the workflows say. */
function obstacle(
  { at }: Trigger,
  { name, ref, actor, tagsInPush = 0, message = '' }: RepositoryEvent,
): Finding | undefined {
  if (actor.kind === 'job' && !startedByJobs.has(name))
    return {
      runs: false,
      isHeld: true,
      because: `the token of a job did this, which starts no workflow: ${name} at ${refName(ref)}`,
      at,
      fix: 'Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
    };
  if (name === 'push' && ref.startsWith('refs/tags/') && tagsInPush > mostTags)
    return {
      runs: false,
      isHeld: true,
      because: `${tagsInPush} tags were pushed at once, and GitHub makes no events for more than ${mostTags}`,
      at,
      fix: `Push at most ${mostTags} tags at once.`,
    };
  const skip = ['push', 'pull_request'].includes(name) ? skipOf(message) : undefined;
  return skip === undefined
    ? undefined
    : {
        runs: false,
        isHeld: true,
        because: `the message of the commit has ${skip}`,
        at,
        fix: `Commit again without ${skip}.`,
      };
}

// https://docs.github.com/actions/how-tos/manage-workflow-runs/skip-workflow-runs
function skipOf(message: string): string | undefined {
  const marked = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.exec(message)?.[0];
  return marked ?? /\n\n(?:[^\n]*\n)*?(skip-checks: ?true)\s*$/.exec(message)?.[1];
}

/** Of which workflows `workflow_run` follows the runs. */
function observed({ filters, at }: Trigger, { completed, headBranch }: RepositoryEvent): Finding | undefined {
  if (completed === undefined) return undefined;
  const followed = valueAt(filters, 'workflows');
  if (!textsOf(followed).includes(completed))
    return { runs: false, because: `it does not follow the workflow ${completed}`, at: followed?.at ?? at };
  return headBranch === undefined
    ? undefined
    : byFilters(filters, { key: 'branches', kind: 'branch', name: headBranch });
}

function refs({ filters, at }: Trigger, { name, ref, baseBranch }: RepositoryEvent): Finding | undefined {
  if (name === 'push') return pushedRef(filters, ref, at);
  const branch = name.startsWith('pull_request') ? baseBranch : undefined;
  return branch === undefined ? undefined : byFilters(filters, { key: 'branches', kind: 'base branch', name: branch });
}

/** Path filters do not count for tags. */
function paths({ filters }: Trigger, { ref, changedPaths: changed }: RepositoryEvent): Finding | undefined {
  return changed === undefined || ref.startsWith('refs/tags/') ? undefined : changedPaths(filters, changed);
}
