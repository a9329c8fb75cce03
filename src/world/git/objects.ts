import type { GitCommand } from './command.ts';
import type { Signer } from './signing.ts';

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
