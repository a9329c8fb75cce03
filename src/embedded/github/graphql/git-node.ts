import type { BareRepository, GitObject } from '../core/bare-repository.ts';
import { nodeId } from '../core/node-id.ts';

/** An object of git by its hash, or by an expression such as `HEAD:folder`. */
export type NamedObject = { readonly expression?: string | null; readonly oid?: string | null };

/** GitHub shows no more of a text. */
const longestText = 512 * 1000;

/** The object with a name; null if there is none. */
export async function gitNode(bare: BareRepository, name: string) {
  return nodeOf(name.replaceAll('\n', ' '), new Objects(bare));
}

async function nodeOf(name: string, objects: Objects) {
  const found = await objects.read(name);
  if (found === undefined) return null;
  if (found.type === 'blob') return blobNode(found);
  if (found.type === 'tree') return treeNode(found, objects);
  const [, subject = ''] = /\n\n([^\n]*)/.exec(found.content.toString('utf8')) ?? [];
  return { __typename: 'Commit', id: nodeId('Commit', found.sha), oid: found.sha, messageHeadline: subject };
}

function blobNode({ sha, content }: GitObject) {
  const isBinary = content.includes(0);
  return {
    __typename: 'Blob',
    id: nodeId('Blob', sha),
    oid: sha,
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > longestText,
    text: isBinary ? null : content.subarray(0, longestText).toString('utf8'),
  };
}

function treeNode({ sha, content }: GitObject, objects: Objects) {
  const entries = entriesOf(content).map(({ mode, name, oid }) => ({
    name,
    oid,
    mode: Number.parseInt(mode, 8),
    type: mode === '40000' ? 'tree' : mode === '160000' ? 'commit' : 'blob',
    object: () => (mode === '160000' ? null : nodeOf(oid, objects)),
  }));
  return { __typename: 'Tree', id: nodeId('Tree', sha), oid: sha, entries };
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_tree_objects */
function entriesOf(tree: Buffer) {
  const entries = [];
  for (let start = 0; start < tree.length;) {
    const end = tree.indexOf(0, start);
    const [mode = '', ...name] = tree.toString('utf8', start, end).split(' ');
    start = end + 21;
    entries.push({ mode, name: name.join(' '), oid: tree.toString('hex', end + 1, start) });
  }
  return entries;
}

/** Reads with one git what is asked for at the same time. */
class Objects {
  readonly #bare: BareRepository;
  #wanted: string[] = [];
  #reading: Promise<ReadonlyMap<string, GitObject | undefined>> | undefined;
  constructor(bare: BareRepository) {
    this.#bare = bare;
  }

  async read(name: string): Promise<GitObject | undefined> {
    this.#wanted.push(name);
    this.#reading ??= new Promise((resolve) => setImmediate(resolve)).then(() => this.#readAll());
    return (await this.#reading).get(name);
  }

  async #readAll(): Promise<ReadonlyMap<string, GitObject | undefined>> {
    const wanted = [...new Set(this.#wanted)];
    [this.#wanted, this.#reading] = [[], undefined];
    const found = await this.#bare.objects(wanted);
    return new Map(wanted.map((name, index) => [name, found[index]]));
  }
}
