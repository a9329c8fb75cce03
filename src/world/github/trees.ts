import { gitObject, record } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** A file of a commit that GitHub makes; without content it is deleted. */
export type ApiFile = { readonly path: string; readonly mode: string; readonly content: Buffer | undefined };

type NewTree = {
  readonly repository: string;
  /** The commit whose other files stay. */
  readonly parent: string;
  readonly files: readonly ApiFile[];
};

export const made = record({ sha: gitObject });

/** Lets GitHub make the tree of a commit. Gives its name. No commit has it yet. */
export async function createTree(client: Client, { repository, parent, files }: NewTree): Promise<string> {
  const entries = [];
  for (const { path, mode, content } of files) {
    const entry = { path, mode: mode as '100644', type: 'blob' } as const; // one of the modes that git has told
    entries.push({
      ...entry,
      ...(content === undefined ? { sha: null } : await contentOf(client, repository, content)),
    });
  }
  const wanted = { ...ownerAndRepo(repository), base_tree: parent, tree: entries };
  return (await client.write('POST /repos/{owner}/{repo}/git/trees', wanted, made)).sha;
}

/** Text goes with the tree; other bytes need a request of their own. */
async function contentOf(
  client: Client,
  repository: string,
  content: Buffer,
): Promise<{ content: string } | { sha: string }> {
  const text = content.toString('utf8');
  if (Buffer.from(text).equals(content)) return { content: text };
  const blob = { ...ownerAndRepo(repository), content: content.toString('base64'), encoding: 'base64' };
  const { sha } = await client.write('POST /repos/{owner}/{repo}/git/blobs', blob, made);
  return { sha };
}
