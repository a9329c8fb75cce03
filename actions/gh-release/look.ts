import { ReleaseError } from '../../src/domain/error.ts';
import type { FoundReleases, LocalAsset } from '../../src/domain/releases/release.ts';
import { isLatest, previousTag, tagsInSeries } from '../../src/domain/tags/tag.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import { Moved } from '../../src/world/change.ts';
import type { PlacedTag } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { refuseMisplacedTag } from '../../src/plans/tag-place.ts';
import type { ReleaseInputs } from './contract.ts';
import { withDigests } from './files.ts';
import type { LocalState } from './look-here.ts';
import type { PlainSection } from './notes-here.ts';

/** What the plan is made from: the tag, the files of the checkout, and the releases on GitHub. */
export type ReleaseState = LocalState & {
  readonly world: World;
  /** The tag on the remote. */
  readonly placed: PlacedTag | undefined;
  /** The tag in the checkout, if it is at this commit. In a rehearsal only the checkout has it. */
  readonly rehearsed: PlacedTag | undefined;
  readonly previous: string | undefined;
  readonly makeLatest: 'true' | 'false' | 'legacy';
  /** The files that the input names. */
  readonly assets: readonly LocalAsset[];
  readonly releases: FoundReleases;
};

/** Asks servers, after everything in the checkout was right. */
export async function look(wanted: ReleaseInputs, here: LocalState, world: World): Promise<ReleaseState> {
  const github = await world.github();
  const { tag } = wanted;
  const { where, place, commit, release, isPrerelease } = here;
  const [seenReleases, seenRefs] = await Promise.allSettled([
    together([github.releases.find(place), withDigests(here.files, world.files)]),
    world.git.remotes.refs(where),
  ]);
  if (seenRefs.status === 'rejected') throw seenRefs.reason; // nothing else matters before this
  const { tags } = seenRefs.value;
  refuseMisplaced(tag, tags.get(tag), commit);
  refuseSectionOfOther(tag, here.plainSections, [...tags.keys()]);
  if (seenReleases.status === 'rejected') throw seenReleases.reason;
  const [releases, assets] = seenReleases.value;
  const others = release === undefined ? [] : tagsInSeries(release, [...tags.keys()]);
  const local = here.localTags.get(tag);
  return {
    ...here,
    world,
    placed: tags.get(tag),
    rehearsed: local?.commit === commit ? local : undefined,
    previous: release && previousTag(release, others)?.name,
    makeLatest: isPrerelease ? 'false' : latestOf(wanted, release, others),
    assets,
    releases,
  };
}

/** Refuses to describe chart/0.1.0 by the section of 0.1.0 if that is about the tag v0.1.0. */
function refuseSectionOfOther(tag: string, sections: readonly PlainSection[], tags: readonly string[]): void {
  for (const { path, version } of sections) {
    const other = tags.find((name) => name === `v${version}` || name === version);
    if (other === undefined || other === tag) continue;
    throw new ReleaseError(`The section of ${version} in ${path} is about the tag ${other}, not about ${tag}.`, {
      fix: `Head a section by the whole tag: ## ${tag}. Or keep a changelog of its own in a folder, such as chart/CHANGELOG.md.`,
      at: { file: path },
    });
  }
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
    `Check out the tag (git checkout ${tag}, or ref: ${tag} of actions/checkout), or set the input commit.`,
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
