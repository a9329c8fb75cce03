import type { Lookup } from '../expressions/expression.ts';
import type { Actions } from '../steps/found-action.ts';
import type { StepRecord } from '../steps/records.ts';
import type { Room } from '../steps/room.ts';
import type { RepositoryEvent } from '../triggers/event.ts';
import type { Permissions } from '../workflow/permissions.ts';
import type { SourceFile } from '../workflow/source.ts';
import type { ConcurrencyGroups } from './concurrency.ts';
import type { JobFolders } from './job-folders.ts';
import type { Slots } from './slots.ts';

/** Where runs take place: what they share, and what they need of the world. */
export type Site = {
  /** `owner/name` */
  readonly repository: string;
  readonly urls: { readonly server: string; readonly api: string; readonly graphql: string };
  readonly folders: JobFolders;
  /** The environment of every process: PATH and the like. */
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: Lookup;
  /** The secrets that a job has which names an environment, besides those that it gets. Some of them are optional. */
  readonly secretsOf: (environment: string, isOptional: (name: string) => boolean) => Lookup;
  readonly vars: Lookup;
  readonly actions: Actions;
  /** A reusable workflow, as `uses` of a job in the file of its caller names it, at the commit of the run. */
  readonly workflowFile: (uses: string, caller: string, commit: string) => Promise<SourceFile | undefined>;
  /** The token of a job with exactly these permissions, and what ends it. */
  readonly tokenOf: (permissions: Permissions, job: string) => { readonly token: string; readonly revoke: () => void };
  /** What a job may do if no workflow says so. */
  readonly defaults: Permissions;
  readonly surround?: Room['surround'];
  readonly groups: ConcurrencyGroups;
  readonly slots: Slots;
  readonly kill: AbortSignal;
  readonly onStep?: (step: StepRecord, job: { readonly key: string; readonly run: Started }) => void;
};

/** A run that was started. */
export type Started = {
  readonly id: number;
  readonly number: number;
  readonly path: string;
  readonly event: RepositoryEvent;
};
