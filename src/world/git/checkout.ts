import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Files } from '../files.ts';
import type { GitCommand } from './command.ts';
import { editsIn, parseRaw } from './edits.ts';
import type { Desk, Edits, FileEdit } from './edits.ts';
import { commitWith } from './history.ts';
import { lastWords } from './refusal.ts';
import { quietFetch } from './remotes.ts';
import type { Remotes, Where } from './remotes.ts';
import { replay } from './replay.ts';

/** Where edits belong on a branch: in a commit that it has, or that the checkout has already, or in a new one. */
export type Landing =
  | { readonly kind: 'there'; readonly commit: string }
  | { readonly kind: 'unpushed'; readonly commits: readonly string[] }
  | {
      readonly kind: 'new';
      readonly parent: string;
      readonly tree: string;
      /** Commits of the checkout that the branch does not have, which go with it. */
      readonly unpushed: readonly string[];
    };

/** The working folder with its HEAD: what was edited in it, and where that belongs. */
export class Checkout {
  readonly #git: GitCommand;
  readonly #remotes: Remotes;
  readonly #files: Files;
  #desk?: Promise<Desk>;
  #whole?: string;
  constructor(git: GitCommand, remotes: Remotes, files: Files) {
    this.#git = git;
    this.#remotes = remotes;
    this.#files = files;
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
  async landing(where: Where, head: { sha: string; epoch: number }, tip: string, edits: Edits): Promise<Landing> {
    const { sha } = head;
    const isEdited = edits.files.length > 0;
    if (tip === sha && !isEdited) return { kind: 'there', commit: sha };
    if (tip === sha) return { kind: 'new', parent: sha, tree: edits.tree, unpushed: [] };
    await this.bring(where, tip);
    if (await this.#isAncestor(tip, sha)) {
      const commits = (await this.#git.read(['rev-list', `${tip}..${sha}`])).split('\n');
      if (!isEdited) return { kind: 'unpushed', commits };
      return { kind: 'new', parent: sha, tree: edits.tree, unpushed: commits };
    }
    if (!isEdited) return { kind: 'there', commit: sha };
    const settled = await this.#commitWith(where, head, tip, edits.files);
    if (settled !== undefined) {
      await this.bring(where, settled);
      return { kind: 'there', commit: settled };
    }
    const tree = await replay(await this.#at(sha), edits.tree, tip);
    const isThere = tree === (await this.tree(tip));
    return isThere ? { kind: 'there', commit: tip } : { kind: 'new', parent: tip, tree, unpushed: [] };
  }

  tree(commit: string): Promise<string> {
    return this.#git.read(['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`]);
  }

  /** The first parent of a commit, as far as the checkout knows it. */
  async parent(commit: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${commit}^`,
    ]);
    return code === 0 ? stdout.trim() : undefined;
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
  said(commit: string): Promise<string> {
    return this.#git.read(['log', '-1', '--format=%B', commit, '--']);
  }

  /** A file of a commit, whatever is in it. */
  async bytes(blob: string): Promise<Buffer> {
    const { stdout } = await this.#git.run(['cat-file', 'blob', blob], { encoding: 'latin1' });
    return Buffer.from(stdout, 'latin1');
  }

  /** Fetches a commit of the remote where it is not here; no ref moves. A shallow checkout stays shallow. */
  async bring(where: Where, commit: string, depth = 1): Promise<void> {
    if ((await this.#git.run(['cat-file', '-e', `${commit}^{tree}`])).code === 0) return;
    const shallow = (await this.#isShallow()) ? [`--depth=${depth}`] : [];
    await this.#remotes.look(where, [...quietFetch, ...shallow], [commit]);
  }

  /** Pushes a commit to a branch, if that still is where it was seen; undefined: it was not there. */
  push(remote: string, branch: string, commit: string, seen: string | undefined): Change<void> {
    const ref = `refs/heads/${branch}`;
    return {
      title: `Push ${short(commit)} to ${branch} of ${remote}`,
      detail: `${ref}: ${seen ?? 'none'} → ${commit}`,
      reach: 'remote',
      apply: async () => {
        const folder = this.#whole;
        await this.#remotes.push(remote, new Map([[ref, commit]]), { seen: new Map([[ref, seen ?? '']]), folder });
      },
    };
  }

  /**
   * Lets a shallow checkout push to a fork, which need not know the commits behind it: git refuses history that begins
   * nowhere. So the history comes into a repository of its own, without files, and is pushed from there.
   */
  async prepareForFork(where: Where, commit: string): Promise<void> {
    if (!(await this.#isShallow())) return;
    const folder = await this.#files.scratch();
    await this.#git.read(['init', '--quiet', '--bare', folder]);
    const objects = await this.#git.read(['rev-parse', '--path-format=absolute', '--git-path', 'objects']);
    await writeFile(join(folder, 'objects/info/alternates'), `${objects}\n`);
    // What the checkout has is not whole, so git must not tell the server that it has it.
    const alone = ['-C', folder, '-c', 'core.alternateRefsCommand=true'];
    await this.#remotes.look(where, [...alone, ...quietFetch, '--filter=tree:0'], [`${commit}:refs/heads/base`]);
    this.#whole = folder;
  }

  /** Moves HEAD, its branch, the index and the files to a commit that has the edits. What else is dirty stays. */
  adopt(where: Where, head: string, commit: () => string, edits: readonly FileEdit[]): Change<void> {
    const apply = async () => {
      const to = commit();
      await this.bring(where, to);
      const env = { GIT_LITERAL_PATHSPECS: '1' };
      const there = new Set((await this.#git.read(['ls-tree', '-r', '-z', '--name-only', to])).split('\0'));
      const [kept, gone] = [edits.filter(({ path }) => there.has(path)), edits.filter(({ path }) => !there.has(path))];
      const input = (files: readonly FileEdit[]) => files.map(({ path }) => `${path}\0`).join('');
      const restore = ['restore', `--source=${to}`, '--staged', '--worktree'];
      const listed = ['--pathspec-from-file=-', '--pathspec-file-nul'];
      if (kept.length > 0) await this.#git.read([...restore, ...listed], { env, input: input(kept) });
      if (gone.length > 0)
        await this.#git.read(['update-index', '--force-remove', '-z', '--stdin'], { input: input(gone) });
      await this.#git.read(['read-tree', '-m', '-u', head, to]);
      const { code, stderr } = await this.#git.run(['update-ref', '-m', 'commit-changes', 'HEAD', to, head]);
      if (code !== 0) throw new Moved(`HEAD of the checkout was moved meanwhile: ${lastWords(stderr)}`);
    };
    return { title: 'Move HEAD of the checkout to that commit', detail: `from ${head}`, reach: 'local', apply };
  }

  /** Looks for the edits in what the branch got since HEAD. */
  async #commitWith(
    where: Where,
    head: { sha: string; epoch: number },
    tip: string,
    edits: readonly FileEdit[],
  ): Promise<string | undefined> {
    if (!(await this.#isShallow())) return commitWith(this.#git, edits, [`${head.sha}..${tip}`]);
    const folder = await this.#files.scratch();
    await this.#git.read(['init', '--quiet', '--bare', folder]);
    const since = Math.min(head.epoch, Number(await this.#git.read(['log', '-1', '--format=%ct', tip]))) - 1;
    const some = [`--shallow-since=${new Date(since * 1000).toISOString()}`, '--filter=blob:none'];
    await this.#remotes.look(where, ['-C', folder, ...quietFetch, ...some], [`${tip}:refs/heads/tip`]);
    const knowsHead = (await this.#git.run(['-C', folder, 'cat-file', '-e', head.sha])).code === 0;
    return commitWith(this.#git, edits, knowsHead ? [`${head.sha}..${tip}`] : [tip], folder);
  }

  async #isShallow(): Promise<boolean> {
    return (await this.#git.read(['rev-parse', '--is-shallow-repository'])) === 'true';
  }

  async #isAncestor(commit: string, tip: string): Promise<boolean> {
    return (await this.#git.run(['merge-base', '--is-ancestor', commit, tip])).code === 0;
  }

  #at(head: string): Promise<Desk> {
    const open = async () => ({
      git: this.#git,
      folder: await this.#git.read(['rev-parse', '--show-toplevel']),
      head,
      scratch: await this.#files.scratch(),
    });
    return (this.#desk ??= open());
  }
}
