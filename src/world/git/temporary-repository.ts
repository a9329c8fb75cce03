import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textLines } from '../../domain/text.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { quietFetch } from './transport.ts';
import type { Where } from './transport.ts';

/** The commits at which the history of a shallow checkout ends; none where the checkout has all of it. */
export async function shallowEnds(git: GitCommand): Promise<readonly string[]> {
  const both = ['--is-shallow-repository', '--path-format=absolute', '--git-path', 'shallow'];
  const [, file] = /^true\n(.+)$/s.exec(await git.read(['rev-parse', ...both])) ?? [];
  return file === undefined ? [] : textLines(await readFile(file, 'utf8'));
}

/** Commits or refs of a remote, and how much of what is behind them. */
type FetchedHistory = {
  readonly where: Where;
  readonly tips: readonly string[];
  /** All commits, without files, if nothing else is said. */
  readonly extent?: readonly string[];
  /** Whether the repository has what the checkout has, too. */
  readonly borrows?: boolean;
};

/** The folder of a repository for this run alone, with history that the checkout does not have and is not to get. */
export async function temporaryRepository(
  { git, transport, files }: GitContext,
  { where, tips, extent = ['--filter=tree:0'], borrows = false }: FetchedHistory,
): Promise<string> {
  const folder = await files.scratch();
  await git.read(['init', '--quiet', '--bare', folder]);
  const alone = borrows ? await borrow(git, folder) : [];
  const refspecs = tips.map((tip, index) => `${tip}:refs/heads/${index}`);
  await transport.look(where, ['-C', folder, ...alone, ...quietFetch, ...extent], refspecs);
  return folder;
}

/** Lends a repository the objects of the checkout; says how git has to be called there. */
async function borrow(git: GitCommand, folder: string): Promise<readonly string[]> {
  const objects = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
  await writeFile(join(folder, 'objects/info/alternates'), `${objects}\n`);
  // What the checkout has is not whole, so git must not tell the server that it has it.
  return ['-c', 'core.alternateRefsCommand=true'];
}
