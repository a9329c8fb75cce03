import { badCredentials } from './core/access.ts';
import { type Answer, notFound, Refused } from './core/answer.ts';
import { accessHeaders, authorize } from './core/authorization.ts';
import { parsedFields } from './core/fields.ts';
import type { RateLimits } from './core/rate-limits.ts';
import { type Call, isRepositoryRoute, type Match, matched, type Route } from './core/route.ts';
import { type Access, accessOf, type Token } from './core/tokens.ts';
import type { World } from './core/world.ts';
import { routes } from './routes.ts';
import type { ApiRequest } from './wire/exchange.ts';

export type Served = { readonly answer: Answer; readonly route: Route | undefined };

export type ApiState = { readonly world: World; readonly tokens: readonly Token[]; readonly limits: RateLimits };

/** Answers a request. As on GitHub, checks the token first, then rate limit, route and permission, and the body last. */
export async function served(request: ApiRequest, state: ApiState): Promise<Served> {
  const { tokens, limits } = state;
  const match = matched(routes, request.method, request.path);
  const access = accessOf(authorizationOf(request), tokens);
  const answer = await answered(request, { ...state, match, access }).catch((error: unknown) =>
    refusalAnswer(error, match?.route),
  );
  const told = { ...limits.headers(access), ...accessHeaders(access, match?.route) };
  return { answer: { ...answer, headers: { ...commonHeaders, ...told, ...answer.headers } }, route: match?.route };
}

export function authorizationOf({ headers }: ApiRequest): string | undefined {
  return headers['authorization']?.toString();
}

type ResolvedRequest = ApiState & { readonly match: Match | undefined; readonly access: Access };

async function answered(request: ApiRequest, resolved: ResolvedRequest): Promise<Answer> {
  const { world, limits, match, access } = resolved;
  if ((request.headers['user-agent'] ?? '') === '')
    throw new Refused(403, 'Request forbidden by administrative rules.');
  if (access === undefined && authorizationOf(request) !== undefined) throw badCredentials();
  if (request.path !== '/rate_limit') limits.count(access);
  if (match === undefined) throw notFound();
  const { route, parameters } = match;
  if (!isRepositoryRoute(route)) return route.answer(callOf(request, { ...resolved, match }));
  const repository = world.repository(`${parameters['owner']}/${parameters['repo']}`);
  if (repository === undefined) throw notFound();
  const issue = repository.record.issues.get(Number(parameters['pull_number'] ?? parameters['issue_number']));
  authorize(access, route, { ...repository, author: issue?.author });
  return route.answer(callOf(request, { ...resolved, match }), repository);
}

function callOf(
  request: ApiRequest,
  { world, access, limits, match }: ResolvedRequest & { readonly match: Match },
): Call {
  const { query, headers, body, path, upload } = request;
  const { parameters } = match;
  const url = world.instance.url + path;
  const fields = parsedFields(body);
  return { world, access, limits, parameters, query, headers, fields, url, isUpload: upload !== undefined };
}

export function refusalAnswer(error: unknown, route?: Route): Answer {
  if (!(error instanceof Refused)) throw error;
  const { status, message, headers, details } = error;
  const docs = `https://docs.github.com/rest${route === undefined ? '' : `/${route.docs}`}`;
  return { status, headers, body: { message, documentation_url: docs, ...details, status: String(status) } };
}

/** The answer to an expired token. */
export function expired(): Answer {
  const { headers, ...answer } = refusalAnswer(badCredentials());
  return { ...answer, headers: { ...commonHeaders, ...headers } };
}

const commonHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'x-github-media-type': 'github.v3; format=json',
};
