import { type Answer, created, invalid, notFound, Refused } from '../core/answer.ts';
import type { AssetRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { assetName } from './asset-names.ts';
import { refuseNameInUse } from './assets.ts';
import { assetView, type ReleaseAsset } from './release-view.ts';
import { releaseOf } from './releases.ts';

export const uploadRoute: RepositoryRoute = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/releases/{release_id}/assets',
  docs: 'releases/assets#upload-a-release-asset',
  needs: ['contents: write'],
  answer: beginUpload,
};

const mostAssets = 1000;
const largestAsset = 2 ** 31;

/** Creates an asset before its bytes arrive. Until all have arrived, its state is `starter`. */
function beginUpload(call: Call, repository: Repository): Answer {
  if (!call.isUpload) throw notFound();
  const release = releaseOf(call, repository);
  const given = call.query.get('name') ?? '';
  if (given === '') throw invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
  if (release.isImmutable) throw new Refused(422, 'Cannot upload assets to an immutable release.');
  const asset = starter(call, assetName(given));
  refuseSize(call);
  if (release.assets.length >= mostAssets)
    throw invalid(custom('file_count', `file_count limited to ${mostAssets} assets per release`));
  refuseNameInUse({ release }, asset.name);
  release.assets.push(asset);
  return created(assetView(call.world, repository, { release, asset }));
}

/** The asset after all its bytes arrived; undefined if somebody deleted it meanwhile. */
export function finishedUpload(world: World, id: number, content: Pick<AssetRecord, 'size' | 'digest'>) {
  const found = assetWithId(world, id);
  if (found === undefined) return undefined;
  Object.assign(found.asset, { ...content, state: 'uploaded', updatedAt: world.now() });
  return assetView(world, found.repository, found);
}

function starter({ world, access, query, headers }: Call, name: string): AssetRecord {
  const contentType = headers['content-type'];
  if (contentType === undefined)
    throw invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'content_type' });
  const now = world.now();
  return {
    id: world.id(),
    uploader: access?.login ?? 'ghost',
    contentType: String(contentType),
    createdAt: now,
    name,
    label: query.get('label') ?? undefined,
    state: 'starter',
    size: 0,
    digest: undefined,
    updatedAt: now,
    downloads: 0,
  };
}

function refuseSize({ headers }: Call): void {
  const length = headers['content-length'];
  if (length === undefined) throw new Refused(400, 'Bad Content-Length: ');
  if (Number(length) < 1) throw invalid(custom('size', 'size must be greater than or equal to 1'));
  if (Number(length) >= largestAsset) throw invalid(custom('size', `size must be less than ${largestAsset}`));
}

type FoundAsset = ReleaseAsset & { readonly repository: Repository };

function assetWithId(world: World, id: number): FoundAsset | undefined {
  for (const [name, { releases }] of world.records.repositories) {
    for (const release of releases) {
      const asset = release.assets.find((candidate) => candidate.id === id);
      const repository = asset && world.repository(name);
      if (asset !== undefined && repository !== undefined) return { repository, release, asset };
    }
  }
  return undefined;
}

const custom = (field: string, message: string) =>
  ({ resource: 'ReleaseAsset', code: 'custom', field, message }) as const;
