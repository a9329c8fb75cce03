import { assetSteps } from '../../src/domain/releases/asset-steps.ts';
import { chooseRelease } from '../../src/domain/releases/choose-release.ts';
import { hasFacts } from '../../src/domain/releases/release-facts.ts';
import type { ReleaseFacts } from '../../src/domain/releases/release-facts.ts';
import type { FoundAsset, FoundRelease, LocalAsset } from '../../src/domain/releases/release.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import type { Plan } from '../../src/runtime/action.ts';
import type { Change } from '../../src/world/change.ts';
import type { MadeRelease, WantedRelease } from '../../src/world/github/github.ts';
import type { World } from '../../src/world/world.ts';
import { pagesOf } from '../../src/plans/pages.ts';
import { startNotes } from '../../src/plans/job-token.ts';
import { startAt } from '../../src/plans/start.ts';
import type { outputs, ReleaseInputs } from './contract.ts';
import { checksumAsset } from './files.ts';
import { listenersToCreated } from './listeners.ts';
import { look, tagCheck } from './look.ts';
import type { ReleaseState } from './look.ts';
import type { LocalState } from './look-here.ts';
import { areNotYetGenerated, emptySections, notesFor } from './notes.ts';

/** What GitHub and the remote have, and what is to be changed there. */
export async function planRelease(
  wanted: ReleaseInputs,
  here: LocalState,
  world: World,
): Promise<Plan<typeof outputs>> {
  const seen = await look(wanted, here, world);
  const { starts } = seen;
  const github = await world.github();
  const decided = await decide(wanted, seen);
  const pages = await pagesOf(seen.where, world);
  const { found, facts, assets, change } = decided;
  const starting = starts === false && !facts.isDraft ? await startingOf(wanted, seen, found) : undefined;
  return {
    notes: [
      ...(await findings(wanted, seen, decided)),
      ...(change !== undefined && starts === false && wanted.start === undefined && !facts.isDraft ? noStart : []),
      ...(starting?.notes ?? []),
    ],
    uncertainties: () => uncertaintiesOf(seen, found),
    waitsFor: [
      seen.placed === undefined &&
        !wanted.createTag && {
          title: `tag ${wanted.tag} on ${seen.where.remote}`,
          fix: 'Push it with push-tag, or set create-tag: true.',
        },
    ],
    changes: [
      ...decided.redundantDrafts.map((one) => github.publishing.deleteRedundantDraft(seen.place.repository, one)),
      change,
      starting?.change,
    ],
    facts: ({ made, isMade }) => {
      const isThere = seen.placed !== undefined || (isMade(change) && !facts.isDraft);
      const release = made(change) ?? found;
      return [
        {
          name: facts.isDraft ? 'Draft' : 'Release',
          value: facts.name ?? found?.name ?? wanted.tag,
          url: release?.url,
        },
        pages.tag('Tag', wanted.tag, isThere),
        pages.commit(seen.commit, isThere),
        assets.length > 0 && { name: 'Files', value: String(allAssets(assets, found).length) },
      ];
    },
    outputs: (made) => {
      const release = made(change) ?? found;
      return {
        id: release?.id,
        url: release?.url,
        uploadUrl: release?.uploadUrl,
        draft: facts.isDraft,
        assets: allAssets(assets, found),
        starts: change === undefined || facts.isDraft ? undefined : starts,
      };
    },
  };
}

type ReleaseDecision = Pick<WantedRelease, 'facts' | 'found'> & {
  readonly redundantDrafts: readonly FoundRelease[];
  readonly assets: readonly LocalAsset[];
  /** Undefined if there is nothing to do. */
  readonly change: Change<MadeRelease> | undefined;
};

