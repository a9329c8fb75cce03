import { ReleaseError } from '../../domain/error.ts';
import { short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { gitObject, ignored, integer, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import type { ProposalRoute } from './proposals.ts';
import { Refs } from './refs.ts';
import { ownerAndRepo } from './repositories.ts';
import { createTree, made } from './trees.ts';
import type { ApiFile } from './trees.ts';

/** A commit that is on one branch and not on the other, and the addresses of those who made it. */
export type AheadCommit = {
  readonly sha: string;
  readonly author: string;
  readonly committer: string;
  /** The account of the author, where GitHub knows it. */
  readonly authorLogin: string | undefined;
  readonly parents: readonly string[];
  readonly subject: string;
};

export type FoundCommit = { readonly message: string; readonly files: readonly string[] };

export type NewApiCommit = {
  readonly repository: string;
  readonly branch: string;
  /** Where the branch was; undefined: there was no such branch. */
  readonly seen: string | undefined;
  readonly parent: string;
  /** What the result has to be, as git has computed it here. */
  readonly tree: string;
  readonly files: readonly ApiFile[];
  readonly message: string;
  /** Whether the branch may lose the commits that it has. The caller has looked at them. */
  readonly replaces: boolean;
};

const signature = maybe(record({ email: maybe(string) }));
const compared = record({
  sha: gitObject,
  commit: record({ message: string, author: signature, committer: signature }),
  author: maybe(record({ login: maybe(string) })),
  parents: list(record({ sha: gitObject })),
});
const detailed = record({ commit: record({ message: string }), files: maybe(list(record({ filename: string }))) });
const comparison = record({ total_commits: integer, commits: list(compared) });

const otherBranch = 'Use another name in the input branch: the commits on this branch would be lost.';

/** Commits that GitHub has, and commits that it makes. */
export class Commits {
  readonly #client: Client;
  readonly #refs: Refs;
  constructor(client: Client) {
    this.#client = client;
    this.#refs = new Refs(client);
  }

  /** What `head` has and `base` does not have. `head` may be `owner:branch`, in a fork. `fix`: if those are no proposal. */
  async ahead({ repository, base, head }: ProposalRoute, fix = otherBranch): Promise<readonly AheadCommit[]> {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const basehead = `${base}...${head}`;
    const found = await this.#client.look(route, { ...ownerAndRepo(repository), basehead, per_page: 100 }, comparison);
    if (found === undefined)
      throw new ReleaseError(`${head} has no history in common with ${base} of ${repository}.`, { fix });
    if (found.total_commits > found.commits.length)
      throw new ReleaseError(
        `${head} is ${found.total_commits} commits ahead of ${base}, so it is not a proposal of one commit.`,
        { fix },
      );
    return found.commits.map(({ sha, commit, author, parents }) => ({
      sha,
      authorLogin: author?.login ?? undefined,
      parents: parents.map((parent) => parent.sha),
      author: commit.author?.email ?? '',
      committer: commit.committer?.email ?? '',
      subject: commit.message.split('\n', 1)[0] ?? '',
    }));
  }

  /** The message of a commit, and the files that it changes. */
  async find(repository: string, sha: string): Promise<FoundCommit> {
    const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
    const found = await this.#client.look(route, { ...ownerAndRepo(repository), ref: sha }, detailed);
    if (found === undefined)
      throw new ReleaseError(`GitHub finds no commit ${short(sha)} in ${repository}.`, { fix: 'Run it again.' });
    return { message: found.commit.message, files: (found.files ?? []).map(({ filename }) => filename) };
  }

  /** A commit made by GitHub, which signs it for the token of an app or a job. Gives its name. */
  create(wanted: NewApiCommit): Change<string> {
    const { repository, branch, files, message, parent } = wanted;
    const what = files.length === 1 ? files[0]?.path : `${files.length} files`;
    return {
      keys: [`commit to ${branch} of ${repository} by the API`],
      title: `Commit ${what} to ${branch} of ${repository} by GitHub's API`,
      detail: message,
      reach: 'remote',
      apply: async () => {
        const tree = await this.#createTree(wanted);
        const commit = { ...ownerAndRepo(repository), message, tree, parents: [parent] };
        const { sha } = await this.#client.write('POST /repos/{owner}/{repo}/git/commits', commit, made);
        await this.#setBranch(wanted, sha);
        return sha;
      },
    };
  }

  async #createTree({ repository, parent, tree, files }: NewApiCommit): Promise<string> {
    const created = await createTree(this.#client, { repository, parent, files });
    if (created === tree) return tree;
    throw new ReleaseError(
      `GitHub made the tree ${short(created)} of these files, but git made ${short(tree)}. Nothing was committed.`,
      { fix: 'Set commit-through: git, which pushes the tree that git made.' },
    );
  }

  async #setBranch({ repository, branch, seen, replaces }: NewApiCommit, sha: string): Promise<void> {
    const path = ownerAndRepo(repository);
    if (seen === undefined) {
      const creation = { ...path, ref: `refs/heads/${branch}`, sha };
      await this.#client.write('POST /repos/{owner}/{repo}/git/refs', creation, ignored);
      return;
    }
    if (replaces && (await this.#refs.at(repository, `refs/heads/${branch}`)) !== seen)
      throw new Moved(`somebody moved ${branch} of ${repository}`);
    const update = { ...path, ref: `heads/${branch}`, sha, force: replaces };
    await this.#client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', update, ignored);
  }
}
