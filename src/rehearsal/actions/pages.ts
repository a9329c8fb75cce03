import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { uploadArtifact } from './artifacts.ts';

const artifact = 'github-pages';

/** actions/configure-pages: where the pages of the repository are. */
export async function configurePages({ env, output }: StandInCall): Promise<void> {
  const { origin, host, path } = pagesOf(env['GITHUB_REPOSITORY'] ?? '');
  output('origin', origin);
  output('host', host);
  output('base_path', path);
  output('base_url', `${origin}${path}`);
}

function pagesOf(repository: string) {
  const [owner = '', name = ''] = repository.toLowerCase().split('/');
  const host = `${owner}.github.io`;
  return { host, origin: `https://${host}`, path: name === host ? '' : `/${name}` };
}

/** actions/upload-pages-artifact: a folder as an artifact. */
export async function uploadPages(call: StandInCall): Promise<void> {
  const given: Readonly<Record<string, string>> = {
    name: call.input('name', artifact),
    path: call.input('path', '_site/'),
    'if-no-files-found': 'error',
  };
  await uploadArtifact({ ...call, input: (name, fallback = '') => given[name] ?? fallback });
  call.output('artifact_id', call.speech.outputs['artifact-id'] ?? '');
}

/** actions/deploy-pages: nothing is deployed, but the artifact has to be there, and the permissions are looked at. */
export async function deployPages({ env, room, input, output, speech }: StandInCall): Promise<void> {
  const missing = ['pages', 'id-token'].filter((scope) => room.permissions[scope] !== 'write');
  if (missing.length > 0)
    throw new ReleaseError(`Failed to create deployment: the job lacks ${levels(missing)}.`, {
      fix: `Add ${levels(missing)} to the permissions of the job.`,
    });
  const name = input('artifact_name', artifact);
  const files = await readdir(join(room.folders.artifacts, name)).catch(() => undefined);
  if (files === undefined)
    throw new ReleaseError(`No artifacts named "${name}" were found for this workflow run.`, {
      fix: 'Upload it with actions/upload-pages-artifact in a job that is in needs.',
    });
  const { origin, path } = pagesOf(env['GITHUB_REPOSITORY'] ?? '');
  speech.say(`Nothing is deployed to ${origin}${path}/.`);
  output('page_url', `${origin}${path}/`);
}

const levels = (scopes: readonly string[]) => scopes.map((scope) => `${scope}: write`).join(' and ');
