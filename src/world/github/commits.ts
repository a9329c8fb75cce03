import { ReleaseError } from '../../domain/error.ts';
import { short } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import type { Client } from './client.ts';
import { partsOf } from './repositories.ts';

/** A file of a commit that GitHub shall make; without content it is deleted. */
export type ApiFile = { readonly path: string; readonly mode: string; readonly content: Buffer | undefined };

export type NewApiCommit = {
  readonly repository: string;
  readonly branch: string;
  /** Where the branch was seen; undefined: it was not there. */
  readonly seen: string | undefined;
  readonly parent: string;
  /** What the result has to be, as git has computed it here. */
  readonly tree: string;
  readonly files: readonly ApiFile[];
  readonly message: string;
  /** Whether the branch may leave what it had: its commits were looked at. */
  readonly replaces: boolean;
};

/** A commit made by GitHub, which signs it when the token is that of an app or a job. Says its name. */
export function commitChange(client: Client, wanted: NewApiCommit): Change<string> {
  const { repository, branch, files, message } = wanted;
  return {
    keys: [`commit to ${branch} of ${repository} by the API`],
    title: `Commit ${files.length === 1 ? files[0]?.path : `${files.length} files`} to ${branch} of ${repository} by GitHub's API`,
    detail: message,
    reach: 'remote',
    apply: async () => {
      const place = partsOf(repository);
      const tree = await makeTree(client, wanted);
      const { sha } = await client.write('POST /repos/{owner}/{repo}/git/commits', {
        ...place,
        message,
        tree,
        parents: [wanted.parent],
      });
      await setBranch(client, wanted, sha);
      return sha;
    },
  };
}

async function makeTree(client: Client, { repository, parent, tree, files }: NewApiCommit): Promise<string> {
  const place = partsOf(repository);
  const entries = [];
  for (const { path, mode, content } of files) {
    const entry = { path, mode: mode as '100644', type: 'blob' } as const; // one of the modes that git has told
    entries.push({
      ...entry,
      ...(content === undefined ? { sha: null } : await contentOf(client, repository, content)),
    });
  }
  const made = await client.write('POST /repos/{owner}/{repo}/git/trees', {
    ...place,
    base_tree: parent,
    tree: entries,
  });
  if (made.sha === tree) return tree;
  throw new ReleaseError(`GitHub has made the tree ${short(made.sha)} of these files, not ${short(tree)} as git did.`, {
    fix: 'Nothing was committed. Use commit-through: git.',
  });
}

/** Text goes with the tree; other bytes need a request of their own. */
async function contentOf(client: Client, repository: string, content: Buffer) {
  const text = content.toString('utf8');
  if (Buffer.from(text).equals(content)) return { content: text };
  const blob = { content: content.toString('base64'), encoding: 'base64' };
  const { sha } = await client.write('POST /repos/{owner}/{repo}/git/blobs', { ...partsOf(repository), ...blob });
  return { sha };
}

async function setBranch(
  client: Client,
  { repository, branch, seen, replaces }: NewApiCommit,
  sha: string,
): Promise<void> {
  const place = partsOf(repository);
  if (seen === undefined) {
    await client.write('POST /repos/{owner}/{repo}/git/refs', { ...place, ref: `refs/heads/${branch}`, sha });
    return;
  }
  if (replaces) {
    const now = await client.look('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...place, ref: `heads/${branch}` });
    if (now?.object.sha !== seen) throw new Moved(`${branch} of ${repository} was moved meanwhile`);
  }
  const update = { ...place, ref: `heads/${branch}`, sha, force: replaces };
  await client.write('PATCH /repos/{owner}/{repo}/git/refs/{ref}', update);
}
