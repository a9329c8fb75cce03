import { ReleaseError } from '../../domain/error.ts';
import { parseTree } from '../../domain/repositories/tree-entry.ts';
import type { TreeEntry } from '../../domain/repositories/tree-entry.ts';
import { quoted } from '../../domain/text.ts';
import type { GitCommand } from './command.ts';
import { contentsOf, nameOf, storeCommit } from './objects.ts';
import type { Commit, NewCommit } from './objects.ts';

/** Commits of the checkout and what is in them. */
export class Commits {
  readonly #git: GitCommand;
  constructor(git: GitCommand) {
    this.#git = git;
  }

  /** A commit by any name that git understands. */
  async find(revision: string): Promise<Commit> {
    const sha = await nameOf(this.#git, `${revision}^{commit}`);
    if (sha === undefined) {
      await this.#git.read(['rev-parse', '--git-dir']); // where there is no repository, that is what is wrong
      throw new ReleaseError(`There is no commit ${quoted(revision)} in this checkout.`, {
        fix: 'Give a commit that is fetched here; fetch-depth: 0 at actions/checkout brings all of them.',
      });
    }
    if (!/^[0-9a-f]+$/.test(sha))
      throw new ReleaseError(`${quoted(revision)} is not one commit.`, { fix: 'Give a commit, a branch or a tag.' });
    const header = (await this.#git.read(['cat-file', 'commit', sha])).split('\n\n', 1)[0] ?? '';
    return { sha, epoch: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) };
  }

  /** The name of what stands at a path of a commit, such as a folder's tree; undefined where nothing does. */
  objectAt(commit: string, path: string): Promise<string | undefined> {
    return nameOf(this.#git, `${commit}:${path}`);
  }

  /** The text of a file in a commit; undefined where there is none. */
  async text(commit: string, path: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run(['cat-file', 'blob', `${commit}:./${path}`]);
    return code === 0 ? stdout : undefined;
  }

  /** Every file of a commit, wherever in the checkout git runs. */
  async files(commit: string): Promise<readonly TreeEntry[]> {
    return parseTree(await this.#git.read(['ls-tree', '-r', '-z', '--full-tree', commit]));
  }

  /** What files of a commit hold, by the names of their objects. */
  contents(objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return contentsOf(this.#git, objects);
  }

  /** Puts a commit into the object store, where no branch or tag leads to it; the same facts give the same name. */
  store(commit: NewCommit): Promise<string> {
    return storeCommit(this.#git, commit);
  }
}
