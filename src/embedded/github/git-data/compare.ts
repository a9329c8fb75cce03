import { type Answer, notFound } from '../core/answer.ts';
import { type Commit, lines } from '../core/bare-repository.ts';
import { linkHeader, pageOf } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { changedFiles, fileView } from './changed-files.ts';
import { commitView, resolved } from './commits.ts';

export const compareRoute: RepositoryRoute = {
  method: 'GET',
  path: '/repos/{owner}/{repo}/compare/{basehead}',
  docs: 'commits/commits#compare-two-commits',
  needs: ['contents: read'],
  answer: compare,
};

async function compare(call: Call, compared: Repository): Promise<Answer> {
  const { world } = call;
  const repository = world.withNetwork(compared);
  const [base = '', head = ''] = (call.parameters['basehead'] ?? '').split('...');
  const [from, to] = await Promise.all([inNetwork(world, repository, base), inNetwork(world, repository, head)]);
  if (from === undefined || to === undefined) throw notFound();
  const start = await repository.bare.mergeBase(from.sha, to.sha);
  const mergeBase = start === undefined ? undefined : await repository.bare.commit(start);
  if (mergeBase === undefined) throw notFound(`No common ancestor between ${base} and ${head}.`);
  const shas = lines(await repository.bare.print(['rev-list', '--reverse', `${from.sha}..${to.sha}`]));
  const { items, link } = pageOf(call, shas);
  const commits = await repository.bare.commits(items);
  const behind = Number(await repository.bare.print(['rev-list', '--count', `${to.sha}..${from.sha}`]));
  const files = await changedFiles(repository.bare, mergeBase.sha, to.sha);
  const body = {
    ...comparisonAddresses(world, repository, { base, head }),
    base_commit: commitView(world, repository, from),
    merge_base_commit: commitView(world, repository, mergeBase),
    status: comparisonStatus(shas.length, behind),
    ahead_by: shas.length,
    behind_by: behind,
    total_commits: shas.length,
    commits: commits.map((commit) => commitView(world, repository, commit)),
    files: files.slice(0, 300).map((file) => fileView(world, { name: repository.name, sha: to.sha }, file)),
  };
  return { status: 200, headers: linkHeader(link), body };
}

/** The commit of `ref`, `owner:ref` or `owner:repository:ref`, which may be in a fork. */
async function inNetwork(world: World, repository: Repository, name: string): Promise<Commit | undefined> {
  const parts = name.split(':');
  const ref = parts.pop() ?? '';
  const [owner, named] = parts;
  if (owner === undefined || owner === repository.owner) return resolved(world, repository, ref);
  const other = named === undefined ? world.inNetwork(repository.name, owner) : world.repository(`${owner}/${named}`);
  return other === undefined ? undefined : resolved(world, other, ref);
}

function comparisonStatus(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

function comparisonAddresses(
  { instance }: World,
  { name }: Repository,
  { base, head }: { base: string; head: string },
) {
  const page = `${instance.gitUrl}/${name}/compare/${base}...${head}`;
  return {
    url: `${instance.url}/repos/${name}/compare/${base}...${head}`,
    html_url: page,
    permalink_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
  };
}
