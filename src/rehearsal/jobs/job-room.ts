import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, ReleaseError } from '../../domain/error.ts';
import { evaluated, evaluatedText, evaluatedTexts, Lookup, type Plain, type Scope } from '../expressions/expression.ts';
import { type MadeUpSecrets, madeUpName } from '../steps/made-up-secrets.ts';
import { Masks } from '../steps/masks.ts';
import { type Room, type System, systemHere } from '../steps/room.ts';
import type { Permissions } from '../workflow/permissions.ts';
import { valueAt } from '../workflow/value.ts';
import { declaredSecrets, isRequired, type Job, type Workflow } from '../workflow/workflow.ts';
import { environmentOf, runnerContext } from './contexts.ts';
import type { Site, Started } from './site.ts';

type Needed = {
  readonly job: Job;
  readonly workflow: Workflow;
  /** With `matrix` and `strategy`. */
  readonly scope: Scope;
  readonly token: string;
  readonly permissions: Permissions;
  readonly signal: AbortSignal;
};

// Why: docs/decisions.md D81
/** A runner for one job: empty folders, the environment, and what expressions know. */
export function roomFor({ job, workflow, scope, token, signal, permissions }: Needed, site: Site, run: Started): Room {
  const { folders, ...others } = site.folders.take(run.id);
  const event = join(folders.temp, 'event.json');
  writeFileSync(event, JSON.stringify(run.event.payload));
  const known = scope.contexts['github'] as Readonly<Record<string, Plain>>;
  const github = { ...known, token, job: job.id, workspace: folders.workspace, event_path: event, action: '__run' };
  const system = systemOf(job, scope);
  const masks = new Masks();
  masks.add(token);
  const madeUp: MadeUpSecrets = new Map();
  const deployment = environmentNameOf(job, scope);
  const all = withEnvironment(scope.contexts['secrets'], deployment, workflow, site);
  const secrets = hiddenSecrets(all, token, { masks, madeUp });
  const contexts = {
    ...scope.contexts,
    github,
    secrets,
    runner: runnerContext(folders, system),
    job: { check_run_id: 1 },
  };
  return {
    workflow: workflow.path,
    folders,
    ...others,
    masks,
    madeUp,
    signal,
    kill: site.kill,
    contexts,
    permissions: permissions.levels,
    environment: environmentOf(site, github, { ...folders, event, system }),
    path: [],
    env: envOf(job, workflow, { ...scope, contexts }),
    posts: [],
    leftOut: [],
    deployment,
    system,
    elsewhere: elsewhereOf(job, system),
    images: new Map(),
    ...(site.surround && { surround: site.surround }),
    status: 'success',
  };
}

/** The system that the labels of `runs-on` name. Labels of one's own say nothing. */
function systemOf({ more }: Job, scope: Scope): System {
  const runsOn = valueAt(more, 'runs-on');
  const found = attempt(() => (runsOn === undefined ? null : evaluated(runsOn, scope)));
  const labels = JSON.stringify(found instanceof ReleaseError ? null : found);
  const named = /\b(windows|macos|ubuntu|linux)\b/i.exec(labels)?.[1]?.toLowerCase() ?? '';
  return systems[named] ?? systemHere;
}

function elsewhereOf({ more }: Job, system: System): string | undefined {
  if (system !== systemHere) return `it is for ${system}`;
  if (valueAt(more, 'container') !== undefined) return 'it is for the container of the job';
  return valueAt(more, 'services') === undefined ? undefined : 'the services of the job are not there';
}

const systems: Readonly<Record<string, System>> = {
  windows: 'Windows',
  macos: 'macOS',
  ubuntu: 'Linux',
  linux: 'Linux',
};

/** The environment that a job names. */
export function environmentNameOf({ more }: Job, scope: Scope): string | undefined {
  const environment = valueAt(more, 'environment');
  const name = environment?.kind === 'mapping' ? valueAt(environment, 'name') : environment;
  const found = attempt(() => evaluatedText(name, scope));
  return found instanceof ReleaseError || found === '' ? undefined : found;
}

// https://docs.github.com/actions/how-tos/reuse-automations/reuse-workflows#using-inputs-and-secrets-in-a-reusable-workflow
/**
 * A job of a called workflow has the secrets of its environment, also those that its caller does not pass on. What the workflow
 * declares as optional is probably in neither place if the caller leaves it out.
 */
function withEnvironment(
  secrets: Plain | Lookup | undefined,
  environment: string | undefined,
  workflow: Workflow,
  site: Site,
): Plain | Lookup | undefined {
  if (environment === undefined) return secrets;
  const optional = declaredSecrets(workflow).filter((one) => !isRequired(one));
  const names = new Set(optional.map(({ key }) => key.toUpperCase()));
  const own = site.secretsOf(environment, (name) => names.has(name.toUpperCase()));
  return new Lookup((name, at) => {
    const value = own.find(name, at);
    return (secrets instanceof Lookup ? secrets.find(name, at) : undefined) ?? value;
  });
}

/** Every secret that is read is hidden in what the job prints. Of those that are made up, the lines are kept. */
function hiddenSecrets(
  secrets: Plain | Lookup | undefined,
  token: string,
  { masks, madeUp }: Pick<Room, 'masks' | 'madeUp'>,
): Lookup {
  return new Lookup((name, at) => {
    if (name.toUpperCase() === 'GITHUB_TOKEN') return token;
    const value = secrets instanceof Lookup ? secrets.find(name, at) : undefined;
    if (value === undefined) return undefined;
    masks.add(value);
    const known = madeUpName(value);
    if (known !== undefined) madeUp.set(value, { name: known, at });
    return value;
  });
}

function envOf({ more }: Job, { env }: Workflow, scope: Scope): Record<string, string> {
  const ofWorkflow = evaluatedTexts(env, scope);
  const own = evaluatedTexts(valueAt(more, 'env'), { ...scope, contexts: { ...scope.contexts, env: ofWorkflow } });
  return { ...ofWorkflow, ...own };
}
