import { listed } from '../../domain/text.ts';
import { textOf } from '../workflow/value.ts';
import type { Facts, Settings } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { environmentNamedBy } from './references.ts';
import type { ReleaseStep } from './release-steps.ts';
import { environmentIsThere, isSet, releaseReferences } from './secrets.ts';

/**
 * The same facts, in which a step has the token of the job if a variable is not set that its App needs. Where that is a finding of
 * its own, such as a missing environment, what would follow from it is not told.
 */
export function withTokens({ project, settings }: Facts): Facts {
  if (settings === undefined) return { project, settings };
  const needed = releaseReferences(project).filter(({ kind, isOptional }) => kind === 'variable' && !isOptional);
  const isNeeded = (wanted: string) => needed.some(({ name }) => name === wanted);
  const steps = project.steps.map((step): ReleaseStep => {
    if (!environmentIsThere({ environment: textOf(environmentNamedBy(step.job)) }, settings)) return step;
    const unset = variablesOf(step).filter((name) => !isNeeded(name) && isVariableSet(name, step, settings) === false);
    return unset.length === 0 ? step : { ...step, token: { kind: 'job', unset } };
  });
  return { project: { ...project, steps }, settings };
}

/** Whose token steps have, where a variable decides. */
export function tokenFindings({ project, settings }: Facts): readonly Finding[] {
  const without = project.steps.flatMap((step) =>
    step.token.kind === 'job' ? (step.token.unset ?? []).map((name) => ({ name, step })) : [],
  );
  const hidden = project.steps.flatMap((step) =>
    variablesOf(step)
      .filter((name) => settings === undefined || isVariableSet(name, step, settings) === undefined)
      .map((name) => ({ name, step })),
  );
  return [
    ...grouped(without).map(([name, steps]): Finding => ({
      level: 'good',
      what: `vars.${name} is not set, so that ${usersOf(steps)} the token of the job, which starts no workflow.`,
      page: pages.variables(project),
    })),
    ...grouped(hidden).map(([name, steps]): Finding => ({
      level: 'unseen',
      what: `Whether vars.${name} is set. Without it, ${usersOf(steps)} the token of the job, which starts no workflow.`,
      at: steps[0]?.at,
      page: pages.variables(project),
    })),
  ];
}

const variablesOf = ({ token }: ReleaseStep): readonly string[] => (token.kind === 'app' ? token.onlyWith : []);

function isVariableSet(name: string, { job }: ReleaseStep, settings: Settings): boolean | undefined {
  const environment = environmentNamedBy(job);
  const isEnvironmentComputed = environment?.kind === 'expression';
  const use = { kind: 'variable', name, environment: textOf(environment), isEnvironmentComputed } as const;
  return isSet(use, settings);
}

type Use = { readonly name: string; readonly step: ReleaseStep };

const grouped = (uses: readonly Use[]): readonly (readonly [name: string, steps: readonly ReleaseStep[]])[] =>
  [...Map.groupBy(uses, ({ name }) => name)].map(([name, all]) => [name, all.map(({ step }) => step)]);

/** `push-tag and gh-release of job publish use` */
function usersOf(steps: readonly ReleaseStep[]): string {
  const ofJobs = [...Map.groupBy(steps, ({ job }) => job.id)].map(([job, all]) => {
    const actions = [...new Set(all.map(({ action }) => action))];
    return `${listed(actions)} of job ${job}`;
  });
  return `${listed(ofJobs)} ${new Set(steps.map(({ action, job }) => `${job.id} ${action}`)).size === 1 ? 'uses' : 'use'}`;
}
