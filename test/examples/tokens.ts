import { parse } from 'yaml';
import type { Token } from '../../src/embedded/github/server.ts';

/** Whoever administers a repository, and whoever only writes to it. */
export const people = { admin: 'admin-token', writer: 'writer-token' } as const;

type Permissions = Readonly<Record<string, 'read' | 'write'>>;

type Job = {
  readonly permissions?: Permissions;
  readonly steps: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }[];
};

/** The tokens of people, and one for every set of permissions that a workflow states, with exactly those. */
export function tokensFor(workflows: readonly string[], repository: string): readonly Token[] {
  const ofWorkflows = workflows.flatMap((workflow) => [
    ...variants(permissionsOf(workflow)).map((permissions) => tokenOf('job', permissions, repository)),
    ...jobsIn(workflow)
      .flatMap(appPermissions)
      .flatMap(variants)
      .map((permissions) => tokenOf('app', permissions, repository)),
  ]);
  const scopes = ['repo', 'workflow'];
  return [
    { token: people.admin, login: 'admin', kind: 'classic', scopes, role: 'admin' },
    { token: people.writer, login: 'writer', kind: 'classic', scopes, role: 'write' },
    ...new Map(ofWorkflows.map((token) => [token.token, token])).values(),
  ];
}

/** What is asked for, and the same with one permission less, which a test may ask for instead. */
function variants(permissions: Permissions): readonly Permissions[] {
  const entries = Object.entries(permissions);
  return [permissions, ...entries.map((left) => Object.fromEntries(entries.filter((entry) => entry !== left)))];
}

/** The token that the job of a workflow has, by name. */
export const jobToken = (workflow: string): string => named('job', permissionsOf(workflow));

// Why: docs/decisions.md D30
/** Act has one token for all jobs of a run. */
function permissionsOf(workflow: string): Permissions {
  const [job, ...others] = jobsIn(workflow);
  if (others.length > 0)
    throw new Error('The jobs of a workflow may have different permissions, and act has one token.');
  return job?.permissions ?? {};
}

/** What a workflow asks for: for its job, and for each token of the App. */
export function permissionsIn(workflow: string) {
  const tokens = jobsIn(workflow).flatMap(appPermissions);
  return {
    permissions: permissionsOf(workflow),
    tokens: tokens.map((asked) => named('', asked).slice(1).replaceAll('.', ' ')),
  };
}

const jobsIn = (workflow: string) => Object.values((parse(workflow) as { jobs: Record<string, Job> }).jobs);

function appPermissions({ steps }: Job): readonly Permissions[] {
  const asking = steps.filter(({ uses = '' }) => uses.startsWith('actions/create-github-app-token@'));
  return asking.map(({ with: inputs = {} }) => {
    const given = Object.entries(inputs).filter(([name]) => name.startsWith('permission-'));
    return Object.fromEntries(
      given.map(([name, level]) => [name.slice('permission-'.length), level as 'read' | 'write']),
    );
  });
}

const logins = { job: 'github-actions[bot]', app: 'release-app[bot]' };

const tokenOf = (kind: 'job' | 'app', permissions: Permissions, repository: string): Token => ({
  token: named(kind, permissions),
  login: logins[kind],
  kind,
  permissions,
  repositories: [repository],
});

/** As the stand-in for actions/create-github-app-token names them. */
const named = (kind: string, permissions: Permissions) =>
  [
    kind,
    ...Object.entries(permissions)
      .map(([name, level]) => `${name}-${level}`)
      .toSorted(),
  ].join('.');
