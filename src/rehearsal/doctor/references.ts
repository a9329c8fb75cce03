import type { SourcePosition } from '../../domain/error.ts';
import { neededVariables } from '../expressions/needed-variables.ts';
import { textOf, type Value, valueAt } from '../workflow/value.ts';
import { declaredSecrets, type Job, type Workflow } from '../workflow/workflow.ts';

/** A secret or a variable that a job uses. */
export type Reference = {
  readonly kind: 'secret' | 'variable';
  readonly name: string;
  readonly at: SourcePosition;
  /** The environment of the job; undefined without one, or if only the run knows it. */
  readonly environment: string | undefined;
  /** Whether the run decides about the environment. */
  readonly isEnvironmentComputed: boolean;
  /** Whether the step can do without it. */
  readonly isOptional: boolean;
};

/** The secrets and variables that a workflow needs. Those with another value behind `||` are not needed. */
export function references(workflow: Workflow): readonly Reference[] {
  const passed = passedSecrets(workflow);
  return workflow.jobs
    .flatMap((job) => {
      const environment = environmentNamedBy(job);
      const used = [...usesIn(workflow.env), ...usesIn(job.more)];
      return used.map((use) => ({
        ...use,
        environment: environment === undefined ? undefined : textOf(environment),
        isEnvironmentComputed:
          environment?.kind === 'expression' || (job.uses !== undefined && environment === undefined),
      }));
    })
    .filter(({ kind, name }) => !(kind === 'secret' && (name === 'GITHUB_TOKEN' || passed.includes(name))));
}

/** `environment: release`, or its name. What a job calls has an environment of its own, which the caller may choose. */
export function environmentNamedBy({ more, uses }: Job): Value | undefined {
  if (uses !== undefined) return valueAt(valueAt(more, 'with'), 'environment');
  const environment = valueAt(more, 'environment');
  return environment?.kind === 'mapping' ? valueAt(environment, 'name') : environment;
}

/** Secrets that the caller of a reusable workflow passes. */
const passedSecrets = (workflow: Workflow): readonly string[] =>
  declaredSecrets(workflow).map(({ key }) => key.toUpperCase());

/** The variables that a condition wants to be set, such as `vars.APP_ID != ''`. */
export const variablesAskedIn = (condition: Value | undefined): readonly string[] =>
  condition?.kind === 'expression' ? neededVariables(condition.expression) : [];

type Use = Pick<Reference, 'kind' | 'name' | 'at' | 'isOptional'>;

/** A condition only asks whether something is set, and what it guards is not needed. announce gives the text to a person if it has no webhook. */
function usesIn(value: Value | undefined, key = ''): readonly Use[] {
  if (value === undefined || key === 'if') return [];
  if (value.kind === 'mapping') {
    const asked = variablesAskedIn(valueAt(value, 'if'));
    const uses = value.entries.flatMap((entry) => usesIn(entry.value, entry.key));
    return uses.filter(({ kind, name }) => !(kind === 'variable' && asked.includes(name)));
  }
  if (value.kind === 'list') return value.items.flatMap((item) => usesIn(item));
  return value.kind === 'expression'
    ? usesOf(value.expression, { at: value.at, isOptional: key === 'slack-webhook' })
    : [];
}

const reference =
  /(?<before>\|\|\s*)?\b(?<context>secrets|vars)(?:\.(?<name>[A-Za-z_]\w*)|\['(?<quoted>[^']+)'\])(?<after>\s*(?:\|\||&&|[=!]=))?/g;

function usesOf(expression: string, { at, isOptional }: Pick<Use, 'at' | 'isOptional'>): readonly Use[] {
  return [...expression.matchAll(reference)].flatMap(({ groups: { before, context, name, quoted, after } = {} }) => {
    if (after !== undefined) return [];
    const kind = context === 'secrets' ? 'secret' : 'variable';
    return {
      kind,
      name: (name ?? quoted ?? '').toUpperCase(),
      at,
      isOptional: isOptional || before !== undefined,
    } as const;
  });
}
