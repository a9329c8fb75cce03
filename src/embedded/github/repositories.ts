import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { account, nodeId } from './accounts.ts';
import { mayDo, maySee, roleOf } from './access.ts';
import { type Access, isPerson } from './tokens.ts';
import { type Answer, notFound, ok, Refused } from './answer.ts';
import { textOf } from './fields.ts';
import { paged } from './paging.ts';
import type { Call, RepositoryRoute } from './route.ts';
import type { Repository, World } from './world.ts';

export const repositoryRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}',
    docs: 'repos/repos#get-a-repository',
    needs: [],
    answer: async ({ world, access }, repository) => ok(await fullRepository(world, repository, access)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/forks',
    docs: 'repos/forks#list-forks',
    needs: [],
    answer: listForks,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/forks',
    docs: 'repos/forks#create-a-fork',
    needs: ['administration: write'],
    answer: createFork,
  },
];

/** A repository as other resources show it. */
export async function repositoryView(world: World, repository: Repository) {
  const { name, owner, record, isPublic } = repository;
  const url = `${world.site.url}/repos/${name}`;
  const page = `${world.site.gitUrl}/${name}`;
  const openIssues = [...record.issues.values()].filter(({ state }) => state === 'open').length;
  const forks = world.forks(name).length;
  return {
    id: record.id,
    node_id: nodeId('Repository', record.id),
    name: name.split('/')[1],
    full_name: name,
    private: !isPublic,
    owner: account(world, owner),
    html_url: page,
    description: null,
    fork: record.parent !== undefined,
    url,
    ...addresses(url, page),
    ...figures,
    forks,
    forks_count: forks,
    open_issues: openIssues,
    open_issues_count: openIssues,
    visibility: isPublic ? 'public' : 'private',
    default_branch: await repository.bare.defaultBranch(),
    pushed_at: record.createdAt,
    created_at: record.createdAt,
    updated_at: record.createdAt,
  };
}

async function fullRepository(world: World, repository: Repository, access: Access) {
  const { parent } = repository.record;
  const source = parent === undefined ? undefined : world.repository(parent);
  const shown = source === undefined ? undefined : await repositoryView(world, source);
  const isOrganization = world.accountType(repository.owner) === 'Organization';
  return {
    ...(await repositoryView(world, repository)),
    has_discussions: false,
    permissions: permissionsOf(access, repository),
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    subscribers_count: 0,
    network_count: world.forks(repository.name).length,
    ...(isOrganization && { organization: account(world, repository.owner) }),
    ...(shown && { parent: shown, source: shown }),
  };
}

function permissionsOf(access: Access, repository: Repository) {
  const mayPush = mayDo(access, 'contents: write', repository);
  const mayAdministrate = mayDo(access, 'administration: write', repository);
  const mayMaintain = mayAdministrate || (mayPush && roleOf(access, repository.name) === 'maintain');
  return {
    admin: mayAdministrate,
    maintain: mayMaintain,
    push: mayPush,
    triage: mayPush,
    pull: maySee(access, repository),
  };
}

async function listForks(call: Call, { name }: Repository): Promise<Answer> {
  const forks = call.world.forks(name).flatMap((fork) => call.world.repository(fork) ?? []);
  return paged(call, forks, (fork) => repositoryView(call.world, fork));
}

async function createFork({ world, access, fields }: Call, repository: Repository): Promise<Answer> {
  const owner = textOf(fields, 'organization') ?? access?.login ?? '';
  if (!isPerson(owner)) throw new Refused(403, 'Resource not accessible by integration');
  if (textOf(fields, 'organization') !== undefined && !world.hasAccount(owner)) throw notFound();
  const wanted = `${owner}/${textOf(fields, 'name') ?? repository.name.split('/')[1]}`;
  const known = world.forks(repository.name).find((fork) => fork.startsWith(`${owner}/`));
  if (known === undefined) await clone(world, repository, wanted);
  const fork = world.repository(known ?? wanted);
  if (fork === undefined) throw new Error(`${wanted} was just made, and is not there.`);
  return { status: 202, body: await fullRepository(world, fork, access) };
}

/** The copy of a repository that borrows its objects; pull requests do not come along. */
async function clone(world: World, { name, bare }: Repository, fork: string): Promise<void> {
  const folder = join(world.site.root, `${fork}.git`);
  await mkdir(join(folder, 'objects/info'), { recursive: true });
  await mkdir(join(folder, 'refs'));
  await writeFile(join(folder, 'objects/info/alternates'), `${join(bare.folder, 'objects')}\n`);
  await Promise.all(['HEAD', 'config'].map((file) => copyFile(join(bare.folder, file), join(folder, file))));
  world.record(fork, name);
  const refs = [...(await bare.refs())].filter(([ref]) => /^refs\/(?:heads|tags)\//.test(ref));
  const updates = refs.map(([ref, { sha }]) => `create ${ref} ${sha}\n`).join('');
  await world.bare(fork).print(['update-ref', '--stdin'], { input: Buffer.from(updates) });
}

function addresses(url: string, page: string) {
  const below = Object.fromEntries(Object.entries(resources).map(([key, path]) => [`${key}_url`, `${url}/${path}`]));
  return {
    ...below,
    git_url: page.replace(/^http/, 'git'),
    ssh_url: `git@${new URL(page).hostname}:${new URL(page).pathname.slice(1)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
  };
}

const resources = {
  archive: '{archive_format}{/ref}',
  assignees: 'assignees{/user}',
  blobs: 'git/blobs{/sha}',
  branches: 'branches{/branch}',
  collaborators: 'collaborators{/collaborator}',
  comments: 'comments{/number}',
  commits: 'commits{/sha}',
  compare: 'compare/{base}...{head}',
  contents: 'contents/{+path}',
  contributors: 'contributors',
  deployments: 'deployments',
  downloads: 'downloads',
  events: 'events',
  forks: 'forks',
  git_commits: 'git/commits{/sha}',
  git_refs: 'git/refs{/sha}',
  git_tags: 'git/tags{/sha}',
  hooks: 'hooks',
  issue_comment: 'issues/comments{/number}',
  issue_events: 'issues/events{/number}',
  issues: 'issues{/number}',
  keys: 'keys{/key_id}',
  labels: 'labels{/name}',
  languages: 'languages',
  merges: 'merges',
  milestones: 'milestones{/number}',
  notifications: 'notifications{?since,all,participating}',
  pulls: 'pulls{/number}',
  releases: 'releases{/id}',
  stargazers: 'stargazers',
  statuses: 'statuses/{sha}',
  subscribers: 'subscribers',
  subscription: 'subscription',
  tags: 'tags',
  teams: 'teams',
  trees: 'git/trees{/sha}',
} as const;

const figures = {
  language: null,
  license: null,
  stargazers_count: 0,
  watchers_count: 0,
  watchers: 0,
  size: 0,
  is_template: false,
  topics: [],
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
  archived: false,
  disabled: false,
  allow_forking: true,
  web_commit_signoff_required: false,
};
