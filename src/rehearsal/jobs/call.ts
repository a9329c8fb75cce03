import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { suggestion } from '../../domain/suggestion.ts';
import { listed, quoted } from '../../domain/text.ts';
import {
  evaluated,
  evaluatedText,
  evaluatedTexts,
  Lookup,
  type Plain,
  plainText,
  type Scope,
} from '../expressions/expression.ts';
import type { Annotation } from '../steps/records.ts';
import { pathInRepository } from '../workflow/step.ts';
import { type Entry, entriesOf, textOf, type Value, valueAt } from '../workflow/value.ts';
import {
  callTrigger,
  declaredSecrets,
  deepestCall,
  isRequired,
  linesWith,
  readWorkflow,
  type Trigger,
  type Workflow,
} from '../workflow/workflow.ts';
import type { Calling, Performed } from './calling.ts';
import { type Leg, omitted, told, unperformed } from './leg.ts';
import { asMember, membership } from './membership.ts';
import { hasGaps, type JobRecord, type JobResult, joined } from './records.ts';
import type { Site, Started } from './site.ts';

type Uses = { readonly name: string; readonly at: Leg['job']['at'] };

type Around = {
  readonly calling: Calling;
  readonly held: Calling['held'];
  readonly site: Site;
  readonly run: Started;
  readonly performJobs: (calling: Calling, site: Site, run: Started) => Promise<Performed>;
};

type Called = JobResult & { readonly records: readonly JobRecord[] };

/** Performs a job that calls a reusable workflow. */
export async function callWorkflow(
  leg: Leg,
  uses: Uses,
  { calling, held, site, run, performJobs }: Around,
): Promise<Called> {
  if (calling.path.length >= deepestCall)
    throw new ReleaseError(`Workflows call each other more than ${deepestCall} levels deep.`, { at: uses.at });
  const source = await site.workflowFile(uses.name, calling.workflow.path, run.event.sha);
  if (source === undefined && pathInRepository(uses.name) !== undefined)
    throw new ReleaseError(`The commit has no reusable workflow ${uses.name}.`, {
      fix: 'Commit it, or correct its name.',
      at: uses.at,
    });
  if (source === undefined) return notPerformed(leg, uses);
  const workflow = readWorkflow(source);
  const trigger = callTrigger(workflow);
  if (trigger === undefined)
    throw new ReleaseError(`${source.path} cannot be called: it does not listen to workflow_call.`, { at: uses.at });
  const { job, scope, key, permissions } = leg;
  const contexts = {
    github: scope.contexts['github'] ?? {},
    vars: scope.contexts['vars'] ?? {},
    inputs: calledInputs(trigger.filters, valueAt(job.more, 'with'), scope, uses),
    secrets: calledSecrets(workflow, valueAt(job.more, 'secrets'), scope, uses),
  };
  const member = membership(
    workflow.concurrency,
    { contexts },
    { site, signal: leg.signal, name: `${workflow.path}, called by job ${key},`, at: uses.at },
  );
  const cancelled = (why: readonly Annotation[]): Called => ({
    result: 'cancelled',
    outputs: {},
    records: [unperformed(leg, 'cancelled', why)],
  });
  const perform = async (inner: Calling['held']): Promise<Called> => {
    const cancel = new AbortController();
    const signal = member?.signal ?? leg.signal;
    signal.addEventListener('abort', () => cancel.abort(), { once: true });
    if (signal.aborted) cancel.abort();
    const called = { workflow, scope: { contexts }, path: key.split('/'), most: permissions, held: inner, cancel };
    return endOf(leg, trigger, called, await performJobs(called, site, run));
  };
  return asMember(member, { site, held, at: uses.at, cancelled, perform });
}

/** What the called workflow outputs, and what is told of that. */
function endOf(leg: Leg, { filters }: Trigger, { scope }: Calling, { records, needs }: Performed): Called {
  const results = Object.values(needs).map((one) => one.result);
  const declared = entriesOf(valueAt(filters, 'outputs'));
  const known = { contexts: { ...scope.contexts, jobs: needs } };
  const outputs = declared.map((one) => ({ ...one, text: evaluatedText(valueAt(one.value, 'value'), known) }));
  const empty = outputs.filter(({ text }) => text === '');
  const warnings = empty.map(({ key: name, keyAt }) => emptyOutput({ name, at: keyAt }, records, leg));
  const result = joined(results);
  return {
    result,
    outputs: Object.fromEntries(outputs.map((one) => [one.key, one.text])),
    records: result === 'success' ? withWarnings(records, warnings) : records,
  };
}

/** It counts as a success, and what it would output is empty. */
function notPerformed(leg: Leg, { name, at }: Uses): Called {
  const repository = name.replace(/^([^/]+\/[^/@]+).*$/, '$1');
  const reason = `the workflow ${name} is not in this checkout. Give the folder of its repository with --local ${repository}=FOLDER`;
  return { result: 'success', outputs: {}, records: [unperformed(leg, 'success', [omitted(name, reason, at)])] };
}

