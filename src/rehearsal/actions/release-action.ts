import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { askerFor } from './github.ts';
import { filesOf, type Release, releaseOf, tagOf, upload } from './releases.ts';

/** ncipollo/release-action: creates the release of a tag with its files; updates it only if that is allowed. */
export async function releaseAction(call: StandInCall): Promise<void> {
  const { input, speech, output } = call;
  const is = (name: string) => input(name) === 'true';
  const ask = askerFor(call, input('token'));
  const tag = tagOf(call, input('tag'), { message: 'No tag found in ref or input!', fix: 'Set tag.' });
  const old = await releaseOf(tag, ask);
  if (old !== undefined && !old.draft && is('skipIfReleaseExists'))
    return speech.say('Skipping action, release already exists and skipIfReleaseExists is enabled.');
  if (old !== undefined && !is('allowUpdates'))
    throw new ReleaseError(`There is a release of ${tag} already.`, { fix: 'Set allowUpdates: true.' });
  if (old !== undefined && !old.draft && !old.prerelease && is('updateOnlyUnreleased'))
    throw new ReleaseError(`The release of ${tag} is neither a draft nor a prerelease.`, {
      fix: 'Remove updateOnlyUnreleased, or release another tag.',
    });
  const fields = await fieldsOf(call, tag, old !== undefined);
  const saved = old === undefined ? ask('POST …/releases', fields) : ask(`PATCH …/releases/${old.id}`, fields);
  const release = (await saved) as Release;
  if (is('removeArtifacts')) for (const { id } of release.assets) await ask(`DELETE …/releases/assets/${id}`);
  const patterns = (input('artifacts') || input('artifact')).split(',').map((one) => one.trim());
  const named = patterns.filter((one) => one !== '');
  const files = await filesOf(named, call, (pattern) => {
    const message = `Artifact pattern ${pattern} did not match any files.`;
    if (is('artifactErrorsFailBuild')) throw new ReleaseError(message, { fix: 'Correct artifacts.' });
    speech.annotate({ kind: 'warning', message, at: undefined });
  });
  const left = is('removeArtifacts') ? { ...release, assets: [] } : release;
  const assets = await upload(left, files, { ask, isReplacing: input('replacesArtifacts', 'true') === 'true' });
  output('id', String(release.id));
  output('html_url', release.html_url);
  output('upload_url', release.upload_url);
  output('assets', JSON.stringify(Object.fromEntries(assets.map((one) => [one.name, one.browser_download_url]))));
}

/** What is left out of an update stays as it is. */
async function fieldsOf({ input, room }: StandInCall, tag: string, isUpdate: boolean): Promise<object> {
  const isLeftOut = (field: string) =>
    input(`omit${field}`) === 'true' || (isUpdate && input(`omit${field}DuringUpdate`) === 'true');
  const file = input('bodyFile');
  const body = file === '' ? input('body') : await readFile(join(room.folders.workspace, file), 'utf8');
  return {
    tag_name: tag,
    ...(!isLeftOut('Name') && { name: input('name') || tag }),
    ...(!isLeftOut('Body') && { body }),
    ...(!isLeftOut('Draft') && { draft: input('draft') === 'true' }),
    ...(!isLeftOut('Prerelease') && { prerelease: input('prerelease') === 'true' }),
    ...(input('commit') !== '' && { target_commitish: input('commit') }),
    ...(input('generateReleaseNotes') === 'true' && { generate_release_notes: true }),
    ...(/^(?:true|false)$/.test(input('makeLatest')) && { make_latest: input('makeLatest') }),
  };
}
