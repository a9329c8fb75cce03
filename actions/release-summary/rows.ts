import type { Fact } from '../../src/domain/fact.ts';
import type { FoundRelease } from '../../src/domain/releases/release.ts';
import type { Condition } from '../../src/world/change.ts';
import type { Course } from './course.ts';

/** What a release is, in a word. */
export const releaseKind = ({ isDraft, isPrerelease }: Pick<FoundRelease, 'isDraft' | 'isPrerelease'>): string =>
  isDraft ? 'draft' : isPrerelease ? 'prerelease' : 'released';

/** The table: every tag, release, artifact and pull request, with its page. */
export const rowsOf = ({ tags, artifacts, pulls }: Course): readonly Fact[] => [
  ...tags.flatMap(({ name, url, isThere, release }) => [
    { name: 'Tag', value: isThere ? name : `${name}, not there yet`, url: isThere ? url : undefined },
    ...(release === undefined
      ? []
      : [{ name: 'Release', value: `${release.name || name}, ${releaseKind(release)}`, url: release.url }]),
  ]),
  ...artifacts.map(({ kind, name, digest = '', url }) => ({ name: kind, value: `${name}\n${digest}`.trim(), url })),
  ...pulls.map(({ name, title, state, url }) => ({ name: 'Pull request', value: `${name} ${title}, ${state}`, url })),
];

/** What people still have to do, as GitHub shows it and as other steps said. */
export const pendingOf = ({ tags, pulls, pending }: Course): readonly Condition[] => [
  ...tags.flatMap(({ name, release }) =>
    release?.isDraft === true
      ? [{ title: `the draft of ${name} is published`, fix: `Look at it and publish it: ${release.url}` }]
      : [],
  ),
  ...pulls
    .filter(({ state }) => state === 'open')
    .map(({ name, url }) => ({ title: `pull request ${name} is merged`, fix: `Review it and merge it: ${url}` })),
  ...pending.map((title) => ({ title, fix: 'The step that asked for it says how, in its own part of this page.' })),
];
