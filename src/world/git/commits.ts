import { decodeText } from '../../domain/edits/decode-text.ts';
import { ReleaseError } from '../../domain/error.ts';
import { parseTree } from '../../domain/repositories/tree-entry.ts';
import type { TreeEntry } from '../../domain/repositories/tree-entry.ts';
import { quoted, short } from '../../domain/text.ts';
import { withSlashes } from '../../domain/workspace-path.ts';
import type { GitCommand } from './command.ts';
import { contentsOf, objectName, storeCommit } from './objects.ts';
import type { Commit, NewCommit } from './objects.ts';

/** Commits of the checkout and their content. */
export class Commits {
  readonly #git: GitCommand;
  constructor(git: GitCommand) {
    this.#git = git;
  }

  /** A commit by any name that git resolves to one. */
  async find(revision: string): Promise<Commit> {
    const sha = await objectName(this.#git, `${revision}^{commit}`);
    if (sha === undefined) {
      await this.#git.read(['rev-parse', '--git-dir']); // throws if there is no repository
      throw new ReleaseError(`There is no commit ${quoted(revision)} in this checkout.`, {
        fix: 'Give a commit that is in this checkout. To have all commits, set fetch-depth: 0 for actions/checkout.',
      });
    }
    if (!/^[0-9a-f]+$/.test(sha))
      throw new ReleaseError(`${quoted(revision)} is not one commit.`, {
        fix: 'Give a single commit, branch or tag.',
      });
    const header = (await this.#git.read(['cat-file', 'commit', sha])).split('\n\n', 1)[0] ?? '';
    return { sha, epoch: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) };
  }

  /** The name of the object at a path of a commit, such as the tree of a folder; undefined if there is none. */
  objectAt(commit: string, path: string): Promise<string | undefined> {
    return objectName(this.#git, `${commit}:${path}`);
  }

  /** The text of a file in a commit; undefined if there is no such file. Refuses what is not a text file. */
  async text(commit: string, path: string): Promise<string | undefined> {
    const name = withSlashes(path);
    const env = { GIT_LITERAL_PATHSPECS: '1' };
    const listed = await this.#git.read(['ls-tree', '-z', commit, '--', name], { env });
    const [entry] = parseTree(listed);
    if (entry === undefined) return undefined;
    const file = `${short(commit)}:${name}`;
    if (entry.mode.startsWith('100'))
      return decodeText(file, await this.#git.bytes(['cat-file', 'blob', entry.object]), unfit);
    throw new ReleaseError(`${file} is ${kinds[entry.mode] ?? 'not a file'}.`, { fix: unfit });
  }

  /** Every file of a commit, from whatever folder of the checkout git runs in. */
  async files(commit: string): Promise<readonly TreeEntry[]> {
    return parseTree(await this.#git.read(['ls-tree', '-r', '-z', '--full-tree', commit]));
  }

  /** The contents of files, by the names of their objects. */
  contents(objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return contentsOf(this.#git, objects);
  }

  /** Writes a commit that no branch or tag points to. The same input gives the same SHA. */
  store(commit: NewCommit): Promise<string> {
    return storeCommit(this.#git, commit);
  }
}

const kinds: Readonly<Record<string, string>> = {
  '040000': 'a folder, not a file',
  '120000': 'a symbolic link, not a file',
  '160000': 'a submodule, not a file',
};

const unfit = 'Give another commit, in which this is a text file, or leave the file out.';
