import { attempt, ReleaseError } from '../domain/error.ts';
import { readPromoterManifest } from '../domain/image-lists/promoter-manifest.ts';
import { listPath, manifestPath, parseListPath, usualRoot } from '../domain/image-lists/list-path.ts';
import { referenceText } from '../domain/images/reference.ts';
import { isAside, type Repository } from './repository.ts';

export type ImageLists = {
  /** Where the images of each list are staged. */
  readonly sources: readonly string[];
  /** The path of the list, if it is the only one, and not where those of Kubernetes are. */
  readonly named: string | undefined;
  /** The lists and their manifests. */
  readonly files: ReadonlySet<string>;
  /** Why lists are left out. */
  readonly unknown: readonly string[];
};

type Found = { readonly source: string; readonly list: string; readonly isUsual: boolean };

/** The image lists that have a promoter manifest, as in kubernetes/k8s.io: it says where the images come from. */
export function imageListsOf({ paths, texts }: Pick<Repository, 'paths' | 'texts'>): ImageLists {
  const all = paths.flatMap((file): readonly (Found | string)[] => {
    const [, root = '', folder] = /^((?:.*\/)?)manifests\/([\w.-]+)\/promoter-manifest\.yaml$/.exec(file) ?? [];
    if (folder === undefined || isAside(file)) return [];
    const list = listPath({ root, folder });
    if (!paths.includes(list)) return [`${file} has no list ${list}.`];
    const manifest = attempt(() => readPromoterManifest({ file, text: texts.get(file) ?? '' }));
    return manifest instanceof ReleaseError
      ? [manifest.message]
      : [{ source: referenceText(manifest.from), list, isUsual: root === usualRoot }];
  });
  const found = all.filter((one) => typeof one !== 'string');
  const [only] = found.length === 1 ? found : [];
  const isFound = ({ source, isUsual }: Found) =>
    isUsual && found.filter((other) => other.source === source).length === 1;
  const others = found.filter((one) => one !== only && !isFound(one));
  return {
    sources: only === undefined ? found.filter(isFound).map(({ source }) => source) : [only.source],
    named: only?.isUsual === false ? only.list : undefined,
    files: new Set(
      paths.filter((path) => /(?:images|manifests)\/[\w.-]+\/(?:images|promoter-manifest)\.yaml$/.test(path)),
    ),
    unknown: [
      ...all.filter((one) => typeof one === 'string'),
      ...paths.flatMap((path) => withoutManifest(path, paths)),
      ...others.map(
        ({ list }) => `${list} is not found by its source: it needs a call of promote.yml with the input list.`,
      ),
    ],
  };
}

/** A list whose source nothing says. */
function withoutManifest(list: string, paths: readonly string[]): readonly string[] {
  const read = isAside(list) ? undefined : attempt(() => parseListPath(list));
  if (read === undefined || read instanceof ReleaseError) return [];
  const manifest = manifestPath(read);
  return paths.includes(manifest)
    ? []
    : [
        `${list} has no promoter manifest ${manifest}, which says where its images are staged: add it, or call promote.yml with the inputs from and list.`,
      ];
}
