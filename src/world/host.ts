import type { Credentials } from './credentials.ts';
import type { Environment } from './environment.ts';
import type { Ledger } from './ledger.ts';

/** What the runtime gives to every port. Ports read nothing else of the process. */
export type Host = {
  readonly env: Environment;
  /** The folder that paths are relative to. Nothing outside it is touched. */
  readonly workspace: string;
  /** The workspace of the job, if `workspace` is a folder in it. */
  readonly outerWorkspace?: string;
  /** Whether git may trust the checkout even if another user owns its files. True in a job, which owns the workspace. */
  readonly trustsWorkspace: boolean;
  /** The tokens, each for its server. */
  readonly credentials: Credentials;
  /** Whether GitHub's token is the job's own, which starts no workflows; undefined if that is unknown. */
  readonly isJobToken: boolean | undefined;
  /** What this run has done so far. */
  readonly ledger: Ledger;
  /** Aborted when the run is cancelled. Every child process and request then ends. */
  readonly signal: AbortSignal;
  /** Reports that something slow is still going on. */
  readonly progress: (text: string) => void;
  /** Prints what another program says, at once. It can have several lines. */
  readonly print: (text: string) => void;
  /** Multiplies every pause before a retry: normally 1, in tests almost 0. */
  readonly pace: number;
};
