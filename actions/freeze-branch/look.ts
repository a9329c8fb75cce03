import { ReleaseError } from '../../src/domain/error.ts';
import type { BypassActor, WantedActor } from '../../src/domain/freezes/bypass.ts';
import { freezeNamed } from '../../src/domain/freezes/freeze.ts';
import type { Freeze } from '../../src/domain/freezes/freeze.ts';
import { listed, quoted, short } from '../../src/domain/text.ts';
import type { GitHub, ListedRuleset, Ruleset } from '../../src/world/github/github.ts';
import { repositoryHere } from '../../src/plans/repository-here.ts';
import { boundedly, together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { FreezeInputs } from './contract.ts';

/** A ruleset that this action made, for this release or another one. */
export type FoundFreeze = Freeze & { readonly ruleset: ListedRuleset };

export type BranchState = {
  readonly github: GitHub;
  readonly repository: string;
  readonly branch: string;
  /** The freezes of this release, the oldest first. There is more than one only if two runs disagreed about its end. */
  readonly own: readonly Ruleset[];
  /** The freezes of other releases that hold the branch now, the oldest first. */
  readonly others: readonly FoundFreeze[];
  /** The names of other rulesets that stop updates of the branch. */
  readonly byHand: readonly string[];
  /** Whether this ruleset holds the branch now. */
  readonly holds: (ruleset: ListedRuleset) => boolean;
};

/** Looks at a branch and at the rulesets that hold it. */
export async function look(wanted: FreezeInputs, world: World): Promise<BranchState> {
  const [repository, github] = await together([wanted.repository ?? repositoryHere(world), world.github()]);
  const branch = wanted.branch ?? (await github.repositories.find(repository)).defaultBranch;
  const [all, holding] = await together([
    github.rulesets.all(repository),
    github.rulesets.holding({ repository, branch }),
  ]);
  const holds = ({ id }: ListedRuleset) => holding.includes(id);
  const freezes = all
    .toSorted((one, other) => one.id - other.id)
    .map((ruleset) => ({ ruleset, freeze: freezeOf(ruleset, wanted.name) }));
  const own = await boundedly(
    freezes.filter(({ freeze }) => freeze?.owner === wanted.while),
    ({ ruleset }) => github.rulesets.find(repository, ruleset.id),
  );
  return {
    github,
    repository,
    branch,
    own: own.filter((one) => one !== undefined),
    others: freezes.flatMap(({ ruleset, freeze }) =>
      freeze !== undefined && freeze.owner !== wanted.while && holds(ruleset) ? [{ ...freeze, ruleset }] : [],
    ),
    byHand: freezes.flatMap(({ ruleset, freeze }) => (freeze === undefined && holds(ruleset) ? [ruleset.name] : [])),
    holds,
  };
}

/** What release a ruleset freezes a branch for. Those of the organization are made by people. */
export const freezeOf = (ruleset: ListedRuleset, name: string): Freeze | undefined =>
  ruleset.isOwn ? freezeNamed(ruleset.name, name) : undefined;

/** Refuses a ruleset with the name of the freeze that has other rules, or is for other branches: people made it so. */
export function refuseForeign(found: Ruleset, state: BranchState, world: World): void {
  const { name, rules, included, excluded } = found;
  const ref = `refs/heads/${state.branch}`;
  const isPlain = rules.join() === 'update' && included.join() === ref && excluded.length === 0;
  if (isPlain) return;
  const without = excluded.length === 0 ? '' : ` without ${listed(excluded)}`;
  throw new ReleaseError(
    `The ruleset ${quoted(name)} is not as this action makes it: it has ${rules.length === 0 ? 'no rules' : `the rules ${listed(rules)}`} for ${included.length === 0 ? 'no branch' : listed(included)}${without}, not the rule update for ${ref}.`,
    { fix: `It is left alone. Rename it at ${pageOf(state, found, world)}, or set the input name to other words.` },
  );
}

/** The commit that the branch has to be at. A full name needs no checkout. */
export async function expectedCommit({ commit }: FreezeInputs, { git }: World): Promise<string> {
  return /^[0-9a-f]{40}$/.test(commit) ? commit : (await git.commits.find(commit)).sha;
}

/** Refuses a branch that moved. Commits of the checkout that are still to be pushed are something to wait for. */
export async function isUnpushed(
  expected: string,
  { repository, branch, github }: BranchState,
  { git }: World,
): Promise<boolean> {
  const tip = await github.refs.at(repository, `refs/heads/${branch}`);
  if (tip === expected) return false;
  if (tip === undefined)
    throw new ReleaseError(`${repository} has no branch ${branch}, or the token may not see it.`, {
      fix: 'Correct the input branch, or give the token contents: read for this repository.',
    });
  if (await (await git.history()).isAhead(expected, tip)) return true;
  throw new ReleaseError(`${branch} of ${repository} is at ${short(tip)}, not at ${short(expected)}.`, {
    fix: 'Somebody changed the branch since this run began. Start the workflow anew, so that it begins with the branch as it is now.',
  });
}

/** Who is to bypass the ruleset, each with a mode. */
export async function actorsOf(
  { bypass, bypassMode: mode }: FreezeInputs,
  world: World,
): Promise<readonly BypassActor[]> {
  const named = bypass.filter((one) => one !== undefined);
  return boundedly(named, async (one) => ({ ...(await actorOf(one, world)), mode }));
}

async function actorOf(wanted: WantedActor, { github }: World): Promise<Omit<BypassActor, 'mode'>> {
  if (wanted.kind === 'actor') return { type: wanted.type, id: wanted.id };
  return { type: 'User', id: await (await github()).accounts.numberOf(wanted.login) };
}

/** The page of a ruleset. */
export const pageOf = (
  { repository }: BranchState,
  { id }: { readonly id: number },
  { event }: Pick<World, 'event'>,
): string => `${event.urlOf(repository)}/rules/${id}`;
