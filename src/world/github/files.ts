import { decodeText } from '../../domain/edits/decode-text.ts';
import type { Source } from '../../domain/edits/source.ts';
import { ReleaseError } from '../../domain/error.ts';
import { boolean, gitObject, list, maybe, record, string } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** A branch, and the commit that it is at. */
export type BranchTip = { readonly branch: string; readonly sha: string };

export type FoundFiles = { readonly base: BranchTip; readonly files: readonly Source[] };

type SubfolderFiles = {
  readonly repository: string;
  /** The folder whose subfolders have the files. */
  readonly folder: string;
  /** The name of the file in each of them. */
  readonly name: string;
};

const content = record({ sha: gitObject, content: string, encoding: string });
const anyContent: Shape<unknown> = content; // GitHub describes folders with it, which have no such content
const blob = record({ content: string, encoding: string });

const file = record({ text: maybe(string), isTruncated: maybe(boolean) });
const folder = record({ entries: maybe(list(record({ name: string, object: maybe(file) }))) });
const folders = record({ entries: maybe(list(record({ name: string, object: maybe(folder) }))) });
const branch = record({ name: string, target: record({ oid: gitObject }) });
const answered = record({ repository: maybe(record({ defaultBranchRef: maybe(branch), object: maybe(folders) })) });

const placed = record({ repository: maybe(record({ object: maybe(record({ oid: gitObject })) })) });

/** Files of repositories, without a checkout. */
export class Files {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  /** The text of a file at a commit. undefined if the commit has no such file. */
  async text(repository: string, sha: string, path: string): Promise<string | undefined> {
    const route = 'GET /repos/{owner}/{repo}/contents/{path}';
    const names = ownerAndRepo(repository);
    const wanted = { ...names, path, ref: sha, mediaType: { format: 'object' } };
    const found = (await this.#client.look(route, wanted, anyContent)) as ReturnType<typeof content> | undefined; // by its shape
    if (found === undefined) return undefined;
    if (found.encoding === 'base64') return decoded(path, found);
    // A file of more than 1 MB has no content there: https://docs.github.com/en/rest/repos/contents#get-repository-content
    const named = { ...names, file_sha: found.sha };
    const whole = await this.#client.look('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', named, blob);
    return whole && decoded(path, whole);
  }

  /** The name of what is at a path of a revision. undefined if nothing is there. */
  async objectAt(repository: string, revision: string, path: string): Promise<string | undefined> {
    const { owner, repo } = ownerAndRepo(repository);
    const [account, called, place] = [owner, repo, `${revision}:${path}`].map((text) => JSON.stringify(text));
    const question = `query { repository(owner: ${account}, name: ${called}) { object(expression: ${place}) { oid } } }`;
    return (await this.#client.query(question, placed))?.repository?.object?.oid;
  }

  // Why: docs/decisions.md D62
  /**
   * The default branch, and a file of each subfolder of a folder, by one question. undefined if the repository is empty, or
   * if the token may not see it.
   */
  async inSubfolders({ repository, folder: parent, name }: SubfolderFiles): Promise<FoundFiles | undefined> {
    const { owner, repo } = ownerAndRepo(repository);
    const [account, called, place] = [owner, repo, `HEAD:${parent}`].map((text) => JSON.stringify(text));
    const inFolder = 'entries { name object { ... on Blob { text isTruncated } } }';
    const inFolders = `entries { name object { ... on Tree { ${inFolder} } } }`;
    const wanted = `defaultBranchRef { name target { oid } } object(expression: ${place}) { ... on Tree { ${inFolders} } }`;
    const answer = await this.#client.query(
      `query { repository(owner: ${account}, name: ${called}) { ${wanted} } }`,
      answered,
    );
    const { defaultBranchRef: base, object: seen } = answer?.repository ?? {};
    if (!base) return undefined;
    const files = (seen?.entries ?? []).flatMap(({ name: below, object: inside }) =>
      (inside?.entries ?? []).flatMap((entry) =>
        entry.name === name && entry.object ? [sourceOf(`${parent}/${below}/${name}`, entry.object)] : [],
      ),
    );
    return { base: { branch: base.name, sha: base.target.oid }, files };
  }
}

const decoded = (path: string, { content: text }: { readonly content: string }): string =>
  decodeText(path, Buffer.from(text, 'base64'));

function sourceOf(path: string, { text, isTruncated }: ReturnType<typeof file>): Source {
  if (typeof text === 'string' && isTruncated !== true) return { file: path, text };
  throw new ReleaseError(`GitHub does not show ${path} as a whole text.`, {
    fix: 'Find out what is in it: such a file has some thousand characters.',
  });
}
