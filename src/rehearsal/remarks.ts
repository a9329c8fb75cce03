import { isDeepStrictEqual } from 'node:util';
import { problemsIn, refusalText, type SourcePosition } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import { abridged, listed, quoted } from '../domain/text.ts';
import type { Chronicle, Remark, World } from './chronicle.ts';
import { type Explained, isRefused, isStarted } from './explain.ts';
import type { JobRecord, RunRecord } from './jobs/records.ts';
import { isByPerson, type RefusedToJob, type Rehearsed } from './rehearsal.ts';
import { endOf, stepName } from './step-log.ts';
import { isDoubt } from './steps/excuse.ts';
import type { StepRecord } from './steps/records.ts';
import { type RepositoryEvent, shortRef } from './triggers/event.ts';
import { linesWith, readingOf, type Workflow } from './workflow/workflow.ts';

type Remarks = Pick<Chronicle, 'isDone' | 'refusals' | 'risks' | 'unknown' | 'pending' | 'needs'>;

// Why: docs/decisions.md D89
/** What a rehearsal has found: what stops the release, what may go wrong, what nobody knows, and what people have to do. */
export function remarksOn(rehearsed: Rehearsed, world: World): Remarks {
  const { runs, events } = rehearsed;
  const refusals = onlyOnce(stops(rehearsed));
  return {
    isDone: refusals.length === 0 && !runs.some(({ isInterrupted }) => isInterrupted),
    refusals,
    risks: [
      ...(runs.some(isStopped) ? [] : absentSecrets(rehearsed)),
      ...runs.flatMap((run) =>
        isStopped(run) ? refusedIn(run, rehearsed, hasSucceeded) : [...refusedIn(run, rehearsed), ...failuresIn(run)],
      ),
      ...runs.flatMap(toleratedIn),
      ...runs.flatMap(warnings),
      ...heldEvents(events).flatMap(({ isTag, remark }) => (isTag ? [] : [remark])),
      ...silentTags(events),
    ],
    unknown: runs.flatMap((run) => unperformed(run, events)),
    pending: [...runs.flatMap(environments), ...fromSteps(runs, world), ...waiting(rehearsed, world)],
    needs: [...needed(rehearsed), ...(runs.some(isStopped) ? madeTags(rehearsed, world) : [])],
  };
}

function stops(rehearsed: Rehearsed): readonly Remark[] {
  const { runs, events } = rehearsed;
  const failed = runs.filter(isStopped);
  return [
    ...events.flatMap(({ all }) => all.flatMap(unread)),
    ...beginnings(rehearsed).flatMap(unmatched),
    ...(failed.length === 0 ? [] : absentSecrets(rehearsed)),
    ...failed.flatMap((run) => [...refusedIn(run, rehearsed, (job) => !hasSucceeded(job)), ...failuresIn(run)]),
    ...(failed.length === 0 ? [] : absentVariables(rehearsed)), // many have a default
    ...heldEvents(events).flatMap(({ isTag, remark }) => (isTag ? [remark] : [])),
  ];
}

export const runId = (id: number): string => `run-${id}`;

const isStopped = ({ result, isInterrupted, jobs }: RunRecord) =>
  result === 'failure' || (result === 'cancelled' && (!isInterrupted || jobs.some(hasFailed)));

/** Whether a step failed before the job was cancelled. */
const hasFailed = ({ steps }: JobRecord) => steps.some(({ conclusion }) => conclusion === 'failure');

/** Where a run was when the rehearsal was ended, and what of it was not begun. */
export function interruptedIn({ id, path, jobs, isInterrupted }: RunRecord): readonly Remark[] {
  if (!isInterrupted) return [];
  const run = runId(id);
  const begun = jobs.flatMap(({ key, at: line, result, steps }) => {
    if (result !== 'cancelled' && steps.length > 0) return [];
    const step = steps.find(({ outcome }) => outcome === 'cancelled');
    const what = step && `Step ${quoted(stepName(step.name))} of job ${key} was interrupted.`;
    const began = steps.some(({ outcome }) => outcome !== 'skipped') ? 'was interrupted' : 'was not begun';
    return [{ what: what ?? `Job ${key} ${began}.`, at: step?.at ?? line, run }];
  });
  return begun.length > 0 ? begun : [{ what: `${path} was not begun.`, at: { file: path }, run }];
}

