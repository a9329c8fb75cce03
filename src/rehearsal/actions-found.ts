import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import { standIns } from './actions/stand-ins.ts';
import type { FoundAction, StandInWorld } from './steps/found-action.ts';
import type { Room } from './steps/room.ts';
import { type ActionFile, readAction } from './workflow/action-file.ts';

/** The folders that are given for repositories of actions, by `owner/name` or `owner/name@ref`. */
export type Given = ReadonlyMap<string, string>;

type Places = { readonly given: Given; readonly world: StandInWorld };

/** Finds what is performed for `uses` of a step: an action of the checkout, of a folder that was given, or a stand-in. */
export async function findAction(uses: string, room: Room, { given, world }: Places): Promise<FoundAction> {
  if (uses.startsWith('docker://'))
    return { kind: 'missing', reason: 'it runs in a container, which a rehearsal does not' };
  if (uses.startsWith('./')) return localAction(uses, room);
  const [, repository = '', path = '', ref = ''] = /^([^/]+\/[^/@]+)(?:\/([^@]*))?@(.+)$/.exec(uses) ?? [];
  const folder = folderOf(given, repository, ref);
  if (folder !== undefined) {
    const place = join(folder, path);
    const file = await actionIn(place);
    if (file === undefined) throw new ReleaseError(`${uses} has no action.yml in ${place}.`);
    return { kind: 'folder', folder: place, file, repository, ref };
  }
  const perform = standIns[path === '' ? repository : `${repository}/${path}`];
  if (perform !== undefined) return { kind: 'stand-in', perform: (call) => perform(call, world) };
  return { kind: 'missing', reason: `nothing stands in for ${uses}` };
}

/** The folder of a repository; only by its name where nobody gave more. */
export const folderOf = (given: Given, repository: string, ref: string): string | undefined =>
  given.get(`${repository}@${ref}`) ??
  given.get(repository) ??
  given.get(repository.slice(repository.indexOf('/') + 1));

async function localAction(uses: string, { folders }: Room): Promise<FoundAction> {
  const folder = join(folders.workspace, uses);
  const file = await actionIn(folder);
  if (file === undefined)
    throw new ReleaseError(`There is no action.yml in ${uses} of the workspace.`, {
      fix: 'Run actions/checkout in an earlier step.',
    });
  return { kind: 'folder', folder, file, repository: '', ref: '' };
}

const read = new Map<string, ActionFile>();

/** The action file of a folder; undefined if it has none. */
async function actionIn(folder: string): Promise<ActionFile | undefined> {
  for (const name of ['action.yml', 'action.yaml']) {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const known = read.get(text) ?? readAction({ path, text });
    read.set(text, known);
    return known;
  }
  return undefined;
}