/** An output that nobody reads may be empty. */
function emptyOutput(
  { name, at }: Pick<Uses, 'name' | 'at'>,
  records: readonly JobRecord[],
  { job, workflow }: Leg,
): Annotation {
  const reading = linesWith(
    workflow,
    new RegExp(`\\bneeds\\.${RegExp.escape(job.id)}\\.outputs\\.${RegExp.escape(name)}\\b`),
  );
  const state = records.some(hasGaps) ? 'is not known, because a step of it was not performed' : 'is empty';
  const readers = listed(reading.map(({ file, line }) => `${file}:${line}`));
  const verb = reading.length === 1 ? 'reads' : 'read';
  return reading.length === 0
    ? told('notice', `The output ${name} of this workflow ${state}. No job reads it.`, at)
    : told('warning', `The output ${name} of this workflow ${state}, and ${readers} ${verb} it.`, at);
}

/** The warnings belong to the call, which has no record of its own. */
const withWarnings = (records: readonly JobRecord[], warnings: readonly Annotation[]): readonly JobRecord[] =>
  records.map((record, index) =>
    index === records.length - 1 ? { ...record, annotations: [...record.annotations, ...warnings] } : record,
  );

function calledInputs(
  filters: Value | undefined,
  given: Value | undefined,
  scope: Scope,
  uses: { readonly at: Leg['job']['at'] },
): Plain {
  const declared = entriesOf(valueAt(filters, 'inputs'));
  const names = declared.map(({ key }) => key);
  const values = given === undefined ? {} : (evaluated(given, scope) as Readonly<Record<string, Plain>>);
  const unknown = entriesOf(given).filter(({ key }) => !names.includes(key));
  refuseIfAny('The workflow cannot be called with these inputs.', [
    ...unknown.map(
      ({ key, keyAt }) =>
        new ReleaseError(`The called workflow has no input ${quoted(key)}.`, {
          fix: suggestion(key, names),
          at: keyAt,
        }),
    ),
    ...declared
      .filter((one) => isRequired(one) && values[one.key] === undefined)
      .map(
        ({ key }) =>
          new ReleaseError(`The called workflow needs the input ${key}.`, { fix: `Give it in with.`, at: uses.at }),
      ),
    ...wrongTypes(given, values, declared),
  ]);
  return Object.fromEntries(
    declared.map(({ key, value }) => {
      const fallback = valueAt(value, 'default');
      const found = values[key] ?? (fallback === undefined ? undefined : evaluated(fallback, scope));
      return [key, typed(found, textOf(valueAt(value, 'type')) ?? 'string')];
    }),
  );
}

const exampleOf = { boolean: "${{ … == 'true' }}", number: '${{ fromJSON(…) }}' };

function wrongTypes(
  given: Value | undefined,
  values: Readonly<Record<string, Plain>>,
  declared: readonly Entry[],
): readonly ReleaseError[] {
  return entriesOf(given).flatMap(({ key, keyAt }) => {
    const type = textOf(valueAt(declared.find((one) => one.key === key)?.value, 'type'));
    const value = values[key] ?? '';
    if ((type !== 'boolean' && type !== 'number') || typeof value === type) return [];
    const got = quoted(plainText(value));
    return [
      new ReleaseError(`The input ${key} of the called workflow is a ${type}, and gets the text ${got}.`, {
        fix: `GitHub turns no text into a ${type}. Give it an expression such as ${exampleOf[type]}.`,
        at: keyAt,
      }),
    ];
  });
}

function typed(value: Plain | undefined, type: string): Plain {
  if (type === 'boolean') return value === true || value === 'true';
  if (type === 'number') return Number(value ?? 0);
  return value === undefined ? '' : plainText(value);
}

/** All secrets with `inherit`; else those that are passed on. */
function calledSecrets(
  workflow: Workflow,
  given: Value | undefined,
  scope: Scope,
  uses: { readonly at: Leg['job']['at'] },
): Plain | Lookup {
  if (textOf(given) === 'inherit') return scope.contexts['secrets'] ?? {};
  const passed = evaluatedTexts(given, scope);
  const declared = declaredSecrets(workflow);
  const names = declared.map(({ key }) => key);
  const isNamed = (name: string) => names.some((one) => one.toLowerCase() === name.toLowerCase());
  refuseIfAny('The workflow cannot be called with these secrets.', [
    ...declared
      .filter((one) => isRequired(one) && passed[one.key] === undefined)
      .map(
        ({ key }) =>
          new ReleaseError(`The called workflow needs the secret ${key}.`, {
            fix: 'Pass it on in secrets, or write secrets: inherit.',
            at: uses.at,
          }),
      ),
    ...entriesOf(given)
      .filter(({ key }) => !isNamed(key))
      .map(
        ({ key, keyAt }) =>
          new ReleaseError(`The called workflow has no secret ${quoted(key)}.`, {
            fix: suggestion(key, names),
            at: keyAt,
          }),
      ),
  ]);
  return new Lookup((name) => Object.entries(passed).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]);
}
