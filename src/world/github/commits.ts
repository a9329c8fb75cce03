import { ReleaseError } from '../../domain/error.ts';
import { short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { gitObject, ignored, integer, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import type { ProposalRoute } from './proposals.ts';
import { ownerAndRepo } from './repositories.ts';

/** A commit that is on one branch and not on the other, and the addresses of those who made it. */
export type AheadCommit = {
  readonly sha: string;
  readonly author: string;
  readonly committer: string;
  /** The account of the author, where GitHub knows it. */
  readonly authorLogin: string | undefined;
  readonly isMerge: boolean;
  readonly subject: string;
};

/** A file of a commit that GitHub makes; without content it is deleted. */
export type ApiFile = { readonly path: string; readonly mode: string; readonly content: Buffer | undefined };

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
  parents: list(ignored),
});
const comparison = record({ total_commits: integer, commits: list(compared) });
const made = record({ sha: gitObject });
const placed = record({ object: record({ sha: gitObject }) });

/** Commits that GitHub has, and commits that it makes. */
export class Commits {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** What `head` has and `base` does not have. `head` may be `owner:branch`, in a fork. */
  async ahead({ repository, base, head }: ProposalRoute): Promise<readonly AheadCommit[]> {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const basehead = `${base}...${head}`;
    const found = await this.#client.look(route, { ...ownerAndRepo(repository), basehead, per_page: 100 }, comparison);
    if (found === undefined)
      throw new ReleaseError(`${head} has no history in common with ${base} of ${repository}.`, {
        fix: 'Use another name in the input branch: the commits on this branch would be lost.',
      });
    if (found.total_commits > found.commits.length)
      throw new ReleaseError(
        `${head} is ${found.total_commits} commits ahead of ${base}, so it is not a proposal of one commit.`,
        { fix: 'Use another name in the input branch: the commits on this branch would be lost.' },
      );
    return found.commits.map(({ sha, commit, author, parents }) => ({
      sha,
      authorLogin: author?.login ?? undefined,
      isMerge: parents.length > 1,
      author: commit.author?.email ?? '',
      committer: commit.committer?.email ?? '',
      subject: commit.message.split('\n', 1)[0] ?? '',
    }));
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
    const entries = [];
    for (const { path, mode, content } of files) {
      const entry = { path, mode: mode as '100644', type: 'blob' } as const; // one of the modes that git has told
      entries.push({ ...entry, ...(content === undefined ? { sha: null } : await this.#content(repository, content)) });
    }
    const wanted = { ...ownerAndRepo(repository), base_tree: parent, tree: entries };
    const created = await this.#client.write('POST /repos/{owner}/{repo}/git/trees', wanted, made);
    if (created.sha === tree) return tree;
    throw new ReleaseError(
      `GitHub made the tree ${short(created.sha)} of these files, but git made ${short(tree)}. Nothing was committed.`,
      { fix: 'Set commit-through: git, which pushes the tree that git made.' },
    );
  }

  /** Text goes with the tree; other bytes need a request of their own. */
  async #content(repository: string, content: Buffer): Promise<{ content: string } | { sha: string }> {
    const text = content.toString('utf8');
    if (Buffer.from(text).equals(content)) return { content: text };
    const blob = { ...ownerAndRepo(repository), content: content.toString('base64'), encoding: 'base64' };
    const { sha } = await this.#client.write('POST /repos/{owner}/{repo}/git/blobs', blob, made);
    return { sha };
  }

  async #setBranch({ repository, branch, seen, replaces }: NewApiCommit, sha: string): Promise<void> {
    const path = ownerAndRepo(repository);
    if (seen === undefined) {
      const creation = { ...path, ref: `refs/heads/${branch}`, sha };
      await this.#client.write('POST /repos/{owner}/{repo}/git/refs', creation, ignored);
      return;
    }
    const ref = `heads/${branch}`;
    if (replaces) {
      const now = await this.#client.look('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...path, ref }, placed);
      if (now?.object.sha !== seen) throw new Moved(`somebody moved ${branch} of ${repository}`);
    }
    const update = { ...path, ref, sha, force: replaces };
    await this.#client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', update, ignored);
  }
}