/** What several jobs or tags meet is told once. */
const onlyOnce = (remarks: readonly Remark[]): readonly Remark[] =>
  remarks.filter((one, index) => remarks.findIndex((other) => isDeepStrictEqual(one, other)) === index);

/** A workflow that GitHub does not accept. */
function unread(one: Explained): readonly Remark[] {
  if (one.kind === 'read' || !isRefused(one)) return [];
  return [
    {
      what: `GitHub does not accept ${one.path}.`,
      why: problemsIn(one.refusal)
        .map((problem) => placed(refusalText(problem), problem.at))
        .join('\n'),
      at: { file: one.path },
    },
  ];
}

/** What people did, with the events that it made: a tag is pushed, and created. */
export const beginnings = ({ events }: Rehearsed): readonly Rehearsed['events'][] => [
  ...Map.groupBy(
    events.filter(({ event }) => isByPerson(event)),
    ({ event }) => event.ref,
  ).values(),
];

/** Why what a person did starts nothing: the workflows that listen to it, or that there is none. */
function unmatched(events: Rehearsed['events']): readonly Remark[] {
  const [first] = events;
  const isStarting = events.some(({ all }) => all.some(isStarted));
  if (first === undefined || isStarting) return [];
  const { event, all } = first;
  const more = { why: 'With --explain, rehearse says of every workflow what it listens to.' };
  const read = all.filter((one) => one.kind === 'read');
  const listening = read.filter(({ workflow }) =>
    event.workflow === undefined ? listens(workflow, event) : workflow.path === event.workflow,
  );
  if (listening.length === 0 && all.every((one) => !isRefused(one)))
    return [
      {
        what:
          event.workflow === undefined
            ? `No workflow of this commit listens to ${event.name}.`
            : `This commit has no workflow ${event.workflow}.`,
        ...more,
      },
    ];
  return listening
    .filter(({ finding }) => finding.isHeld !== true)
    .map(({ workflow, finding: { because, at, fix } }) => ({
      what: `${workflow.path} does not run: ${because}.`,
      at,
      ...(fix !== undefined && { why: fix }),
    }));
}

const listens = ({ triggers }: Workflow, { name }: RepositoryEvent) => triggers.some(({ event }) => event === name);

/** Events that match, and for which GitHub starts nothing. */
function heldEvents(events: Rehearsed['events']): readonly { readonly isTag: boolean; readonly remark: Remark }[] {
  return events.flatMap(({ event, all }) =>
    all.flatMap((one) => {
      if (one.kind === 'refused' || one.finding.isHeld !== true) return [];
      const { because, at, fix } = one.finding;
      const { run } = event.actor;
      const remark = {
        what: `${one.workflow.path} does not run: ${because}.`,
        at,
        ...(fix !== undefined && { why: fix }),
        ...(run !== undefined && { run: runId(run) }),
      };
      return [{ isTag: event.ref.startsWith('refs/tags/'), remark }];
    }),
  );
}

/** Tags that the workflows pushed, and that match no filter, although there are some. */
function silentTags(events: Rehearsed['events']): readonly Remark[] {
  const silent = events.filter(({ event, all }) => {
    const read = all.filter((one) => one.kind === 'read');
    const isStarting = read.some(({ finding }) => finding.runs || finding.isHeld === true);
    return !isByPerson(event) && event.name === 'push' && event.ref.startsWith('refs/tags/') && !isStarting;
  });
  const [first] = silent;
  if (first === undefined) return [];
  const near = first.all.filter((one) => one.kind === 'read').find(({ finding }) => finding.fix !== undefined);
  const names = silent.map(({ event }) => shortRef(event.ref));
  return [
    {
      what: `No workflow starts for the ${names.length === 1 ? 'tag' : 'tags'} ${abridged(names, 5)}.`,
      ...(near?.finding.fix !== undefined && { why: near.finding.fix, at: near.finding.at }),
      ...(first.event.actor.run !== undefined && { run: runId(first.event.actor.run) }),
    },
  ];
}

