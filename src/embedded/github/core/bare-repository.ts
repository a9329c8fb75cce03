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

/** What git said about objects that were given by their full names, which never changes, and the objects that it read. */
export type Answers = { readonly outcomes: Map<string, GitOutcome>; readonly objects: Map<string, GitObject> };

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
    const known = key === undefined ? undefined : this.#answers.outcomes.get(key);
    if (known !== undefined) return known;
    const given = input === undefined ? {} : { input };
    const outcome = await this.#git.run(args, { env: { ...this.#environment, ...env }, ...given });
    if (key !== undefined && (outcome.exitCode === 0 || outcome.exitCode === 1))
      this.#answers.outcomes.set(key, outcome);
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
    const known = this.#answers.objects;
    const keys = names.map((name) => JSON.stringify([this.#environment, name]));
    if (keys.every((key) => known.has(key))) return keys.map((key) => known.get(key));
    const { stdout } = await this.run(['cat-file', '--batch'], { input: Buffer.from(`${names.join('\n')}\n`) });
    let start = 0;
    return names.map((name, index) => {
      const end = stdout.indexOf('\n', start);
      const [sha = '', type = '', size] = stdout.toString('utf8', start, end).split(' ');
      start = end + 1;
      if (size === undefined) return undefined;
      const content = stdout.subarray(start, start + Number(size));
      start += content.length + 1;
      const object = { sha, type, content };
      if (beginsWithObject.test(name)) known.set(keys[index] ?? '', object);
      return object;
    });
  }

  /** The commit with a full SHA, or the one to which the tag with that SHA leads. */
  async commit(sha: string): Promise<Commit | undefined> {
    return /^[0-9a-f]{40}$/.test(sha) ? (await this.commits([sha]))[0] : undefined;
  }

  /** Those of some objects, by their full SHAs, that are commits or tags of commits. */
  async commits(shas: readonly string[]): Promise<readonly Commit[]> {
    if (shas.length === 0) return [];
    const objects = await this.objects(shas.map((sha) => `${sha}^{commit}`));
    return objects.filter((object) => object !== undefined).map(commitIn);
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
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end); // what follows are paths
  const names = options.filter((arg) => !arg.startsWith('-'));
  return aboutObjects.has(command) && names.length > 0 && names.every((name) => objectNames.test(name));
}

const aboutObjects = new Set(['diff', 'ls-tree', 'merge-base', 'merge-tree', 'rev-list']);

const objectNames = /^[0-9a-f]{40}(?:\^\{commit\})?(?:\.{2,3}[0-9a-f]{40})?$/;

/** The full name of an object, or of what it leads to. */
const beginsWithObject = /^[0-9a-f]{40}(?:$|:|\^\{commit\}$)/;

/** What git says about the name of a ref never changes. */
const refNames = new Map<string, boolean>();

export function lines(printed: string): string[] {
  return printed.split('\n').filter(Boolean);
}

/** A time as GitHub writes it: in UTC, without milliseconds. */
export function timestamp(moment: Date): string {
  return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A commit as git stores it. */
function commitIn({ sha, content }: GitObject): Commit {
  const text = content.toString('utf8');
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const values = (name: string) =>
    headers.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []));
  return {
    sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: personIn(values('author')[0]),
    committer: personIn(values('committer')[0]),
    message: text.slice(end + 2).replace(/\n$/, ''), // GitHub shows a message without the newline at its end
  };
}

function personIn(line = ''): Person {
  const [, name = '', email = '', seconds = ''] = /^(.*?) ?<([^>]*)> (\d+)/.exec(line) ?? [];
  return { name, email, date: timestamp(new Date(Number(seconds) * 1000)) };
}
