import { ReleaseError } from '../domain/error.ts';
import { Credentials } from '../world/credentials.ts';
import { Ledger } from '../world/ledger.ts';
import { World } from '../world/world.ts';
import type { Front } from './run.ts';

/** The folder and the repository that a run looks at, for a person who may be in another folder than they think. */
export async function workplaceOf(surroundings: Front['surroundings'], remote = 'origin'): Promise<string> {
  const { env, workspace } = surroundings;
  const credentials = Credentials.forGitHub(env, undefined);
  await using world = new World({ ...surroundings, credentials, isJobToken: undefined, ledger: new Ledger() });
  const address = await world.git.remotes.address({ remote, direction: 'push' }).catch((error: unknown) => {
    if (error instanceof ReleaseError) return undefined; // the run says what is wrong, if it needs the remote
    throw error;
  });
  if (address === undefined) return `Looking at ${workspace} (no repository with the remote ${remote})`;
  const name = address === remote ? '' : ` ${remote}`;
  return `Looking at ${workspace} (remote${name}: ${address.replace(/^(https?:\/\/)[^/]*@/, '$1')})`;
}
