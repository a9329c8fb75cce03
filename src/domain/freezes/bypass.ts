import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';

export const bypassModes = ['pull_request', 'always', 'exempt'] as const;

/** Who is to bypass a ruleset, as the workflow says it. */
export type WantedActor =
  | { readonly kind: 'actor'; readonly type: string; readonly id: number | undefined }
  | { readonly kind: 'user'; readonly login: string };

/** Who may bypass a ruleset, as GitHub knows it. */
export type BypassActor = {
  readonly type: string;
  /** Undefined for the owners of the organization, and for deploy keys. */
  readonly id: number | undefined;
  readonly mode: string;
};

// The built-in roles that GitHub takes, with their numbers.
const roles: Readonly<Record<string, number>> = { maintain: 2, write: 4, admin: 5 };

/** Reads `admin`, `maintain`, `write`, `owners`, `@login` or `app 123`. */
export function parseActor(text: string): WantedActor {
  const name = text.trim();
  if (Object.hasOwn(roles, name)) return { kind: 'actor', type: 'RepositoryRole', id: roles[name] };
  if (name === 'owners') return { kind: 'actor', type: 'OrganizationAdmin', id: undefined };
  const [, login] = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38})$/.exec(name) ?? [];
  if (login !== undefined) return { kind: 'user', login };
  const [, app] = /^app ([1-9]\d{0,14})$/.exec(name) ?? [];
  if (app !== undefined) return { kind: 'actor', type: 'Integration', id: Number(app) };
  throw new ReleaseError(`has ${quoted(text)}, which is no role, account or App.`, {
    fix: `Use ${listed([...Object.keys(roles), 'owners', '@login', 'app NUMBER'], 'or')}.`,
  });
}

/** An actor for people, such as `admin (pull_request)`. */
export function actorText({ type, id, mode }: BypassActor): string {
  const role = Object.keys(roles).find((name) => roles[name] === id);
  const kinds: Readonly<Record<string, string>> = {
    RepositoryRole: role ?? `role ${id}`,
    OrganizationAdmin: 'owners',
    Integration: `app ${id}`,
    User: `user ${id}`,
    Team: `team ${id}`,
    DeployKey: 'deploy keys',
  };
  return `${kinds[type] ?? `${type} ${id}`} (${mode})`;
}

/** All of them, in one order, so that two lists can be compared. */
export const actorsText = (actors: readonly BypassActor[]): string =>
  actors.length === 0 ? 'nobody' : actors.map(actorText).toSorted().join(', ');
