import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** What a list is to promote: an image by its digest, with the tags that it gets. */
export type Promotion = { readonly name: string; readonly digest: string; readonly tags: readonly string[] };

// https://github.com/kubernetes-sigs/promo-tools/blob/main/types/image/image.go
const digestForm = /^sha256:[0-9a-f]{64}$/;
const tagForm = /^\w[\w.-]{0,127}$/;
const nameForm = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/** Why a promotion can go into no list; empty if it can. */
export function flawsOf({ name, digest, tags }: Promotion): readonly ReleaseError[] {
  const flaws: ReleaseError[] = [];
  if (!nameForm.test(name))
    flaws.push(
      new ReleaseError(`${quoted(name)} is not the name of an image.`, {
        fix: 'Use lower-case letters and digits, such as kpromo or charts/example.',
      }),
    );
  if (!digestForm.test(digest))
    flaws.push(
      new ReleaseError(`The digest of ${quoted(name)} is ${quoted(digest)}, which is none.`, {
        fix: 'A digest is sha256: and 64 digits, 0 to 9 and a to f.',
      }),
    );
  else if (/^sha256:(.)\1*$/.test(digest))
    flaws.push(
      new ReleaseError(`The digest of ${quoted(name)} is ${digest}, which is a placeholder.`, {
        fix: 'Use the digest that the staging registry has.',
      }),
    );
  if (tags.length === 0)
    flaws.push(new ReleaseError(`${quoted(name)} has no tag.`, { fix: 'Name the tag that is to be promoted.' }));
  return [...flaws, ...tags.flatMap((tag) => tagFlaw(name, tag))];
}

function tagFlaw(name: string, tag: string): readonly ReleaseError[] {
  if (!tagForm.test(tag))
    return [
      new ReleaseError(`The tag ${quoted(tag)} of ${quoted(name)} is not a tag of an image.`, {
        fix: 'Use at most 128 letters, digits, underscores, dots and hyphens. The first one is no dot and no hyphen.',
      }),
    ];
  if (!isMovingTag(tag)) return [];
  return [
    new ReleaseError(`The tag ${quoted(tag)} of ${quoted(name)} moves from release to release.`, {
      fix: 'Promote the tag of one release, such as v1.2.0: what is in production cannot be moved.',
    }),
  ];
}

/** Whether a tag has no digit, such as `main`, or speaks of the latest image. */
const isMovingTag = (tag: string): boolean => !/\d/.test(tag) || /(?:^|[._-])latest(?:[._-]|$)/.test(tag);
