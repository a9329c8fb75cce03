import { ReleaseError } from '../../domain/error.ts';
import { quoted, short } from '../../domain/text.ts';
import { parseTagObject } from '../../domain/tags/tag-object.ts';
import type { TagObject } from '../../domain/tags/tag-object.ts';
import type { GitCommand } from './command.ts';
import type { Signer } from './signing.ts';

export type Commit = {
  readonly sha: string;
  /** When it was committed, in seconds. */
  readonly epoch: number;
};

export type NewCommit = {
  readonly tree: string;
  readonly parent: string;
  readonly message: string;
  /** `Name <address>` */
  readonly author: string;
  /** In whose name it is committed, if not the author's. */
  readonly committer?: string;
  readonly epoch: number;
};

export type NewTag = {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  /** `Name <address>` */
  readonly tagger: string;
  readonly signer: Signer | undefined;
};

/** A commit by any name that git understands. */
export async function commitOf(git: GitCommand, revision: string): Promise<Commit> {
  const sha = await nameOf(git, `${revision}^{commit}`);
  if (sha === undefined) {
    await git.read(['rev-parse', '--git-dir']); // where there is no repository, that is what is wrong
    throw new ReleaseError(`There is no commit ${quoted(revision)} in this checkout.`, {
      fix: 'Give a commit that is fetched here; fetch-depth: 0 at actions/checkout brings all of them.',
    });
  }
  if (!/^[0-9a-f]+$/.test(sha))
    throw new ReleaseError(`${quoted(revision)} is not one commit.`, { fix: 'Give a commit, a branch or a tag.' });
  const header = (await git.read(['cat-file', 'commit', sha])).split('\n\n', 1)[0] ?? '';
  return { sha, epoch: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) };
}

/** The name of the object that an expression means, such as `commit:path`; undefined where there is none. */
export async function nameOf(git: GitCommand, expression: string): Promise<string | undefined> {
  const { code, stdout } = await git.run(['rev-parse', '--verify', '--quiet', '--end-of-options', expression]);
  return code === 0 ? stdout.trim() : undefined;
}

/** Whether the repository in a folder has an object. */
export const has = async (git: GitCommand, object: string, folder = '.'): Promise<boolean> =>
  (await git.run(['-C', folder, 'cat-file', '-e', object])).code === 0;

export async function readTag(git: GitCommand, object: string): Promise<TagObject> {
  const { code, stdout } = await git.run(['cat-file', 'tag', object]);
  if (code === 0) return parseTagObject(stdout);
  throw new ReleaseError(`Tag object ${short(object)} is gone: the tag was moved while it was read.`, {
    fix: 'Run it again, and find out who moved it.',
  });
}

/** Writes a commit without any ref; the same facts give the same name, whoever's machine this is. */
export function storeCommit(
  git: GitCommand,
  { tree, parent, message, author, committer = author, epoch }: NewCommit,
): Promise<string> {
  const date = `@${epoch} +0000`;
  const env = {
    ...identity('AUTHOR', author),
    ...identity('COMMITTER', committer),
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  return git.read(['commit-tree', tree, '-p', parent, '--no-gpg-sign', '-F', '-'], { env, input: message });
}

/** Makes an annotated tag with the message of a file; says what git said where it failed. */
export async function makeTag(
  git: GitCommand,
  { name, commit, tagger, signer }: NewTag,
  messageFile: string,
): Promise<string | undefined> {
  const kind = [
    '--annotate',
    signer === undefined ? '--no-sign' : '--sign',
    '--cleanup=verbatim',
    `--file=${messageFile}`,
  ];
  const { code, stderr } = await git.run(['tag', ...kind, '--', name, commit], {
    settings: signer?.settings ?? [],
    env: { ...signer?.env, ...identity('COMMITTER', tagger) },
  });
  return code === 0 ? undefined : stderr;
}

function identity(role: 'AUTHOR' | 'COMMITTER', written: string): Record<string, string> {
  const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(written) ?? [];
  return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: address };
}
