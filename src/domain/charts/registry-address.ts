import { parseImageRepository, parseTag } from '../images/reference.ts';
import type { TagReference } from '../images/reference.ts';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { tagOfVersion } from './oci-chart.ts';

const scheme = 'oci://';

/** Reads `oci://ghcr.io/org/charts`, below which charts are pushed, and returns it without its beginning. */
export function parseChartRegistry(text: string): string {
  const address = text.trim().replace(/\/+$/, '');
  if (!address.startsWith(scheme))
    throw new ReleaseError(`is ${quoted(text)}, which does not begin with oci://.`, {
      fix: 'Write the registry and the path below which the charts are, such as oci://ghcr.io/org/charts.',
    });
  const place = address.slice(scheme.length);
  parseImageRepository(`${place}/chart`);
  return place;
}

/** Where a chart is in a registry, as `helm push` decides it. */
export const chartReference = (
  place: string,
  { name, version }: { readonly name: string; readonly version: string },
): TagReference => ({ ...parseImageRepository(`${place}/${name}`), tag: parseTag(tagOfVersion(version)) });

/** The page of a repository, for people; undefined if its registry is not known to have pages. */
export function repositoryPage({ registry, repository }: TagReference): string | undefined {
  if (registry === 'docker.io') return `https://hub.docker.com/r/${repository}`;
  return /^(?:ghcr\.io|quay\.io|gcr\.io|.+\.gcr\.io|.+\.pkg\.dev)$/.test(registry)
    ? `https://${registry}/${repository}`
    : undefined;
}
