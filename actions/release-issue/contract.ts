import { parseTicks } from '../../src/domain/release-issues/boxes.ts';
import { anyStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { quoted } from '../../src/domain/text.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { ReleaseIssue } from '../../src/plans/release-issue.ts';
import type { Plan } from '../../src/runtime/action.ts';
import { choice, flag, input, integer, path, text, verbatim } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { json, list, number } from '../../src/runtime/output.ts';
import { repositoryInput } from '../../src/runtime/repository-input.ts';
import type { GitHub, Issue, Team } from '../../src/world/github/github.ts';

export type Agreement = { readonly login: string; readonly url: string };

export const inputs = {
  do: choice('What to do with the issue.', ['open', 'await-approval', 'tick', 'close']),
  tag: input('The tag of the release, such as v1.2.3.', parseTagName).optional(),
  tags: input(
    'The tags of a release that has several, such as v1.2.3 and chart/0.4.0, one per line. The first one gives version and changelog.',
    parseTagName,
  )
    .list()
    .optional(),
  repository: repositoryInput,
  commit: text(
    'The commit to release. For do: open, the default is HEAD. For do: await-approval: wait until the issue proposes this commit.',
  ).optional(),
  template: text(
    'For do: open: the name of a file in .github/ISSUE_TEMPLATE, such as release.md, or of an issue form. In it, {tag}, {tags}, {version}, {previous-tag}, {commit} and {changelog} are replaced.',
  ).optional(),
  bodyPath: path(
    'For do: open: a file with the text of the issue, with the same placeholders. Cannot be combined with template.',
  ).optional(),
  title: text(
    'For do: open: the title, with the same placeholders. Default: that of the template, or Release and the tags.',
  ).optional(),
  labels: text('For do: open: labels, one per line, besides those of the template.').list().or(''),
  assignees: text('For do: open: users to assign, one per line, besides those of the template.').list().or(''),
  milestone: text('For do: open: the title of an open milestone.').optional(),
  previousTag: text(
    'For do: open: the tag of the previous release. Default: the newest older tag of the same stream, as parse-tag finds it.',
  ).optional(),
  streams: input('The series of tags of this repository, in the same form as for parse-tag.', parseStreams).or(
    anyStreams,
  ),
  approvals: input('For do: await-approval: how many different people have to agree.', parseCount).or('2'),
  owners: path(
    'For do: await-approval: the OWNERS file that says who may agree. It is read from the default branch, with the OWNERS of the folders above it and OWNERS_ALIASES.',
  ).or('OWNERS'),
  approversOnly: flag('For do: await-approval: whether the reviewers in OWNERS do not count.'),
  team: input(
    'For do: await-approval: a team whose members may agree, as organization/name, instead of OWNERS. The token needs members: read of the organization.',
    parseTeam,
  ).optional(),
  allowAuthor: flag('For do: await-approval: whether the account that opened the issue may agree.'),
  items: input(
    'For do: tick: the boxes to tick, one per line: the text of the box, =>, and the address of what proves it.',
    parseTicks,
  ).optional(),
  comment: verbatim('For do: close: the text of the last comment. Links to the releases are added.').optional(),
};

export const outputs = {
  number: number('The number of the issue. Unset if there is none yet.'),
  url: 'The address of the issue. Unset if there is none yet.',
  commit: 'The commit that the issue proposes. Unset if there is no issue yet.',
  approvers: list('Who has agreed, for do: await-approval.'),
  approvals: json<readonly Agreement[]>('The same, each with login, and the url of the comment.'),
};

export type IssueInputs = Values<typeof inputs>;
export type IssuePlan = Plan<typeof outputs>;

function parseCount(value: string): number {
  const count = integer('').read(value);
  if (count > 0) return count;
  throw new ReleaseError('is 0, so that nobody would have to agree.', { fix: 'Give 1 or more.' });
}

function parseTeam(value: string): Team {
  const [, organization, slug] = /^@?([\w.-]+)\/([\w.-]+)$/.exec(value.trim()) ?? [];
  if (organization !== undefined && slug !== undefined) return { organization, slug };
  throw new ReleaseError(`is ${quoted(value)}, not the name of a team.`, { fix: 'Write organization/name.' });
}

/** What there is of the release. */
export type IssueState = {
  readonly repository: string;
  readonly tags: readonly string[];
  readonly found: ReleaseIssue | undefined;
  readonly notes: readonly string[];
  readonly github: GitHub;
};
export type FollowedState = IssueState & { readonly found: ReleaseIssue };

/** The outputs that only tell which issue it is. */
export const outputsOf = ({ issue, proposal }: ReleaseIssue) => ({
  number: issue.number,
  url: issue.url,
  commit: proposal.commit,
  approvers: undefined,
  approvals: undefined,
});

export const issueFact = (issue: Issue): Fact => ({
  name: 'Release issue',
  value: `#${issue.number} ${issue.title}`,
  url: issue.url,
});
