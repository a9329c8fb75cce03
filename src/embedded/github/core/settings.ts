import { isPerson, type Role, type Token } from './tokens.ts';

/** What people have set up for the jobs of a repository. */
export type JobSettings = {
  /** The names of its secrets. */
  readonly secrets?: readonly string[];
  /** Those of the organization that the repository may use. */
  readonly organizationSecrets?: readonly string[];
  readonly variables?: Values;
  readonly organizationVariables?: Values;
  readonly environments?: readonly EnvironmentSettings[];
  /** Whether actions may be used, and which. All, unless it is said. */
  readonly actions?: {
    readonly isOff?: boolean;
    readonly allowed?: 'all' | 'local_only' | 'selected';
    readonly needsFullCommits?: boolean;
  };
  /** What the token of a job may do if a workflow does not say it. */
  readonly defaultPermissions?: 'read' | 'write';
};

export type EnvironmentSettings = {
  readonly name: string;
  readonly secrets?: readonly string[];
  readonly variables?: Values;
  /** Patterns of the branches and tags that it admits, or protected branches only. It admits all unless it is said. */
  readonly admits?: 'protected' | { readonly branches?: readonly string[]; readonly tags?: readonly string[] };
  /** The accounts of which one has to approve. */
  readonly reviewers?: readonly string[];
  readonly refusesOwnRuns?: boolean;
};

type Values = Readonly<Record<string, string>>;

export type Settings = {
  /** What is set up for jobs, by `owner/name`. */
  readonly jobs?: Readonly<Record<string, JobSettings>>;
  /** "Allow GitHub Actions to create and approve pull requests". On unless it is false. */
  readonly actionsMayPropose?: boolean;
  /** Collaborators besides the people with a token. Without a role, they are admins. */
  readonly collaborators?: readonly string[] | Readonly<Record<string, Role>>;
  /** Collaborators of whom GitHub does not show that they are: those whose membership in the organization is private. */
  readonly privateMembers?: readonly string[];
  /** Slugs of the teams of every organization, perhaps with their members. */
  readonly teams?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** The categories of discussions in every repository. Without them there are no discussions. */
  readonly discussionCategories?: readonly string[];
  /** `owner/name` of repositories that are not public. */
  readonly privateRepositories?: readonly string[];
  /** Whether git serves public repositories without a token, as GitHub does. */
  readonly anonymousReads?: boolean;
  /** `owner/name` of repositories whose releases are immutable from the start. */
  readonly immutableReleases?: readonly string[];
  /** Whether assets have a digest, as on GitHub since June 2025. On unless it is false. */
  readonly assetDigests?: boolean;
  /** How many lists do not show a new release, and how many lookups by its tag do not find it. */
  readonly staleLists?: number;
  /** The number of items of a page, if the request does not say it. 30 on GitHub. */
  readonly pageSize?: number;
  /** Requests per hour for each token. 5000 on GitHub. */
  readonly rateLimit?: number;
};

/** The collaborators of the setting, with their roles if it names them. */
export function collaboratorsOf({ collaborators = [] }: Settings): ReadonlyMap<string, Role | undefined> {
  if (isList(collaborators)) return new Map(collaborators.map((login) => [login, undefined]));
  return new Map(Object.entries(collaborators));
}

/** The members of each team, by its slug. */
export function teamsOf({ teams = [] }: Settings): ReadonlyMap<string, readonly string[]> {
  return new Map(isList(teams) ? teams.map((slug) => [slug, []]) : Object.entries(teams));
}

/** The tokens, each with the role of the person to whom it belongs. */
export function withRoles(tokens: readonly Token[], settings: Settings): Token[] {
  const roles = collaboratorsOf(settings);
  return tokens.map((token) => {
    const role = isPerson(token.login) ? roles.get(token.login) : undefined;
    return role === undefined ? token : { ...token, role };
  });
}

function isList(names: object): names is readonly string[] {
  return Array.isArray(names);
}
