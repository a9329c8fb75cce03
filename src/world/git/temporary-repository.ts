import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textLines } from '../../domain/text.ts';
import { repositoryAt } from './command.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { quietFetch } from './transport.ts';
import type { DirectedRemote } from './transport.ts';

/** The commits at which the history of a shallow checkout ends; none if the checkout has the whole history. */
export async function shallowEnds(git: GitCommand): Promise<readonly string[]> {
  const both = ['--is-shallow-repository', '--path-format=absolute', '--git-path', 'shallow'];
  const [, file] = /^true\n(.+)$/s.exec(await git.read(['rev-parse', ...both])) ?? [];
  return file === undefined ? [] : textLines(await readFile(file, 'utf8'));
}

/** Commits or refs of a remote, and how much of their history to fetch. */
type FetchedHistory = {
  readonly where: DirectedRemote;
  readonly tips: readonly string[];
  /** Options of git fetch. By default, all commits without files. */
  readonly extent?: readonly string[];
  /** Whether the repository also has the objects of the checkout. */
  readonly sharesObjects?: boolean;
};

/** Creates a repository for this run only, with history that the checkout does not have and should not get. */
export async function temporaryRepository(
  { git, transport, files }: GitContext,
  { where, tips, extent = ['--filter=tree:0'], sharesObjects = false }: FetchedHistory,
): Promise<string> {
  const folder = await files.scratch();
  await git.read(['init', '--quiet', '--bare', '--template=', folder]);
  const options = sharesObjects ? await shareObjects(git, folder) : [];
  const refspecs = tips.map((tip, index) => `${tip}:refs/heads/${index}`);
  await transport.look(where, [...repositoryAt(folder), ...options, ...quietFetch, ...extent], refspecs);
  return folder;
}

/** Lets a repository use the objects of the checkout. Returns the options that git needs there. */
async function shareObjects(git: GitCommand, folder: string): Promise<readonly string[]> {
  const objects = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
  await writeFile(join(folder, 'objects/info/alternates'), `${objects}\n`);
  // The history of the checkout has gaps, so git must not tell the server that it has these commits.
  return ['-c', 'core.alternateRefsCommand=true'];
}
