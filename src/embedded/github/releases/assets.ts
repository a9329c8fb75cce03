import { type Answer, invalid, noContent, notFound, ok } from '../core/answer.ts';
import { textOf } from '../core/fields.ts';
import { paged } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { assetName } from './asset-names.ts';
import { assetView, type ReleaseAsset } from './release-view.ts';
import { releaseOf, visibleReleases } from './releases.ts';

const one = '/repos/{owner}/{repo}/releases/assets/{asset_id}';

export const assetRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/releases/{release_id}/assets',
    docs: 'releases/assets#list-release-assets',
    needs: ['contents: read'],
    answer: listAssets,
  },
  {
    method: 'GET',
    path: one,
    docs: 'releases/assets#get-a-release-asset',
    needs: ['contents: read'],
    answer: oneAsset,
  },
  {
    method: 'PATCH',
    path: one,
    docs: 'releases/assets#update-a-release-asset',
    needs: ['contents: write'],
    answer: updateAsset,
  },
  {
    method: 'DELETE',
    path: one,
    docs: 'releases/assets#delete-a-release-asset',
    needs: ['contents: write'],
    answer: deleteAsset,
  },
];

async function listAssets(call: Call, repository: Repository): Promise<Answer> {
  const release = releaseOf(call, repository);
  return paged(call, release.assets, (asset) => assetView(call.world, repository, { release, asset }));
}

function assetOf(call: Call, repository: Repository): ReleaseAsset {
  const id = Number(call.parameters['asset_id']);
  for (const release of visibleReleases(call, repository)) {
    const asset = release.assets.find((candidate) => candidate.id === id);
    if (asset !== undefined) return { release, asset };
  }
  throw notFound();
}

/** An asset as JSON, or, if the client accepts bytes, a redirect to them. */
function oneAsset(call: Call, repository: Repository): Answer {
  const { world, headers } = call;
  const { release, asset } = assetOf(call, repository);
  const wantsBytes = String(headers['accept'] ?? '').includes('application/octet-stream');
  if (!wantsBytes) return ok(assetView(world, repository, { release, asset }));
  if (asset.state !== 'uploaded') throw notFound();
  asset.downloads++;
  return { status: 302, headers: { location: `${world.instance.downloadUrl}/release-assets/${asset.id}?sp=r` } };
}

function updateAsset(call: Call, repository: Repository): Answer {
  const { world, fields } = call;
  const { release, asset } = assetOf(call, repository);
  refuseImmutable({ release, asset }, 'update');
  const given = textOf(fields, 'name');
  const name = given === undefined ? asset.name : assetName(given);
  refuseNameInUse({ release, asset }, name);
  asset.name = name;
  if ('label' in fields) asset.label = textOf(fields, 'label');
  asset.updatedAt = world.now();
  return ok(assetView(world, repository, { release, asset }));
}

function deleteAsset(call: Call, repository: Repository): Answer {
  const { release, asset } = assetOf(call, repository);
  refuseImmutable({ release, asset }, 'delete');
  release.assets.splice(release.assets.indexOf(asset), 1);
  return noContent;
}

function refuseImmutable({ release }: ReleaseAsset, verb: 'update' | 'delete'): void {
  if (!release.isImmutable) return;
  const message = `Cannot ${verb} asset from an immutable release`;
  throw invalid({ resource: 'ReleaseAsset', code: 'custom', message });
}

/** Refuses a name that another asset of the release has, also if that one is not complete. */
export function refuseNameInUse(
  { release, asset }: Pick<ReleaseAsset, 'release'> & Partial<ReleaseAsset>,
  name: string,
) {
  if (!release.assets.some((other) => other !== asset && other.name === name)) return;
  throw invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
}
