import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../files.ts';
import type { GitCommand } from './command.ts';
import { quietFetch } from './remotes.ts';
import type { Remotes, Where } from './remotes.ts';

/** What one commit has and another has not. */
export type Range = {
  readonly commits: ReadonlySet<string>;
  /** When the first of them was committed, in seconds; undefined where there are none. */
  readonly earliest: number | undefined;
  /** When the commit was made that the range begins behind. */
  readonly begins: number | undefined;
};

type Desk = { readonly git: GitCommand; readonly remotes: Remotes; readonly files: Files };

/** The commits behind `from` that lead to `to`; without `from`, all. A shallow checkout stays shallow. */
export async function rangeOf(desk: Desk, where: Where, from: string | undefined, to: string): Promise<Range> {
  const folder = await wholeHistory(desk, where, from);
  const log = async (...range: string[]) => {
    const printed = await desk.git.read(['-C', folder, 'log', '--format=%H %ct', ...range, '--']);
    return printed.split('\n').map((line) => line.split(' ') as [string, string]); // as the format says
  };
  const lines = (await log(from === undefined ? to : `${from}..${to}`)).filter(([sha]) => sha !== '');
  const [last] = from === undefined ? [] : await log('-1', from);
  return {
    commits: new Set(lines.map(([sha]) => sha)),
    earliest:
      lines.length === 0 ? undefined : lines.reduce((least, [, time]) => Math.min(least, Number(time)), Infinity),
    begins: last && Number(last[1]),
  };
}

/** The checkout; or a repository beside it that borrows its objects, and has the commits that it lacks, without files. */
async function wholeHistory({ git, remotes, files }: Desk, where: Where, from: string | undefined): Promise<string> {
  const missing = [...(await shallowEnds(git)), ...(from === undefined || (await has(git, from)) ? [] : [from])];
  if (missing.length === 0) return '.';
  const folder = await files.scratch();
  await git.read(['init', '--quiet', '--bare', folder]);
  const objects = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
  await writeFile(join(folder, 'objects/info/alternates'), `${objects}\n`);
  // What the checkout has is not whole, so git must not tell the server that it has it.
  const alone = ['-C', folder, '-c', 'core.alternateRefsCommand=true'];
  const refspecs = missing.map((sha, index) => `${sha}:refs/heads/${index}`);
  await remotes.look(where, [...alone, ...quietFetch, '--filter=tree:0'], refspecs);
  return folder;
}

/** The commits at which the history of a shallow checkout ends. */
async function shallowEnds(git: GitCommand): Promise<readonly string[]> {
  if ((await git.read(['rev-parse', '--is-shallow-repository'])) !== 'true') return [];
  const file = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'shallow']);
  return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
}

const has = async (git: GitCommand, commit: string): Promise<boolean> =>
  (await git.run(['cat-file', '-e', commit])).code === 0;