/** Compares the release that exists with the one that should exist. */
async function decide(wanted: ReleaseInputs, seen: ReleaseState): Promise<ReleaseDecision> {
  const { files } = seen.world;
  const github = await seen.world.github();
  const { checksums, replace: mayReplace, draft: isDraft } = wanted;
  const { assets: local, releases } = seen;
  const { chosen: found, redundantDrafts } = chooseRelease(releases, local, checksums);
  if (isDraft && found?.isDraft === false) throw publishedAlready(found);
  const facts = await factsOf(wanted, seen, found);
  const derived = isDraft ? undefined : await checksumAsset(local, found, { checksums, files });
  const assets = derived === undefined ? local : [...local, derived];
  const isGoingOn = (asset: FoundAsset) => github.uploads.isGoingOn(asset);
  const steps = assetSteps(assets, found, { mayReplace, isDraft, isGoingOn });
  const isDone =
    found?.isDraft === isDraft && hasFacts(found, facts) && steps.upload.length + steps.awaited.length === 0;
  const checkTag = tagCheck(wanted, seen);
  const change = isDone ? undefined : github.publishing.change({ ...seen.place, facts, found, steps, checkTag });
  return { facts, found, redundantDrafts, assets, change };
}

/** The title, notes and marks of the release. Of an existing release, only those change that an input sets. */
async function factsOf(
  wanted: ReleaseInputs,
  seen: ReleaseState,
  found: FoundRelease | undefined,
): Promise<ReleaseFacts> {
  const isPublished = found?.isDraft === false;
  const body = keepsNotes(wanted, found) ? undefined : await notesFor(wanted, seen);
  return {
    commit: seen.commit,
    name: wanted.name ?? (found === undefined || found.name === '' ? wanted.tag : undefined),
    body,
    isPrerelease: isPublished && wanted.prerelease === 'auto' ? found.isPrerelease : seen.isPrerelease,
    // Since the publication, somebody may have marked another release as the latest.
    makeLatest: isPublished && wanted.latest === 'auto' ? undefined : seen.makeLatest,
    isDraft: wanted.draft,
  };
}

/** Later, GitHub would generate other notes, and a person may have edited those that are there. */
const keepsNotes = ({ notes = [] }: ReleaseInputs, found: FoundRelease | undefined) =>
  notes.some(({ kind }) => kind === 'generated') && found !== undefined && (!found.isDraft || found.body.trim() !== '');

async function startingOf({ start, tag }: ReleaseInputs, seen: ReleaseState, found: FoundRelease | undefined) {
  if (start === undefined) return undefined;
  const { world, where, commit } = seen;
  return startAt({ where, workflow: start, tag, commit, isThere: found?.isDraft === false }, world);
}

async function findings(wanted: ReleaseInputs, seen: ReleaseState, { found, assets, change }: ReleaseDecision) {
  const { tag } = wanted;
  const isDone = found !== undefined && change === undefined;
  return [
    ...(isDone ? [`The ${found.isDraft ? 'draft' : 'release'} ${tag} is already as it should be: ${found.url}`] : []),
    ...emptySections(wanted, seen),
    ...(found?.isDraft === true && keepsNotes(wanted, found)
      ? ['The draft keeps its notes, which people may have edited. To have them generated again, empty them.']
      : []),
    ...(areNotYetGenerated(wanted, seen) ? [`GitHub generates the notes when it has the tag ${tag}.`] : []),
    ...(change !== undefined && assets.length > 0 ? await listenersToCreated(seen.world.files) : []),
  ];
}

// Why: docs/decisions.md D29
async function uncertaintiesOf(
  { world, place }: ReleaseState,
  found: FoundRelease | undefined,
): Promise<readonly string[]> {
  if (found !== undefined || (await (await world.github()).releases.showsDrafts(place))) return [];
  return [`It is unknown whether there is a draft for ${place.tag}. To see drafts, the token needs contents: write.`];
}

function allAssets(assets: readonly LocalAsset[], found: FoundRelease | undefined) {
  const names = new Set(assets.map(({ name }) => name));
  const others = (found?.assets ?? []).filter(({ name, isUploaded }) => isUploaded && !names.has(name));
  return [...assets, ...others].map(({ name, size, digest }) => ({ name, size, digest }));
}

const noStart = startNotes(false, {
  made: 'the publication',
  otherwise: 'name the workflow in the input start',
});

const publishedAlready = ({ tag, url }: FoundRelease) =>
  new ReleaseError(`The release ${tag} is already published: ${url}`, {
    fix: 'Remove draft: true. A published release cannot become a draft again.',
  });
