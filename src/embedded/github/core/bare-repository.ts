import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitInput, GitOutcome, GitProcesses } from '../../git/processes.ts';
import type { RefReader, Refs } from './ref-reader.ts';

export type Person = { readonly name: string; readonly email: string; readonly date: string };

export type Commit = {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
};

export type NewCommit = {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Person;
  readonly committer: Person;
};

export type GitObject = { readonly sha: string; readonly type: string; readonly content: Buffer };

type Location = {
  readonly git: GitProcesses;
  readonly folder: string;
  /** Other repositories whose objects are readable here. */
  readonly network: readonly string[];
  readonly refReader: RefReader;
  readonly answers: Answers;
};

/** What git said about objects that were given by their full names, which never changes. */
export type Answers = Map<string, GitOutcome>;

/** A bare repository, read and written with git commands. */
export class BareRepository {
  readonly folder: string;
  readonly #git: GitProcesses;
  readonly #refReader: RefReader;
  readonly #answers: Answers;
  readonly #environment: Readonly<Record<string, string>>;

  constructor({ git, folder, network, refReader, answers }: Location) {
    this.folder = folder;
    this.#git = git;
    this.#refReader = refReader;
    this.#answers = answers;
    const objects = network.map((place) => join(place, 'objects')).join(':');
    this.#environment = { GIT_DIR: folder, ...(objects !== '' && { GIT_ALTERNATE_OBJECT_DIRECTORIES: objects }) };
  }

  /** The output of git. An exit code other than 0 is an error of the caller. */
  async print(args: readonly string[], input: GitInput = {}): Promise<string> {
    const { stdout, stderr, exitCode } = await this.run(args, input);
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
    return stdout.toString('utf8');
  }

  async run(args: readonly string[], { env, input }: GitInput = {}): Promise<GitOutcome> {
    const key = isAboutObjects(args) ? JSON.stringify([this.#environment, args]) : undefined;
    const known = key === undefined ? undefined : this.#answers.get(key);
    if (known !== undefined) return known;
    const given = input === undefined ? {} : { input };
    const outcome = await this.#git.run(args, { env: { ...this.#environment, ...env }, ...given });
    if (key !== undefined && (outcome.exitCode === 0 || outcome.exitCode === 1)) this.#answers.set(key, outcome);
    return outcome;
  }

  refs(): Promise<Refs> {
    return this.#refReader.read(this.folder, async () => {
      const printed = await this.print(['for-each-ref', '--format=%(refname) %(objectname) %(objecttype)']);
      return new Map(
        lines(printed)
          .map((line) => line.split(' '))
          .map(([ref = '', sha = '', type = '']) => [ref, { sha, type }]),
      );
    });
  }

  async defaultBranch(): Promise<string> {
    return (await readFile(join(this.folder, 'HEAD'), 'utf8')).trim().replace('ref: refs/heads/', '');
  }

  /** Whether git allows a ref with this full name. */
  async isRefName(ref: string): Promise<boolean> {
    const known = refNames.get(ref);
    if (known !== undefined) return known;
    const { exitCode } = await this.run(['check-ref-format', ref]);
    if (exitCode !== undefined) refNames.set(ref, exitCode === 0);
    return exitCode === 0;
  }

  async object(name: string): Promise<GitObject | undefined> {
    return (await this.objects([name]))[0];
  }

  /** Several objects, in the order of their names. */
  async objects(names: readonly string[]): Promise<readonly (GitObject | undefined)[]> {
    const { stdout } = await this.run(['cat-file', '--batch'], { input: Buffer.from(`${names.join('\n')}\n`) });
    let start = 0;
    return names.map(() => {
      const end = stdout.indexOf('\n', start);
      const [sha = '', type = '', size] = stdout.toString('utf8', start, end).split(' ');
      start = end + 1;
      if (size === undefined) return undefined;
      const content = stdout.subarray(start, start + Number(size));
      start += content.length + 1;
      return { sha, type, content };
    });
  }

  /** The commit with a full SHA, or the one to which the tag with that SHA leads. */
  async commit(sha: string): Promise<Commit | undefined> {
    if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
    const isCommit = (await this.run(['cat-file', '-e', `${sha}^{commit}`])).exitCode === 0;
    return isCommit ? (await this.commits(['--no-walk', `${sha}^{commit}`]))[0] : undefined;
  }

  /** The commits that `git log` lists, in its order. */
  async commits(args: readonly string[]): Promise<Commit[]> {
    const format = '--format=%H%n%T%n%P%n%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%B';
    const printed = await this.print(['log', '-z', format, ...args]);
    return printed.split('\0').filter(Boolean).map(parsedCommit);
  }

  /** Stores a commit, without a ref. */
  async store({ tree, parents, message, author, committer }: NewCommit): Promise<string> {
    const env = {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: author.date,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    };
    const args = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent])];
    return (await this.print(args, { env, input: Buffer.from(message) })).trim();
  }

  /** Moves a ref if it is still at `from`, and returns whether it was. */
  async move(ref: string, { from, to }: { readonly from: string; readonly to: string }): Promise<boolean> {
    return (await this.run(['update-ref', ref, to, from])).exitCode === 0;
  }

  async set(ref: string, to: string): Promise<void> {
    await this.print(['update-ref', ref, to]);
  }

  async remove(ref: string): Promise<void> {
    await this.print(['update-ref', '-d', ref]);
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.run(['merge-base', '--is-ancestor', ancestor, descendant])).exitCode === 0;
  }

  async mergeBase(one: string, other: string): Promise<string | undefined> {
    const { stdout, exitCode } = await this.run(['merge-base', one, other]);
    return exitCode === 0 ? stdout.toString('utf8').trim() : undefined;
  }
}

/** Whether the answer depends only on the named objects. A merge stores the same objects each time. */
function isAboutObjects([command = '', ...args]: readonly string[]): boolean {
  const names = args.filter((arg) => !arg.startsWith('-'));
  return aboutObjects.has(command) && names.length > 0 && names.every((name) => objectNames.test(name));
}

const aboutObjects = new Set(['diff', 'log', 'merge-base', 'merge-tree', 'rev-list']);

const objectNames = /^[0-9a-f]{40}(?:\^\{commit\})?(?:\.{2,3}[0-9a-f]{40})?$/;

/** What git says about the name of a ref never changes. */
const refNames = new Map<string, boolean>();

export function lines(printed: string): string[] {
  return printed.split('\n').filter(Boolean);
}

/** A time as GitHub writes it: in UTC, without milliseconds. */
export function timestamp(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

function parsedCommit(printed: string): Commit {
  const [sha = '', tree = '', parents = '', ...rest] = printed.split('\n');
  const [authorName = '', authorEmail = '', authored = '', name = '', email = '', committed = '', ...message] = rest;
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: authorName, email: authorEmail, date: timestamp(new Date(authored)) },
    committer: { name, email, date: timestamp(new Date(committed)) },
    message: message.join('\n').replace(/\n$/, ''), // GitHub shows a message without the newline at its end
  };
}
