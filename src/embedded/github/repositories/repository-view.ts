import { account } from '../accounts/account-view.ts';
import { nodeId } from '../core/node-id.ts';
import type { Repository, World } from '../core/world.ts';

/** A repository as other resources show it. */
export async function repositoryView(world: World, repository: Repository) {
  const { name, owner, record, isPublic } = repository;
  const url = `${world.instance.url}/repos/${name}`;
  const page = `${world.instance.gitUrl}/${name}`;
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
    ...repositoryAddresses(url, page),
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

function repositoryAddresses(url: string, page: string) {
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
