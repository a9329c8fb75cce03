import type { Found } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { ImageRepository, TagReference } from '../../domain/images/reference.ts';
import { refuseAll } from '../../domain/error.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { boundedly } from '../parallel.ts';
import { Copier } from './copier.ts';
import type { CopierContext } from './copier.ts';
import type { SeenManifest } from './manifests.ts';
import { otherImage, tagKey, tagPlace, writeTag } from './tags.ts';

/** An image that gets a tag elsewhere, and what was seen of both. */
export type Copying = {
  readonly from: ImageRepository;
  /** What the source has. If its manifest was read, it is not read again. */
  readonly image: Found | SeenManifest;
  readonly to: TagReference;
  /** What the destination has below the tag. */
  readonly seen: Found | undefined;
};

export type CopyOptions = {
  /** Whether signatures, attestations and SBOMs go along. */
  readonly referrers: boolean;
};

/** What a copy has done. */
export type Copied = {
  readonly images: number;
  /** Manifests that were written, also those of platforms, signatures and the like. */
  readonly manifests: number;
  /** How many of these belong to images. */
  readonly referrers: number;
  /** Blobs that the destination had, or took over from another of its repositories. */
  readonly mounted: number;
  readonly uploaded: number;
  readonly bytes: number;
};

/**
 * Copies images without changing a byte: what they consist of first, then what belongs to them, their tags last. So a tag
 * that is there says that everything is there. undefined if all tags are. Tags that are other images are all refused at once.
 */
export function copy(
  all: readonly Copying[],
  options: CopyOptions,
  context: CopierContext,
): Change<Copied> | undefined {
  refuseAll(
    'Some tags are other images.',
    all.flatMap(({ to, seen, image }) =>
      seen === undefined || seen.digest === image.digest ? [] : [otherImage(to, seen, image)],
    ),
  );
  const copies = all.filter(({ seen }) => seen === undefined);
  if (copies.length === 0) return undefined;
  const [only] = copies;
  return {
    keys: copies.map(({ to }) => tagKey(to)),
    title: copies.length === 1 && only ? `Copy ${nameOf(only)}` : `Copy ${copies.length} images`,
    detail: copies.map(nameOf).join('\n'),
    places: copies.map(({ to, image: { digest } }) => tagPlace(to, digest)),
    reach: 'remote',
    apply: () => applied(copies, options, context),
  };
}

const nameOf = ({ from, image: { digest }, to }: Copying) =>
  `${referenceText({ ...repositoryOf(from), digest })} to ${referenceText(to)}`;

async function applied(copies: readonly Copying[], options: CopyOptions, context: CopierContext): Promise<Copied> {
  const copier = new Copier(options, context);
  const unmade = new Set(copies.map(({ to }) => tagKey(to)));
  let images = 0;
  try {
    await boundedly(copies, async ({ from, image, to }) => {
      const manifest = await copier.copy(from, image, to);
      unmade.delete(tagKey(to));
      await writeTag(to, manifest, { ...context, server: context.serverOf(to) }).catch(takenBack(unmade));
      images += 1;
      context.host.progress(`copied ${images} of ${copies.length} images, ${copier.summary}`);
    });
  } catch (error) {
    if (!(error instanceof Moved)) throw error;
    throw new Moved(error.message, { cause: error, unmade: [...unmade], hasProgressed: images > 0 });
  }
  return { images, ...copier.counts };
}

/** The tag that lost a race was not written. */
function takenBack(unmade: Set<string>): (error: unknown) => never {
  return (error) => {
    if (error instanceof Moved) for (const key of error.unmade) unmade.add(key);
    throw error;
  };
}
