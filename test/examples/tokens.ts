import { parse } from 'yaml';
import type { Token } from '../../src/embedded/github/server.ts';
import { tokenName } from '../support/token-name.ts';

/** The tokens of an admin of the repository, and of a person with the role write. */
export const people = { admin: 'admin-token', writer: 'writer-token' } as const;

/** The account that has forks of the repositories of others. Its token is as the documentation of Kubernetes asks for it. */
export const bot = {
  token: 'bot-token',
  login: 'release-bot',
  kind: 'classic',
  scopes: ['public_repo', 'workflow'],
  repositories: [],
} satisfies Token;

type Permissions = Readonly<Record<string, 'read' | 'write'>>;

type Job = {
  readonly permissions?: Permissions;
  /** A job that calls a workflow has none. */
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, string>> }[];
};

export const tokenOfPerson = (login: string): string => `${login}-token`;

type Project = { readonly repository: string; readonly people?: readonly string[] };

/** The tokens of people, and one token for every set of permissions in workflows, and in those that they call. */
export function tokensFor(
  workflows: readonly string[],
  { repository, people: logins = [] }: Project,
): readonly Token[] {
  const ofWorkflows = workflows.flatMap(jobsIn).flatMap((job) => [
    ...variants(job.permissions ?? {}).map((permissions) => tokenOf('job', permissions, repository)),
    ...appPermissions(job)
      .flatMap(variants)
      .map((permissions) => tokenOf('app', permissions, repository)),
  ]);
  const scopes = ['repo', 'workflow'];
  return [
    { token: people.admin, login: 'admin', kind: 'classic', scopes, role: 'admin' },
    { token: people.writer, login: 'writer', kind: 'classic', scopes, role: 'write' },
    ...logins.map((login) => ({ token: tokenOfPerson(login), login, kind: 'classic', scopes, role: 'write' }) as const),
    bot,
    ...new Map(ofWorkflows.map((token) => [token.token, token])).values(),
  ];
}

/** The permissions, and each set with one permission less, which a test may ask for. */
function variants(permissions: Permissions): readonly Permissions[] {
  const entries = Object.entries(permissions);
  return [permissions, ...entries.map((left) => Object.fromEntries(entries.filter((entry) => entry !== left)))];
}

// Why: docs/decisions.md D30
/** The permissions of a workflow: those of its jobs, and those of each token of the App. */
export function permissionsIn(workflow: string) {
  const jobs = jobsIn(workflow);
  const tokens = jobs.flatMap(appPermissions);
  return {
    permissions: Object.assign({}, ...jobs.map(({ permissions }) => permissions)) as Permissions,
    tokens: tokens.map((asked) => tokenName('', asked).slice(1).replaceAll('.', ' ')),
  };
}

const jobsIn = (workflow: string) => Object.values((parse(workflow) as { jobs: Record<string, Job> }).jobs);

function appPermissions({ steps = [] }: Job): readonly Permissions[] {
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
  token: tokenName(kind, permissions),
  login: logins[kind],
  kind,
  permissions,
  repositories: [repository],
});
