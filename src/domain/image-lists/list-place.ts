import { ReleaseError } from '../error.ts';
import type { Source } from '../edits/source.ts';
import { referenceText } from '../images/reference.ts';
import type { ImageRepository } from '../images/reference.ts';
import { suggestion } from '../suggestion.ts';
import { listed } from '../text.ts';
import { listPath, manifestPath } from './list-path.ts';
import type { ListPath } from './list-path.ts';
import { readPromoterManifest } from './promoter-manifest.ts';
import type { PromoterManifest } from './promoter-manifest.ts';

/** A manifest, and the path of the list that belongs to it. */
export type ListPlace = { readonly manifest: PromoterManifest; readonly list: string };

type Wanted = {
  readonly from: ImageRepository;
  /** The list, if somebody has named it. */
  readonly named: ListPath | undefined;
  /** What the manifests belong to, for refusals: `kubernetes/k8s.io`. */
  readonly repository: string;
};

// Why: docs/decisions.md D62
/**
 * Finds the manifest with a source. Only manifests that have its name in them are read: nobody has to wait because the
 * manifest of another project is wrong.
 */
export function placeOfList(manifests: readonly Source[], { from, named, repository }: Wanted): ListPlace {
  const source = referenceText(from);
  const own = manifests.filter(({ file }) => named === undefined || file === manifestPath(named));
  if (named !== undefined && own.length === 0)
    throw new ReleaseError(`${repository} has no ${manifestPath(named)}, so ${listPath(named)} promotes nothing.`, {
      fix: 'Correct the input list, or leave it out: then the list is found by its source.',
    });
  const places = own
    .filter(({ text }) => text.includes(from.repository))
    .map(readPromoterManifest)
    .filter((one) => referenceText(one.from) === source)
    .map((manifest) => ({ manifest, list: manifest.file.replace(...toList) }));
  const [place, other] = places;
  if (place === undefined) throw named === undefined ? unknownSource() : otherSource(named);
  if (other === undefined) {
    if (named === undefined && deprecated.test(place.list)) throw deprecatedList(place.list, source);
    return place;
  }
  throw new ReleaseError(
    `${places.length} promoter manifests of ${repository} have ${source} as their source: ${listed(places.map(({ manifest }) => manifest.file))}.`,
    {
      fix: `Name the list in the input list: ${listed(
        places.map(({ list }) => list),
        'or',
      )}.`,
    },
  );

  function unknownSource(): ReleaseError {
    return new ReleaseError(
      `No promoter manifest of ${repository} has ${source} as its source. There are ${manifests.length}.`,
      { fix: `Correct the input from. ${suggestion(source, manifests.flatMap(sourceIn)) ?? 'Add a manifest first.'}` },
    );
  }

  function otherSource(wanted: ListPath): ReleaseError {
    const [there] = own.flatMap(sourceIn);
    return new ReleaseError(
      `${manifestPath(wanted)} of ${repository} has ${there ?? 'something else'} as its source, not ${source}.`,
      { fix: 'Correct the input list or from.' },
    );
  }
}

// https://github.com/kubernetes/k8s.io/blob/main/registry.k8s.io/images/charts/README.md
const deprecated = /(?:^|\/)images\/charts\/images\.yaml$/;

const deprecatedList = (list: string, source: string) =>
  new ReleaseError(`${source} belongs to ${list}, the deprecated list of all charts.`, {
    fix: 'Set from to the folder of the project, where its images are staged, and name the chart charts/<name> in the input images. To use this list all the same, name it in the input list.',
  });

const toList = [/manifests\/([^/]+)\/promoter-manifest\.yaml$/, 'images/$1/images.yaml'] as const;

/** What a manifest has as its source, without a close look. */
const sourceIn = ({ text }: Source): readonly string[] => {
  const [, name] = /^[ -]*name: *["']?([^\s"'#]+)["']?[^\n]*\n *src: *true/m.exec(text) ?? [];
  return name === undefined ? [] : [name];
};
