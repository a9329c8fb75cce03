import { posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { canonicalTar } from '../../src/domain/archives/tar.ts';
import type { FoundEntry } from '../../src/domain/archives/links.ts';
import { archivedTree } from '../../src/domain/archives/tree.ts';
import { problemsIn, ReleaseError } from '../../src/domain/error.ts';
import { demand, type Trial, type Verdicts } from './campaign.ts';
import type { Python } from './python.ts';

type Leaf = { readonly path: readonly string[]; readonly kind: string; readonly text: string; readonly mode: number };

const names = [
  'a',
  'b',
  'docs',
  'Ä',
  'a b',
  '-',
  '.hidden',
  'a~',
  '.git',
  '日本',
  'x'.repeat(99),
  'y'.repeat(101),
  '\u00a0',
];
const steps = [...names, '..', '.', '', '/etc', 'a/../..'];

const leaves: fc.Arbitrary<Leaf> = fc.record({
  path: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  kind: fc.constantFrom('file', 'file', 'folder', 'link', 'link', 'link', 'FIFO'),
  text: fc.array(fc.constantFrom(...steps), { maxLength: 4 }).map((parts) => parts.join('/')),
  mode: fc.nat(0o7777),
});

/** Trees of files and links: what is archived is what Python's tarfile reads, and stays in its folder. */
export const treeTrial = (python: Python): Trial<readonly Leaf[]> => ({
  name: 'trees',
  samples: fc.array(leaves, { maxLength: 12 }),
  refs: 1,
  judge: async (samples) =>
    Promise.all(
      samples.map(async (sample) => {
        try {
          return await verdictsOf(sample, python);
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    ),
});

type Member = readonly [kind: string, name: string, content: string, mode: number];

async function verdictsOf(sample: readonly Leaf[], python: Python): Promise<Verdicts> {
  const found = foundOf(sample);
  const content = (path: string) => [Buffer.from(found.get(path)?.text ?? '')];
  let tree;
  try {
    const packing = { folder: 'docs', top: 'top', exclude: [], own: [], content };
    tree = archivedTree([...found.values()].map(entryOf), packing);
  } catch (error) {
    demand(error instanceof ReleaseError, `a crash: ${error instanceof Error ? error.stack : String(error)}`);
    for (const { fix, message } of problemsIn(error)) demand(fix !== undefined, `no way out: ${message}`);
    return ['trees: refused'];
  }
  const bytes = await buffer(canonicalTar(tree.entries, 1));
  const members = (await python.ask(['tar', bytes.toString('base64')])) as readonly Member[];
  demand(members.length === tree.entries.length, 'Python reads another number of entries');
  const byName = new Map(members.map((member) => [member[1], member]));
  for (const entry of tree.entries) {
    const [kind, name, text, mode] = byName.get(entry.path) ?? [];
    demand(kind === entry.kind, `${entry.path} is a ${kind}`);
    demand(name === 'top' || name?.startsWith('top/') === true, `${name} is outside`);
    if (entry.kind === 'file') {
      demand(text === found.get(entry.path.slice('top/'.length))?.text, `${name} has another content`);
      demand(mode === (entry.isExecutable ? 0o755 : 0o644), `${name} has the mode ${mode}`);
    }
    if (entry.kind === 'link') demand(staysInside(entry.path, byName), `${name} leads to ${text}`);
  }
  return [members.some(([kind]) => kind === 'link') ? 'trees: archived, with links' : 'trees: archived'];
}

/** Whether everything on the way of a link is in the archive, followed as the system does it. */
function staysInside(path: string, members: ReadonlyMap<string, Member>): boolean {
  let here = posix.dirname(path);
  const left = (members.get(path)?.[2] ?? '').split('/').toReversed();
  for (let count = 0; count < 1000; count++) {
    const name = left.pop();
    if (name === undefined) return here === 'top' || members.has(here);
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (here === 'top') return false;
      here = posix.dirname(here);
      continue;
    }
    const [kind, , target] = members.get(`${here}/${name}`) ?? [];
    if (kind === undefined || target?.startsWith('/') === true) return kind !== undefined && kind !== 'link';
    if (kind === 'link') left.push(...(target ?? '').split('/').toReversed());
    else here = `${here}/${name}`;
  }
  return false;
}

/** A tree as a disk could have it: every folder is there, and nothing is below a file or a link. */
function foundOf(sample: readonly Leaf[]): ReadonlyMap<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const leaf of sample) {
    const paths = leaf.path.map((_, index) => leaf.path.slice(0, index + 1).join('/'));
    const above = paths.slice(0, -1);
    const path = paths.at(-1) ?? '';
    if (found.has(path) || above.some((one) => (found.get(one)?.kind ?? 'folder') !== 'folder')) continue;
    for (const [index, one] of above.entries())
      found.set(one, { ...leaf, path: leaf.path.slice(0, index + 1), kind: 'folder' });
    found.set(path, leaf);
  }
  return found;
}

function entryOf({ path, kind, text, mode }: Leaf): FoundEntry {
  return {
    path: Buffer.from(path.join('/')),
    kind: kind as FoundEntry['kind'],
    size: Buffer.byteLength(text),
    mode,
    target: Buffer.from(text),
  };
}
