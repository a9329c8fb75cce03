import type { Found } from '../../domain/images/manifest.ts';
import { referenceText, repositoryOf } from '../../domain/images/reference.ts';
import type { TagReference } from '../../domain/images/reference.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Place } from '../../domain/place.ts';
import { Moved } from '../change.ts';
import type { Host } from '../host.ts';
import { repeated, Unanswered } from '../retry.ts';
import type { Manifests } from './manifests.ts';
import { pushes } from './scopes.ts';
import type { Server } from './server.ts';

type Context = { readonly host: Host; readonly server: Server; readonly manifests: Manifests };
type Tagged = Found & { readonly bytes: Uint8Array };

/** The key of a tag in the ledger. */
export const tagKey = ({ registry, repository, tag }: TagReference): string =>
  `image ${referenceText({ registry, repository, tag })}`;

/** A tag that is not there yet, and the digest that it is to have. */
export const tagPlace = (reference: TagReference, wanted: string): Place => ({
  at: referenceText(repositoryOf(reference)),
  name: `tag ${reference.tag}`,
  actual: undefined,
  wanted,
});

// Why: docs/decisions.md D54
/**
 * Writes a manifest below a tag that is not there. Registries compare nothing, so the tag is looked at right before the
 * write, and again after it. Throws `Moved` if something else was faster, and if the answer got lost.
 */
export async function writeTag(reference: TagReference, tagged: Tagged, context: Context): Promise<void> {
  const { server, manifests } = context;
  const scopes = [pushes(reference)];
  const name = referenceText(reference);
  const before = await manifests.find(server, reference, scopes);
  if (before !== undefined) throw new Moved(`something else has written ${name}`, { unmade: [tagKey(reference)] });
  try {
    await manifests.put(server, reference, tagged, scopes);
  } catch (cause) {
    if (!(cause instanceof Unanswered)) throw cause;
    throw new Moved(`${server.registry} did not confirm ${name}: ${cause.message}`, { cause });
  }
  const after = await readBack(reference, context);
  if (after.digest !== tagged.digest) throw new Moved(`something else has written ${name} at the same time`);
}

/** A registry may need a moment until it shows what it has taken. */
function readBack(reference: TagReference, { host, server, manifests }: Context): Promise<Found> {
  return repeated(async () => {
    const found = await manifests.find(server, reference, [pushes(reference)]);
    if (found !== undefined) return found;
    throw new Unanswered(`${server.registry} has confirmed ${referenceText(reference)}, but does not show it`);
  }, host);
}

/** A tag is for ever what it was first. */
export const otherImage = (reference: TagReference, there: Found, wanted: Found, fix?: string): ReleaseError =>
  new ReleaseError(`${referenceText(reference)} is ${there.digest}, not ${wanted.digest}.`, {
    fix: fix ?? 'Nothing was written: a tag that somebody may have used is never moved. Use a new tag.',
  });
