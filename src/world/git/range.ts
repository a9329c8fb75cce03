import { beside, shallowEnds } from './beside.ts';
import type { GitCommand } from './command.ts';
import type { Desk } from './desk.ts';
import { has } from './objects.ts';
import type { Where } from './remotes.ts';

/** What one commit has and another has not. */
export type Range = {
  readonly commits: ReadonlySet<string>;
  /** When the first of them was committed, in seconds; undefined where there are none. */
  readonly earliest: number | undefined;
  /** When the commit was made that the range begins behind. */
  readonly begins: number | undefined;
};

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

/** A folder with the history up to HEAD and `from`: the checkout, or a repository beside it with what it lacks. */
async function wholeHistory(desk: Desk, where: Where, from: string | undefined): Promise<string> {
  const isMissing = from !== undefined && !(await has(desk.git, from));
  const tips = [...(await shallowEnds(desk.git)), ...(isMissing ? [from] : [])];
  return tips.length === 0 ? '.' : beside(desk, { where, tips, borrows: true });
}

type Branch = { readonly remote: string; readonly name: string; readonly tip: string };

/** Whether a commit is part of a branch of a remote. */
export async function isOnBranch(desk: Desk, commit: string, { remote, name, tip }: Branch): Promise<boolean> {
  const { git } = desk;
  if (commit === tip) return true;
  if ((await shallowEnds(git)).length === 0 && (await has(git, tip))) return isAncestor(git, commit, tip);
  const where = { remote, direction: 'fetch' } as const;
  return isAncestor(git, commit, tip, await beside(desk, { where, tips: [`refs/heads/${name}`] }));
}

/** Whether one commit leads to another, as far as the repository in a folder knows. */
export const isAncestor = async (git: GitCommand, commit: string, tip: string, folder = '.'): Promise<boolean> =>
  (await git.run(['-C', folder, 'merge-base', '--is-ancestor', commit, tip])).code === 0;
