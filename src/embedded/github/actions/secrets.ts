import { mayDo, notAccessible } from '../core/access.ts';
import { type Answer, notFound, Refused } from '../core/answer.ts';
import { pagedWithCount } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { JobSettings } from '../core/settings.ts';
import type { Repository } from '../core/world.ts';

const base = '/repos/{owner}/{repo}/actions';

type Names = (settings: JobSettings) => readonly string[] | undefined;
type Variables = (settings: JobSettings) => Readonly<Record<string, string>> | undefined;

export const secretRoutes: readonly RepositoryRoute[] = [
  secrets('secrets', 'list-repository-secrets', ({ secrets: names }) => names),
  secrets(
    'organization-secrets',
    'list-repository-organization-secrets',
    ({ organizationSecrets }) => organizationSecrets,
  ),
  variables('variables', 'list-repository-variables', ({ variables: values }) => values),
  variables(
    'organization-variables',
    'list-repository-organization-variables',
    ({ organizationVariables }) => organizationVariables,
  ),
];

function secrets(path: string, docs: string, of: Names): RepositoryRoute {
  const need = 'secrets: read';
  return {
    method: 'GET',
    path: `${base}/${path}`,
    docs: `actions/secrets#${docs}`,
    needs: [need],
    answer: (call, repository) => {
      refuseReaders(call, repository, need);
      return secretPage(call, repository, of(jobSettings(call, repository)) ?? []);
    },
  };
}

function variables(path: string, docs: string, of: Variables): RepositoryRoute {
  const need = 'variables: read';
  return {
    method: 'GET',
    path: `${base}/${path}`,
    docs: `actions/variables#${docs}`,
    needs: [need],
    answer: (call, repository) => {
      refuseReaders(call, repository, need);
      return variablePage(call, repository, of(jobSettings(call, repository)) ?? {});
    },
  };
}

export const jobSettings = ({ world }: Call, { name }: Repository): JobSettings =>
  world.instance.settings.jobs?.[name] ?? {};

/** Only collaborators may see it, in public repositories too. A classic token gets a 404. */
export function refuseReaders({ access }: Call, repository: Repository, need: `${string}: ${'read' | 'write'}`): void {
  if (mayDo(access, need, { ...repository, isPublic: false })) return;
  if (access === undefined) throw new Refused(401, 'Requires authentication');
  throw access.kind === 'classic' ? notFound() : notAccessible(access);
}

export function secretPage(call: Call, { record }: Repository, names: readonly string[]): Promise<Answer> {
  const { createdAt } = record;
  const view = (name: string) => ({ name, created_at: createdAt, updated_at: createdAt });
  return pagedWithCount(call, { name: 'secrets', all: names, view });
}

export function variablePage(
  call: Call,
  { record }: Repository,
  values: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { createdAt } = record;
  const view = ([name, value]: readonly [string, string]) => ({
    name,
    value,
    created_at: createdAt,
    updated_at: createdAt,
  });
  return pagedWithCount(call, { name: 'variables', all: Object.entries(values), view });
}
