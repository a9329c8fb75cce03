import { short } from '../domain/text.ts';

type Outputs = Readonly<Record<string, string>>;
/** An element of an output in JSON. */
type Item = Readonly<Record<string, string>> & { readonly to?: readonly string[] };
type Told = readonly [what: string, value: string];

/** What an action has verified, each with the value that is the same. */
export function verifiedBy(name: string, outputs: Outputs): readonly Told[] {
  const of = (output: string) => outputs[output] ?? '';
  const list = (output: string) => JSON.parse(of(output) || '[]') as readonly Item[];
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
      return list('images').flatMap(({ name: image, tag, digest: found, to }): readonly Told[] =>
        to !== undefined && to.length > 0
          ? to.map((place) => [`image ${place}`, digest(found ?? '')])
          : [[`image ${image}:${tag} in production`, digest(found ?? '')]],
      );
    case 'await-image':
      return list('images').map(({ reference, digest: found, signed }) => [
        `image ${reference}${signed === 'none' || signed === undefined ? '' : `, signature ${signed}`}`,
        digest(found ?? ''),
      ]);
    default:
      return [];
  }
}

/** The first digits of a digest are enough for people to compare. */
export const digest = (whole: string): string => `sha256:${whole.replace('sha256:', '').slice(0, 12)}`;

const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);
