import { invalidBecause, Refused } from '../core/answer.ts';
import { type Fields, integerOf, listOf, objectOf, requiredText, textOf } from '../core/fields.ts';
import type { BypassActor, RulesetRecord } from '../core/records.ts';
import type { Call } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { roleNumbers } from './bypass.ts';

/** Who may bypass a ruleset, from the fields of a request. Refuses the actors that GitHub refuses. */
export function bypassActors(
  { world, fields }: Call,
  { owner }: Repository,
  target: RulesetRecord['target'],
): BypassActor[] | undefined {
  return listOf(fields, 'bypass_actors')?.map((given) => {
    const actor = actorOf(objectOf({ actor: given }, 'actor') ?? {});
    const wrong = wrongWith(actor, { world, owner, target });
    if (wrong !== undefined) throw invalidBecause(wrong);
    return actor;
  });
}

function actorOf(given: Fields): BypassActor {
  const [type, mode] = [requiredText(given, 'actor_type'), textOf(given, 'bypass_mode') ?? 'always'];
  const isKnown = type === 'Integration' || type === 'RepositoryRole' || type === 'User';
  if (!isKnown && type !== 'OrganizationAdmin')
    throw new Error(`The embedded GitHub has no bypass for actors of the type ${type}.`);
  if (mode !== 'always' && mode !== 'pull_request' && mode !== 'exempt')
    throw new Refused(422, `Invalid request.\n\n${mode} is not a member of ["always", "pull_request", "exempt"].`);
  return { type, id: isKnown ? integerOf(given, 'actor_id') : undefined, mode };
}

type RulesetOwner = { readonly world: World; readonly owner: string; readonly target: RulesetRecord['target'] };

function wrongWith({ type, id, mode }: BypassActor, { world, owner, target }: RulesetOwner): string | undefined {
  if (mode === 'pull_request' && target === 'tag') return 'Bypass mode pull_request is not applicable to tag rulesets';
  if (type === 'OrganizationAdmin') {
    const isOrganization = world.accountType(owner) === 'Organization';
    return isOrganization ? undefined : 'Actor Organization Admin is not applicable to personal repositories';
  }
  if (id === undefined) return `Actor ${type} must have an id`;
  if (type === 'RepositoryRole') return roleNumbers[id] === undefined ? `Actor role ${id} does not exist` : undefined;
  if (type === 'User')
    return world.collaborators().some((login) => world.accountId(login) === id)
      ? undefined
      : `Actor user ${id} is not a collaborator`;
  if (world.instance.tokens.some((token) => token.kind === 'app' && token.appId === id)) return undefined;
  const name = id === githubActions ? 'GitHub Actions' : String(id);
  return `Actor ${name} integration must be part of the ruleset source or owner organization`;
}

/** The App whose tokens jobs have: https://api.github.com/apps/github-actions */
const githubActions = 15_368;
