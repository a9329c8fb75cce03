import { ReleaseError } from '../../src/domain/error.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { actorsText, actorText } from '../../src/domain/freezes/bypass.ts';
import type { BypassActor } from '../../src/domain/freezes/bypass.ts';
import { isOver, rulesetName } from '../../src/domain/freezes/freeze.ts';
import { quoted, short } from '../../src/domain/text.ts';
import type { Plan } from '../../src/runtime/action.ts';
import type { Change, Made } from '../../src/world/change.ts';
import type { Ruleset } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { FreezeInputs, outputs } from './contract.ts';
import { actorsOf, expectedCommit, freezeOf, isUnpushed, look, pageOf, refuseForeign } from './look.ts';
import type { BranchState, FoundFreeze } from './look.ts';
import { bypassNote, endOf, handMade, overdue, tokenFor } from './texts.ts';

/** Plans to freeze a branch at a commit. */
export async function planFreeze(wanted: FreezeInputs, world: World): Promise<Plan<typeof outputs>> {
  refusePast(wanted);
  const [commit, actors] = await together([expectedCommit(wanted, world), actorsOf(wanted, world)]);
  const state = await look(wanted, world);
  const isAhead = await isUnpushed(commit, state, world);
  const [own] = state.own;
  if (own !== undefined) refuseForeign(own, state, world);
  const until = wanted.until ?? (own && freezeOf(own, wanted.name)?.until);
  const name = rulesetName(wanted.name, { owner: wanted.while, until });
  const { held, older, making, change } = decide({ name, commit, actors }, state, wanted);
  const visible = held !== undefined && held.actors === undefined ? undefined : actors;
  const urlOf = (made: Made) => {
    const id = made(making) ?? held?.id;
    return id === undefined ? undefined : pageOf(state, { id }, world);
  };
  return {
    notes: [
      ...(held === undefined ? [] : [`${state.branch} is frozen by ${quoted(held.name)}. ${bypassNote(held.actors)}`]),
      ...handMade(state),
    ],
    waitsFor: [
      change !== undefined && tokenFor(world),
      isAhead && { title: `commit ${short(commit)} on ${state.branch}`, fix: 'Push it first.' },
      held === undefined && older !== undefined && endOf(older, state, world),
    ],
    changes: [change],
    pending: [held !== undefined && isOver(until, Date.now()) && overdue(held, wanted)],
    ...shown({ name, commit, actors: visible }, urlOf, placeFacts(state, commit, world)),
  };
}

type Decision = {
  /** The freeze of this release, if it holds the branch. */
  readonly held: Ruleset | undefined;
  /** The freeze of another release that counts before this one. */
  readonly older: FoundFreeze | undefined;
  /** The change that makes a ruleset. */
  readonly making: Change<number> | undefined;
  readonly change: Change | undefined;
};

function decide(freeze: Wanted, state: BranchState, wanted: FreezeInputs): Decision {
  const [own] = state.own;
  const held = own !== undefined && state.holds(own) ? own : undefined;
  const older = state.others.find(({ ruleset }) => held === undefined || ruleset.id < held.id);
  const making = held === undefined ? newFreeze(freeze, state, wanted) : undefined;
  return { held, older, making, change: making ?? (held && changeOf(held, older, freeze, state)) };
}

type Shown = { readonly name: string; readonly commit: string; readonly actors: readonly BypassActor[] | undefined };

/** The outputs, and the same for the summary. Without the actors, the token may not see them. */
const shown = (
  { name, commit, actors }: Shown,
  urlOf: (made: Made) => string | undefined,
  place: readonly Fact[],
): Pick<Plan<typeof outputs>, 'outputs' | 'facts'> => ({
  outputs: (made) => ({ sha: commit, name, url: urlOf(made), bypass: actors?.map(actorText).toSorted() }),
  facts: ({ made }) => [
    ...place,
    { name: 'Freeze', value: name, url: urlOf(made) },
    { name: 'Bypassed by', value: actors === undefined ? 'unknown' : actorsText(actors) },
  ],
});

type Wanted = { readonly name: string; readonly commit: string; readonly actors: readonly BypassActor[] };

/** Freezes the branch. If somebody switched the ruleset off, another one takes its place, and is the youngest. */
const newFreeze = (
  { name, commit, actors }: Wanted,
  { github, repository, branch, own: [own] }: BranchState,
  wanted: FreezeInputs,
): Change<number> =>
  github.rulesets.freeze({
    repository,
    branch,
    name,
    commit,
    actors,
    bypass: actorsText(actors),
    replaces: own?.id,
    isRival: (ruleset) => {
      const owner = freezeOf(ruleset, wanted.name)?.owner;
      return owner !== undefined && owner !== wanted.while;
    },
  });

/** What is to be done about the freeze that is there. If the token may not see who bypasses it, that is left alone. */
function changeOf(
  held: Ruleset,
  older: FoundFreeze | undefined,
  { name, actors }: Pick<Wanted, 'name' | 'actors'>,
  { github, repository }: BranchState,
): Change | undefined {
  if (older !== undefined) return github.rulesets.withdraw(repository, held, older.ruleset);
  const texts = { actual: actorsText(held.actors ?? actors), wanted: actorsText(actors) };
  if (held.name === name && texts.actual === texts.wanted) return undefined;
  return github.rulesets.update(repository, held, { name, actors, bypass: texts });
}

const placeFacts = ({ repository, branch }: BranchState, commit: string, { event }: World): readonly Fact[] => [
  { name: 'Branch', value: branch, url: `${event.urlOf(repository)}/tree/${branch}` },
  { name: 'Commit', value: short(commit), url: `${event.urlOf(repository)}/commit/${commit}` },
];

function refusePast({ until }: FreezeInputs): void {
  if (!isOver(until, Date.now())) return;
  throw new ReleaseError(`Input until is ${until}, which is over.`, {
    fix: 'Give a later time, or leave the input out.',
  });
}
