import { placed } from '../domain/place.ts';
import { listed, short } from '../domain/text.ts';
import type { World } from './chronicle.ts';
import { type Explained, isRefused } from './explain.ts';
import type { JobRecord, RunRecord } from './jobs/records.ts';
import type { Rehearsed, RefusedToJob } from './rehearsal.ts';
import type { Annotation, StepRecord } from './steps/records.ts';
import { refName } from './triggers/event.ts';

const signs = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '-' };

/** A step, as soon as it has ended; what it said where it failed. */
export function stepLines(step: StepRecord, job: string): readonly string[] {
  if (step.outcome === 'skipped') return [];
  const seconds = step.milliseconds >= 100 ? ` (${(step.milliseconds / 1000).toFixed(1)} s)` : '';
  const sign = step.notPerformed === undefined ? signs[step.outcome] : '?';
  const said = step.annotations.map((one) => `      ${told(one)}`);
  const isExplained = step.annotations.some(({ kind }) => kind === 'error');
  const log = step.outcome === 'failure' && !isExplained ? step.log.slice(-10).map((line) => `      ${line}`) : [];
  return [`  ${job}: ${sign} ${step.name}${seconds}`, ...said, ...log];
}

const told = ({ message, at }: Annotation) => placed(message, at).replaceAll('\n', '\n      ');

export function runLines({ path, id, result, jobs, annotations }: RunRecord): readonly string[] {
  const own = [...annotations, ...jobs.flatMap((job) => job.annotations)].map((one) => `  ${told(one)}`);
  const ends = { success: 'succeeded', failure: 'failed', cancelled: 'was cancelled', skipped: 'had nothing to do' };
  return [`${path} (run ${id}) ${ends[result]}.`, ...own];
}

/** What would be there afterwards, what stands in the way, and what a rehearsal cannot know. */
export function ending(rehearsed: Rehearsed, world: World): readonly string[] {
  return [
    ...section('What is there afterwards', worldLines(world)),
    ...section('What would be published', rehearsed.published.map(publishedLine)),
    ...section('What was refused', rehearsed.refused.flatMap(refusedLines)),
    ...section('What starts nothing', stopped(rehearsed)),
    ...section('What was not performed, so that its outputs are unknown', notPerformed(rehearsed.runs)),
    ...section('What has to be there', needed(rehearsed)),
  ];
}

const publishedLine = ({ registry, name, digest }: Rehearsed['published'][number]) => `${registry}: ${name}, ${digest}`;

/** A workflow that GitHub does not accept. */
export function unreadLines(one: Explained): readonly string[] {
  if (one.kind === 'read') return [];
  const { reasons } = one.refusal;
  return (reasons.length > 0 ? reasons : [one.refusal]).map(({ message, at }) => `  ${placed(message, at)}`);
}

/** Whether the release would go on to its end. */
export function isWhole({ runs, events }: Rehearsed): boolean {
  if (events.some(({ all }) => all.some(isRefused))) return false;
  const isStopped = events.some(
    ({ event, all }) =>
      event.ref.startsWith('refs/tags/') && all.some((one) => one.kind === 'read' && one.finding.isHeld === true),
  );
  return !isStopped && runs.length > 0 && runs.every(({ result }) => result === 'success' || result === 'skipped');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

function worldLines({ refs, releases, pulls, images }: World): readonly string[] {
  return [
    ...refs.filter(({ isNew }) => isNew).map(({ kind, name, commit }) => `${kind} ${name} at ${short(commit)}`),
    ...releases.flatMap(({ tag, state, assets }) => [
      `${state === 'draft' ? 'draft release' : 'release'} ${tag}${state === 'latest' ? ' (the latest)' : ''}`,
      ...assets.map(({ name, size, digest }) => `  ${name}, ${size} bytes${digest === '' ? '' : `, ${digest}`}`),
    ]),
    ...pulls.map(
      ({ number, title, head, base, state }) => `pull request #${number} "${title}", ${head} → ${base} (${state})`,
    ),
    ...images.flatMap(({ name, tags }) =>
      Object.entries(tags).map(([tag, digest]) => `image ${name}:${tag}, ${digest}`),
    ),
  ];
}

function refusedLines({ request, status, message, accepted, run, job, permissions }: RefusedToJob): readonly string[] {
  const has = Object.entries(permissions.levels).map(([scope, level]) => `${scope}: ${level}`);
  const where = permissions.at === undefined ? run.path : `${permissions.at.file}:${permissions.at.line}`;
  return [
    `${where}: ${request} of job ${job} was refused: ${status} ${message}`,
    `  It has ${has.length === 0 ? 'no permissions' : listed(has)}.${accepted.length === 0 ? '' : ` It needs ${listed(accepted, 'or')}.`}`,
  ];
}

function stopped({ events }: Rehearsed): readonly string[] {
  return events.flatMap(({ all }) =>
    all.flatMap((one) => {
      if (one.kind === 'refused' || one.finding.isHeld !== true) return [];
      const { because, at, fix } = one.finding;
      return [`${at.file}:${at.line} does not run: ${because}.`, ...(fix === undefined ? [] : [`  ${fix}`])];
    }),
  );
}

function notPerformed(runs: readonly RunRecord[]): readonly string[] {
  const steps = runs.flatMap(({ jobs }) => jobs.flatMap((job) => job.steps));
  const all = steps.flatMap(({ notPerformed: reason, at, name }) =>
    reason === undefined ? [] : [`${at.file}:${at.line}: ${name.replace(/^Run /, '')}, because ${reason}`],
  );
  const parts = steps.flatMap(({ omitted, name }) =>
    omitted.map(({ reason, at }) => `${at.file}:${at.line}: ${name.replace(/^Run /, '')}, because ${reason}`),
  );
  const calls = runs.flatMap(({ jobs }) => jobs.flatMap((job) => job.annotations)).filter(isNotPerformed);
  return [...new Set([...all, ...parts, ...calls.map(({ message, at }) => `${at?.file}:${at?.line}: ${message}`)])];
}

const isNotPerformed = ({ message }: Annotation) => message.startsWith('Not performed, ');

function needed({ secrets, vars, runs, places }: Rehearsed): readonly string[] {
  const environments = runs.flatMap(({ jobs }) => jobs.flatMap((job: JobRecord) => job.environment ?? []));
  const missing = [...secrets].filter(([, isThere]) => !isThere).map(([name]) => withPlaces(name, places));
  const there = [...secrets].filter(([, isThere]) => isThere).map(([name]) => name);
  const empty = [...vars].filter(([, isThere]) => !isThere).map(([name]) => name);
  return [
    ...(there.length === 0 ? [] : [`secrets: ${there.toSorted().join(', ')} (their values were made up)`]),
    ...(missing.length === 0
      ? []
      : [`secrets that are missing, so that they were empty: ${missing.toSorted().join(', ')}`]),
    ...(empty.length === 0
      ? []
      : [`variables without a value: ${empty.toSorted().join(', ')} (give one with --var NAME=VALUE)`]),
    ...[...new Set(environments)].map((name) => `environment ${name}: if it has reviewers, they have to approve`),
  ];
}

/** `KEY (.github/workflows/release.yml:7)` */
function withPlaces(name: string, places: Rehearsed['places']): string {
  const found = places.get(name) ?? [];
  return found.length === 0 ? name : `${name} (${found.join(', ')})`;
}

/** The line before the runs of an event. */
export const eventLine = (name: string, ref: string, by: string): string => `${name} at ${refName(ref)}, by ${by}`;
