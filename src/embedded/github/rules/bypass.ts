import { roleOf } from '../core/access.ts';
import type { BypassActor, RulesetRecord } from '../core/records.ts';
import type { Access, Role } from '../core/tokens.ts';
import type { World } from '../core/world.ts';

export type Bypass = 'always' | 'exempt' | 'pull_requests_only' | 'never';

/** The numbers of the built-in roles that can bypass rulesets. */
export const roleNumbers: Readonly<Record<number, Role>> = { 2: 'maintain', 4: 'write', 5: 'admin' };

/** How far somebody may bypass a ruleset. If several actors fit, the most powerful one counts. */
export function bypassOf(
  { world, access }: { readonly world: World; readonly access: Access },
  name: string,
  { bypassActors }: Pick<RulesetRecord, 'bypassActors'>,
): Bypass {
  const found = bypassActors.filter((actor) => isOne({ world, access }, name, actor));
  const modes = new Set(found.map(({ mode }) => mode));
  if (modes.has('exempt')) return 'exempt';
  if (modes.has('always')) return 'always';
  return modes.has('pull_request') ? 'pull_requests_only' : 'never';
}

const ranks: readonly Role[] = ['write', 'maintain', 'admin', 'owner'];

function isOne({ world, access }: { world: World; access: Access }, name: string, { type, id }: BypassActor): boolean {
  const role = roleOf(access, name);
  if (type === 'OrganizationAdmin') return role === 'owner';
  if (type === 'User') return role !== undefined && access !== undefined && world.accountId(access.login) === id;
  if (type === 'Integration') return access?.kind === 'app' && access.appId === id;
  const least = roleNumbers[id ?? 0];
  return role !== undefined && least !== undefined && ranks.indexOf(role) >= ranks.indexOf(least);
}
