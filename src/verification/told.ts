import { short } from '../domain/text.ts';

type Outputs = Readonly<Record<string, string>>;
/** An element of an output in JSON. */
type Item = Readonly<Record<string, string>> & { readonly to?: readonly string[] };
type Told = readonly [what: string, value: string];

/** What an action has verified, each with the value that is the same. */
export function verifiedBy(name: string, outputs: Outputs): readonly Told[] {
  const of = (output: string) => outputs[output] ?? '';
  const list = (output: string) => itemsOf(outputs, output);
  switch (name) {
    case 'parse-tag':
      return [[`tag ${of('tag')}`, `version ${of('version') || of('pep440')}, at ${short(of('sha'))}`]];
    case 'push-tag':
      return [[`tag ${of('tag')} on the remote`, `at ${short(of('sha'))}`]];
    case 'go-module-tags':
      return list('modules').map(({ tag, commit }) => [`module tag ${tag}`, `at ${short(commit ?? '')}`]);
    case 'build-wheel':
      return [[`wheel ${nameIn(of('wheel'))} can be built again`, digest(of('sha256'))]];
    case 'package-docs':
      return [[`docs ${nameIn(of('archive'))} can be packed again`, digest(of('sha256'))]];
    case 'helm-package':
      return list('packages').flatMap(({ path, sha256, reference, digest: pushed }): readonly Told[] => [
        [`chart ${nameIn(path ?? '')} can be packaged again`, digest(sha256 ?? '')],
        ...(reference === undefined ? [] : [[`chart ${reference}`, digest(pushed ?? '')] as const]),
      ]);
    case 'promote-image':
    case 'await-image':
      return imagesVerifiedBy(name, outputs).map((image) => [image.what, digest(image.digest)]);
    default:
      return [];
  }
}

/** An image that an action has verified. */
export type VerifiedImage = {
  /** As it is named: by a tag, or by its digest. */
  readonly reference: string;
  readonly digest: string;
  /** As it is told. */
  readonly what: string;
};

/** The images that an action has verified. */
export function imagesVerifiedBy(name: string, outputs: Outputs): readonly VerifiedImage[] {
  const images = itemsOf(outputs, 'images');
  if (name === 'await-image')
    return images.map(({ reference = '', digest: found = '', signed = 'none' }) => {
      const signature = signed === 'none' ? '' : `, signature ${signed}`;
      return { reference, digest: found, what: `image ${reference}${signature}` };
    });
  if (name !== 'promote-image') return [];
  return images.flatMap(({ name: image, tag, digest: found = '', to = [] }) => {
    const own = `${image}:${tag}`;
    if (to.length === 0) return [{ reference: own, digest: found, what: `image ${own} in production` }];
    return to.map((place) => ({ reference: place, digest: found, what: `image ${place}` }));
  });
}

const itemsOf = (outputs: Outputs, output: string) => JSON.parse(outputs[output] || '[]') as readonly Item[];

/** The first digits of a digest are enough for people to compare. */
export const digest = (whole: string): string => `sha256:${whole.replace('sha256:', '').slice(0, 12)}`;

const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);
