import { refuseIfAny, ReleaseError } from '../../src/domain/error.ts';
import type { IssueTemplate } from '../../src/domain/issue-templates/template.ts';
import { filled } from '../../src/domain/issue-templates/placeholders.ts';
import { commentMarker, isSameProposal, proposalMarker, withProposal } from '../../src/domain/release-issues/marker.ts';
import type { ReleaseProposal } from '../../src/domain/release-issues/marker.ts';
import { listed, short } from '../../src/domain/text.ts';
import { isOfRelease } from '../../src/plans/release-issue.ts';
import type { NewIssue } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { issueFact, outputsOf } from './contract.ts';
import type { FollowedState, IssueInputs, IssuePlan, IssueState } from './contract.ts';
import { placeholdersFor, refuseUnknownVersion } from './placeholders.ts';

/** What needs no server: what is proposed, and the text that the issue begins with. */
export type Beginning = {
  readonly proposal: ReleaseProposal;
  readonly template: IssueTemplate & { readonly title: string };
};

/** Reads the commit and the template. */
export async function lookHere(wanted: IssueInputs, tags: readonly string[], world: World): Promise<Beginning> {
  const [{ sha: commit }, found] = await together([
    world.git.commits.find(wanted.commit ?? 'HEAD'),
    templateOf(wanted, world.files),
  ]);
  const template = { ...found, title: wanted.title ?? found.title ?? 'Release {tags}' };
  await refuseUnknownVersion(`${template.title}\n${template.body}`, { ...wanted, tags });
  return { proposal: { tags, commit }, template };
}

type Opening = IssueState & Beginning;

/** Opens the issue. If it is there, only what it proposes is changed. */
export async function openIssue(wanted: IssueInputs, state: Opening, world: World): Promise<IssuePlan> {
  const { repository, tags, found, notes, github, proposal } = state;
  if (found !== undefined) return proposeAgain(proposal, { ...state, found });
  const [issue, changelogNotes] = await newIssue(wanted, state, world);
  const change = github.issues.open(repository, issue, (one) => isOfRelease(one, tags));
  return {
    notes: [...notes, ...changelogNotes],
    changes: [change],
    outputs: (made) => {
      const opened = made(change);
      return {
        number: opened?.number,
        url: opened?.url,
        commit: proposal.commit,
        approvers: undefined,
        approvals: undefined,
      };
    },
    facts: ({ made }) => [{ name: 'Release issue', value: issue.title, url: made(change)?.url }],
  };
}

/** What the issue proposes now, and a comment for those who agreed before. The comment comes first: it is not repeated, and a kill in between loses nothing. */
async function proposeAgain(proposal: ReleaseProposal, { found, notes, github }: FollowedState): Promise<IssuePlan> {
  const { issue } = found;
  const isSame = isSameProposal(proposal, found.proposal);
  if (!issue.isOpen && !isSame)
    throw new ReleaseError(
      `The release issue ${issue.url} is closed. It proposes ${sentence(found.proposal)}, not ${sentence(proposal)}.`,
      { fix: 'Reopen the issue if this release goes on. For another release, use another tag.' },
    );
  const before = isSame ? await github.issueTexts.of(issue) : withProposal(await github.issueTexts.of(issue), proposal);
  const marker = commentMarker(`proposal ${proposalMarker(proposal)} after ${proposalMarker(found.proposal)}`);
  const text = [
    `This issue now proposes ${sentence(proposal)}. Before, it proposed ${sentence(found.proposal)}.`,
    'Who agreed before has to agree again.',
  ].join('\n');
  const about = 'that it proposes something else';
  return {
    notes: [...notes, `The release issue is ${issue.url}${issue.isOpen ? '' : ', which is closed'}.`],
    changes: [
      isSame ? undefined : github.comments.save(issue, { marker, text, about }, await github.comments.list(issue)),
      before === issue.body
        ? undefined
        : github.issueTexts.edit(issue, before, {
            title: `Let #${issue.number} propose ${sentence(proposal)}`,
            detail: `before: ${sentence(found.proposal)}`,
          }),
    ],
    outputs: outputsOf({ issue, proposal }),
    facts: () => [issueFact(issue)],
  };
}

const sentence = ({ tags, commit }: ReleaseProposal): string => `${listed(tags)} at ${short(commit)}`;

async function newIssue(
  wanted: IssueInputs,
  { repository, proposal, template, github }: Opening,
  world: World,
): Promise<readonly [NewIssue, readonly string[]]> {
  const { milestone } = wanted;
  const { title } = template;
  const [{ values, notes }, milestoneNumber] = await together([
    placeholdersFor(`${title}\n${template.body}`, { ...wanted, ...proposal }, world),
    milestone === undefined ? undefined : github.repositories.milestone(repository, milestone),
  ]);
  const issue = {
    title: filled(title, values).replaceAll(/\s+/g, ' ').trim(),
    body: `${filled(template.body, values).trimEnd()}\n\n${proposalMarker(proposal)}`,
    labels: [...new Set([...template.labels, ...wanted.labels])],
    assignees: [...new Set([...template.assignees, ...wanted.assignees])],
    milestone: milestoneNumber,
  };
  refuseIfAny('The text of the issue cannot be used.', textRefusals(issue));
  return [issue, notes];
}

async function templateOf({ template, bodyPath }: IssueInputs, files: World['files']): Promise<IssueTemplate> {
  const none = { title: undefined, labels: [], assignees: [] };
  if (bodyPath !== undefined) return { ...none, body: await files.text(bodyPath) };
  if (template === undefined) return { ...none, body: ownBody };
  const file = template.includes('/') ? template : `.github/ISSUE_TEMPLATE/${template}`;
  const { parseIssueTemplate } = await import('../../src/domain/issue-templates/template.ts');
  return parseIssueTemplate({ file, text: await files.text(file) });
}

const ownBody = 'This issue follows the release of {tags} at {commit}.\n\n## Changes\n\n{changelog}\n';

const [longestTitle, longestBody] = [256, 65_536];

const textRefusals = ({ title, body }: NewIssue): readonly ReleaseError[] => [
  ...(title.length > longestTitle
    ? [
        new ReleaseError(`The title of the issue has ${title.length} characters. GitHub allows ${longestTitle}.`, {
          fix: 'Set a shorter title.',
        }),
      ]
    : []),
  ...(body.length > longestBody
    ? [
        new ReleaseError(`The text of the issue has ${body.length} characters. GitHub allows ${longestBody}.`, {
          fix: 'Use a template without {changelog}, and link the changelog.',
        }),
      ]
    : []),
];
