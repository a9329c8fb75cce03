import { join } from 'node:path';
import { ReleaseError, type SourcePosition } from '../../domain/error.ts';
import { evaluatedText, evaluatedTexts, holds } from '../expressions/expression.ts';
import type { ActionFile } from '../workflow/action-file.ts';
import type { Step } from '../workflow/step.ts';
import { type Actions, type FoundAction, inContainer, type StandInCall } from './found-action.ts';
import { environmentOf, performProgram } from './program.ts';
import { ending, type Frame, type Performing, scopeOf } from './room.ts';
import type { StepRecord } from './records.ts';
import type { Speech } from './speech.ts';

type Uses = Extract<Step['work'], { readonly kind: 'uses' }>;
type Found<Kind> = Extract<FoundAction, { readonly kind: Kind }>;
type Inputs = Readonly<Record<string, string>>;

type Using = Performing & {
  readonly actions: Actions;
  /** Performs the steps of a composite action. */
  readonly within: (steps: readonly Step[], frame: Frame) => Promise<readonly StepRecord[]>;
};

type NodeAction = Found<'folder'> & {
  readonly file: { readonly runs: Extract<ActionFile['runs'], { readonly kind: 'node' }> };
};

/** What `pre` of an action left for its other parts. */
const left = new WeakMap<Step, Readonly<Record<string, string>>>();

/** Runs `pre` of an action, before the first step. Actions of the checkout have none, because it is not there yet. */
export async function prepareAction(
  step: Step,
  uses: Uses,
  preparing: Performing & { readonly actions: Actions },
): Promise<void> {
  if (uses.name.startsWith('./')) return;
  const found = await preparing.actions(uses.name, preparing.room);
  if (!isNodeAction(found) || found.file.runs.pre === undefined) return;
  if (!holds(found.file.runs.preIf, scopeOf(preparing.room, preparing.frame), true)) return;
  await runNode(found, found.file.runs.pre, { ...preparing, inputs: inputsOf(uses, found.file, preparing) });
  left.set(step, preparing.speech.states);
}

/** Performs an action. Whether it succeeded. */
export async function performAction(step: Step, uses: Uses, using: Using): Promise<boolean> {
  const found = await using.actions(uses.name, using.room);
  if (found.kind === 'missing') {
    found.onPassedOver?.();
    return notPerformed(found.reason, using.speech);
  }
  if (found.kind === 'stand-in') return standIn(found.perform, uses, using);
  if (found.file.runs.kind === 'docker') return notPerformed(inContainer, using.speech);
  const inputs = inputsOf(uses, found.file, using);
  return isNodeAction(found) ? performNode(step, found, { ...using, inputs }) : performComposite(found, inputs, using);
}

/** It counts as a success, and what it would output is empty. */
function notPerformed(reason: string, speech: Speech): true {
  speech.notPerformed = reason;
  return true;
}

const isNodeAction = (found: FoundAction): found is NodeAction =>
  found.kind === 'folder' && found.file.runs.kind === 'node';

/** What `with` gives, and the defaults of the action for the rest. */
function inputsOf({ inputs }: Uses, file: ActionFile | undefined, { room, frame, env }: Performing): Inputs {
  const scope = scopeOf(room, frame, env);
  const given = Object.entries(evaluatedTexts(inputs, scope)).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const defaults = (file?.inputs ?? []).map(
    ({ name, fallback }) => [name.toLowerCase(), evaluatedText(fallback, scope)] as const,
  );
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(given) };
}

type WithInputs = Performing & { readonly inputs: Inputs };

async function performNode(step: Step, found: NodeAction, performing: WithInputs): Promise<boolean> {
  const { room, speech, frame } = performing;
  const { main, post, postIf } = found.file.runs;
  const states = { ...left.get(step) };
  if (post !== undefined)
    room.posts.push({
      name: `Post ${step.work.kind === 'uses' ? step.work.name : ''}`,
      perform: async (said) => {
        if (!holds(postIf, scopeOf(room, frame), true)) return;
        const isDone = await runNode(found, post, { ...performing, speech: said }, { ...states, ...speech.states });
        if (!isDone) room.status = 'failure';
      },
    });
  return runNode(found, main, performing, states);
}

