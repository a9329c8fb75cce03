import type { WireAnswer } from '../wire/answer.ts';
import { breaksUpload } from '../wire/faults.ts';
import type { Admission } from './auth/admission.ts';
import type { Need } from './auth/accounts.ts';
import type { Call, Route } from './core/call.ts';
import { pageNotFound, Refused } from './core/refused.ts';
import { blobRoutes } from './endpoints/blobs.ts';
import { listRoutes } from './endpoints/lists.ts';
import { manifestRoutes } from './endpoints/manifests.ts';
import { uploadRoutes } from './endpoints/uploads.ts';

/** The first that matches counts: `blobs/uploads/` is no blob. */
const routes: readonly Route[] = [...listRoutes, ...uploadRoutes, ...blobRoutes, ...manifestRoutes];

type Unrouted = Omit<Call, 'name' | 'reference'> & {
  /** `undefined`: everybody may do everything. */
  readonly admission: Admission | undefined;
  /** The address at another origin from which a path is served without a token. */
  readonly elsewhere: (path: string, query: URLSearchParams) => string;
  /** Whether its address is one of these. */
  readonly isSigned: boolean;
};

/** Answers a request: checks who asks first, then what. */
export async function served(request: Unrouted): Promise<WireAnswer | undefined> {
  try {
    return withFault(await answered(request), request);
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

async function answered(request: Unrouted): Promise<WireAnswer | undefined> {
  const { record, settings, fault } = request;
  const found = routes.filter(({ path }) => path.test(record.path));
  const first = found[0];
  if (first === undefined) return pageNotFound;
  const groups = first.path.exec(record.path)?.groups ?? {};
  const { name = '', reference = '' } = groups;
  const same = found.filter(({ path }) => path === first.path);
  const route = same.find(({ methods }) => methods.includes(record.method));
  if (name !== '' && !isName(name)) return pageNotFound;
  if (record.origin === 'storage') {
    if (route?.reads === undefined) return pageNotFound;
    refuseAtStorage(request);
  } else admit(request, route, name);
  if (route === undefined) throw new Refused('UNSUPPORTED');
  if (settings.readOnly && !['GET', 'HEAD'].includes(record.method)) throw new Refused('UNSUPPORTED');
  if (breaksUpload(fault) && route.takesBlob !== true) return undefined;
  const answer = () => route.answer({ ...request, name, reference: decodeURIComponent(reference) });
  return record.origin === 'registry' && route.reads !== undefined ? redirected(request, route, answer) : answer();
}

/** Where blobs alone are elsewhere, the registry knows which of them there are. */
async function redirected(
  { record, query, settings, elsewhere }: Unrouted,
  { reads }: Route,
  answer: () => ReturnType<Route['answer']>,
): Promise<WireAnswer | undefined> {
  const redirect = { status: 307, headers: { location: elsewhere(record.path, query) } };
  if (settings.elsewhere === 'everything') return redirect;
  const found = await answer();
  return settings.elsewhere === 'blobs' && reads === 'blob' ? redirect : found;
}

function admit(request: Unrouted, route: Route | undefined, name: string): void {
  const { admission, record, settings, fault } = request;
  const needs = [...ownNeeds(route, name), ...(route?.needs?.(request) ?? [])];
  if (admission === undefined) return;
  if (fault === 'expired-token') throw admission.expired(needs);
  const isPing = name === '' && record.path !== '/v2/_catalog';
  if (isPing && settings.openPing) return;
  admission.check(record.headers.authorization, needs);
}

/** Whoever knows the address may read. A client that sends a token as well is refused, as cloud storage does. */
function refuseAtStorage({ record, isSigned }: Unrouted): void {
  if (record.headers.authorization !== undefined) throw new Refused('UNSUPPORTED', { status: 400 });
  if (!isSigned) throw new Refused('DENIED');
}

/** Whoever pushes must be able to pull. */
function ownNeeds(route: Route | undefined, repository: string): readonly Need[] {
  if (route?.action === undefined) return [];
  if (route.action !== 'push') return [{ repository, action: route.action }];
  return [
    { repository, action: 'pull' },
    { repository, action: 'push' },
  ];
}

/** https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests */
function isName(name: string): boolean {
  const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
  return new RegExp(`^${part}(?:/${part})*$`).test(name);
}

function withFault(answer: WireAnswer | undefined, { fault }: Unrouted): WireAnswer | undefined {
  const told = answer?.headers?.['docker-content-digest'];
  if (answer === undefined || told === undefined || fault !== 'lying-digest') return answer;
  const lie = told.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  return { ...answer, headers: { ...answer.headers, 'docker-content-digest': lie } };
}
