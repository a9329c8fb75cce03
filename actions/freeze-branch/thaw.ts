import { rulesetName } from '../../src/domain/freezes/freeze.ts';
import { quoted } from '../../src/domain/text.ts';
import type { Plan } from '../../src/runtime/action.ts';
import type { World } from '../../src/world/world.ts';
import type { FreezeInputs, outputs } from './contract.ts';
import { look, refuseForeign } from './look.ts';
import { handMade, tokenFor } from './texts.ts';

/** Plans to end the freeze of one release. Whatever else holds the branch stays. */
export async function planThaw(wanted: FreezeInputs, world: World): Promise<Plan<typeof outputs>> {
  const state = await look(wanted, world);
  const { repository, branch, own, others, github } = state;
  for (const one of own) refuseForeign(one, state, world);
  const name = own[0]?.name ?? rulesetName(wanted.name, { owner: wanted.while, until: wanted.until });
  const changes = own.map((one) => github.rulesets.lift({ repository, branch }, one));
  return {
    notes: [
      ...(own.length === 0 ? [`${branch} is not frozen by ${quoted(name)}.`] : []),
      ...others.map(({ ruleset }) => `${branch} stays frozen by ${quoted(ruleset.name)}, for another release.`),
      ...handMade(state),
    ],
    waitsFor: [changes.length > 0 && tokenFor(world)],
    changes,
    outputs: { sha: undefined, name, url: undefined, bypass: undefined },
    facts: () => [
      { name: 'Branch', value: branch, url: `${world.event.urlOf(repository)}/tree/${branch}` },
      { name: 'Freeze', value: name },
    ],
  };
}