/** What a request of a job was refused, and which line gives its token too little. */
function refusedIn(
  { id, jobs }: RunRecord,
  { refused }: Rehearsed,
  isAsked: (job: JobRecord | undefined) => boolean = () => true,
): readonly Remark[] {
  return refused
    .filter(({ run }) => run.id === id)
    .map((one) => ({ one, job: jobs.find(({ key }) => key === one.job) }))
    .filter(({ job }) => isAsked(job))
    .map(({ one, job }) => refusedRequest(one, job?.at));
}

const hasSucceeded = (job: JobRecord | undefined) => job?.result === 'success';

function refusedRequest(
  { request, status, message, accepted, run, job, permissions, by }: RefusedToJob,
  jobAt: SourcePosition = { file: run.path },
): Remark {
  const levels = Object.entries(permissions.levels).map(([scope, level]) => `${scope}: ${level}`);
  const isDefault = permissions.at === undefined;
  const has = levels.length === 0 ? 'no permissions' : listed(levels);
  return {
    what: `${request} of job ${job} was refused: ${status} ${message}`,
    why: [
      `${by === 'app' ? 'The token of the App' : 'Its token'} has ${has}${isDefault ? ', because no line gives it permissions' : ''}.`,
      ...(accepted.length === 0 ? [] : [`It needs ${listed(accepted, 'or')}.`]),
    ].join(' '),
    at: permissions.at ?? jobAt,
    run: runId(run.id),
  };
}

/** The steps and jobs that failed, or why all of it was cancelled. Without those after which the run goes on. */
function failuresIn(record: RunRecord): readonly Remark[] {
  const { id, path, result, jobs, annotations } = record;
  const run = runId(id);
  const ofRun = annotations.map(({ message, at = { file: path } }) => ({
    what: `${path} ${ends(result)}.`,
    why: message,
    at,
    run,
  }));
  const ofJobs = jobs.filter(({ isTolerated }) => isTolerated !== true).flatMap((job) => failed(job, run));
  const all = [...ofRun, ...ofJobs];
  return all.length === 0 && isStopped(record) ? [{ what: `${path} ${ends(result)}.`, at: { file: path }, run }] : all;
}

const failed = (job: JobRecord, run: string): readonly Remark[] => [
  ...failedSteps(job, run, 'failure'),
  ...failedJob(job, run),
];

/** What failed in steps and jobs after which the run goes on. */
const toleratedIn = ({ id, jobs }: RunRecord): readonly Remark[] =>
  jobs.flatMap((job) => [
    ...failedSteps(job, runId(id), 'success'),
    ...(job.isTolerated === true ? failed(job, runId(id)) : []),
  ]);

const ends = (result: RunRecord['result']) => (result === 'cancelled' ? 'was cancelled' : 'failed');

/** The steps that failed. If their conclusion is a success, the job goes on, because of `continue-on-error`. */
const failedSteps = ({ key, steps }: JobRecord, run: string, conclusion: 'failure' | 'success'): readonly Remark[] =>
  steps
    .filter((step) => step.outcome === 'failure' && step.conclusion === conclusion)
    .map((step) => ({
      what: `Step ${quoted(stepName(step.name))} of job ${key} failed${conclusion === 'success' ? ', and the job goes on' : ''}.`,
      why: saidBy(step),
      at: step.at,
      run,
    }));

function saidBy({ annotations, log, at }: StepRecord): string {
  const said = annotations.filter(({ kind }) => kind === 'error');
  const isElsewhere = (one: SourcePosition | undefined) => one?.file !== at.file || one.line !== at.line;
  const doubts = annotations.filter(isDoubt).map(({ message }) => message);
  const told = said.map((one) => (isElsewhere(one.at) ? placed(one.message, one.at) : one.message));
  return [...(told.length === 0 ? endOf(log) : told), ...doubts].join('\n');
}

