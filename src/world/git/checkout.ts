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
import { has, nameOf } from './objects.ts';
import type { Commit } from './objects.ts';
import { quietFetch } from './transport.ts';
import type { Where } from './transport.ts';

/** The working folder with its HEAD: what was edited in it, and where that belongs. */
export class Checkout {
  readonly #context: GitContext;
  readonly #git: GitCommand;
  #place?: Promise<[string, string]>;
  #whole?: string;
  constructor(context: GitContext) {
    this.#context = context;
    this.#git = context.git;
  }

  /** The branch that is checked out; undefined at a tag or a bare commit. */
  async branch(): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run(['symbolic-ref', '--quiet', '--short', 'HEAD']);
    return code === 0 ? stdout.trim() : undefined;
  }

  /** What differs from HEAD in some paths; without paths, in the files that git knows. */
  async edits(head: string, paths: readonly string[] | undefined): Promise<Edits> {
    return editsIn(await this.#at(head), paths);
  }

  /** Where edits of HEAD belong when a branch of the remote is at `tip`. */
  async destination(where: Where, head: Commit, tip: string, edits: Edits): Promise<Destination> {
    if (tip === head.sha) return destinationOnHead(head.sha, edits);
    await this.bring(where, tip);
    const place = { worktree: await this.#at(head.sha), ends: await shallowEnds(this.#git) };
    const destination = await destinationOn({ ...this.#context, ...place, where, head, tip }, edits);
    if (destination.kind === 'there') await this.bring(where, destination.commit);
    return destination;
  }

  /** The first parent of a commit, as far as the checkout knows it. */
  parent(commit: string): Promise<string | undefined> {
    return nameOf(this.#git, `${commit}^`);
  }

  /** The files in which two trees differ. */
  async differences(one: string, other: string): Promise<readonly FileEdit[]> {
    return parseRaw(
      await this.#git.read(['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', one, other]),
    );
  }

  /** The differences of two trees as people read them; without context when only the lines matter. */
  diff(one: string, other: string, context = 3): Promise<string> {
    return this.#git.read(['diff-tree', '-r', '-p', `--unified=${context}`, '--no-ext-diff', '--no-color', one, other]);
  }

  /** A message as git wants it, ended by a newline, with trailers behind it. */
  async message(text: string, trailers: readonly string[]): Promise<string> {
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    if (trailers.length === 0) return whole;
    const add = ['interpret-trailers', '--no-divider', '--if-exists=addIfDifferent'];
    return `${await this.#git.read([...add, ...trailers.map((one) => `--trailer=${one}`)], { input: whole })}\n`;
  }

  /** The message of a commit. */
  messageOf(commit: string): Promise<string> {
    return this.#git.read(['log', '-1', '--format=%B', commit, '--']);
  }

  /** A file of a commit, whatever is in it. */
  async bytes(blob: string): Promise<Buffer> {
    const { stdout } = await this.#git.run(['cat-file', 'blob', blob], { encoding: 'latin1' });
    return Buffer.from(stdout, 'latin1');
  }

  /** Fetches a commit of the remote where it is not here; no ref moves. A shallow checkout stays shallow. */
  async bring(where: Where, commit: string, depth = 1): Promise<void> {
    if (await has(this.#git, `${commit}^{tree}`)) return;
    const shallow = (await shallowEnds(this.#git)).length === 0 ? [] : [`--depth=${depth}`];
    await this.#context.transport.look(where, [...quietFetch, ...shallow], [commit]);
  }

  /** Pushes a commit to a branch, if that still is where it was seen; undefined: it was not there. */
  push(remote: string, branch: string, commit: string, seen: string | undefined): Change<void> {
    const ref = `refs/heads/${branch}`;
    return {
      keys: [commitOn(remote, branch, commit), branchOf(remote, branch)],
      title: `Push ${short(commit)} to ${branch} of ${remote}`,
      detail: `${ref}: ${seen ?? 'none'} → ${commit}`,
      reach: 'remote',
      apply: async () => {
        const leases = { seen: new Map([[ref, seen ?? '']]), folder: this.#whole };
        await this.#context.transport.push(remote, new Map([[ref, commit]]), leases);
      },
    };
  }

  /**
   * Lets a shallow checkout push to a fork, which need not know the commits behind it: git refuses history that begins
   * nowhere. So the history comes into a repository of its own, without files, and is pushed from there.
   */
  async prepareForFork(where: Where, commit: string): Promise<void> {
    if ((await shallowEnds(this.#git)).length === 0) return;
    this.#whole = await temporaryRepository(this.#context, { where, tips: [commit], borrows: true });
  }

  /** Moves HEAD, its branch, the index and the files to a commit that has the edits. What else is dirty stays. */
  moveHead(where: Where, head: string, commit: (made: Made) => string, edits: Edits): Change<void> {
    const apply = async (made: Made) => {
      const to = commit(made);
      await this.bring(where, to);
      await moveHead(this.#git, { from: head, to }, edits);
    };
    return {
      keys: ['HEAD of the checkout'],
      title: 'Move HEAD of the checkout to that commit',
      detail: `from ${head}`,
      reach: 'local',
      apply,
    };
  }

  async #at(head: string): Promise<Worktree> {
    this.#place ??= together([this.#git.read(['rev-parse', '--show-toplevel']), this.#context.files.scratch()]);
    const [folder, scratch] = await this.#place;
    return { git: this.#git, folder, head, scratch };
  }
}

/** The key of a commit that is pushed to a branch. */
export const commitOn = (remote: string, branch: string, commit: string): string =>
  `commit ${commit} on ${branch} of ${remote}`;

/** The key of a branch that gets a commit, whatever it is called. */
export const branchOf = (remote: string, branch: string): string => `branch ${branch} of ${remote}`;
