import { temporaryRepository, shallowEnds } from './temporary-repository.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { has } from './objects.ts';
import type { Where } from './transport.ts';

/** What one commit has and another has not. */
export type Range = {
  readonly commits: ReadonlySet<string>;
  /** When the first of them was committed, in seconds; undefined where there are none. */
  readonly earliest: number | undefined;
  /** When the commit was made that the range begins behind. */
  readonly begins: number | undefined;
};

type RemoteBranch = { readonly remote: string; readonly name: string; readonly tip: string };

/** Which commits lead to which, also where the checkout is shallow. */
export class History {
  readonly #context: GitContext;
  constructor(context: GitContext) {
    this.#context = context;
  }

  /** The commits after `from` that lead to `to`; without `from`, all. A shallow checkout stays shallow. */
  async range(where: Where, from: string | undefined, to: string): Promise<Range> {
    const folder = await folderWithHistory(this.#context, where, from);
    const log = async (...range: string[]) => {
      const printed = await this.#context.git.read(['-C', folder, 'log', '--format=%H %ct', ...range, '--']);
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

  /** Whether a commit is part of a branch of a remote. The history comes without files where it is not here. */
  async isOnBranch(commit: string, { remote, name, tip }: RemoteBranch): Promise<boolean> {
    const { git } = this.#context;
    if (commit === tip) return true;
    if ((await shallowEnds(git)).length === 0 && (await has(git, tip))) return isAncestor(git, commit, tip);
    const where = { remote, direction: 'fetch' } as const;
    const folder = await temporaryRepository(this.#context, { where, tips: [`refs/heads/${name}`] });
    return isAncestor(git, commit, tip, folder);
  }
}

// Why: docs/decisions.md D9
/** A folder with the history up to HEAD and `from`: the checkout, or a temporary repository with what it lacks. */
async function folderWithHistory(context: GitContext, where: Where, from: string | undefined): Promise<string> {
  const isMissing = from !== undefined && !(await has(context.git, from));
  const tips = [...(await shallowEnds(context.git)), ...(isMissing ? [from] : [])];
  return tips.length === 0 ? '.' : temporaryRepository(context, { where, tips, borrows: true });
}

/** Whether one commit leads to another, as far as the repository in a folder knows. */
export const isAncestor = async (git: GitCommand, commit: string, tip: string, folder = '.'): Promise<boolean> =>
  (await git.run(['-C', folder, 'merge-base', '--is-ancestor', commit, tip])).code === 0;