const failedJob = ({ key, result, at: line, annotations }: JobRecord, run: string): readonly Remark[] =>
  annotations
    .filter(({ kind }) => kind === 'error')
    .map(({ message, at = line }) => ({ what: `Job ${key} ${ends(result)}.`, why: message, at, run }));

/** What was said of jobs that went on. */
const warnings = ({ id, jobs }: RunRecord): readonly Remark[] =>
  jobs.flatMap(({ annotations, at: line }) =>
    annotations
      .filter(({ kind, omitted }) => kind === 'warning' && omitted === undefined)
      .map(({ message, at = line }) => ({ what: message, at, run: runId(id) })),
  );

/** What was not performed, and the lines that read what it would have told. */
function unperformed({ id, jobs }: RunRecord, events: Rehearsed['events']): readonly Remark[] {
  const run = runId(id);
  return jobs.flatMap(({ key: job, at: line, annotations, steps }) => [
    ...annotations.flatMap(({ omitted, at = line }) =>
      omitted === undefined
        ? []
        : [{ what: `${omitted.what}, because ${omitted.reason}.`, at, run, ...readers(at, `needs.${job}`, events) }],
    ),
    ...steps.flatMap(({ notPerformed, omitted, name, at: step, key }) => {
      const whole = notPerformed === undefined ? [] : [{ reason: notPerformed, at: step }];
      return [...whole, ...omitted].map(({ reason, at }) => ({
        what: `${stepName(name).replace(/^Run /, '')}, because ${reason}.`,
        at,
        run,
        ...readers(step, `steps.${key}`, events),
      }));
    }),
  ]);
}

/** What is unknown because of it. */
function readers({ file }: SourcePosition, what: string, events: Rehearsed['events']): { readonly why?: string } {
  const lines = linesWith(workflowAt(file, events), new RegExp(`\\b${RegExp.escape(what)}\\.`));
  return lines.length === 0
    ? {}
    : { why: `So it is not known what ${placesOf(lines)} ${lines.length === 1 ? 'gets' : 'get'} of it.` };
}

const workflowAt = (file: string, events: Rehearsed['events']): Workflow | undefined =>
  workflowsIn(events).find(({ path }) => path === file);

const workflowsIn = (events: Rehearsed['events']): readonly Workflow[] =>
  events.flatMap(({ all }) => all.flatMap((one) => (one.kind === 'read' ? [one.workflow] : [])));

/** `release.yml:3`, or `release.yml:3, 5 and 7` */
function placesOf(places: readonly SourcePosition[]): string {
  const files = Map.groupBy(places, ({ file }) => file);
  return listed(
    [...files].map(
      ([file, all]) =>
        `${file}:${abridged(
          all.map(({ line }) => String(line)),
          5,
        )}`,
    ),
  );
}

/** Secrets that were read, and are not there. */
const absentSecrets = ({ secrets, events }: Rehearsed): readonly Remark[] =>
  [...secrets]
    .filter(([, source]) => source === 'absent')
    .map(([name]) => ({
      what: `The secret ${name} is not there, so that it was empty.`,
      why: 'Make it in the settings of the repository. If it is there, name it with --secret.',
      ...placeOf('secrets', name, events),
    }));

const absentVariables = ({ vars, events }: Rehearsed): readonly Remark[] =>
  [...vars]
    .filter(([, isThere]) => !isThere)
    .map(([name]) => ({
      what: `The variable ${name} has no value here: a rehearsal sees no variables.`,
      why: `Give it one with --var ${name}=VALUE.`,
      ...placeOf('vars', name, events),
    }));

/** The first line of the workflows that reads a secret or a variable. */
function placeOf(
  context: 'secrets' | 'vars',
  name: string,
  events: Rehearsed['events'],
): { readonly at?: SourcePosition } {
  const [at] = workflowsIn(events).flatMap((workflow) => linesWith(workflow, readingOf(context, name)));
  return at === undefined ? {} : { at };
}

