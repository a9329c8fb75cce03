import { listed } from '../../domain/text.ts';
import { fitsPattern } from '../../embedded/github/rules/ref-pattern.ts';
import { pushedRef } from '../triggers/ref-filter.ts';
import { textOf, valueAt } from '../workflow/value.ts';
import type { Job, Trigger, Workflow } from '../workflow/workflow.ts';
import { calls } from './called.ts';
import type { Environment, Facts, Project } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { environmentNamedBy } from './references.ts';
import { releaseReferences } from './secrets.ts';
import { exampleOf, tagPatterns } from './tag-patterns.ts';

/** Environments of the jobs: whether they exist, which refs they admit, and who has to approve. */
export function environmentFindings({ project, settings }: Facts): readonly Finding[] {
  const uses = usesOf(project);
  const names = [...new Set(uses.map(({ environment }) => environment))];
  if (names.length === 0) return [];
  if (settings?.environments === undefined)
    return [
      {
        level: 'unseen',
        what: `The rules of the environments of the jobs: ${listed(names)}.`,
        page: pages.environments(project),
      },
    ];
  return names.flatMap((name) => {
    const found = settings.environments?.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const own = uses.filter(({ environment }) => environment === name);
    return found === undefined ? [missing(name, own, project)] : lookAt(found, own, project);
  });
}

type Use = { readonly workflow: Workflow; readonly job: Job; readonly environment: string };

function usesOf({ steps }: Project): readonly Use[] {
  const workflows = [...new Set(steps.map(({ workflow }) => workflow))];
  return workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => {
      const environment = textOf(environmentNamedBy(job));
      return environment === undefined ? [] : [{ workflow, job, environment }];
    }),
  );
}

const positionOf = ({ job }: Use) => environmentNamedBy(job)?.at ?? job.at;

/** GitHub makes it when the first job wants it, without any rule, secret or variable. */
function missing(name: string, uses: readonly Use[], project: Project): Finding {
  const needed = releaseReferences(project).filter(
    ({ environment, isOptional }) => environment === name && !isOptional,
  );
  const names = [...new Set(needed.map((one) => `${one.kind === 'secret' ? 'secrets' : 'vars'}.${one.name}`))];
  return {
    level: names.length === 0 ? 'risk' : 'stops',
    what: `There is no environment ${name}.`,
    at: uses[0] === undefined ? undefined : positionOf(uses[0]),
    fix: `Make it, and let it admit only the branches and tags that release.${names.length === 0 ? '' : ` The jobs look in it for ${listed(names)}.`}`,
    page: pages.environments(project),
  };
}

function lookAt(environment: Environment, uses: readonly Use[], project: Project): readonly Finding[] {
  const page = pages.environments(project);
  const { name, admits, reviewers, refusesOwnRuns } = environment;
  const refused = refusedRefs(environment, uses, project);
  const findings: Finding[] = [...refused];
  if (admits === 'all')
    findings.push({
      level: 'risk',
      what: `The environment ${name} admits every branch and tag, so that everybody who may push can use its secrets.`,
      fix: 'Admit only the branches and tags that release.',
      page,
    });
  if (admits === undefined)
    findings.push({ level: 'unseen', what: `Which branches and tags the environment ${name} admits.`, page });
  if (reviewers.length === 1 && refusesOwnRuns)
    findings.push({
      level: 'risk',
      what: `Only ${reviewers[0]} may approve runs in the environment ${name}, but not those that ${reviewers[0]} has started.`,
      fix: 'Add a second reviewer, or let somebody else start the workflow.',
      page,
    });
  if (reviewers.length > 0)
    findings.push({
      level: 'good',
      what: `Every run in the environment ${name} waits until ${listed(reviewers, 'or')} approves it.`,
      page,
    });
  if (refused.length === 0 && admits !== undefined && admits !== 'all')
    findings.push({ level: 'good', what: `The environment ${name} admits only ${admitted(admits)}.`, page });
  return findings;
}

const admitted = (admits: Exclude<Environment['admits'], undefined | 'all'>): string =>
  admits === 'protected'
    ? 'protected branches'
    : listed(admits.map(({ kind, pattern }) => `${kind === 'tag' ? 'the tags' : 'the branch'} ${pattern}`));

