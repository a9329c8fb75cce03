import { attempt, problemsIn, ReleaseError } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import { dispatchInputs } from './triggers/dispatch-inputs.ts';
import { refName, type RepositoryEvent } from './triggers/event.ts';
import type { Finding } from './triggers/finding.ts';
import { verdictOn } from './triggers/verdict.ts';
import type { SourceFile } from './workflow/source.ts';
import { readWorkflow, type Workflow } from './workflow/workflow.ts';

/** What an event does to one file of `.github/workflows`. */
export type Explained =
  | Read
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly refusal: ReleaseError;
      /** Whether its text names the event, or it is what somebody starts. If not, the event would not start it either way. */
      readonly isConcerned: boolean;
    };

type Read = { readonly kind: 'read'; readonly workflow: Workflow; readonly finding: Finding };

type Started = Read & { readonly finding: { readonly runs: true } };

/** Whether the event starts a workflow. */
export const isStarted = (one: Explained): one is Started => one.kind === 'read' && one.finding.runs;

/** Whether GitHub does not accept a workflow that the event might start. */
export const isRefused = (one: Explained): boolean => one.kind === 'refused' && one.isConcerned;

/** For every workflow, whether an event starts it, and why. Those that start stand first. */
export function explained(files: readonly SourceFile[], event: RepositoryEvent): readonly Explained[] {
  const all = files.map((file): Explained => {
    const workflow = attempt(() => readWorkflow(file));
    if (workflow instanceof ReleaseError) {
      const isNamed = new RegExp(`\\b${event.name}\\b`).test(file.text);
      const isConcerned = event.workflow === undefined ? isNamed : event.workflow === file.path;
      return { kind: 'refused', path: file.path, refusal: workflow, isConcerned };
    }
    return { kind: 'read', workflow, finding: findingOn(workflow, event) };
  });
  return [...all.filter(isStarted), ...all.filter((one) => !isStarted(one))];
}

function findingOn(workflow: Workflow, event: RepositoryEvent): Finding {
  const finding = verdictOn(workflow, event);
  if (event.workflow === undefined || !finding.runs) return finding;
  if (event.workflow !== workflow.path) return { ...finding, runs: false, because: 'another workflow is started' };
  const trigger = workflow.triggers.find((one) => one.event === event.name);
  const wrong = attempt(() => dispatchInputs(trigger, event.inputs ?? {}));
  if (!(wrong instanceof ReleaseError)) return finding;
  const all = problemsIn(wrong);
  const because = all.map(({ message }) => message.replace(/\.$/, '')).join('; ');
  const fix = all.flatMap((one) => one.fix ?? []).join(' ');
  return { runs: false, because, at: all[0]?.at ?? finding.at, ...(fix !== '' && { fix }) };
}

/** One line for each workflow, and one below it with the fix. */
export function explanation(all: readonly Explained[], event: RepositoryEvent): string {
  const head = `${event.name}${event.activity === undefined ? '' : ` (${event.activity})`} at ${refName(event.ref)}:`;
  return [head, ...(all.length === 0 ? ['  There are no workflows.'] : all.flatMap(linesOf))].join('\n');
}

function linesOf(one: Explained): readonly string[] {
  if (one.kind === 'refused') {
    const told = problemsIn(one.refusal).map(({ message, at }) => placed(message, at));
    return [`  ${one.path} cannot run.`, ...told.map((line) => `    ${line}`)];
  }
  const { runs, because, at, fix } = one.finding;
  const line = at.line === undefined ? '' : ` (line ${at.line})`;
  const sentence = `  ${one.workflow.path} ${runs ? 'runs' : 'does not run'}: ${because}${line}.`;
  return fix === undefined ? [sentence] : [sentence, `    ${fix}`];
}
