import { problemsIn } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import { short } from '../domain/text.ts';
import type { Chronicle, Package, Remark, World } from './chronicle.ts';
import type { Explained } from './explain.ts';
import { annotationsOf, type RunRecord } from './jobs/records.ts';
import { silentEnd, stepName } from './step-log.ts';
import type { Annotation, StepRecord } from './steps/records.ts';
import { refName } from './triggers/event.ts';

const signs = { success: '✓', failure: '✗', cancelled: '⊘', skipped: '-' };

/** A step, as soon as it has ended; what it said where it failed. */
export function stepLines(step: StepRecord, job: string): readonly string[] {
  if (step.outcome === 'skipped') return [];
  const seconds = step.milliseconds >= 100 ? ` (${(step.milliseconds / 1000).toFixed(1)} s)` : '';
  const sign = step.notPerformed === undefined ? signs[step.outcome] : '?';
  const said = step.annotations.map((one) => `      ${told(one)}`);
  const log = silentEnd(step).map((line) => `      ${line}`);
  return [`  ${job}: ${sign} ${stepName(step.name)}${seconds}`, ...said, ...log];
}

const told = ({ message, at }: Annotation) => placed(message, at).replaceAll('\n', '\n      ');

export function runLines(run: RunRecord): readonly string[] {
  const { path, id, result } = run;
  const ends = { success: 'succeeded', failure: 'failed', cancelled: 'was cancelled', skipped: 'had nothing to do' };
  return [`${path} (run ${id}) ${ends[result]}.`, ...annotationsOf(run).map((one) => `  ${told(one)}`)];
}

/** A workflow that GitHub does not accept. */
export function unreadLines(one: Explained): readonly string[] {
  if (one.kind === 'read') return [];
  return problemsIn(one.refusal).map(({ message, at }) => `  ${placed(message, at)}`);
}

/** The line before the runs of an event. */
export const eventLine = (name: string, ref: string, by: string): string => `${name} at ${refName(ref)}, by ${by}`;

/** What stops the release, what would be there afterwards, and what a rehearsal cannot know. */
export function report(chronicle: Chronicle): readonly string[] {
  const { interruption, refusals, risks, unknown, packages, pending, needs } = chronicle;
  return [
    ...section('What stops the release', refusals.flatMap(remarkLines)),
    ...section('Where it was interrupted', (interruption?.remarks ?? []).flatMap(remarkLines)),
    ...section('What may go wrong', risks.flatMap(remarkLines)),
    ...section('What was not performed', unknown.flatMap(remarkLines)),
    ...section('What is there afterwards', worldLines(chronicle)),
    ...section('What would be published', packages.map(packageLine)),
    ...section('What waits for people', pending.flatMap(remarkLines)),
    ...section('What has to be there', needs.flatMap(remarkLines)),
  ];
}

const packageLine = ({ registry, name, digest }: Package) => `${registry}: ${name}, ${digest}`;

/** The last line: whether the release would go on to its end. */
export function verdict({ isDone, interruption, refusals: [first], unknown, course }: Chronicle): string {
  const place = first?.at?.line === undefined ? '' : `, first at ${first.at.file}:${first.at.line}`;
  const until = interruption === undefined ? '' : ` The rehearsal was interrupted, after ${performedIn(course)}.`;
  if (first !== undefined) return `✗ The release would stop${place}.${until}`;
  if (!isDone) return `⊘ It is not known whether the release would stop.${until}`;
  const gaps = unknown.length === 0 ? '' : ', as far as it could be performed';
  return `✓ The release would go on to its end${gaps}.`;
}

/** `3 steps`: those that ended by themselves. */
function performedIn(course: Chronicle['course']): string {
  const steps = course
    .flatMap((one) => (one.kind === 'run' ? one.jobs : []))
    .flatMap((job) => job.steps)
    .filter(({ result }) => result === 'success' || result === 'failure');
  return steps.length === 1 ? '1 step' : `${steps.length} steps`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

const remarkLines = ({ what, why, at }: Remark): readonly string[] => [
  placed(what.replaceAll(/\s*\n\s*/g, ' '), at),
  ...(why === undefined ? [] : why.split('\n').map((line) => `  ${line}`)),
];

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
    ...images.flatMap(({ name, tags, manifests }) => {
      const kinds = new Map(manifests.map(({ digest, kind }) => [digest, kind.replace('index', 'image')]));
      return Object.entries(tags).map(([tag, digest]) => `${kinds.get(digest) ?? 'image'} ${name}:${tag}, ${digest}`);
    }),
  ];
}
