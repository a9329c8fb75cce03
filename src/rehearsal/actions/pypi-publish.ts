import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import { digestOf } from '../../embedded/registry/core/digest.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';

const index = 'https://upload.pypi.org/legacy/';

/** pypa/gh-action-pypi-publish: nothing is uploaded. The report shows what would be, and the permissions are looked at. */
export async function pypiPublish(call: StandInCall, world: StandInWorld): Promise<void> {
  const { input, room, speech } = call;
  const given = (name: string, fallback: string) => input(name) || input(name.replace('-', '_')) || fallback;
  const url = given('repository-url', index);
  const registry = URL.parse(url)?.host;
  if (registry === undefined)
    throw new ReleaseError(`The repository-url ${quoted(url)} is no address.`, { fix: `Write one such as ${index}.` });
  const isTrusted = input('user', '__token__') === '__token__' && input('password') === '';
  if (isTrusted && room.permissions['id-token'] !== 'write')
    throw new ReleaseError('Trusted publishing exchange failure: OpenID Connect token retrieval failed.', {
      fix: 'Add id-token: write to the permissions of the job, or set the input password.',
    });
  const folder = resolve(room.folders.workspace, given('packages-dir', 'dist'));
  const all: readonly string[] = await readdir(folder).catch(() => []);
  const packages = all.filter((name) => /\.(?:whl|tar\.gz|zip)$/.test(name)).toSorted();
  if (packages.length === 0 && room.leftOut.length > 0) {
    speech.notPerformed = `${given('packages-dir', 'dist')} has no packages, and an earlier step was not performed`;
    return;
  }
  if (packages.length === 0)
    throw new ReleaseError(`There are no Python packages in ${given('packages-dir', 'dist')}.`, {
      fix: 'Build them, or download their artifact, in an earlier step, or correct packages-dir.',
    });
  for (const name of packages) {
    const digest = digestOf(await readFile(join(folder, name)));
    world.publish({ registry, name, digest });
  }
}
