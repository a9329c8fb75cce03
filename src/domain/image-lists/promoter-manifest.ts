import { attempt, ReleaseError } from '../error.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import { parseImageRepository } from '../images/reference.ts';
import type { ImageRepository } from '../images/reference.ts';
import { quoted } from '../text.ts';
import { manifestLines } from './manifest-lines.ts';
import type { RegistryLine } from './manifest-lines.ts';

/** From where to where the images of a list are promoted. */
export type PromoterManifest = {
  readonly file: string;
  readonly from: ImageRepository;
  readonly to: readonly ImageRepository[];
};

type Entry = { readonly place: ImageRepository; readonly isSource: boolean; readonly start: number };

// Why: docs/decisions.md D62
/** Reads a promoter manifest as strictly as the promoter does. */
export function readPromoterManifest(source: Source): PromoterManifest {
  const lines = manifestLines(source);
  const heads = lines.flatMap(({ kind }, index) => (kind === 'first' ? [index] : []));
  const entries = heads.map((head, index) => entryOf(source, lines.slice(head, heads[index + 1])));
  const [from, second] = entries.filter(({ isSource }) => isSource);
  if (from === undefined)
    throw new ReleaseError(`${source.file} has no registry with src: true.`, {
      fix: 'Add src: true below the registry in which the images are staged.',
      at: positionAt(source, 0),
    });
  if (second !== undefined)
    throw new ReleaseError(`${source.file} has two registries with src: true.`, {
      fix: 'Images are staged in one registry. Remove src: true from the others.',
      at: positionAt(source, second.start),
    });
  const to = entries.filter(({ isSource }) => !isSource);
  if (to.length === 0)
    throw new ReleaseError(`${source.file} promotes to no registry.`, {
      fix: 'Add the registries that serve the images.',
      at: positionAt(source, from.start),
    });
  return { file: source.file, from: from.place, to: to.map(({ place }) => place) };
}

/** What a registry says about itself. */
const known: ReadonlySet<string> = new Set(['name', 'src', 'service-account']);

function entryOf(source: Source, lines: readonly RegistryLine[]): Entry {
  const values = new Map<string, RegistryLine>();
  for (const line of lines) {
    if (!known.has(line.key))
      throw new ReleaseError(`A registry of ${source.file} has the key ${quoted(line.key)}, which is none.`, {
        fix: 'Use name, src and service-account.',
        at: positionAt(source, line.start),
      });
    if (values.has(line.key))
      throw new ReleaseError(`A registry of ${source.file} has the key ${line.key} twice.`, {
        fix: 'Remove one of the two.',
        at: positionAt(source, line.start),
      });
    values.set(line.key, line);
  }
  const start = lines[0]?.start ?? 0;
  refuseOtherAccount(source, values.get('service-account'));
  return { place: placeOf(source, values.get('name'), start), isSource: flagOf(source, values.get('src')), start };
}

function placeOf(source: Source, name: RegistryLine | undefined, start: number): ImageRepository {
  if (name === undefined)
    throw new ReleaseError(`A registry of ${source.file} has no name.`, {
      fix: 'Write its name, such as "name: us-central1-docker.pkg.dev/project/images/example".',
      at: positionAt(source, start),
    });
  const place = attempt(() => parseImageRepository(name.value.replace(/\/+$/, '')));
  if (!(place instanceof ReleaseError)) return place;
  throw new ReleaseError(place.message, { fix: place.fix, at: positionAt(source, name.start) });
}

function flagOf(source: Source, line: RegistryLine | undefined): boolean {
  if (line === undefined) return false;
  if (line.isPlain && (line.value === 'true' || line.value === 'false')) return line.value === 'true';
  throw new ReleaseError(`src is ${quoted(line.value)} in ${source.file}.`, {
    fix: 'Write true or false, without quotes.',
    at: positionAt(source, line.start),
  });
}

const account = /^[\w.+-]+@[\w.-]+$/;

function refuseOtherAccount(source: Source, line: RegistryLine | undefined): void {
  if (line === undefined || account.test(line.value)) return;
  throw new ReleaseError(`The service account ${quoted(line.value)} in ${source.file} is no address.`, {
    fix: 'Write the address of the account that may push there.',
    at: positionAt(source, line.start),
  });
}
