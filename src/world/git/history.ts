import { temporaryRepository, shallowEnds } from './temporary-repository.ts';
import { repositoryAt } from './command.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { hasObject } from './objects.ts';
import type { DirectedRemote } from './transport.ts';

/** The commits that one commit contains and another does not. */
export type CommitRange = {
  readonly commits: ReadonlySet<string>;
  /** The earliest commit time, in seconds; undefined if there are no commits. */
  readonly earliest: number | undefined;
  /** The time of the commit after which the range begins. */
  readonly begins: number | undefined;
};

type RemoteBranch = { readonly remote: string; readonly name: string; readonly tip: string };

/** Ancestors of commits. Works in a shallow checkout, too. */
export class History {
  readonly #context: GitContext;
  constructor(context: GitContext) {
    this.#context = context;
  }

  /** The commits after `from` that lead to `to`; without `from`, all. A shallow checkout stays shallow. */
  async range(where: DirectedRemote, from: string | undefined, to: string): Promise<CommitRange> {
    const folder = await folderWithHistory(this.#context, where, from);
    const log = async (...range: string[]) => {
      const printed = await this.#context.git.read([...repositoryAt(folder), 'log', '--format=%H %ct', ...range, '--']);
      return printed.split('\n').map((line) => line.split(' ') as [string, string]); // the format has two parts
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

  /** Whether a commit is in the checkout and has a tip of a remote as its ancestor, so that it is still to be pushed. */
  async isAhead(commit: string, tip: string): Promise<boolean> {
    const { git } = this.#context;
    return (await hasObject(git, tip)) && isAncestor(git, tip, commit);
  }

  /** Whether a branch of a remote contains a commit. Missing history is fetched without files. */
  async isOnBranch(commit: string, { remote, name, tip }: RemoteBranch): Promise<boolean> {
    const { git } = this.#context;
    if (commit === tip) return true;
    if ((await shallowEnds(git)).length === 0 && (await hasObject(git, tip))) return isAncestor(git, commit, tip);
    const where = { remote, direction: 'fetch' } as const;
    const folder = await temporaryRepository(this.#context, { where, tips: [`refs/heads/${name}`] });
    return isAncestor(git, commit, tip, folder);
  }
}

// Why: docs/decisions.md D9
/** A temporary repository with the history of HEAD and of `from`; undefined if the checkout has all of it. */
async function folderWithHistory(
  context: GitContext,
  where: DirectedRemote,
  from: string | undefined,
): Promise<string | undefined> {
  const isMissing = from !== undefined && !(await hasObject(context.git, from));
  const tips = [...(await shallowEnds(context.git)), ...(isMissing ? [from] : [])];
  return tips.length === 0 ? undefined : temporaryRepository(context, { where, tips, sharesObjects: true });
}

/** Whether a commit is an ancestor of another one, as far as the repository in a folder knows. */
export const isAncestor = async (git: GitCommand, commit: string, tip: string, folder?: string): Promise<boolean> =>
  (await git.run([...repositoryAt(folder), 'merge-base', '--is-ancestor', commit, tip])).code === 0;
