import type { Fault as WireFault } from '../wire/faults.ts';

/** What goes wrong with a request. `lying-digest`: `Docker-Content-Digest` has the digest of something else. */
export type Fault = WireFault<'lying-digest'>;