/** What has to be there, and cannot be seen from here. */
function needed(rehearsed: Rehearsed): readonly Remark[] {
  const { secrets, idTokens, environments: holders, secretTokens, runs, events } = rehearsed;
  const asToken = ' On GitHub, it counted as the token of somebody who may do everything.';
  const there = [...secrets]
    .filter(([, source]) => source !== 'absent')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...there.map(([name, source]) => ({
      what: `Secret ${name}${holderOf(holders.get(name))}. Its value was ${source}.${secretTokens.has(name) ? asToken : ''}`,
      ...placeOf('secrets', name, events),
    })),
    ...idTokens.map(({ audience, subject, at }) => ({
      what: `The OIDC token for ${audience} is from ${subject}: who gets it has to trust that.`,
      at,
    })),
    ...(runs.some(isStopped) ? [] : absentVariables(rehearsed)),
  ];
}

const holderOf = (names: ReadonlySet<string> = new Set()) =>
  names.size === 0
    ? ''
    : ` of the ${names.size === 1 ? 'environment' : 'environments'} ${listed([...names].toSorted())}, or of the repository`;

/** A tag that the checkout does not have cannot be as a person would make it. */
const madeTags = (rehearsed: Rehearsed, { refs }: World): readonly Remark[] =>
  beginnings(rehearsed).flatMap(([first]) => {
    const tag = first?.event.name === 'push' ? /^refs\/tags\/(.+)$/.exec(first.event.ref)?.[1] : undefined;
    return refs.some(({ kind, name, isNew }) => kind === 'tag' && isNew && name === tag)
      ? [
          {
            what: `The tag ${tag} is not in this checkout: an annotated one without a signature stood for it.`,
            why: `To rehearse a signed tag, make it first: git tag --sign ${tag}`,
          },
        ]
      : [];
  });

function environments({ id, jobs }: RunRecord): readonly Remark[] {
  const first = new Map(jobs.toReversed().map((job) => [job.environment, job]));
  return [...first].flatMap(([name, { key, at }]) =>
    name === undefined
      ? []
      : [
          {
            what: `Job ${key} waits for the environment ${name}, if that has reviewers or a timer.`,
            at,
            run: runId(id),
          },
        ],
  );
}

/** What steps said that people still have to do. */
function fromSteps(runs: readonly RunRecord[], { pulls }: World): readonly Remark[] {
  return runs.flatMap(({ id, jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .flatMap(({ outputs, at }) =>
        pendingIn(outputs)
          .filter((what) => isStillPending(what, pulls))
          .map((what) => ({ what, at, run: runId(id) })),
      ),
  );
}

/** The output `pending` of actions of this project. Other actions may mean something else by it. */
export function pendingIn({ pending = '' }: StepRecord['outputs']): readonly string[] {
  if (!/^\[".*"\]$/.test(pending)) return [];
  return JSON.parse(pending) as string[];
}

/** Drafts, and pull requests that no step speaks of. */
function waiting({ runs }: Rehearsed, world: World): readonly Remark[] {
  const told = fromSteps(runs, world).map(({ what }) => what);
  const open = world.pulls.filter(
    ({ state, number }) => state === 'open' && !told.some((what) => what.includes(`pull request #${number} `)),
  );
  return [
    ...world.releases
      .filter(({ state }) => state === 'draft')
      .map(({ tag }) => ({ what: `The release ${tag} is a draft: somebody has to publish it.` })),
    ...open.map(({ number, title }) => ({
      what: `Pull request #${number} "${title}" is open: somebody has to merge it.`,
    })),
  ];
}

/** Whether what a step left to people is still to be done: a pull request may have been merged or closed since. */
export function isStillPending(what: string, pulls: World['pulls']): boolean {
  const [found, number] = /pull request(?: #(\d+))?/.exec(what) ?? [];
  if (found === undefined) return true;
  return pulls.some((pull) => pull.state === 'open' && (number === undefined || pull.number === Number(number)));
}
