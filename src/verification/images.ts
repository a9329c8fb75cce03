import type { Digest } from '../domain/images/digest.ts';
import { parseReference, type Reference, referenceText, repositoryOf } from '../domain/images/reference.ts';
import { attempt, ReleaseError, type SourcePosition } from '../domain/error.ts';
import { textItems, textLines } from '../domain/text.ts';
import { exporterFrom, isPush } from '../rehearsal/images/exporters.ts';
import { withRegistry } from '../rehearsal/images/name.ts';
import type { Finding } from './finding.ts';
import { digest } from './told.ts';

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
  /** What else was found. */
  readonly findings: readonly Finding[];
};

// Why: docs/decisions.md D94
/** Whether the images of builds are there, and agree with what recorded their digests. */
export function imageFindings(images: readonly PushedImage[], release: Release): readonly Finding[] {
  return images.map((image): Finding => {
    const { reference, found, doubt, at } = image;
    const name = referenceText(reference);
    const open = (detail: string, fix?: string): Finding => ({
      verdict: 'open',
      what: `image ${name}`,
      detail,
      ...(fix !== undefined && { fix }),
      at,
    });
    const isKept = isOf(release, reference.tag ?? '');
    if (found instanceof ReleaseError) return open(`not verified, because ${found.message}`, found.fix);
    if (found === undefined) {
      if (doubt !== undefined) return open(`not there, and it is not known whether it was pushed: ${doubt}`);
      if (!isKept) return open('not there: the tag does not name the version, so that it may have been removed since');
      return {
        verdict: 'different',
        what: `There is no image ${name}, which the workflow pushes.`,
        fix: 'Find out who deleted it. Look whether another tag still has it, before the registry removes it for good.',
        at,
      };
    }
    const recorded = recordsOf(image, images, release);
    const other = recorded.find((one) => one.digest !== found);
    if (other !== undefined && isKept)
      return {
        verdict: 'different',
        what: `Image ${name} is ${digest(found)}, but ${other.where} has ${digest(other.digest)}.`,
        fix: 'Find out who pushed the tag again. Whoever pulled the image before has another one: release the next version.',
        at,
      };
    if (other !== undefined) return open(`now ${digest(found)}, while ${other.where} has ${digest(other.digest)}`);
    const [first] = recorded;
    if (first !== undefined)
      return { verdict: 'same', what: `image ${name}`, detail: `${digest(found)}, as ${first.where} has it`, at };
    return open(
      `there, with ${digest(found)}, but nothing that is read here recorded the digest on the day of the release`,
      `If it was attested, this proves it: gh attestation verify oci://${name} --repo ${release.repository}`,
    );
  });
}

/** Whether a tag belongs to this one release. Others, such as `latest`, go on to the next one. */
const isOf = ({ tag, commit }: Release, imageTag: string): boolean => {
  const version = /\d.*$/.exec(tag)?.[0].replaceAll('+', '_') ?? tag;
  return imageTag.includes(version) || imageTag.includes(commit.slice(0, 7));
};

type Recorded = { readonly where: string; readonly digest: string };

/** What says which digest an image had: notes of the release, an image that is verified, another tag of the same build. */
function recordsOf(image: PushedImage, images: readonly PushedImage[], release: Release): readonly Recorded[] {
  const { reference, found, at } = image;
  const name = referenceText(repositoryOf(reference));
  const inNotes = [...release.notes.matchAll(/([\w.:/-]+)@(sha256:[0-9a-f]{64})/g)].flatMap(
    ([, named = '', recorded = '']) =>
      named === name || named === referenceText(reference) ? [{ where: 'the release', digest: recorded }] : [],
  );
  // What is named by its digest may have it from this very tag.
  const isOtherImage = (what: string) => /^image [^@]+$/.test(what) && what !== `image ${referenceText(reference)}`;
  const promoted = release.findings.flatMap(({ verdict, what, detail }) =>
    verdict === 'same' && isOtherImage(what) && typeof found === 'string' && detail === digest(found)
      ? [{ where: what, digest: found }]
      : [],
  );
  const ofSameBuild = images.flatMap((other) => {
    const isOther = other !== image && other.at === at && isOf(release, other.reference.tag ?? '');
    return isOther && typeof other.found === 'string'
      ? [{ where: `image ${referenceText(other.reference)}`, digest: other.found }]
      : [];
  });
  return [...inNotes, ...promoted, ...ofSameBuild];
}