type Ref = { readonly kind: 'branch' | 'tag'; readonly name: string; readonly shown: string; readonly by: string };

/** One finding for each branch or tag. */
function refusedRefs({ admits, name }: Environment, uses: readonly Use[], project: Project): readonly Finding[] {
  if (admits === undefined || admits === 'all') return [];
  const starts = uses.flatMap((use) =>
    use.workflow.triggers.flatMap((trigger) =>
      refsOf(trigger, use.workflow, project).map((ref) => ({ use, ref, what: `the ${ref.kind} ${ref.shown}` })),
    ),
  );
  const refused = Object.groupBy(
    starts.filter(({ ref }) => !admitsRef(admits, ref)),
    ({ what }) => what,
  );
  return Object.entries(refused).flatMap(([what, all = []]): readonly Finding[] => {
    const [first] = all;
    if (first === undefined) return [];
    const others = new Set(all.map(({ use }) => use.workflow)).size - 1;
    const more = others === 0 ? '' : `, and ${others} more ${others === 1 ? 'workflow' : 'workflows'}`;
    const mayBeSkipped = all.every(({ use }) => asksForRef(use.job));
    const unless = mayBeSkipped ? `, unless the condition of job ${first.use.job.id} leaves it out then` : '';
    return [
      {
        level: mayBeSkipped ? 'risk' : 'stops',
        what: `The environment ${name} does not admit ${what}, at which ${first.use.workflow.path} runs ${first.ref.by}${more}${unless}.`,
        at: positionOf(first.use),
        fix: `Add a rule for ${what} to the environment.`,
        page: pages.environments(project),
      },
    ];
  });
}

/** Whether the condition of a job looks at the event or its ref. */
function asksForRef({ more }: Job): boolean {
  const condition = valueAt(more, 'if');
  return condition?.kind === 'expression' && /\bgithub\.(?:event|ref)/.test(condition.expression);
}

const admitsRef = (admits: Exclude<Environment['admits'], undefined>, { kind, name }: Ref): boolean =>
  typeof admits === 'string'
    ? admits === 'all' || kind === 'branch'
    : admits.some((policy) => policy.kind === kind && fitsPattern(name, policy.pattern));

/** The refs at which a workflow runs, as far as its triggers name them. */
function refsOf(trigger: Trigger, workflow: Workflow, project: Project, depth = 0): readonly Ref[] {
  const { defaultBranch, tags: made } = project;
  const branch = (by: string): Ref => ({ kind: 'branch', name: defaultBranch, shown: defaultBranch, by });
  const tags = (of: readonly Workflow[], by: string) =>
    of
      .flatMap(tagPatterns)
      .map(({ pattern }): Ref => ({ kind: 'tag', name: exampleOf(pattern, made), shown: pattern, by }));
  switch (trigger.event) {
    case 'workflow_dispatch':
      return [branch('by its button')];
    case 'schedule':
    case 'workflow_run':
    case 'issues':
    case 'issue_comment':
      return [branch(`on ${trigger.event}`)];
    case 'push': {
      const isForBranch = valueAt(trigger.filters, 'branches') !== undefined;
      const { runs } = pushedRef(trigger.filters, `refs/heads/${defaultBranch}`, trigger.at);
      return [...tags([workflow], 'when it is pushed'), ...(isForBranch && runs ? [branch('when it is pushed')] : [])];
    }
    case 'workflow_call':
      if (depth === deepest) return []; // GitHub refuses workflows that call each other
      return project.workflows
        .filter(({ path, jobs }) => path !== workflow.path && jobs.some((job) => calls(job, workflow)))
        .flatMap((caller) => caller.triggers.flatMap((one) => refsOf(one, caller, project, depth + 1)));
    case 'release':
      return tags(releasing(project), 'when it is released');
    default:
      return [];
  }
}

const deepest = 3;

/** The workflows that make releases of their tags. If none does, a release can be of any tag. */
function releasing({ steps, workflows }: Project): readonly Workflow[] {
  const makers = steps.filter(({ action }) => action === 'gh-release').map(({ workflow }) => workflow);
  const own = [...new Set(makers)].filter((workflow) => tagPatterns(workflow).length > 0);
  return own.length > 0 ? own : workflows;
}
