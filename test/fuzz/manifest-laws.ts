import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { readPromoterManifest } from '../../src/domain/image-lists/promoter-manifest.ts';
import { parseImageRepository, referenceText } from '../../src/domain/images/reference.ts';
import { demand, type Trial, type Verdicts } from './campaign.ts';
import { type LineEdit, lineEdits, mutated } from './line-edits.ts';
import type { Python } from './python.ts';

/** The beginnings of the real manifests. */
export function loadManifests(): readonly string[] {
  const root = join(import.meta.dirname, '../fixtures/kubernetes__k8s.io');
  return globSync('*/registry.k8s.io/manifests/*/promoter-manifest.yaml', { cwd: root })
    .toSorted()
    .map((file) => readFileSync(join(root, file), 'utf8').split('\n').slice(0, 12).join('\n'));
}

type Sample = { readonly manifest: number; readonly edits: readonly LineEdit[] };

/** Manifests with other bytes: what is read is what Python reads. */
export const manifestTrial = (manifests: readonly string[], python: Python): Trial<Sample> => ({
  name: 'manifests',
  samples: fc.record({ manifest: fc.nat(manifests.length - 1), edits: lineEdits }),
  refs: 1,
  judge: async (samples) =>
    Promise.all(
      samples.map(async ({ manifest, edits }) => {
        try {
          return await verdictsOf(edits.reduce(mutated, manifests[manifest] ?? ''), python);
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error));
        }
      }),
    ),
});

async function verdictsOf(text: string, python: Python): Promise<Verdicts> {
  const read = attempt(() => readPromoterManifest({ file: 'promoter-manifest.yaml', text }));
  const said = await python.ask({ manifest: text });
  if (read instanceof ReleaseError)
    return [`manifests: refused, ${Array.isArray(said) ? 'and read' : 'and not read'} by Python`];
  demand(Array.isArray(said), `Python reads ${JSON.stringify(said)}`);
  const registries = said as readonly (readonly [name: string, isSource: boolean])[];
  const named = (isSource: boolean) =>
    registries
      .filter((one) => one[1] === isSource)
      .map(([name]) => referenceText(parseImageRepository(name.replace(/\/+$/, ''))));
  demand(named(true).join() === referenceText(read.from), `Python reads ${named(true).join()} as the source`);
  demand(named(false).join() === read.to.map(referenceText).join(), `Python reads ${named(false).join()}`);
  return ['manifests: read'];
}
