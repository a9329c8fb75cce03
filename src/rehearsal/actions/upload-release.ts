import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { type Ask, askerFor } from './github.ts';
import { filesOf, type Release, releaseOf, tagOf, upload } from './releases.ts';

/** svenstaro/upload-release-action: uploads files to the release of a tag, and makes the release if there is none. */
export async function uploadRelease(call: StandInCall): Promise<void> {
  const { input, output, speech } = call;
  const ask = askerFor(call, input('repo_token'));
  const tag = tagOf(call, input('tag'), { message: 'There is no tag to upload to.', fix: 'Set tag.' });
  const release = (await releaseOf(tag, ask)) ?? (await madeRelease(call, tag, ask));
  const isGlob = input('file_glob') === 'true';
  const name = isGlob ? '' : input('asset_name').replaceAll('$tag', tag);
  const found = await filesOf([input('file')], call, (pattern) => {
    throw new ReleaseError(`No file matches ${pattern}.`, { fix: 'Correct file.' });
  });
  const files = found.map((file) => (name === '' ? file : { ...file, name }));
  const isReplacing = input('overwrite') === 'true';
  const isThere = (file: string) => release.assets.some((asset) => asset.name === file);
  const wanted = files.filter((file) => isReplacing || !isThere(file.name));
  for (const { name: file } of files.filter((one) => !wanted.includes(one)))
    speech.say(`An asset called ${file} already exists in release ${tag} so we'll skip.`);
  const assets = await upload(release, wanted, { ask, isReplacing });
  output('browser_download_url', assets.at(-1)?.browser_download_url ?? '');
  output('release_id', String(release.id));
}

async function madeRelease({ input }: StandInCall, tag: string, ask: Ask): Promise<Release> {
  return (await ask('POST …/releases', {
    tag_name: tag,
    name: input('release_name'),
    body: input('body'),
    draft: input('draft') === 'true',
    prerelease: input('prerelease') === 'true',
    make_latest: input('make_latest', 'true') === 'true' ? 'true' : 'false',
    ...(input('target_commit') !== '' && { target_commitish: input('target_commit') }),
  })) as Release;
}

/** actions/create-release: makes a release with the token in GITHUB_TOKEN. */
export async function createRelease(call: StandInCall): Promise<void> {
  const { input, output, room, env } = call;
  const path = input('body_path');
  const release = (await ownAsk(call)('POST …/releases', {
    tag_name: tagOf(call, input('tag_name'), { message: 'A release needs a tag.', fix: 'Set tag_name.' }),
    name: input('release_name').replace('refs/tags/', ''),
    body: path === '' ? input('body') : await readFile(join(room.folders.workspace, path), 'utf8'),
    draft: input('draft') === 'true',
    prerelease: input('prerelease') === 'true',
    target_commitish: input('commitish') || (env['GITHUB_SHA'] ?? ''),
  })) as Release;
  output('id', String(release.id));
  output('html_url', release.html_url);
  output('upload_url', release.upload_url);
}

/** actions/upload-release-asset: uploads one file. */
export async function uploadReleaseAsset(call: StandInCall): Promise<void> {
  const { input, output, room } = call;
  const path = resolve(room.folders.workspace, input('asset_path'));
  const release = { upload_url: input('upload_url'), assets: [] };
  const file = { path, name: input('asset_name') || basename(path) };
  const [asset] = await upload(release, [file], { ask: ownAsk(call), isReplacing: false });
  output('browser_download_url', asset?.browser_download_url ?? '');
}

function ownAsk(call: StandInCall): Ask {
  const token = call.env['GITHUB_TOKEN'] ?? '';
  if (token === '')
    throw new ReleaseError('The step has no token.', {
      fix: 'Set GITHUB_TOKEN in the env of the step.',
    });
  return askerFor(call, token);
}
