import { Checkout } from '../../src/rehearsal/checkout.ts';
import { type Asked, type Verified, verify } from '../../src/verification/verification.ts';
import { actions } from './actions.ts';
import { dist } from './bundle.ts';
import type { WorkingFolder } from './perform.ts';

type Reader = { readonly env: Readonly<Record<string, string>>; readonly token: string };

/** Verifies a release from a checkout, in this process. */
export async function verified(
  { folder, environment = {} }: WorkingFolder,
  asked: Asked,
  { env, token }: Reader,
): Promise<Verified> {
  const checkout = await Checkout.open(folder, { ...environment, ...env });
  const surroundings = {
    env: { ...environment, ...env },
    workspace: folder,
    trustsWorkspace: false,
    signal: new AbortController().signal,
    progress: () => {},
    print: () => {},
    pace: 0.01,
  };
  return verify(asked, checkout, { actions, surroundings, token, releaseTree: dist });
}