/** The actions of this project look for proxies themselves. Node's own support for them takes 45 ms at each start. */
const findsProxies = /\/release-actions$/;

function runNode(
  { folder, repository, ref }: NodeAction,
  script: string,
  performing: WithInputs,
  states: Inputs = {},
): Promise<boolean> {
  const inputs = Object.entries(performing.inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  const kept = Object.entries(states).map(([name, value]) => [`STATE_${name}`, value]);
  const env = Object.fromEntries([
    ...inputs,
    ...kept,
    ['GITHUB_ACTION_PATH', folder],
    ['GITHUB_ACTION_REPOSITORY', repository],
    ['GITHUB_ACTION_REF', ref],
    ...(findsProxies.test(repository) ? [['NODE_USE_ENV_PROXY', '0']] : []),
  ]) as Record<string, string>;
  const program = {
    command: process.execPath,
    args: [join(folder, script)],
    cwd: performing.room.folders.workspace,
    env,
  };
  return performProgram(program, performing);
}

async function performComposite(found: Found<'folder'>, inputs: Inputs, using: Using): Promise<boolean> {
  const { runs, outputs } = found.file;
  if (runs.kind !== 'composite') return true;
  const { folder, repository, ref } = found;
  const frame: Frame = {
    steps: {},
    inputs,
    env: { ...using.frame.env, ...using.env },
    action: { folder, repository, ref },
    defaults: { shell: '', folder: '' },
    hasFailed: false,
  };
  await using.within(runs.steps, frame);
  const scope = scopeOf(using.room, frame);
  for (const { key, value } of outputs) using.speech.outputs[key] = evaluatedText(valueOf(value), scope);
  return !frame.hasFailed && !ending(using.room).aborted;
}

const valueOf = (output: ActionFile['outputs'][number]['value']) =>
  output.kind === 'mapping' ? output.entries.find(({ key }) => key === 'value')?.value : undefined;

async function standIn(
  perform: Found<'stand-in'>['perform'],
  uses: Uses,
  { room, frame, speech, env, at }: Using,
): Promise<boolean> {
  const inputs = inputsOf(uses, undefined, { room, frame, speech, env, at });
  const whole = environmentOf(room, frame, env);
  const call: StandInCall = {
    at: uses.at,
    room,
    env: whole,
    speech,
    inputs,
    input: (name, fallback = '') => inputs[name.toLowerCase()] ?? fallback,
    output: (name, value) => void (speech.outputs[name] = value),
    atEnd: (post) => void room.posts.push({ name: `Post ${uses.name}`, perform: post }),
    run: async (command, args, { cwd = room.folders.workspace, env: extra, isQuiet = false } = {}) => {
      const lines: string[] = [];
      const onLine = (line: string) => {
        lines.push(line);
        if (!isQuiet) speech.say(line);
      };
      const exitCode = await room.processes.run({
        command,
        args,
        cwd,
        env: { ...whole, ...extra },
        signal: ending(room),
        onLine,
      });
      if (exitCode !== 0)
        throw new ReleaseError(`${command} ${args.join(' ')} ended with exit code ${exitCode}${ofLast(lines)}.`, {
          at: uses.at,
        });
      return lines.join('\n');
    },
  };
  try {
    await perform(call);
  } catch (error) {
    throw refusedBySystem(error, uses.at) ?? error;
  }
  return true;
}

/** A file that is named but not there, and the like, makes only the step fail. */
function refusedBySystem(error: unknown, at: SourcePosition): ReleaseError | undefined {
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem ? new ReleaseError(`${error.message}.`, { at, cause: error }) : undefined;
}

/** What a program said at last, which is mostly why it failed. */
function ofLast(lines: readonly string[]): string {
  const last = lines.findLast((line) => line.trim() !== '');
  return last === undefined ? '' : `: ${last.trim().replace(/\.$/, '')}`;
}
