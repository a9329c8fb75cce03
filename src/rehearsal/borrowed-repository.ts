import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import { type GitInput, type GitOutcome, GitProcesses } from '../embedded/git/processes.ts';
import type { Checkout, Look } from './checkout.ts';

type Parts = {
  readonly isBare: boolean;
  /** The branch that HEAD names. */
  readonly head: string;
  readonly refs: ReadonlyMap<string, string>;
};

/** A repository with objects of a checkout, which are not copied, and with none of its settings. */
export class BorrowedRepository {
  /** Where git has its files. */
  readonly folder: string;
  readonly #git: GitProcesses;

  /** The files are written by hand: git would need ten processes for it. */
  static async make(checkout: Checkout, folder: string, { isBare, head, refs }: Parts): Promise<BorrowedRepository> {
    const places = ['--git-path', 'objects', '--git-path', 'shallow'];
    const found = await checkout.look('rev-parse', '--path-format=absolute', ...places);
    const [objects = '', shallow = ''] = (found ?? '').split('\n');
    const files = {
      HEAD: `ref: refs/heads/${head}\n`,
      config: `[core]\n\trepositoryformatversion = 0\n\tbare = ${isBare}\n`,
      'objects/info/alternates': `${objects}\n`,
      'packed-refs': [...refs]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([ref, sha]) => `${sha} ${ref}\n`)
        .join(''),
    };
    await mkdir(join(folder, 'objects/info'), { recursive: true });
    await mkdir(join(folder, 'refs'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await copyFile(shallow, join(folder, 'shallow')).catch(() => undefined); // most checkouts are whole
    const made = new BorrowedRepository(folder, checkout.searchPath);
    const { stderr, exitCode } = await made.run(['for-each-ref', '--format=%(objectname) %(*objectname)']);
    if (exitCode !== 0) throw incomplete(stderr);
    return made;
  }

  private constructor(folder: string, searchPath: string) {
    this.folder = folder;
    this.#git = new GitProcesses(searchPath);
  }

  /** What git printed, with any exit code. */
  run(args: readonly string[], { env, ...rest }: GitInput = {}): Promise<GitOutcome> {
    return this.#git.run(args, { ...rest, env: { GIT_DIR: this.folder, ...env } });
  }

  /** The trimmed output of git; undefined if git finds nothing. */
  readonly look: Look = async (...args) => {
    const { stdout, exitCode } = await this.run(args);
    return exitCode === 0 ? stdout.toString('utf8').trimEnd() : undefined;
  };
}

/** What is said of a checkout that lacks an object. */
export const incomplete = (stderr: string): ReleaseError =>
  new ReleaseError(`This checkout is not whole: ${stderr.trim().split('\n', 1)[0]}`, {
    fix: 'Get everything from the remote: git fetch --refetch --no-filter --tags origin',
  });

/** The objects to which refs of a checkout lead, by their full names. */
export async function refsOf(checkout: Checkout, ...names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const listed = await checkout.look('for-each-ref', '--format=%(objectname) %(refname)', ...names);
  const lines = (listed ?? '').split('\n').map((line) => line.split(' '));
  return new Map(
    lines.flatMap(([sha = '', ref = '']) => (/^(?:refs\/remotes\/origin\/HEAD)?$/.test(ref) ? [] : [[ref, sha]])),
  );
}
