import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, glob, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, matchesGlob, relative, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { ReleaseError } from '../../domain/error.ts';
import { listed, quoted, textItems, textLines } from '../../domain/text.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';
import { jobToken } from './github.ts';

/** actions/upload-artifact: the files are kept for the other jobs of the run. */
export async function uploadArtifact(call: StandInCall): Promise<void> {
  const { input, room, speech, output } = call;
  const found = await filesOf(input('path'), room.folders.workspace, input('include-hidden-files') === 'true');
  const [first] = found.files;
  const name = input('archive') === 'false' ? basename(first ?? '') : input('name', 'artifact');
  if (/["\\/:<>|*?\r\n]/.test(name))
    throw new ReleaseError(`The artifact name is not valid: ${quoted(name)}.`, {
      fix: 'Leave out " \\ / : < > | * ? and ends of lines.',
      at: call.at,
    });
  const place = join(room.folders.artifacts, name);
  const path = textLines(input('path')).join(', ') || 'an empty path';
  if (first === undefined && room.leftOut.length > 0) {
    await mkdir(place, { recursive: true }); // later jobs find it empty
    speech.notPerformed = `there are no files at ${path}, and an earlier step was not performed`;
    return;
  }
  if (first === undefined) {
    const message = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`;
    if (input('if-no-files-found', 'warn') === 'error') throw new ReleaseError(message);
    if (input('if-no-files-found', 'warn') === 'warn') speech.annotate({ kind: 'warning', message, at: undefined });
    return;
  }
  const isThere = await stat(place).then(
    () => true,
    () => false,
  );
  if (isThere && input('overwrite') !== 'true')
    throw new ReleaseError(`An artifact with the name ${name} already exists on this run.`, {
      fix: 'Give each job of a matrix another name, or set overwrite: true.',
    });
  await rm(place, { recursive: true, force: true });
  const hash = createHash('sha256');
  for (const file of found.files) {
    await cp(file, join(place, relative(found.root, file)));
    hash.update(await readFile(file));
  }
  output('artifact-id', idOf(name));
  output('artifact-digest', hash.digest('hex'));
  output('artifact-url', `${call.env['GITHUB_SERVER_URL']}/${call.env['GITHUB_REPOSITORY']}/artifacts/${name}`);
}

/** actions/download-artifact: one by name, or all, each in a folder of its own unless they are merged. */
export async function downloadArtifact(call: StandInCall, world: StandInWorld): Promise<void> {
  const { input, room, output, speech } = call;
  const target = resolve(room.folders.workspace, input('path', '.'));
  const artifacts = artifactsFor(call);
  if (artifacts === undefined) return;
  const all: readonly string[] = await readdir(artifacts).catch(() => []);
  const name = input('name');
  const isMissing = name !== '' && !all.includes(name);
  if (isMissing && world.unknown.size > 0) {
    const actions = listed([...world.unknown], 'or');
    speech.notPerformed = `there is no artifact ${name}. Maybe ${actions} uploads it, for which nothing stands in`;
    return;
  }
  if (isMissing)
    throw new ReleaseError(`Unable to download artifact(s): Artifact not found for name: ${name}.`, {
      fix: `The run has ${all.length === 0 ? 'no artifacts' : all.join(', ')}. The job that uploads it has to be in needs.`,
    });
  const ids = textItems(input('artifact-ids'));
  const gone = ids.filter((id) => !all.some((one) => idOf(one) === id));
  if (gone.length > 0)
    throw new ReleaseError(`The run has no artifact with the id ${listed(gone, 'or')}.`, { at: call.at });
  const isWanted = (one: string) => input('pattern') === '' || matchesGlob(one, input('pattern'));
  const byId = all.filter((one) => ids.includes(idOf(one)));
  const wanted = ids.length > 0 ? byId : name === '' ? all.filter(isWanted) : [name];
  const isMerged = name !== '' || ids.length === 1 || input('merge-multiple') === 'true';
  await mkdir(target, { recursive: true });
  for (const one of wanted) {
    const from = join(artifacts, one);
    if ((await readdir(from)).length === 0)
      speech.notPerformed = `the artifact ${one} has no files, because a step that makes them was not performed`;
    await cp(from, isMerged ? target : join(target, one), { recursive: true });
  }
  output('download-path', target);
}

/** The same for every run, so that nobody has to keep it. */
const idOf = (name: string) => String(1_000_000 + crc32(name));

// https://github.com/actions/download-artifact#download-artifacts-from-other-workflow-runs-or-repositories
/** Where the artifacts are that a step takes. Only with a token of its own, it may take those of another run. */
function artifactsFor({ input, env, room, speech }: StandInCall): string | undefined {
  const { artifacts } = room.folders;
  const own = { run: env['GITHUB_RUN_ID'] ?? '', repository: env['GITHUB_REPOSITORY'] ?? '' };
  const run = input('run-id') || own.run;
  const repository = input('repository') || own.repository;
  const token = input('github-token');
  if (token === '' || (run === own.run && repository === own.repository)) return artifacts;
  const place = join(dirname(artifacts), basename(run));
  if (repository !== own.repository || !existsSync(place)) {
    speech.notPerformed = `the rehearsal has no run ${run} of ${repository}, whose artifacts it takes`;
    return undefined;
  }
  if (token !== jobToken(room) || (room.permissions['actions'] ?? 'none') !== 'none') return place;
  throw new ReleaseError(`The token of the job may not read the artifacts of run ${run}.`, {
    fix: 'Add actions: read to the permissions of the job.',
  });
}

/** The files that an artifact of these paths has, and the folder that is left out of their names. */
export async function filesOf(
  paths: string,
  workspace: string,
  withHidden: boolean,
): Promise<{ readonly files: readonly string[]; readonly root: string }> {
  const patterns = textLines(paths);
  const exclude = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const wanted = patterns.filter((one) => !one.startsWith('!'));
  const files = new Set<string>();
  for (const pattern of wanted) {
    for await (const found of glob([pattern, join(pattern, '**')], { cwd: workspace, exclude })) {
      const path = resolve(workspace, found);
      const isHidden = relative(workspace, path)
        .split('/')
        .some((part) => part.startsWith('.') && !part.startsWith('..'));
      if ((withHidden || !isHidden) && (await stat(path)).isFile()) files.add(path);
    }
  }
  return { files: [...files].toSorted(), root: rootOf(wanted, [...files], workspace) };
}

/** What is left out of the names in the artifact: the folder that is given, or what all files have in common. */
function rootOf([first = '', ...more]: readonly string[], files: readonly string[], workspace: string): string {
  const [only] = files;
  if (more.length === 0 && only !== undefined && resolve(workspace, first) === only) return dirname(only);
  if (more.length === 0) {
    const parts = first.split('/');
    const star = parts.findIndex((part) => /[*?[]/.test(part));
    return resolve(workspace, star < 0 ? first : parts.slice(0, star).join('/'));
  }
  const folders = files.map((file) => dirname(file).split('/'));
  const common = (folders[0] ?? []).filter((part, index) => folders.every((folder) => folder[index] === part));
  return common.join('/') || '/';
}
