import { basename } from 'node:path';
import { placed } from '../domain/place.ts';
import type { Chronicle, Deed, Interruption, Job, Run, Step, World } from './chronicle.ts';
import type { JobRecord, RunRecord } from './jobs/records.ts';
import type { Rehearsed } from './rehearsal.ts';
import { beginnings, interruptedIn, remarksOn, runId } from './remarks.ts';
import { changesIn, silentEnd, stepName } from './step-log.ts';
import type { Annotation, StepRecord } from './steps/records.ts';
import { refName, type RepositoryEvent, shortRef } from './triggers/event.ts';

/** What happened in a rehearsal, and what is there afterwards. */
export function chronicleOf(
  {
    repository,
    begin,
    signal,
  }: { readonly repository: string; readonly begin: Date; readonly signal?: Interruption['signal'] | undefined },
  rehearsed: Rehearsed,
  world: World,
): Chronicle {
  const begun = beginnings(rehearsed)
    .flatMap(([first]) => first ?? [])
    .map(({ event }) => event);
  return {
    repository,
    title: [...new Set(begun.map(nameOf))].join(', '),
    isRehearsal: true,
    ...(signal !== undefined && { interruption: { signal, remarks: rehearsed.runs.flatMap(interruptedIn) } }),
    begin: begin.toISOString(),
    seconds: (Date.now() - begin.getTime()) / 1000,
    course: [...begun.map((event) => deedOf(event, begin)), ...rehearsed.runs.map(recordedRun)],
    packages: rehearsed.published,
    ...remarksOn(rehearsed, world),
    ...world,
  };
}

/** What a person calls the release: the tag, or the workflow that was started. */
const nameOf = ({ name, ref, workflow }: RepositoryEvent): string =>
  workflow === undefined ? (name === 'pull_request' ? 'pull request' : shortRef(ref)) : basename(workflow);

function deedOf({ name, ref, workflow }: RepositoryEvent, at: Date): Deed {
  const deeds: Readonly<Record<string, string>> = {
    push: `push the ${refName(ref)}`,
    release: `publish the release of the ${refName(ref)}`,
    pull_request: 'open a pull request',
    workflow_dispatch: `start ${workflow} at ${refName(ref)}`,
  };
  return { kind: 'deed', at: at.toISOString(), text: `You ${deeds[name] ?? `cause ${name}`}.` };
}

/** A run of a workflow as the record of a release has it. */
export function recordedRun({ id, path, event, begin, seconds, result, jobs }: RunRecord): Run {
  const { number } = event.payload;
  const { run: startedBy } = event.actor;
  const inputs = Object.entries(event.inputs ?? {}).map(([name, value]) => [name, String(value ?? '')] as const);
  return {
    kind: 'run',
    id: runId(id),
    workflow: basename(path),
    event: event.name,
    ...(startedBy === undefined ? { by: event.actor.login } : { startedBy: runId(startedBy) }),
    ref: event.ref,
    commit: event.sha,
    inputs: Object.fromEntries(inputs),
    ...(typeof number === 'number' && { pull: number }),
    at: begin.toISOString(),
    seconds,
    result,
    jobs: jobs.map(recordedJob),
  };
}

const told = ({ message, at }: Annotation) => placed(message, at);

const recordedJob = ({ key, name, result, annotations, steps }: JobRecord): Job => ({
  name: [...key.split('/').slice(0, -1), name].join(' / '), // as GitHub names the jobs of called workflows
  result,
  steps: steps.map(recordedStep),
  said: annotations.map(told),
});

function recordedStep(step: StepRecord): Step {
  const { name, outcome, milliseconds, log, annotations, notPerformed } = step;
  const changes = new Map(changesIn(log).map((change) => [change.title, change])); // planned again, if it had to be
  return {
    name: stepName(name),
    result: outcome,
    seconds: milliseconds / 1000,
    changes: [...changes.values()],
    said: annotations.map(told),
    log: silentEnd(step),
    ...(notPerformed !== undefined && { notPerformed }),
  };
}
