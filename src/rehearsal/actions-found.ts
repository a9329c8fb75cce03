import { readFile } from 'node:fs/promises';
import { basename, join, normalize } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import { standIns } from './actions/stand-ins.ts';
import { type FoundAction, inContainer, type StandInWorld } from './steps/found-action.ts';
import type { Room } from './steps/room.ts';
import { type ActionFile, readAction } from './workflow/action-file.ts';

/** The folders that are given for repositories of actions, by `owner/name` or `owner/name@ref`. */
export type Given = ReadonlyMap<string, string>;

type Places = {
  readonly given: Given;
  readonly world: StandInWorld;
  /** The repository that is rehearsed, and its files. */
  readonly own: { readonly name: string; readonly files: (commit: string) => Promise<string | undefined> };
  /** The commit of the run. */
  readonly commit: string;
};

/** Finds what is performed for `uses` of a step: an action of the checkout, of a folder that was given, or a stand-in. */
export async function findAction(uses: string, room: Room, places: Places): Promise<FoundAction> {
  const { given, world, own, commit } = places;
  if (uses.startsWith('docker://')) return { kind: 'missing', reason: inContainer };
  if (uses.startsWith('./')) return localAction(uses, room);
  if (uses.startsWith('$/')) {
    const home = homeOf(room.workflow) ?? { repository: own.name, ref: commit };
    return findAction(`${home.repository}/${uses.slice(2)}@${home.ref}`, room, places);
  }
  const [, repository = '', path = '', ref = ''] = /^([^/]+\/[^/@]+)(?:\/([^@]*))?@(.+)$/.exec(uses) ?? [];
  const other = folderOf(given, repository, ref);
  const folder = other ?? (repository === own.name ? await own.files(ref) : undefined);
  if (folder !== undefined) {
    const place = join(folder, path);
    const file = await actionIn(place, other === undefined ? path : place);
    if (file === undefined) throw new ReleaseError(`${uses} has no action.yml in ${place}.`);
    return { kind: 'folder', folder: place, file, repository, ref };
  }
  const tree = folderOf(given, 'org/release-actions', '');
  if (tree !== undefined && path === '' && performed.has(repository)) {
    const place = join(tree, 'rehearsal', basename(repository));
    const file = await actionIn(place);
    if (file !== undefined) return { kind: 'folder', folder: place, file, repository, ref };
  }
  const perform = standIns[path === '' ? repository : `${repository}/${path}`];
  if (perform !== undefined) return { kind: 'stand-in', perform: (call) => perform(call, world) };
  return { kind: 'missing', reason: `nothing stands in for ${uses}`, onPassedOver: () => void world.unknown.add(uses) };
}

/** The actions of others that a program of the release tree performs, as a step of its own. */
const performed = new Set(['actions/github-script']);

/** The folder of a repository; only by its name where nobody gave more. */
export const folderOf = (given: Given, repository: string, ref: string): string | undefined =>
  given.get(`${repository}@${ref}`) ??
  given.get(repository) ??
  given.get(repository.slice(repository.indexOf('/') + 1));

/** The other repository to which a called workflow belongs. */
export function homeOf(caller: string): { readonly repository: string; readonly ref: string } | undefined {
  const [, repository, ref] = /^([^/]+\/[^/]+)\/\.github\/.*@(.+)$/.exec(caller) ?? [];
  return repository === undefined || ref === undefined ? undefined : { repository, ref };
}

async function localAction(uses: string, { folders }: Room): Promise<FoundAction> {
  const folder = join(folders.workspace, uses);
  const file = await actionIn(folder, normalize(uses));
  if (file === undefined)
    throw new ReleaseError(`There is no action.yml in ${uses} of the workspace.`, {
      fix: 'Run actions/checkout in an earlier step.',
    });
  return { kind: 'folder', folder, file, repository: '', ref: '' };
}

const read = new Map<string, ActionFile>();

/** The action file of a folder, which may be shown as another one; undefined if it has none. */
async function actionIn(folder: string, shown = folder): Promise<ActionFile | undefined> {
  for (const name of ['action.yml', 'action.yaml']) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const path = join(shown, name);
    const key = `${path}\n${text}`;
    const known = read.get(key) ?? readAction({ path, text });
    read.set(key, known);
    return known;
  }
  return undefined;
}
