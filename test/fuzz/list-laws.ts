import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { ReleaseError } from '../../src/domain/error.ts';
import { addToImageList } from '../../src/domain/image-lists/add.ts';
import { readImageList } from '../../src/domain/image-lists/image-list.ts';
import type { Promotion } from '../../src/domain/image-lists/promotion.ts';
import { demand, type Trial, type Verdicts } from './campaign.ts';
import { type LineEdit, lineEdits, mutated } from './line-edits.ts';
import type { Python } from './python.ts';

/** Parts of the real lists that are short enough to be mutated a thousand times. */
export function loadLists(): readonly string[] {
  const root = join(import.meta.dirname, '../fixtures/kubernetes__k8s.io');
  return globSync('*/registry.k8s.io/images/*/images.yaml', { cwd: root })
    .toSorted()
    .map((file) => readFileSync(join(root, file), 'utf8').slice(0, 200_000).split('\n').slice(0, 60).join('\n'));
}

type Sample = {
  readonly list: number;
  readonly edits: readonly LineEdit[];
  readonly promotions: readonly (readonly [name: number, digest: number, tag: number])[];
};

/** Lists with other bytes: what is read is what Python reads, and what is added is all that changes. */
export const listTrial = (lists: readonly string[], python: Python): Trial<Sample> => ({
  name: 'lists',
  samples: fc.record({
    list: fc.nat(lists.length - 1),
    edits: lineEdits,
    promotions: fc.array(fc.tuple(fc.nat(100), fc.nat(30), fc.nat(100)), { minLength: 1, maxLength: 3 }),
  }),
  refs: 1,
  judge: async (samples) =>
    Promise.all(
      samples.map(async ({ list, edits, promotions }) => {
        try {
          return await verdictsOf(edits.reduce(mutated, lists[list] ?? ''), promotions, python);
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    ),
});

async function verdictsOf(text: string, seeds: Sample['promotions'], python: Python): Promise<Verdicts> {
  const source = { file: 'images.yaml', text };
  const list = orRefusal(() => readImageList(source));
  if (list === undefined) return ['lists: refused'];
  const read = list.groups.flatMap(({ name, entries }) =>
    entries.flatMap(({ digest, tags }) => tags.map((tag) => [name, digest, tag])),
  );
  const before = await python.ask(text);
  const isTyped = typeof before === 'string' && before.startsWith('type: ');
  demand(isTyped || same(before, read), `Python reads ${JSON.stringify(before)}`);
  const names = list.groups.map(({ name }) => name);
  const digests = read.map(([, digest = '']) => digest);
  const promotions = seeds.map(([name, digest, tag]): Promotion => {
    const [oldName, oldDigest = '', oldTag = ''] = read[digest] ?? [];
    if (oldName !== undefined && tag % 4 === 0) return { name: oldName, digest: oldDigest, tags: [oldTag] };
    return {
      name: names[name] ?? `app-${name % 5}`,
      digest: digests[digest] ?? `sha256:${(digest + 256).toString(16).padStart(64, 'f0')}`,
      tags: [read[tag]?.[2]?.replace(/\d(?=\D*$)/, '9') ?? `v1.${tag % 12}.0`],
    };
  });
  const result = orRefusal(() => addToImageList(source, promotions));
  if (result === undefined) return ['lists: read, but not promoted'];
  const added = result.added.flatMap(({ name, digest, tags }) => tags.map((tag) => [name, digest, tag]));
  const after = await python.ask(result.text);
  const isTypedNow = typeof after === 'string' && after.startsWith('type: ');
  demand((isTyped && isTypedNow) || same(after, [...read, ...added]), `Python now reads ${JSON.stringify(after)}`);
  demand(
    added.every(([, digest]) => hasLine(result.text, digest ?? '')),
    'a digest does not stand in double quotes',
  );
  const again = addToImageList({ ...source, text: result.text }, promotions);
  demand(again.text === result.text, 'it is added twice');
  return [added.length === 0 ? 'lists: nothing to add' : 'lists: promoted'];
}

const hasLine = (text: string, digest: string) => text.split('\n').some((line) => line.includes(`"${digest}": [`));

const same = (one: unknown, other: readonly (readonly string[])[]) =>
  Array.isArray(one) && ordered(one) === ordered(other);

const ordered = (triples: readonly unknown[]) =>
  JSON.stringify(triples.map((triple) => JSON.stringify(triple)).toSorted());

function orRefusal<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof ReleaseError) return undefined;
    throw error;
  }
}
