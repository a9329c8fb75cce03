import { attempt, ReleaseError } from '../../src/domain/error.ts';
import type { FoundReleases, LocalAsset } from '../../src/domain/releases/release.ts';
import { repositoryOn } from '../../src/domain/repositories/repository.ts';
import { anyStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { isLatest, parseReleaseTag, previousTag, tagsInSeries } from '../../src/domain/tags/tag.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import { Moved } from '../../src/world/change.ts';
import type { PlacedTag } from '../../src/world/git/git.ts';
import type { DirectedRemote } from '../../src/world/git/git.ts';
import type { ReleasePlace } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { refuseMisplacedTag } from '../../src/plans/tag-place.ts';
import type { ReleaseInputs } from './contract.ts';
import { localAssets } from './files.ts';

/** What the plan is made from: the tag, the files of the checkout, and the releases on GitHub. */
export type ReleaseState = {
  readonly world: World;
  readonly where: DirectedRemote;
  readonly place: ReleasePlace;
  readonly commit: string;
  /** The tag on the remote. */
  readonly placed: PlacedTag | undefined;
  /** The tag in the checkout, if it is at this commit. In a rehearsal only the checkout has it. */
  readonly rehearsed: PlacedTag | undefined;
  /** Undefined if the tag belongs to no known stream. */
  readonly release: ReleaseTag | undefined;
  readonly previous: string | undefined;
  readonly isPrerelease: boolean;
  readonly makeLatest: 'true' | 'false' | 'legacy';
  /** The files that the input names. */
  readonly assets: readonly LocalAsset[];
  readonly releases: FoundReleases;
};

const streams = parseStreams(anyStreams);

export async function look(wanted: ReleaseInputs, world: World): Promise<ReleaseState> {
  const { git, event } = world;
  const { tag } = wanted;
  const remote = event.remoteFor(wanted.repository);
  const where = { remote, direction: 'push' } as const;
  const asked = wanted.repository === undefined ? git.remotes.address(where) : '';
  const [address, github] = await together([asked, world.github()]); // its client is loaded while git answers
  const repository = wanted.repository ?? repositoryOn(event.server, address);
  if (repository === undefined) throw notOnServer(remote, event.server);
  const place = { repository, tag };
  const there = together([github.releases.find(place), localAssets(wanted, world.files)]);
  const here = together([git.commits.find(wanted.commit), git.remotes.refs(where), git.tags.here()]);
  const [seenThere, seenHere] = await Promise.allSettled([there, here]);
  if (seenHere.status === 'rejected') throw seenHere.reason; // nothing else matters before this
  const [commit, { tags }, local] = seenHere.value;
  refuseMisplaced(tag, tags.get(tag), commit.sha);
  if (seenThere.status === 'rejected') throw seenThere.reason;
  const [releases, assets] = seenThere.value;
  const parsed = attempt(() => parseReleaseTag(tag, streams));
  const release = parsed instanceof ReleaseError ? undefined : parsed;
  const others = release === undefined ? [] : tagsInSeries(release, [...tags.keys()]);
  const isPrerelease =
    wanted.prerelease === 'auto' ? release?.version.isPrerelease === true : wanted.prerelease === 'true';
  if (isPrerelease && wanted.latest === 'true') throw neverLatest(tag);
  return {
    world,
    where,
    place,
    commit: commit.sha,
    placed: tags.get(tag),
    rehearsed: local.get(tag)?.commit === commit.sha ? local.get(tag) : undefined,
    release,
    previous: release && previousTag(release, others)?.name,
    isPrerelease,
    makeLatest: isPrerelease ? 'false' : latestOf(wanted, release, others),
    assets,
    releases,
  };
}

/** A chart never becomes the latest release, nor does an older version. */
function latestOf({ latest }: ReleaseInputs, release: ReleaseTag | undefined, others: readonly ReleaseTag[]) {
  if (latest !== 'auto') return latest;
  if (release === undefined) return 'legacy';
  return release.stream.name !== 'chart' && isLatest(release, others) ? 'true' : 'false';
}

/** If the tag were at another commit, the release would show other sources than its files were built from. */
const refuseMisplaced = (tag: string, placed: PlacedTag | undefined, expected: string) =>
  refuseMisplacedTag(
    { tag, at: placed?.commit, expected },
    `Check out the tag (ref: ${tag}), or set the input commit.`,
  );

/** Checks the tag again before the publication, which would create a deleted tag, or publish another commit. */
export function tagCheck(
  { tag, createTag }: ReleaseInputs,
  { world, where, commit }: ReleaseState,
): () => Promise<void> {
  return async () => {
    const placed = (await world.git.remotes.refs(where)).tags.get(tag);
    if (placed === undefined && !createTag) throw new Moved(`somebody deleted the tag ${tag}`);
    refuseMisplaced(tag, placed, commit);
  };
}

const neverLatest = (tag: string) =>
  new ReleaseError(`${tag} is a prerelease. GitHub never shows a prerelease as the latest release.`, {
    fix: 'Remove latest: true, or set prerelease: false.',
  });

const notOnServer = (remote: string, server: string) =>
  new ReleaseError(`The remote ${remote} is not on ${server}.`, { fix: 'Set the input repository, as owner/name.' });
