import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { withSlashes } from '../../domain/workspace-path.ts';
import type { Host } from '../host.ts';

type Place = Pick<Host, 'workspace' | 'outerWorkspace' | 'trustsWorkspace'>;

/** The folders of a job in which git may trust files of another user, from the inner to the outer one. */
export function trustedFolders({ workspace, outerWorkspace = workspace, trustsWorkspace }: Place): readonly string[] {
  if (!trustsWorkspace) return [];
  const folders = [workspace];
  for (let folder = workspace; folder !== outerWorkspace && folder !== dirname(folder);) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders.map((one) => withSlashes(one));
}

/**
 * Refuses a repository that is not a part of the workspace: a `.git` file or link, which an artifact can bring, may lead to
 * any other one. `printed` has the working folder, the git folder and the common git folder, as git found them.
 */
export async function refuseForeign(place: Place, printed: string): Promise<void> {
  const { workspace, outerWorkspace = workspace } = place;
  const root = await realpath(outerWorkspace);
  const [top = '', ...gitFolders] = await Promise.all(printed.trim().split('\n').map(actual));
  if (within(root, top) === undefined)
    throw new ReleaseError(`The checkout of ${workspace} is ${top}, which is outside the workspace.`, {
      fix: checkOut,
    });
  const foreign = gitFolders.find((folder) => !(within(root, folder) ?? '').split(sep).includes('.git'));
  if (foreign === undefined) return;
  throw new ReleaseError(`The git folder of ${workspace} is ${foreign}, which does not belong to this workspace.`, {
    fix: checkOut,
  });
}

/** Refuses a remote that is a folder of the workspace: git would run the hooks there, whoever has put them there. */
export async function refuseLocalRemote(place: Place, remote: string, address: string): Promise<void> {
  const { workspace, outerWorkspace = workspace, trustsWorkspace } = place;
  const isElsewhere = /^[^/]*:/.test(address) && !/^(?:file:\/\/|[a-z]:[\\/])/i.test(address); // https://…, or host:path
  if (!trustsWorkspace || isElsewhere) return;
  const folder = await actual(resolve(workspace, address.replace(/^file:\/\/(?:\/(?=[a-z]:))?/i, '')));
  if (within(await realpath(outerWorkspace), folder) === undefined) return;
  throw new ReleaseError(`The remote ${remote} is ${folder}, a folder of this workspace.`, {
    fix: `Set it to the address of a server: git remote set-url ${remote} https://…`,
  });
}

const checkOut =
  'Check out the repository there with actions/checkout. Remove a .git file or link that something else has put there.';

const actual = (path: string): Promise<string> => realpath(path).catch(() => path);

/** The path from a folder to something in it; undefined if it is elsewhere. */
function within(root: string, path: string): string | undefined {
  const found = relative(root, path);
  return /^\.\.($|[/\\])/.test(found) || isAbsolute(found) ? undefined : found;
}
