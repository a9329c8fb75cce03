import type { Permission } from './access.ts';
import type { Answer } from './answer.ts';
import type { Fields } from './fields.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Access } from './tokens.ts';
import type { Repository, World } from './world.ts';

/** What a token needs: one of these permissions is enough. */
export type Needs = readonly Permission[];

export type Call = {
  readonly world: World;
  readonly access: Access;
  /** The values of the placeholders in the path. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly fields: Fields;
  /** The address of the request, without its query. */
  readonly url: string;
  readonly limits: RateLimits;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whether it was sent to the address for uploads. Its body is read later. */
  readonly isUpload: boolean;
};

/** The token of a request, and the world that the request sees. */
export type Caller = Pick<Call, 'world' | 'access'>;

type Documented = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** The page of its documentation, relative to https://docs.github.com/rest/ */
  readonly docs: string;
};

export type AccountRoute = Documented & {
  readonly answer: (call: Call) => Answer | Promise<Answer>;
};

export type RepositoryRoute = Documented & {
  /** In a public repository, everybody may read. */
  readonly needs: Needs;
  readonly answer: (call: Call, repository: Repository) => Answer | Promise<Answer>;
};

export type Route = AccountRoute | RepositoryRoute;

export function isRepositoryRoute(route: Route): route is RepositoryRoute {
  return 'needs' in route;
}

export type Match = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> };

/** The route of a request; HEAD uses that of GET. `{ref}`, `{path}`, `{branch}`, `{tag}`, `{basehead}` may have slashes. */
export function matched(routes: readonly Route[], method: string, path: string): Match | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    const found = route.method === wanted ? pattern(route.path).exec(path) : undefined;
    if (found) return { route, parameters: decoded(found.groups ?? {}) };
  }
  return undefined;
}

function pattern(template: string): RegExp {
  const source = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    /^(?:ref|path|branch|tag|basehead)$/.test(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}/?$`);
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}
