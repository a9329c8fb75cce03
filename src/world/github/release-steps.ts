import type { AssetSteps } from '../../domain/releases/asset-steps.ts';
import type { Place } from '../../domain/place.ts';
import { hasFacts, withoutLineEnds } from '../../domain/releases/release-facts.ts';
import type { ReleaseFacts } from '../../domain/releases/release-facts.ts';
import type { FoundRelease } from '../../domain/releases/release.ts';
import type { ReleasePlace } from './releases.ts';

export type WantedRelease = ReleasePlace & {
  readonly facts: ReleaseFacts;
  readonly found: FoundRelease | undefined;
  readonly steps: AssetSteps;
  /** Throws when the tag is at another commit. Called once more before the publication. */
  readonly checkTag: () => Promise<void>;
};

/** A draft is made first where files follow. */
export const beginsAsDraft = ({ facts, steps }: WantedRelease): boolean => facts.isDraft || steps.upload.length > 0;

export const releaseTitle = ({ repository, tag, facts, found }: WantedRelease): string => {
  const verb = facts.isDraft ? 'Draft' : found === undefined || found.isDraft ? 'Publish' : 'Complete';
  return `${verb} release ${tag} of ${repository}`;
};

/** What a change of a release does, a line for each step, and the notes. */
export function releaseSteps(wanted: WantedRelease): readonly string[] {
  const { facts, found, steps } = wanted;
  return [
    ...(found?.isDraft === true ? [`complete the draft ${found.url}`] : []),
    ...(found === undefined && beginsAsDraft(wanted) ? ['create a draft'] : []),
    ...steps.remove.map(({ name }) => `delete ${name}, to upload it again`),
    ...steps.upload.map(({ name, size, digest }) => `upload ${name} (${size} bytes, ${digest})`),
    ...lastStep(wanted),
    ...(facts.body === undefined ? [] : ['', facts.body]),
  ];
}

/** Where a release is not as it should be. A release that is missing is one place, with all its files. */
export function releasePlaces({ repository, tag, facts, found, steps }: WantedRelease): readonly Place[] {
  const state = (isDraft: boolean) => (isDraft ? 'a draft' : 'published');
  if (found === undefined)
    return [{ at: repository, name: `release ${tag}`, actual: undefined, wanted: state(facts.isDraft) }];
  const there = new Map(found.assets.map((asset) => [asset.name, asset.digest]));
  const rows = [
    { name: 'state', actual: state(found.isDraft), wanted: state(facts.isDraft) },
    { name: 'title', actual: found.name, wanted: facts.name },
    { name: 'notes', actual: withoutLineEnds(found.body), wanted: facts.body && withoutLineEnds(facts.body) },
    { name: 'prerelease', actual: String(found.isPrerelease), wanted: String(facts.isPrerelease) },
    ...steps.upload.map(({ name, digest }) => ({ name: `file ${name}`, actual: there.get(name), wanted: digest })),
  ];
  return rows
    .filter(({ actual, wanted }) => wanted !== undefined && actual !== wanted)
    .map((row) => ({ at: `Release ${tag}`, ...row }));
}

function lastStep({ facts, found }: WantedRelease): readonly string[] {
  if (facts.isDraft) return [];
  if (found?.isDraft === false)
    return hasFacts(found, facts) ? [] : ['set its title, its notes, or whether it is a prerelease'];
  return [`publish it${facts.isPrerelease ? ' as a prerelease' : ''}, latest: ${facts.makeLatest ?? 'unchanged'}`];
}

/** The fields of a request. */
export const releaseFields = ({ name, body, isPrerelease, makeLatest }: ReleaseFacts, isDraft: boolean) => ({
  ...(name !== undefined && { name }),
  ...(body !== undefined && { body }),
  prerelease: isPrerelease,
  ...(isDraft || makeLatest === undefined ? {} : { make_latest: makeLatest }),
  draft: isDraft,
});
