import { basename, join } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import { parseTree, type TreeEntry } from '../domain/repositories/tree-entry.ts';
import { quoted } from '../domain/text.ts';
import { Credentials } from '../world/credentials.ts';
import type { Environment } from '../world/environment.ts';
import { contentsOf, GitCommand } from '../world/git/git.ts';
import type { Host } from '../world/host.ts';
import { Ledger } from '../world/ledger.ts';
import { Tools } from '../world/tools.ts';
import { searchPathOf } from './machine.ts';
import type { SourceFile } from './workflow/source.ts';

/** Asks git for something; undefined if git finds nothing. */
export type Look = (...args: readonly string[]) => Promise<string | undefined>;

// Why: docs/decisions.md D42
/** The repository of the person who calls a command, read by git. Nothing is written to it, and none of its programs starts. */
export class Checkout {
  readonly folder: string;
  /** The PATH in which programs are looked for. */
  readonly searchPath: string;
  readonly #git: GitCommand;
  #head: Promise<string> | undefined;

  /** `say` is told which settings of the checkout do not count. */
  static async open(folder: string, env: Environment, say: (text: string) => void = () => {}): Promise<Checkout> {
    const host = hostIn(folder, env, say);
    const git = new GitCommand(host, new Tools(host));
    const found = await git.run(['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-dir']);
    if (found.code !== 0)
      throw new ReleaseError(`${quoted(folder)} is not in a checkout of git.`, {
        fix: 'Go to the checkout of the project.',
      });
    const [top = '', gitFolder = ''] = found.stdout.split('\n');
    await refuseOtherFolder(git, { folder, top, gitFolder });
    return new Checkout(top, { git, searchPath: searchPathOf(env) });
  }

  private constructor(folder: string, parts: { readonly git: GitCommand; readonly searchPath: string }) {
    this.folder = folder;
    this.searchPath = parts.searchPath;
    this.#git = parts.git;
  }

  /** The trimmed output of git; undefined if git finds nothing. */
  readonly look: Look = async (...args) => {
    const { stdout, code } = await this.#git.run(args, { cwd: this.folder });
    return code === 0 ? stdout.trimEnd() : undefined;
  };

  head(): Promise<string> {
    return (this.#head ??= this.#lookForHead());
  }

  async #lookForHead(): Promise<string> {
    const head = await this.look('rev-parse', '--verify', '--quiet', 'HEAD');
    if (head === undefined)
      throw new ReleaseError('This repository has no commit.', { fix: 'Commit what should be released.' });
    return head;
  }

  /** `owner/name`, as origin has it. A repository without a remote is called after its folder. */
  async name(): Promise<string> {
    const address = (await this.look('config', '--get', 'remote.origin.url')) ?? '';
    const [, owner, name] = /[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
    return owner === undefined || name === undefined
      ? `owner/${basename(this.folder).replaceAll(/[^\w.-]/g, '-')}`
      : `${owner}/${name}`;
  }

  /** The name of a repository that has a remote. */
  async nameOnGitHub(): Promise<string> {
    if ((await this.look('config', '--get', 'remote.origin.url')) !== undefined) return this.name();
    throw new ReleaseError('There is no remote origin, so the name of the repository is not known.', {
      fix: 'Add it: git remote add origin https://github.com/OWNER/NAME.git',
    });
  }

  /** The branch that origin calls its default; else main, master, or the one that is checked out. */
  async defaultBranch(): Promise<string> {
    const followed = await this.look('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
    if (followed !== undefined) return followed.replace(/^origin\//, '');
    for (const name of ['main', 'master'])
      if ((await this.look('rev-parse', '--verify', '--quiet', `refs/heads/${name}`)) !== undefined) return name;
    return (await this.look('symbolic-ref', '--quiet', '--short', 'HEAD')) ?? 'main';
  }

  /** The workflows of a commit. */
  workflows(commit: string): Promise<readonly SourceFile[]> {
    return workflowsOf(commit, this.look);
  }

  /** All files of a commit. */
  async tree(commit: string): Promise<readonly TreeEntry[]> {
    return parseTree((await this.look('ls-tree', '-r', '-z', '--full-tree', commit)) ?? '');
  }

  /** The texts of some files, by their paths, read by one process. */
  async texts(files: readonly TreeEntry[]): Promise<ReadonlyMap<string, string>> {
    const contents = await contentsOf(
      this.#git,
      files.map(({ object }) => object),
    );
    return new Map(files.map(({ path, object }) => [path, contents.get(object) ?? '']));
  }

  /** The tags, the newest first. */
  async tags(): Promise<readonly string[]> {
    const listed = await this.look('for-each-ref', '--sort=-creatordate', '--format=%(refname:lstrip=2)', 'refs/tags');
    return (listed ?? '').split('\n').filter((tag) => tag !== '');
  }
}

/** The workflows of a commit, in the repository in which `look` looks. */
export async function workflowsOf(commit: string, look: Look): Promise<readonly SourceFile[]> {
  const listed = await look('ls-tree', '--full-tree', '--name-only', commit, '--', '.github/workflows/');
  const paths = (listed ?? '').split('\n').filter((path) => /\.ya?ml$/.test(path));
  return Promise.all(
    paths.map(async (path) => ({ path, text: (await look('cat-file', 'blob', `${commit}:${path}`)) ?? '' })),
  );
}

/** What git needs: no token, and no trust in files of another user. */
const hostIn = (workspace: string, env: Environment, say: (text: string) => void): Host => ({
  env,
  workspace,
  trustsWorkspace: false,
  credentials: new Credentials(),
  isJobToken: undefined,
  ledger: new Ledger(),
  signal: new AbortController().signal,
  progress: say,
  print: say,
  pace: 1,
});

type Found = { readonly folder: string; readonly top: string; readonly gitFolder: string };

/** Refuses a checkout whose settings lead to another folder. Its files would be read there, and written by init. */
async function refuseOtherFolder(git: GitCommand, { folder, top, gitFolder }: Found): Promise<void> {
  if (gitFolder === join(top, '.git')) return;
  const there = await git.run(['rev-parse', '--path-format=absolute', '--git-dir'], { cwd: top });
  if (there.stdout.trimEnd() === gitFolder) return; // a submodule, or a worktree of another checkout
  throw new ReleaseError(`The git configuration of ${folder} says that its files are in ${top}.`, {
    fix: 'Remove it: git config --unset core.worktree',
  });
}
