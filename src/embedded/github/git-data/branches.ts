import { isProtectedBranch } from '../../git/rules.ts';
import { type Answer, notFound, ok } from '../core/answer.ts';
import { paged } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { commitView } from './commits.ts';

export const branchRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches',
    docs: 'branches/branches#list-branches',
    needs: ['contents: read'],
    answer: listBranches,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/branches/{branch}',
    docs: 'branches/branches#get-a-branch',
    needs: ['contents: read'],
    answer: oneBranch,
  },
];

async function listBranches(call: Call, repository: Repository): Promise<Answer> {
  const { world, query } = call;
  const wanted = query.get('protected');
  const heads = [...(await world.refs(repository))].filter(([ref]) => ref.startsWith('refs/heads/'));
  const branches = heads.filter(([ref]) => wanted === null || String(isProtected(world, ref)) === wanted);
  return paged(call, branches, ([ref, { sha }]) => ({
    name: ref.slice('refs/heads/'.length),
    commit: { sha, url: `${world.instance.url}/repos/${repository.name}/commits/${sha}` },
    protected: isProtected(world, ref),
  }));
}

async function oneBranch({ world, parameters: { branch = '' } }: Call, repository: Repository): Promise<Answer> {
  const ref = `refs/heads/${branch}`;
  const sha = await world.sha(repository, ref);
  const commit = sha === undefined ? undefined : await repository.bare.commit(sha);
  if (commit === undefined) throw notFound('Branch not found');
  const url = `${world.instance.url}/repos/${repository.name}/branches/${branch}`;
  return ok({
    name: branch,
    commit: commitView(world, repository, commit),
    _links: { self: url, html: `${world.instance.gitUrl}/${repository.name}/tree/${branch}` },
    protected: isProtected(world, ref),
    protection: {
      enabled: isProtected(world, ref),
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${url}/protection`,
  });
}

function isProtected({ instance }: World, ref: string): boolean {
  return isProtectedBranch(ref, instance.protectedBranches);
}
