import { isPerson, type Role, type Token } from './access.ts';
import type { Settings } from './world.ts';

/** Who is named by the setting, each with the role there, if it is told. */
export function collaboratorsOf({ collaborators = [] }: Settings): ReadonlyMap<string, Role | undefined> {
  if (isList(collaborators)) return new Map(collaborators.map((login) => [login, undefined]));
  return new Map(Object.entries(collaborators));
}

/** The tokens with the roles of the people to whom they belong. */
export function withRoles(tokens: readonly Token[], settings: Settings): Token[] {
  const roles = collaboratorsOf(settings);
  return tokens.map((token) => {
    const role = isPerson(token.login) ? roles.get(token.login) : undefined;
    return role === undefined ? token : { ...token, role };
  });
}

function isList(collaborators: NonNullable<Settings['collaborators']>): collaborators is readonly string[] {
  return Array.isArray(collaborators);
}
