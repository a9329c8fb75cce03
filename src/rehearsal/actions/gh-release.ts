import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { textLines } from '../../domain/text.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { askerFor } from './github.ts';
import { filesOf, type Release, releaseOf, tagOf, upload } from './releases.ts';

/** softprops/action-gh-release: creates or updates the release of a tag, and uploads files. */
export async function ghRelease(call: StandInCall): Promise<void> {
  const { input, output, room } = call;
  const ask = askerFor(call, input('token'));
  const tag = tagOf(call, input('tag_name'), { message: 'GitHub Releases requires a tag.', fix: 'Set tag_name.' });
  const path = input('body_path');
  const body = path === '' ? input('body') : await readFile(join(room.folders.workspace, path), 'utf8');
  const isDraft = input('draft') === 'true';
  const files = await filesOf(textLines(input('files')), call, (pattern) => {
    if (input('fail_on_unmatched_files') === 'true')
      throw new ReleaseError(`Pattern '${pattern}' does not match any files.`);
  });
  const old = await releaseOf(tag, ask);
  const latest = input('make_latest');
  const latestness = /^(?:true|false|legacy)$/.test(latest) ? { make_latest: latest } : {};
  const fields = {
    tag_name: tag,
    name: input('name') || (old?.name ?? tag),
    ...(body !== '' && { body }),
    ...(input('target_commitish') !== '' && { target_commitish: input('target_commitish') }),
    prerelease: input('prerelease') === '' ? old?.prerelease === true : input('prerelease') === 'true',
    ...latestness,
    generate_release_notes: input('generate_release_notes') === 'true',
  };
  // It is a draft until all files are there.
  const release = (await (old === undefined
    ? ask('POST …/releases', { ...fields, draft: true })
    : ask(`PATCH …/releases/${old.id}`, fields))) as Release;
  const assets = await upload(release, files, { ask, isReplacing: input('overwrite_files', 'true') === 'true' });
  const publish = () => ask(`PATCH …/releases/${release.id}`, { draft: false, ...latestness }) as Promise<Release>;
  const done = isDraft || !release.draft ? release : await publish();
  output('url', done.html_url);
  output('id', String(done.id));
  output('upload_url', done.upload_url);
  output('assets', JSON.stringify(assets));
}
