import type { Change } from '../change.ts';
import type { Client } from './client.ts';
import { moveRefs } from './refs.ts';
import type { SeenRef } from './refs.ts';
import { ownerAndRepo } from './repositories.ts';
import { createTree, made } from './trees.ts';
import type { ApiFile } from './trees.ts';

export type NewForkCommit = {
  /** The fork, with its name in GraphQL. */
  readonly fork: { readonly id: string; readonly name: string };
  /** A commit of the fork, or of the repository that it was forked from: they share their objects. */
  readonly parent: string;
  readonly file: ApiFile;
  readonly message: string;
  /** `Name <address>` of author and committer. */
  readonly account: string;
  /** What gets the commit, with what it had before. All of it or none. */
  readonly refs: readonly SeenRef[];
};

/** Commits that GitHub makes in a fork, without a checkout. */
export class ForkCommits {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  create(wanted: NewForkCommit): Change<string> {
    const { fork, file, message, refs } = wanted;
    return {
      keys: refs.map(({ ref }) => refOf(fork.name, ref)),
      title: `Commit ${file.path} in ${fork.name}`,
      detail: message,
      reach: 'remote',
      apply: () => this.#create(wanted),
    };
  }

  async #create({ fork, parent, file, message, account, refs }: NewForkCommit): Promise<string> {
    const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(account) ?? [];
    const author = { name, email };
    const tree = await createTree(this.#client, { repository: fork.name, parent, files: [file] });
    const commit = { ...ownerAndRepo(fork.name), message, tree, parents: [parent], author, committer: author };
    const { sha } = await this.#client.write('POST /repos/{owner}/{repo}/git/commits', commit, made);
    await moveRefs(this.#client, { repository: fork, refs, to: sha });
    return sha;
  }
}

/** The key of a ref that a Change moves. */
const refOf = (repository: string, ref: string): string => `${ref} of ${repository}`;
