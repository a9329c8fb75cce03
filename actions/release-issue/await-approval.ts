import { approvalsIn, possibleApprovals } from '../../src/domain/release-issues/approvals.ts';
import type { Approval, Rules } from '../../src/domain/release-issues/approvals.ts';
import { abridged, listed, short } from '../../src/domain/text.ts';
import { together } from '../../src/world/parallel.ts';
import type { Condition } from '../../src/world/change.ts';
import type { Comment, Issue } from '../../src/world/github/github.ts';
import { changedAt } from './changed-at.ts';
import { issueFact, outputsOf } from './contract.ts';
import type { FollowedState, IssueInputs, IssuePlan } from './contract.ts';
import { whoMayAgree } from './who.ts';

/** Waits until enough people agree. */
export async function awaitApproval(wanted: IssueInputs, state: FollowedState): Promise<IssuePlan> {
  const { found, github } = state;
  const { issue, proposal } = found;
  const [who, changed, comments] = await together([
    whoMayAgree(wanted, state),
    changedAt(found, github.issueTexts),
    github.comments.list(issue),
  ]);
  const author = wanted.allowAuthor ? undefined : issue.author.login;
  const rules = { who: new Set(who.logins), source: who.source, author, changedAt: changed };
  const { approvals, notes } = await agreed(comments, rules, state);
  const logins = approvals.map(({ login }) => login);
  return {
    notes: [...state.notes, ...who.notes, ...notes, ...approvals.map(({ login, url }) => `${login} agrees: ${url}`)],
    waitsFor: [
      otherProposal(wanted, state),
      approvals.length < wanted.approvals && missing(issue, wanted.approvals, approvals, who.logins),
    ],
    changes: [],
    outputs: { ...outputsOf(found), approvers: logins, approvals },
    facts: () => [
      issueFact(issue),
      { name: 'Commit', value: short(proposal.commit) },
      ...approvals.map(({ login, url }) => ({ name: 'Agrees', value: login, url })),
    ],
  };
}

/** Who agrees, after it is known who else edited their comments. */
async function agreed(comments: readonly Comment[], rules: Rules, { github }: FollowedState) {
  const statements = comments.map((comment) => ({ ...comment, ...comment.author }));
  const possible = possibleApprovals(statements, rules);
  const editors = await github.comments.editors(possible);
  const { approvals, notes } = approvalsIn(
    statements,
    rules,
    new Map(possible.map((one, index) => [one, editors[index] ?? []])),
  );
  const more = notes.length - mostNotes; // anybody may comment
  return { approvals, notes: more > 0 ? [...notes.slice(0, mostNotes), `${more} more comments do not count.`] : notes };
}

const mostNotes = 20;

function missing(issue: Issue, wanted: number, there: readonly Approval[], who: readonly string[]): Condition {
  const names = there.length === 0 ? 'nobody yet' : abridged(there.map(({ login }) => login));
  return {
    title: `${wanted} approvals of release issue #${issue.number} (${there.length}: ${names})`,
    fix: `They write /lgtm or /approve on a line of its own in ${issue.url}. Who may agree: ${who.length === 0 ? 'nobody' : abridged(who)}. To wait for it, set wait: 4h.`,
  };
}

/** People agree to what the issue proposes, and to nothing else. */
function otherProposal({ commit }: IssueInputs, { tags, found }: FollowedState): Condition | undefined {
  const { issue, proposal } = found;
  const others = tags.filter((tag) => !proposal.tags.includes(tag));
  const isOther = commit !== undefined && commit !== proposal.commit;
  if (others.length === 0 && !isOther) return undefined;
  const wanted = [...(others.length === 0 ? [] : [listed(others)]), ...(isOther ? [short(commit)] : [])].join(' at ');
  return {
    title: `release issue #${issue.number} proposes ${listed(proposal.tags)} at ${short(proposal.commit)}, not ${wanted}`,
    fix: 'Release what the issue proposes. Or let it propose the rest with do: open, and wait until people agree again.',
  };
}
