import { isManifest, partsOf } from '../../domain/images/manifest.ts';
import type { Found } from '../../domain/images/manifest.ts';
import type { ImageRepository } from '../../domain/images/reference.ts';
import type { Host } from '../host.ts';
import { boundedly } from '../parallel.ts';
import type { Blobs } from './blobs.ts';
import type { Manifests } from './manifests.ts';
import { Referrers } from './referrers.ts';
import type { Server } from './server.ts';

type Context = {
  readonly host: Host;
  readonly server: Server;
  readonly manifests: Manifests;
  readonly blobs: Blobs;
  readonly withReferrers: boolean;
};

type Walk = { readonly place: ImageRepository; readonly referrers: Referrers; readonly seen: Set<string> } & Context;

// Why: docs/decisions.md D60
/** What an image names, and its repository does not have: manifests, layers, and what belongs to them. */
export function lackingParts(place: ImageRepository, image: Found, context: Context): Promise<readonly Found[]> {
  const referrers = new Referrers(context.host, context.manifests);
  return lackingIn(image, { ...context, place, referrers, seen: new Set() });
}

async function lackingIn(named: Found, walk: Walk): Promise<readonly Found[]> {
  const { place, server, manifests, blobs, seen, withReferrers } = walk;
  if (seen.has(named.digest)) return [];
  seen.add(named.digest);
  const found = await manifests.read(server, { ...place, digest: named.digest });
  if (found === undefined) return [named];
  const belongings = withReferrers
    ? await walk.referrers.of(server, place, named.digest)
    : { referrers: [], tagged: [] };
  const lacking = await boundedly(
    [...partsOf(found.manifest), ...belongings.referrers, ...belongings.tagged],
    async (part) => {
      if (isManifest(part.mediaType)) return lackingIn(part, walk);
      if (('isForeign' in part && part.isForeign) || seen.has(part.digest)) return [];
      seen.add(part.digest);
      return (await blobs.has(server, place, part)) ? [] : [part];
    },
  );
  return lacking.flat();
}
