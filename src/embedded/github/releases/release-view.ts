import { createHash } from 'node:crypto';
import { account } from '../accounts/account-view.ts';
import { nodeId } from '../core/node-id.ts';
import type { AssetRecord, ReleaseRecord } from '../core/records.ts';
import type { Repository, World } from '../core/world.ts';

/** A release as the API shows it. */
export function releaseView(world: World, repository: Repository, release: ReleaseRecord) {
  const base = `${world.instance.url}/repos/${repository.name}`;
  const url = `${base}/releases/${release.id}`;
  const archive = (kind: string) => (release.isDraft ? null : `${base}/${kind}/${address(release.tag)}`);
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${world.instance.url}/uploads/repos/${repository.name}/releases/${release.id}/assets{?name,label}`,
    html_url: releasePage(world, repository, release),
    id: release.id,
    node_id: nodeId('Release', release.id),
    author: account(world, release.author),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name ?? null,
    draft: release.isDraft,
    immutable: release.isImmutable,
    prerelease: release.isPrerelease,
    created_at: release.createdAt,
    updated_at: release.updatedAt,
    published_at: release.publishedAt ?? null,
    assets: release.assets.map((asset) => assetView(world, repository, { release, asset })),
    tarball_url: archive('tarball'),
    zipball_url: archive('zipball'),
    body: release.body ?? null,
  };
}

export type ReleaseAsset = { readonly release: ReleaseRecord; readonly asset: AssetRecord };

export function assetView(world: World, { name }: Repository, { release, asset }: ReleaseAsset) {
  const { assetDigests = true } = world.instance.settings;
  const place = `${world.instance.gitUrl}/${name}/releases/download/${address(shownTag(release))}`;
  return {
    url: `${world.instance.url}/repos/${name}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: asset.label ?? null,
    uploader: account(world, asset.uploader),
    content_type: asset.contentType,
    state: asset.state,
    size: asset.size,
    digest: (assetDigests ? asset.digest : undefined) ?? null,
    download_count: asset.downloads,
    created_at: asset.createdAt,
    updated_at: asset.updatedAt,
    browser_download_url: `${place}/${address(asset.name)}`,
  };
}

/** The address of a release in a browser. */
export function releasePage({ instance }: World, { name }: Pick<Repository, 'name'>, release: ReleaseRecord): string {
  return `${instance.gitUrl}/${name}/releases/tag/${address(shownTag(release))}`;
}

/** The tag in addresses. Drafts have a generated name there, because their tags may not exist yet. */
function shownTag({ id, tag, isDraft }: ReleaseRecord): string {
  return isDraft ? `untagged-${createHash('sha256').update(String(id)).digest('hex').slice(0, 20)}` : tag;
}

function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
