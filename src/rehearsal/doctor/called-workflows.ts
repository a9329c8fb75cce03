import { listed } from '../../domain/text.ts';
import { entriesOf, textOf, valueAt } from '../workflow/value.ts';
import { beyond, permissiveDefaults, restrictedDefaults } from '../workflow/permissions.ts';
import { declaredSecrets, isRequired, type Job, readingOf, type Workflow } from '../workflow/workflow.ts';
import { calls } from './called.ts';
import type { Facts, Settings } from './facts.ts';
import type { Finding } from './finding.ts';
import { variablesAskedIn } from './references.ts';
import { namesIn } from './secrets.ts';

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
  return declaredSecrets(called).flatMap((declared): readonly Finding[] => {
    const name = declared.key.toUpperCase();
    const isGiven = inherits
      ? settings === undefined || (namesIn(secret, settings)?.includes(name) ?? true)
      : entriesOf(secrets).some(({ key }) => key.toUpperCase() === name);
    const needsCaller = isRequired(declared) && !inherits;
    if (isGiven || (!needsCaller && mayBeInEnvironment(name, settings))) return [];
    const because = isRequired(declared) ? 'needs it' : wantedBy(name, called, settings);
    if (because === undefined) return [];
    return [
      {
        level: 'stops',
        what: `Job ${job.id} passes no secret ${declared.key} to ${called.path}, which ${because}.`,
        at: job.uses?.at ?? job.at,
        fix: inherits
          ? 'Add the secret to the repository.'
          : `Add to the job: secrets: { ${declared.key}: '\${{ secrets.${declared.key} }}' }`,
      },
    ];
  });
}

const [secret, variable] = [{ kind: 'secret' }, { kind: 'variable' }] as const;

const mayBeInEnvironment = (name: string, settings: Settings | undefined): boolean =>
  settings?.environments?.some((one) => namesIn(secret, one)?.includes(name) ?? true) ?? true;

/** A step that uses the secret, on the condition that variables are set, which they are. */
function wantedBy(name: string, { jobs }: Workflow, settings: Settings | undefined): string | undefined {
  const places = settings === undefined ? [] : [settings, ...(settings.environments ?? [])];
  const isSetSomewhere = (asked: string) => places.some((place) => namesIn(variable, place)?.includes(asked));
  const reading = readingOf('secrets', name);
  for (const { steps } of jobs)
    for (const { work, condition } of steps) {
      const inputs = work.kind === 'uses' ? entriesOf(work.inputs) : [];
      const uses = inputs.some(({ value }) => value.kind === 'expression' && reading.test(value.expression));
      const asked = variablesAskedIn(condition);
      if (uses && asked.length > 0 && asked.every(isSetSomewhere))
        return `uses it because ${listed(asked.map((one) => `vars.${one}`))} ${asked.length === 1 ? 'is' : 'are'} set`;
    }
  return undefined;
}

type Call = { readonly job: Job; readonly caller: Workflow; readonly settings: Settings | undefined };

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
  const isRestricted = settings?.jobToken?.mayWrite === false;
  const granted = job.permissions ?? caller.permissions ?? (isRestricted ? restrictedDefaults : permissiveDefaults);
  const lacks = called.jobs.flatMap((one) => {
    const asked = one.permissions ?? called.permissions;
    return asked === undefined ? [] : beyond(asked, granted);
  });
  return [...new Set(lacks)];
}
