import type { Made } from '../../src/world/change.ts';
import { Credentials } from '../../src/world/credentials.ts';
import type { Host } from '../../src/world/host.ts';
import { Ledger } from '../../src/world/ledger.ts';

/** A host for a port that is tried by itself, without an action around it. */
export const hostOf = (parts: Partial<Host> & Pick<Host, 'workspace'>): Host => ({
  env: {},
  trustsWorkspace: false,
  credentials: new Credentials(),
  isJobToken: false,
  ledger: new Ledger(),
  signal: new AbortController().signal,
  progress: () => {},
  print: () => {},
  pace: 1,
  ...parts,
});

/** For a change that is applied alone: no other change made anything. */
export const nothingMade: Made = () => undefined;
