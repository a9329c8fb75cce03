import { isPerson, type Role, type Token } from './tokens.ts';

export type Settings = {
  /** "Allow GitHub Actions to create and approve pull requests", which is on here. */
  readonly actionsMayPropose?: boolean;
  /** People who may be asked for reviews and be assigned, beside those who have a token: admins, if no role is told. */
  readonly collaborators?: readonly string[] | Readonly<Record<string, Role>>;
  /** Slugs of the teams that may be asked for reviews. */
  readonly teams?: readonly string[];
  /** `owner/name` of repositories that are not public. */
  readonly privateRepositories?: readonly string[];
  /** `owner/name` of repositories whose releases are immutable from the start. */
  readonly immutableReleases?: readonly string[];
  /** Whether assets tell their digest, as they do since June 2025; true without it. */
  readonly assetDigests?: boolean;
  /** How many lists do not show a release that was just created, and how many lookups by its tag do not find it. */
  readonly staleLists?: number;
  /** How many items a page has that was not asked for a number, 30 on GitHub. */
  readonly pageSize?: number;
  /** Requests an hour for each token, 5000 on GitHub. */
  readonly rateLimit?: number;
};

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
