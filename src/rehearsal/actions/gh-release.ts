import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { textLines } from '../../domain/text.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { askGitHub } from './github.ts';

type Release = {
  readonly id: number;
  readonly upload_url: string;
  readonly html_url: string;
  readonly draft: boolean;
  readonly tag_name: string;
};

/** softprops/action-gh-release: creates or updates the release of a tag, and uploads files. */
export async function ghRelease(call: StandInCall): Promise<void> {
  const { input, env, output, room } = call;
  const tag = (input('tag_name') || (env['GITHUB_REF'] ?? '')).replace(/^refs\/tags\//, '');
  if (tag === '' || tag.startsWith('refs/'))
    throw new ReleaseError('GitHub Releases requires a tag.', { fix: 'Set tag_name.' });
  const path = input('body_path');
  const body = path === '' ? input('body') : await readFile(join(room.folders.workspace, path), 'utf8');
  const isDraft = input('draft') === 'true';
  const fields = {
    tag_name: tag,
    name: input('name', tag),
    ...(body !== '' && { body }),
    ...(input('target_commitish') !== '' && { target_commitish: input('target_commitish') }),
    prerelease: input('prerelease') === 'true',
    generate_release_notes: input('generate_release_notes') === 'true',
  };
  const all = (await askGitHub(call, 'GET …/releases?per_page=100')) as readonly Release[];
  const old = all.find((release) => release.tag_name === tag);
  // It is a draft until all files are there.
  const release = (await (old === undefined
    ? askGitHub(call, 'POST …/releases', { ...fields, draft: true })
    : askGitHub(call, `PATCH …/releases/${old.id}`, fields))) as Release;
  const assets = await upload(call, release);
  const done =
    isDraft || !release.draft
      ? release
      : ((await askGitHub(call, `PATCH …/releases/${release.id}`, { draft: false })) as Release);
  output('url', done.html_url);
  output('id', String(done.id));
  output('upload_url', done.upload_url);
  output('assets', JSON.stringify(assets));
}

async function upload(call: StandInCall, release: Release): Promise<readonly unknown[]> {
  const { input, room } = call;
  const assets: unknown[] = [];
  for (const pattern of textLines(input('files'))) {
    const found = await Array.fromAsync(glob(pattern, { cwd: room.folders.workspace }));
    if (found.length === 0 && input('fail_on_unmatched_files') === 'true')
      throw new ReleaseError(`Pattern '${pattern}' does not match any files.`);
    for (const file of found) {
      const address = `${release.upload_url.replace(/\{.*$/, '')}?name=${encodeURIComponent(basename(file))}`;
      assets.push(await askGitHub(call, `POST ${address}`, await readFile(join(room.folders.workspace, file))));
    }
  }
  return assets;
}
