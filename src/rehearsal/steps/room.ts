import { delimiter } from 'node:path';
import type { SourcePosition } from '../../domain/error.ts';
import type { Lookup, Plain, Scope } from '../expressions/expression.ts';
import { hashFiles } from '../expressions/hash-files.ts';
import type { Image } from '../images/image.ts';
import type { CommandFolder } from './command-files.ts';
import type { MadeUpSecrets } from './made-up-secrets.ts';
import type { Masks } from './masks.ts';
import type { Processes } from './processes.ts';
import type { Result } from './records.ts';
import type { Speech } from './speech.ts';

/** The folders of a job, as a runner has them. */
export type Folders = {
  readonly workspace: string;
  readonly temp: string;
  readonly tools: string;
  readonly home: string;
  /** The artifacts of the run, for all its jobs. */
  readonly artifacts: string;
};

/** As `runner.os` names it. */
export type System = 'Linux' | 'macOS' | 'Windows';

/** The system of this machine. */
export const systemHere: System =
  process.platform === 'darwin' ? 'macOS' : process.platform === 'win32' ? 'Windows' : 'Linux';

/** What one job is and has while it runs. */
export type Room = {
  /** The file of the workflow. */
  readonly workflow: string;
  readonly folders: Folders;
  readonly processes: Processes;
  readonly commandFiles: CommandFolder;
  readonly masks: Masks;
  /** The secrets without a real value that the job has read. */
  readonly madeUp: MadeUpSecrets;
  /** Aborted, it cancels the job: the step that runs is killed, and only steps such as those with always() follow. */
  readonly signal: AbortSignal;
  /** Aborted, it ends the whole rehearsal at once. */
  readonly kill: AbortSignal;
  /** The contexts that stay the same for all steps: github, vars, secrets, needs, strategy, matrix, runner, job. */
  readonly contexts: Readonly<Record<string, Plain | Lookup>>;
  /** What the token of the job may do. */
  readonly permissions: Readonly<Record<string, string>>;
  /** The environment of every process, before `env`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folders that steps put before the PATH. */
  readonly path: string[];
  /** `env` of the workflow and the job, and what steps wrote into GITHUB_ENV. */
  readonly env: Record<string, string>;
  /** What is still to do at the end of the job, in the order in which the steps ran. */
  readonly posts: Post[];
  /** The steps that were not performed until now, though GitHub would perform them. */
  readonly leftOut: SourcePosition[];
  /** The environment that the job names. */
  readonly deployment: string | undefined;
  /** The system of the runner that the job asks for. */
  readonly system: System;
  /** Why its scripts may fail only here, such as `it is for Windows`. */
  readonly elsewhere: string | undefined;
  /** What else the programs of a step have in their environment. */
  readonly surround?: (visitor: Visitor) => Promise<Readonly<Record<string, string>>>;
  /** The images that are on the machine, by their whole names. */
  readonly images: Map<string, Image>;
  status: Exclude<Result, 'skipped'>;
};

/** The step whose programs run. */
export type Visitor = Pick<Performing, 'room' | 'speech' | 'at'>;

/** What a step leaves to be done at the end of the job. */
export type Post = { readonly name: string; readonly perform: (speech: Speech) => Promise<void> };

export type StepState = {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: Result;
  readonly conclusion: Result;
};

/** The steps of a job, or those of a composite action in it. */
export type Frame = {
  readonly steps: Record<string, StepState>;
  readonly inputs: Plain;
  /** What the step of the composite action got in its `env`. */
  readonly env: Readonly<Record<string, string>>;
  /** The composite action. */
  readonly action: { readonly folder: string; readonly repository: string; readonly ref: string } | undefined;
  /** The shell and the folder of scripts that name none. */
  readonly defaults: { readonly shell: string; readonly folder: string };
  hasFailed: boolean;
};

/** What ends a program of the job. After the job was cancelled, steps still run. */
export const ending = (room: Room): AbortSignal => (room.status === 'cancelled' ? room.kill : room.signal);

/** What a step that is performed has. */
export type Performing = {
  readonly room: Room;
  readonly frame: Frame;
  readonly speech: Speech;
  /** The `env` of the step. */
  readonly env: Readonly<Record<string, string>>;
  /** The line of the step. */
  readonly at: SourcePosition;
};

/** What expressions of a step know. */
export function scopeOf(room: Room, frame: Frame, env: Readonly<Record<string, string>> = {}): Scope {
  const { github, ...others } = room.contexts;
  const inAction = frame.action && {
    action_path: frame.action.folder,
    action_repository: frame.action.repository,
    action_ref: frame.action.ref,
    action_status: frame.hasFailed ? 'failure' : 'success',
  };
  const isCancelled = () => room.status === 'cancelled';
  const failed = () => (frame.action === undefined ? room.status === 'failure' : frame.hasFailed);
  return {
    contexts: {
      ...others,
      github: { ...(github as Readonly<Record<string, Plain>>), ...inAction },
      env: { ...room.env, ...frame.env, ...env },
      inputs: frame.inputs,
      steps: frame.steps,
      job: { ...(others['job'] as Readonly<Record<string, Plain>>), status: room.status },
    },
    functions: {
      always: () => true,
      cancelled: isCancelled,
      failure: () => failed() && !isCancelled(),
      success: () => !failed() && !isCancelled(),
      hashFiles: (...patterns) => hashFiles(room.folders.workspace, patterns),
    },
  };
}

/** Where the programs of a step are looked for. */
export const pathOf = ({ path, env, environment }: Room): string =>
  [...path.toReversed(), env['PATH'] ?? environment['PATH']].join(delimiter);
