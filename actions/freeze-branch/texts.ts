import { actorsText } from '../../src/domain/freezes/bypass.ts';
import type { BypassActor } from '../../src/domain/freezes/bypass.ts';
import { isOver } from '../../src/domain/freezes/freeze.ts';
import { quoted } from '../../src/domain/text.ts';
import type { Condition } from '../../src/world/change.ts';
import type { ListedRuleset } from '../../src/world/github/github.ts';
import type { World } from '../../src/world/world.ts';
import type { FreezeInputs } from './contract.ts';
import { pageOf } from './look.ts';
import type { BranchState, FoundFreeze } from './look.ts';

export const bypassNote = (actors: readonly BypassActor[] | undefined): string =>
  actors === undefined
    ? 'Who may bypass it is unknown: only a token with administration: write sees that.'
    : `It is bypassed by: ${actorsText(actors)}.`;

export const handMade = ({ branch, byHand }: BranchState): readonly string[] =>
  byHand.map((name) => `${branch} is also held by the ruleset ${quoted(name)}, which is left alone.`);

/** The freeze of another release has to end before this one begins. */
export function endOf({ ruleset, owner, until }: FoundFreeze, state: BranchState, world: World): Condition {
  const overdueSince = isOver(until, Date.now()) ? `It should have ended ${until}. ` : '';
  const page = pageOf(state, ruleset, world);
  return {
    title: `the end of ${quoted(ruleset.name)}, which freezes ${state.branch} for another release`,
    fix: `${overdueSince}When that release is done, thaw the branch with state: thawed and while: ${owner}. Or wait longer with the input wait. The ruleset: ${page}`,
  };
}

/** The time of the freeze of this release is over. */
export const overdue = ({ name }: ListedRuleset, { while: owner }: FreezeInputs): Condition => ({
  title: `the end of ${quoted(name)}, whose time is over`,
  fix: `Thaw the branch with state: thawed and while: ${owner}, or set the input until to a later time.`,
});

/** The job's own token can never change rulesets. */
export const tokenFor = ({ event }: World): Condition | false =>
  event.isJobToken === true && {
    title: "a token that may freeze branches, which the job's own token never may",
    fix: `Register a GitHub App with the permission Administration: write at ${event.server}/settings/apps/new, and pass its token, such as that of actions/create-github-app-token with permission-administration: write. Or pass a personal token of an administrator: ${event.server}/settings/personal-access-tokens/new`,
    isFinal: true,
  };
