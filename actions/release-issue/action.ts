import { ReleaseError } from '../../src/domain/error.ts';
import { quoted } from '../../src/domain/text.ts';
import { awaitedReleaseIssue, findReleaseIssue } from '../../src/plans/release-issue.ts';
import { repositoryHere } from '../../src/plans/repository-here.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { inputs, outputs } from './contract.ts';
import type { FollowedState, IssueInputs, IssuePlan, IssueState } from './contract.ts';
import type { Beginning } from './open.ts';

export default defineAction({
  name: 'Release issue',
  description:
    'Follow a release in one issue: open it from a template, wait until enough people agree, tick its boxes, close it.',
  example: '--do open --tag v1.2.3 --template release.md',
  inputs,
  outputs,
  permissions: {
    'contents: read': 'to read OWNERS, tags and releases',
    'issues: write': 'to open, edit, comment and close the issue',
    'pull-requests: read': 'to read what was merged, for the changelog',
  },
  waits: 'for people to agree, and for what else is missing',
  async plan(wanted, world): Promise<IssuePlan> {
    const tags = tagsOf(wanted);
    refuseMisfits(wanted);
    const [repository, here] = await together([
      wanted.repository ?? repositoryHere(world),
      wanted.do === 'open' ? lookHere(wanted, tags, world) : undefined,
    ]);
    const github = await world.github();
    const { found, notes } = await findReleaseIssue(repository, tags, github);
    const state: IssueState = { repository, tags, found, notes, github };
    if (here !== undefined) return (await import('./open.ts')).openIssue(wanted, { ...state, ...here }, world);
    if (found === undefined) return nothingYet(state);
    return follow(wanted, { ...state, found });
  },
});

/** What an issue begins with is loaded while git tells the repository: most of it is about changelogs. */
async function lookHere(wanted: IssueInputs, tags: readonly string[], world: World): Promise<Beginning> {
  return (await import('./open.ts')).lookHere(wanted, tags, world);
}

// Each loads only what it needs: OWNERS are YAML.
async function follow(wanted: IssueInputs, state: FollowedState): Promise<IssuePlan> {
  if (wanted.do === 'tick') return (await import('./tick.ts')).tick(wanted, state);
  if (wanted.do === 'close') return (await import('./close.ts')).close(wanted, state);
  return (await import('./await-approval.ts')).awaitApproval(wanted, state);
}

/** The tags, without repeats. */
function tagsOf({ tag, tags }: IssueInputs): readonly string[] {
  if (tag !== undefined && tags !== undefined)
    throw new ReleaseError('Inputs tag and tags are both set.', { fix: 'Give all tags in tags, and leave tag out.' });
  const all = [...new Set(tag === undefined ? (tags ?? []) : [tag])];
  if (all.length > 0) return all;
  throw new ReleaseError('Neither input tag nor tags is set.', { fix: 'Set tag, such as v1.2.3.' });
}

function refuseMisfits({ do: what, items, template, bodyPath, commit }: IssueInputs): void {
  if (what === 'await-approval' && commit !== undefined && !/^(?:[\da-f]{40}|[\da-f]{64})$/.test(commit))
    throw new ReleaseError(
      `Input commit is ${quoted(commit)}. For do: await-approval it is compared with the issue, so it has to be a whole hash.`,
      { fix: 'Give the 40 digits of the commit, such as github.sha.' },
    );
  if (what === 'tick' && items === undefined)
    throw new ReleaseError('Input items is required for do: tick.', {
      fix: 'Give a line for each box: its text, =>, and the address of what proves it.',
    });
  if (template !== undefined && bodyPath !== undefined)
    throw new ReleaseError(`Inputs template (${quoted(template)}) and body-path (${quoted(bodyPath)}) are both set.`, {
      fix: 'Set one of them.',
    });
}

const nothingYet = ({ repository, tags, notes }: IssueState): IssuePlan => ({
  notes,
  waitsFor: [awaitedReleaseIssue(repository, tags)],
  changes: [],
  outputs: { number: undefined, url: undefined, commit: undefined, approvers: undefined, approvals: undefined },
});
