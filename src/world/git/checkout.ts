import { short } from '../../domain/text.ts';
import type { Change, Made } from '../change.ts';
import { together } from '../parallel.ts';
import { temporaryRepository, shallowEnds } from './temporary-repository.ts';
import type { GitCommand } from './command.ts';
import type { GitContext } from './context.ts';
import { editsIn, parseRaw } from './edits.ts';
import type { Edits, FileEdit, Worktree } from './edits.ts';
import { moveHead } from './head.ts';
import { destinationOn, destinationOnHead } from './destination.ts';
import type { Destination } from './destination.ts';
import { branchOf, commitOn } from './keys.ts';
import { hasObject, objectName } from './objects.ts';
import type { Commit } from './objects.ts';
import { quietFetch } from './transport.ts';
import type { DirectedRemote } from './transport.ts';

/** The working folder and its HEAD: what was edited, and which commit of a branch has it or will have it. */
export class Checkout {
  readonly #context: GitContext;
  readonly #git: GitCommand;
  #folders?: Promise<[top: string, scratch: string]>;
  #repositoryForFork?: string;
  constructor(context: GitContext) {
    this.#context = context;
    this.#git = context.git;
  }

  /** The branch that is checked out; undefined for a detached HEAD. */
  async branch(): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run(['symbolic-ref', '--quiet', '--short', 'HEAD']);
    return code === 0 ? stdout.trim() : undefined;
  }

  /** The changes against HEAD in some paths, by default in all tracked files. */
  async edits(head: string, paths: readonly string[] | undefined): Promise<Edits> {
    return editsIn(await this.#worktree(head), paths);
  }

  /** The commit that has or will have the edits of HEAD, if a branch of the remote is at `tip`. */
  async destination(where: DirectedRemote, head: Commit, tip: string, edits: Edits): Promise<Destination> {
    if (tip === head.sha) return destinationOnHead(head.sha, edits);
    await this.fetchCommit(where, tip);
    const place = { worktree: await this.#worktree(head.sha), ends: await shallowEnds(this.#git) };
    const destination = await destinationOn({ ...this.#context, ...place, where, head, tip }, edits);
    if (destination.kind === 'there') await this.fetchCommit(where, destination.commit);
    return destination;
  }

  /** The first parent of a commit; undefined if the checkout does not have it. */
  parent(commit: string): Promise<string | undefined> {
    return objectName(this.#git, `${commit}^`);
  }

  /** The files in which two trees differ. */
  async differences(one: string, other: string): Promise<readonly FileEdit[]> {
    return parseRaw(
      await this.#git.read(['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', one, other]),
    );
  }

  /** Those of some files that git cannot check out, because only the checkout sets their filter. */
  async refusedByFilter(paths: readonly string[]): Promise<readonly string[]> {
    const refused = await this.#git.refusedFilters();
    if (refused.size === 0 || paths.length === 0) return [];
    const input = `${paths.join('\0')}\0`;
    const [folder] = await this.#foldersOnce();
    const listed = await this.#git.read(['check-attr', '--stdin', '-z', 'filter'], { input, cwd: folder });
    const fields = listed.split('\0'); // path, attribute, value
    return paths.filter((_, index) => refused.has(fields[3 * index + 2] ?? ''));
  }

  /** The differences of two trees as a diff, with so many lines of context. */
  diff(one: string, other: string, context = 3): Promise<string> {
    const options = [`--unified=${context}`, '--no-ext-diff', '--no-textconv', '--submodule=short', '--no-color'];
    return this.#git.read(['diff-tree', '-r', '-p', ...options, one, other]);
  }

  /** A message with a final newline, and with trailers at its end. */
  async message(text: string, trailers: readonly string[]): Promise<string> {
    const message = text.endsWith('\n') ? text : `${text}\n`;
    if (trailers.length === 0) return message;
    const add = ['interpret-trailers', '--no-divider', '--if-exists=addIfDifferent'];
    const options = trailers.map((one) => `--trailer=${one}`);
    // A setting of the checkout may add trailers, whose text comes from a program.
    const folder = await this.#context.files.scratch();
    return `${await this.#git.readOutside(folder, [...add, ...options], { input: message })}\n`;
  }

  /** The message of a commit. */
  messageOf(commit: string): Promise<string> {
    return this.#git.read(['log', '-1', '--format=%B', commit, '--']);
  }

  /** The content of a file of any kind. */
  async bytes(blob: string): Promise<Buffer> {
    const { stdout } = await this.#git.run(['cat-file', 'blob', blob], { encoding: 'latin1' });
    return Buffer.from(stdout, 'latin1');
  }

  /** Fetches a commit of the remote, unless the checkout has it. No ref moves, and a shallow checkout stays shallow. */
  async fetchCommit(where: DirectedRemote, commit: string, depth = 1): Promise<void> {
    if (await hasObject(this.#git, `${commit}^{tree}`)) return;
    const shallow = (await shallowEnds(this.#git)).length === 0 ? [] : [`--depth=${depth}`];
    await this.#context.transport.look(where, [...quietFetch, ...shallow], [commit]);
  }

  /** Pushes a commit to a branch, if the branch still is at `seen`; undefined means that it did not exist. */
  push(remote: string, branch: string, commit: string, seen: string | undefined): Change<void> {
    const ref = `refs/heads/${branch}`;
    const keys = [commitOn(remote, branch, commit), branchOf(remote, branch)];
    return {
      keys,
      title: `Push ${short(commit)} to ${branch} of ${remote}`,
      detail: `${ref}: ${seen ?? 'none'} → ${commit}`,
      places: [
        { at: remote, name: `branch ${branch}`, actual: seen && `at ${short(seen)}`, wanted: `at ${short(commit)}` },
      ],
      reach: 'remote',
      apply: async () => {
        const options = { keys, seen: new Map([[ref, seen ?? '']]), folder: this.#repositoryForFork };
        await this.#context.transport.push(remote, new Map([[ref, commit]]), options);
      },
    };
  }

  /**
   * Lets a shallow checkout push to a fork. The fork may not have the parents of the commit, and git refuses to push
   * history that is incomplete. So the history is fetched without files into a temporary repository, and pushed from there.
   */
  async prepareForFork(where: DirectedRemote, commit: string): Promise<void> {
    if ((await shallowEnds(this.#git)).length === 0) return;
    this.#repositoryForFork = await temporaryRepository(this.#context, { where, tips: [commit], sharesObjects: true });
  }

  /** Moves HEAD, its branch, the index and the files to a commit that has the edits. Other uncommitted changes stay. */
  moveHead(where: DirectedRemote, head: string, commit: (made: Made) => string, edits: Edits): Change<void> {
    const apply = async (made: Made) => {
      const to = commit(made);
      await this.fetchCommit(where, to);
      await moveHead(this.#git, { from: head, to }, edits);
    };
    return {
      keys: ['HEAD of the checkout'],
      title: 'Move HEAD of the checkout to the new commit',
      detail: `from ${head}`,
      reach: 'local',
      apply,
    };
  }

  async #worktree(head: string): Promise<Worktree> {
    const [folder, scratch] = await this.#foldersOnce();
    return { git: this.#git, folder, head, scratch };
  }

  #foldersOnce(): Promise<[top: string, scratch: string]> {
    this.#folders ??= together([this.#git.read(['rev-parse', '--show-toplevel']), this.#context.files.scratch()]);
    return this.#folders;
  }
}
