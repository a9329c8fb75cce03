import { statSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';
import type { Ask } from './github.ts';

export type Release = {
  readonly id: number;
  readonly upload_url: string;
  readonly html_url: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly name: string | null;
  readonly tag_name: string;
  readonly assets: readonly Asset[];
};

export type Asset = { readonly id: number; readonly name: string; readonly browser_download_url: string };

/** A file of the machine, and its name in the release. */
export type Upload = { readonly path: string; readonly name: string };

/** The release of a tag, also if it is a draft. */
export async function releaseOf(tag: string, ask: Ask): Promise<Release | undefined> {
  const all = (await ask('GET …/releases?per_page=100')) as readonly Release[];
  return all.find((release) => release.tag_name === tag);
}

/** The tag of a release, by an input or by the event. */
export function tagOf(
  { env }: StandInCall,
  given: string,
  refusal: { readonly message: string; readonly fix: string },
): string {
  const tag = (given || (env['GITHUB_REF'] ?? '')).replace(/^refs\/tags\//, '');
  if (tag === '' || tag.startsWith('refs/')) throw new ReleaseError(refusal.message, { fix: refusal.fix });
  return tag;
}

/** The files of the workspace that patterns name, without folders. What to do with a pattern that names none, the caller decides. */
export async function filesOf(
  patterns: readonly string[],
  { room }: StandInCall,
  onNone: (pattern: string) => void,
): Promise<readonly Upload[]> {
  const files: Upload[] = [];
  for (const pattern of patterns) {
    const found = await Array.fromAsync(glob(pattern, { cwd: room.folders.workspace }));
    const paths = found.map((path) => resolve(room.folders.workspace, path)).toSorted();
    const matching = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
    if (matching.length === 0) onNone(pattern);
    files.push(...matching.map((path) => ({ path, name: basename(path) })));
  }
  return files;
}

/** Uploads files to a release. Those that are there are replaced, or GitHub refuses them. */
export async function upload(
  release: Pick<Release, 'upload_url' | 'assets'>,
  files: readonly Upload[],
  { ask, isReplacing }: { readonly ask: Ask; readonly isReplacing: boolean },
): Promise<readonly Asset[]> {
  const assets: Asset[] = [];
  for (const { path, name } of files) {
    const old = release.assets.find((asset) => asset.name === name);
    if (old !== undefined && isReplacing) await ask(`DELETE …/releases/assets/${old.id}`);
    const address = `${release.upload_url.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`;
    assets.push((await ask(`POST ${address}`, await readFile(path))) as Asset);
  }
  return assets;
}
