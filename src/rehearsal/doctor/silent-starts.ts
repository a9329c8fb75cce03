import { listed } from '../../domain/text.ts';
import { pushedRef } from '../triggers/ref-filter.ts';
import { valueAt } from '../workflow/value.ts';
import { deepestCall, type Trigger, type Workflow } from '../workflow/workflow.ts';
import { calls } from './called.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { inputOf, isGiven, onlyLooks, type ReleaseStep } from './release-steps.ts';

/** Steps that make something with the token of the job, although another workflow waits for it: GitHub starts none then. */
export function silentStarts({ project }: Facts): readonly Finding[] {
  const { steps, workflows, contracts } = project;
  return steps.flatMap((step) => {
    const isSilent = step.token.kind === 'job' && contracts[step.action]?.starts === true && !onlyLooks(step);
    const made = isSilent && !isGiven(step, 'start') ? madeBy(step, project) : undefined;
    if (made === undefined) return [];
    const waiting = workflows
      .filter((workflow) => !leadsTo(step.workflow, workflow, workflows))
      .flatMap((workflow) => workflow.triggers.filter(made.starts).map((trigger) => nameOf(workflow, trigger)));
    return waiting.length === 0 ? [] : [finding(step, made, waiting)];
  });
}

/** Whether a workflow is another one, or calls it. What it makes itself, it does not wait for. */
const leadsTo = (to: Workflow, from: Workflow, all: readonly Workflow[], depth = 0): boolean =>
  from.path === to.path ||
  (depth < deepestCall &&
    all.some((one) => from.jobs.some((job) => calls(job, one)) && leadsTo(to, one, all, depth + 1)));

type Made = {
  readonly what: string;
  readonly starts: (trigger: Trigger) => boolean;
  /** Whether the release consists of what is started. */
  readonly isNeeded: boolean;
};

const nameOf = ({ path }: Workflow, { at }: Trigger) => `${path}:${at.line ?? 1}`;

function madeBy(step: ReleaseStep, { goModules, defaultBranch }: Facts['project']): Made | undefined {
  if (step.action === 'push-tag' || step.action === 'go-module-tags')
    return { what: 'a tag', starts: isStartedByTags(step, goModules), isNeeded: true };
  if (step.action === 'gh-release')
    return inputOf(step, 'draft') === 'true'
      ? undefined
      : { what: 'a release', starts: ({ event }) => event === 'release', isNeeded: true };
  if (inputOf(step, 'via') === 'pull-request')
    return { what: 'a pull request', starts: ({ event }) => event === 'pull_request', isNeeded: false };
  return { what: 'a commit', starts: isStartedBy(inputOf(step, 'base') ?? defaultBranch), isNeeded: false };
}

const hasFilter = ({ filters }: Trigger, key: string) =>
  valueAt(filters, key) !== undefined || valueAt(filters, `${key}-ignore`) !== undefined;

/** The tag of a module has the folder of the module in front. Other tags can have any name. */
const isStartedByTags =
  ({ action }: ReleaseStep, goModules: readonly string[]) =>
  (trigger: Trigger): boolean => {
    if (trigger.event !== 'push' || !hasFilter(trigger, 'tags')) return false;
    if (action !== 'go-module-tags') return true;
    const tags = goModules.map((folder) => (folder === '.' ? 'v1.2.3' : `${folder}/v1.2.3`));
    return tags.some((tag) => pushedRef(trigger.filters, `refs/tags/${tag}`, trigger.at).runs);
  };

const isStartedBy =
  (branch: string) =>
  ({ event, filters, at }: Trigger): boolean =>
    event === 'push' && pushedRef(filters, `refs/heads/${branch}`, at).runs;

function finding(step: ReleaseStep, { what, isNeeded }: Made, waiting: readonly string[]): Finding {
  const unset = step.token.kind === 'job' ? (step.token.unset ?? []) : [];
  const pass =
    unset.length === 0
      ? 'Pass the token of a GitHub App as the input token'
      : `Set ${listed(unset.map((name) => `vars.${name}`))}, so that the step has the token of the App`;
  const start =
    step.action === 'push-tag' || step.action === 'gh-release' ? ', or let the step start it with the input start' : '';
  return {
    level: isNeeded ? 'stops' : 'risk',
    what: `${step.action} makes ${what} with the token of job ${step.job.id}, which starts no workflow. ${listed(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for it.`,
    at: step.at,
    fix: `${pass}${start}.`,
  };
}
