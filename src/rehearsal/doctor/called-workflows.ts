import { listed } from '../../domain/text.ts';
import { entriesOf, textOf, valueAt } from '../workflow/value.ts';
import { declaredSecrets, isRequired, type Job, type Workflow } from '../workflow/workflow.ts';
import { calls } from './called.ts';
import type { Facts, Settings } from './facts.ts';
import type { Finding } from './finding.ts';

/** Calls that pass too few secrets, or grant less than a job of the called workflow asks for. */
export function calledWorkflows({ project: { workflows }, settings }: Facts): readonly Finding[] {
  return workflows.flatMap((caller) =>
    caller.jobs.flatMap((job): readonly Finding[] => {
      const called = workflows.find((one) => calls(job, one));
      if (called === undefined) return [];
      const call = { job, caller, settings };
      return [...withheld(called, call), ...ungranted(called, call)];
    }),
  );
}

/** Secrets that a called workflow has to get, or uses because a variable is set. */
function withheld(called: Workflow, { job, settings }: Call): readonly Finding[] {
  const secrets = valueAt(job.more, 'secrets');
  const inherits = textOf(secrets) === 'inherit';
  const isPassed = (key: string) =>
    inherits ? (settings?.secrets?.includes(key) ?? true) : valueAt(secrets, key) !== undefined;
  return declaredSecrets(called).flatMap((declared): readonly Finding[] => {
    const { key } = declared;
    if (isPassed(key)) return [];
    const because = isRequired(declared) ? 'needs it' : wantedBy(key, called, settings);
    if (because === undefined) return [];
    return [
      {
        level: 'stops',
        what: `Job ${job.id} passes no secret ${key} to ${called.path}, which ${because}.`,
        at: job.uses?.at ?? job.at,
        fix: inherits
          ? 'Add the secret to the repository.'
          : `Add to the job: secrets: { ${key}: '\${{ secrets.${key} }}' }`,
      },
    ];
  });
}

/** A step that uses the secret, on the condition that a variable is set, which it is; and no environment has the secret. */
function wantedBy(secret: string, { jobs }: Workflow, settings: Settings | undefined): string | undefined {
  const all = [settings?.variables, ...(settings?.environments ?? []).map(({ variables }) => variables)];
  const isInEnvironment = settings?.environments?.some(({ secrets }) => secrets?.includes(secret) ?? true) ?? true;
  if (isInEnvironment) return undefined;
  for (const { steps } of jobs)
    for (const { work, condition } of steps) {
      const inputs = work.kind === 'uses' ? entriesOf(work.inputs) : [];
      const uses = inputs.some(
        ({ value }) => value.kind === 'expression' && value.expression.includes(`secrets.${secret}`),
      );
      const asked =
        condition?.kind === 'expression' ? /\bvars\.(\w+) != ''/.exec(condition.expression)?.[1] : undefined;
      if (uses && asked !== undefined && all.some((variables) => variables?.[asked] !== undefined))
        return `uses it because vars.${asked} is set`;
    }
  return undefined;
}

type Call = { readonly job: Job; readonly caller: Workflow; readonly settings: Settings | undefined };

const ranks: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };

/** GitHub does not start such a run. */
function ungranted(called: Workflow, call: Call): readonly Finding[] {
  const { job } = call;
  const lacks = lacking(called, call);
  if (lacks.length === 0) return [];
  return [
    {
      level: 'stops',
      what: `Job ${job.id} calls ${called.path}, and grants it no ${listed(lacks, 'or')}, so that GitHub does not start the run.`,
      at: job.uses?.at ?? job.at,
      fix: `Add to the job: permissions: { ${lacks.join(', ')} }`,
    },
  ];
}

function lacking(called: Workflow, { job, caller, settings }: Call): readonly string[] {
  const granted = (job.permissions ?? caller.permissions)?.levels;
  if (granted === undefined && settings?.jobToken?.mayWrite !== false) return []; // it gets all, or nobody knows
  const levels = granted ?? { contents: 'read', packages: 'read' };
  const asked = called.jobs.flatMap((one) => Object.entries((one.permissions ?? called.permissions)?.levels ?? {}));
  const lacks = asked.filter(([name, level]) => (ranks[level] ?? 0) > (ranks[levels[name] ?? 'none'] ?? 0));
  return [...new Set(lacks.map(([name, level]) => `${name}: ${level}`))];
}
