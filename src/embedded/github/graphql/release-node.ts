import { nodeId } from '../core/node-id.ts';
import type { ReleaseRecord } from '../core/records.ts';
import type { Access } from '../core/tokens.ts';
import type { Repository, World } from '../core/world.ts';
import { latestRelease } from '../releases/latest-release.ts';
import { releasePage } from '../releases/release-view.ts';
import { visibleReleases } from '../releases/releases.ts';
import { connection, type PageArguments } from './connections.ts';

type ReleasesArguments = PageArguments & { readonly orderBy?: { readonly direction: 'ASC' | 'DESC' } };

/** The fields of a repository that are about releases, as the token may see them. */
export function releaseFields(world: World, access: Access, repository: Repository) {
  const show = (release: ReleaseRecord) => releaseNode(world, repository, release);
  const visible = () => visibleReleases({ access }, repository);
  return {
    latestRelease: () => [latestRelease(repository.record)].flatMap((release) => release ?? []).map(show)[0] ?? null,
    release: ({ tagName }: { readonly tagName: string }) =>
      visible()
        .filter(({ tag }) => tag === tagName)
        .map(show)[0] ?? null,
    releases: (given: ReleasesArguments) =>
      connection(given.orderBy?.direction === 'DESC' ? visible() : visible().toReversed(), show)(given),
  };
}

function releaseNode(world: World, repository: Repository, release: ReleaseRecord) {
  return {
    __typename: 'Release',
    id: nodeId('Release', release.id),
    databaseId: release.id,
    name: release.name ?? null,
    tagName: release.tag,
    description: release.body ?? null,
    isDraft: release.isDraft,
    isLatest: latestRelease(repository.record)?.id === release.id,
    isPrerelease: release.isPrerelease,
    immutable: release.isImmutable,
    createdAt: release.createdAt,
    updatedAt: release.updatedAt,
    publishedAt: release.publishedAt ?? null,
    url: releasePage(world, repository, release),
  };
}
