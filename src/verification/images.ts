import type { Digest } from '../domain/images/digest.ts';
import { parseReference, type Reference, referenceText, repositoryOf } from '../domain/images/reference.ts';
import { attempt, ReleaseError, type SourcePosition } from '../domain/error.ts';
import { textItems, textLines } from '../domain/text.ts';
import { exporterFrom, isPush } from '../rehearsal/images/exporters.ts';
import { withRegistry } from '../rehearsal/images/name.ts';
import type { Finding } from './finding.ts';
import { digest, type VerifiedImage } from './told.ts';

/** An image that a build pushes, and what its tag names now. */
export type PushedImage = {
  readonly reference: Reference;
  /** Undefined if there is nothing. */
  readonly found: Digest | ReleaseError | undefined;
  /** Why it is not known whether the build pushes it; undefined if it does. */
  readonly doubt: string | undefined;
  readonly at: SourcePosition;
};

type Inputs = Readonly<Record<string, string>>;

/** Whether docker/build-push-action pushes what it builds. */
export const pushes = (inputs: Inputs): boolean =>
  inputs['push'] === 'true' ||
  textLines(inputs['outputs'] ?? '')
    .map(exporterFrom)
    .some(isPush);

/** The images that docker/build-push-action names. */
export const imagesIn = (inputs: Inputs): readonly (Reference | ReleaseError)[] =>
  textItems(inputs['tags'] ?? '').map((text) => attempt(() => parseReference(withRegistry(text))));

type Release = {
  readonly tag: string;
  readonly commit: string;
  readonly repository: string;
  /** The notes of the release. */
  readonly notes: string;
  /** The images that actions have verified. */
  readonly verified: readonly VerifiedImage[];
};

// Why: docs/decisions.md D94
/** Whether the images of builds are there, and agree with what recorded their digests. */
export const imageFindings = (images: readonly PushedImage[], release: Release): readonly Finding[] =>
  images.map((image) => {
    const { found, at } = image;
    if (found instanceof ReleaseError)
      return {
        ...openOf(image, `not verified, because ${found.message}`),
        ...(found.fix !== undefined && { fix: found.fix }),
      };
    if (found === undefined) return missing(image, release);
    const name = referenceText(image.reference);
    const recorded = recordsOf({ ...image, found }, images, release);
    const other = recorded.find((one) => one.digest !== found);
    if (other !== undefined) return otherwise(image, release, { now: digest(found), ...other });
    const [first] = recorded;
    if (first !== undefined)
      return { verdict: 'same', what: `image ${name}`, detail: `${digest(found)}, as ${first.where} has it`, at };
    return {
      ...openOf(
        image,
        `there, with ${digest(found)}, but nothing that is read here recorded the digest on the day of the release`,
      ),
      fix: `If it was attested, this proves it: gh attestation verify oci://${name} --repo ${release.repository}`,
    };
  });

const openOf = ({ reference, at }: PushedImage, detail: string): Finding => ({
  verdict: 'open',
  what: `image ${referenceText(reference)}`,
  detail,
  at,
});

function missing(image: PushedImage, release: Release): Finding {
  const { reference, doubt, at } = image;
  if (doubt !== undefined) return openOf(image, `not there, and it is not known whether it was pushed: ${doubt}`);
  if (!isOf(release, reference.tag ?? ''))
    return openOf(image, 'not there: the tag does not name the version, so that it may have been removed since');
  return {
    verdict: 'different',
    what: `There is no image ${referenceText(reference)}, which the workflow pushes.`,
    fix: 'Find out who deleted it. Look whether another tag still has it, before the registry removes it for good.',
    at,
  };
}

/** The image of a tag is another one than the one that was recorded. */
function otherwise(
  image: PushedImage,
  release: Release,
  { now, where, digest: was }: Recorded & { readonly now: string },
): Finding {
  if (!isOf(release, image.reference.tag ?? '')) return openOf(image, `now ${now}, while ${where} has ${digest(was)}`);
  return {
    verdict: 'different',
    what: `Image ${referenceText(image.reference)} is ${now}, but ${where} has ${digest(was)}.`,
    fix: 'Find out who pushed the tag again. Whoever pulled the image before has another one: release the next version.',
    at: image.at,
  };
}

/** Whether a tag belongs to this one release. Others, such as `latest`, go on to the next one. */
const isOf = ({ tag, commit }: Release, imageTag: string): boolean => {
  const version = /\d.*$/.exec(tag)?.[0].replaceAll('+', '_') ?? tag;
  return imageTag.includes(version) || imageTag.includes(commit.slice(0, 7));
};

type Recorded = { readonly where: string; readonly digest: string };

/** What says which digest an image had: notes of the release, an image that is verified, another tag of the same build. */
function recordsOf(
  image: PushedImage & { readonly found: Digest },
  images: readonly PushedImage[],
  release: Release,
): readonly Recorded[] {
  const { reference, found, at } = image;
  const [repository, whole] = [referenceText(repositoryOf(reference)), referenceText(reference)];
  const inNotes = [...release.notes.matchAll(/([\w.:/-]+)@(sha256:[0-9a-f]{64})/g)]
    .filter(([, named]) => named === repository || named === whole)
    .map(([, , recorded = '']) => ({ where: 'the release', digest: recorded }));
  // What is named by its digest may have it from this very tag.
  const promoted = release.verified
    .filter((one) => one.digest === found && one.reference !== whole && !one.reference.includes('@'))
    .map(({ what, digest: recorded }) => ({ where: what, digest: recorded }));
  const ofSameBuild = images
    .filter((other) => other.reference !== reference && other.at === at && isOf(release, other.reference.tag ?? ''))
    .flatMap((other) =>
      typeof other.found === 'string'
        ? [{ where: `image ${referenceText(other.reference)}`, digest: other.found }]
        : [],
    );
  return [...inNotes, ...promoted, ...ofSameBuild];
}
