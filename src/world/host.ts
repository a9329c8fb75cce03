import type { Credentials } from './credentials.ts';
import type { Environment } from './environment.ts';
import type { Ledger } from './ledger.ts';

/** What the runtime gives to every port: the only way by which environment, place and patience reach them. */
export type Host = {
  readonly env: Environment;
  /** The folder that paths are relative to; nothing outside it is touched. */
  readonly workspace: string;
  /** Whether git may believe the checkout, whoever owns its files: in a job, whose workspace it is. */
  readonly trustsWorkspace: boolean;
  /** The tokens, each for its server. */
  readonly credentials: Credentials;
  /** Whether GitHub's token is the job's own, which starts no workflow; undefined where that is unknown. */
  readonly isJobToken: boolean | undefined;
  /** What this run has done so far. */
  readonly ledger: Ledger;
  /** Aborted when the run is cancelled; every child and request ends with it. */
  readonly signal: AbortSignal;
  /** Says that something slow goes on. */
  readonly progress: (text: string) => void;
  /** Multiplies every pause before a retry: 1 in earnest, almost 0 in tests. */
  readonly pace: number;
};
