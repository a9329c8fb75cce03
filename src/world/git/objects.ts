import { repositoryAt } from './command.ts';
import type { GitCommand } from './command.ts';

export type Commit = {
  readonly sha: string;
  /** The commit time, in seconds. */
  readonly epoch: number;
};

export type NewCommit = {
  readonly tree: string;
  readonly parent: string;
  readonly message: string;
  /** `Name <address>` */
  readonly author: string;
  /** `Name <address>`; the author by default. */
  readonly committer?: string;
  readonly epoch: number;
};

/** The name of the object for an expression such as `commit:path`; undefined if there is none. */
export async function objectName(git: GitCommand, expression: string): Promise<string | undefined> {
  const { code, stdout } = await git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', expression]);
  return code === 0 ? stdout.trim() : undefined;
}

/** Whether the repository in a folder has an object. */
export const hasObject = async (git: GitCommand, object: string, folder?: string): Promise<boolean> =>
  (await git.run([...repositoryAt(folder), 'cat-file', '-e', object])).code === 0;

/** Writes a commit that no ref points to. The same input gives the same SHA on every machine. */
export function storeCommit(
  git: GitCommand,
  { tree, parent, message, author, committer = author, epoch }: NewCommit,
): Promise<string> {
  const date = `@${epoch} +0000`;
  const env = {
    ...identityEnv('AUTHOR', author),
    ...identityEnv('COMMITTER', committer),
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  return git.read(['commit-tree', tree, '-p', parent, '--no-gpg-sign', '-F', '-'], { env, input: message });
}

/** The environment variables that set the author or the committer for git. */
export function identityEnv(role: 'AUTHOR' | 'COMMITTER', identity: string): Record<string, string> {
  const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(identity) ?? [];
  return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: address };
}

/** The contents of objects by their names, read by one process. Missing objects are left out. */
export async function contentsOf(git: GitCommand, objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (objects.length === 0) return new Map();
  const input = `${[...new Set(objects)].join('\n')}\n`;
  const { stdout } = await git.run(['cat-file', '--batch'], { input, encoding: 'latin1' });
  const contents = new Map<string, string>();
  const header = /([0-9a-f]+) (?:missing|\w+ (\d+))\n/y;
  for (let found = header.exec(stdout); found !== null; found = header.exec(stdout)) {
    const [, object = '', size] = found;
    if (size === undefined) continue;
    const end = header.lastIndex + Number(size);
    contents.set(object, Buffer.from(stdout.slice(header.lastIndex, end), 'latin1').toString('utf8'));
    header.lastIndex = end + 1;
  }
  return contents;
}
