import { basename } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import { GitProcesses } from '../embedded/git/processes.ts';
import type { SourceFile } from './workflow/source.ts';

/** The repository of the person who rehearses, read by git. Nothing is written to it. */
export class Checkout {
  readonly folder: string;
  readonly git: GitProcesses;

  static async open(folder: string, searchPath: string): Promise<Checkout> {
    const git = new GitProcesses(searchPath);
    const found = await git.run(['-C', folder, 'rev-parse', '--show-toplevel'], {});
    if (found.exitCode !== 0)
      throw new ReleaseError(`${quoted(folder)} is not in a checkout of git.`, {
        fix: 'Go to the checkout of the project whose release you want to rehearse.',
      });
    return new Checkout(found.stdout.toString('utf8').trimEnd(), git);
  }

  private constructor(folder: string, git: GitProcesses) {
    this.folder = folder;
    this.git = git;
  }

  /** The trimmed output of git; undefined if git finds nothing. */
  async look(...args: readonly string[]): Promise<string | undefined> {
    // A setting of the checkout could name a program that watches files.
    const all = ['-C', this.folder, '-c', 'core.fsmonitor=false', ...args];
    const { stdout, exitCode } = await this.git.run(all, {});
    return exitCode === 0 ? stdout.toString('utf8').trimEnd() : undefined;
  }

  async head(): Promise<string> {
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

  /** The branch that origin calls its default; else main, master, or the one that is checked out. */
  async defaultBranch(): Promise<string> {
    const followed = await this.look('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
    if (followed !== undefined) return followed.replace(/^origin\//, '');
    for (const name of ['main', 'master'])
      if ((await this.look('rev-parse', '--verify', '--quiet', `refs/heads/${name}`)) !== undefined) return name;
    return (await this.look('symbolic-ref', '--quiet', '--short', 'HEAD')) ?? 'main';
  }

  /** The workflows of a commit of this repository, or of another one. */
  async workflows(commit: string, repository?: string): Promise<readonly SourceFile[]> {
    const look = (...args: readonly string[]) =>
      this.look(...(repository === undefined ? [] : ['--git-dir', repository]), ...args);
    const listed = await look('ls-tree', '--full-tree', '--name-only', commit, '--', '.github/workflows/');
    const paths = (listed ?? '').split('\n').filter((path) => /\.ya?ml$/.test(path));
    return Promise.all(
      paths.map(async (path) => ({ path, text: (await look('cat-file', 'blob', `${commit}:${path}`)) ?? '' })),
    );
  }

  /** The paths of all files of a commit. */
  async paths(commit: string): Promise<readonly string[]> {
    const listed = await this.look('ls-tree', '-r', '-z', '--name-only', '--full-tree', commit);
    return (listed ?? '').split('\0').filter((path) => path !== '');
  }

  async text(commit: string, path: string): Promise<string> {
    return (await this.look('cat-file', 'blob', `${commit}:${path}`)) ?? '';
  }

  /** The tags, the newest first. */
  async tags(): Promise<readonly string[]> {
    const listed = await this.look('for-each-ref', '--sort=-creatordate', '--format=%(refname:lstrip=2)', 'refs/tags');
    return (listed ?? '').split('\n').filter((tag) => tag !== '');
  }
}
