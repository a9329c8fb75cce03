import { account, noreply } from '../accounts/account-view.ts';
import { notFound, ok, unprocessable } from '../core/answer.ts';
import { type Commit, lines, type Person } from '../core/bare-repository.ts';
import { nodeId } from '../core/node-id.ts';
import { linkHeader, pageOf } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { changedFiles, fileView } from './changed-files.ts';

export const commitRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits',
    docs: 'commits/commits#list-commits',
    needs: ['contents: read'],
    answer: listCommits,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref}',
    docs: 'commits/commits#get-a-commit',
    needs: ['contents: read'],
    answer: oneCommit,
  },
];

/** The commit to which a branch, a tag, a full ref or a SHA leads. */
export async function resolved(world: World, repository: Repository, name: string): Promise<Commit | undefined> {
  const refs = await world.refs(repository);
  const ref = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name].find((candidate) =>
    refs.has(candidate),
  );
  const known = ref === undefined ? await objectName(repository, name) : refs.get(ref)?.sha;
  return known === undefined ? undefined : repository.bare.commit(known);
}

/** A commit as lists and comparisons show it. */
export function commitView(world: World, { name }: Pick<Repository, 'name'>, commit: Commit) {
  const url = `${world.instance.url}/repos/${name}/commits/${commit.sha}`;
  const page = `${world.instance.gitUrl}/${name}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${world.instance.url}/repos/${name}/git/trees/${commit.tree}` },
      url: `${world.instance.url}/repos/${name}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: verification(world, commit),
    },
    url,
    html_url: `${page}/${commit.sha}`,
    comments_url: `${url}/comments`,
    author: accountOf(world, commit.author),
    committer: accountOf(world, commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${world.instance.url}/repos/${name}/commits/${sha}`,
      html_url: `${page}/${sha}`,
    })),
  };
}

/** The signature of a commit, as GitHub shows it. Signatures of GitHub are only recorded, not made. */
export function verification(world: World, { sha, committer }: Commit) {
  const isVerified = world.records.signed.has(sha);
  return {
    verified: isVerified,
    reason: isVerified ? 'valid' : 'unsigned',
    signature: isVerified ? '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n' : null,
    payload: isVerified ? `tree ${sha}` : null,
    verified_at: isVerified ? committer.date : null,
  };
}

async function listCommits(call: Call, repository: Repository) {
  const { world, query } = call;
  const start = await resolved(world, repository, query.get('sha') ?? (await repository.bare.defaultBranch()));
  if (start === undefined) throw notFound();
  const path = query.get('path');
  const walk = ['rev-list', start.sha, ...(path === null ? [] : ['--', path])];
  const { items, link } = pageOf(call, lines(await repository.bare.print(walk)));
  const commits = await repository.bare.commits(items);
  return {
    status: 200,
    headers: linkHeader(link),
    body: commits.map((commit) => commitView(world, repository, commit)),
  };
}

async function oneCommit({ world, parameters: { ref = '' } }: Call, repository: Repository) {
  const commit = await resolved(world, repository, ref);
  if (commit === undefined) throw unprocessable(`No commit found for SHA: ${ref}`);
  const files = await changedFiles(repository.bare, commit.parents[0], commit.sha);
  const [additions, deletions] = [sum(files.map((file) => file.additions)), sum(files.map((file) => file.deletions))];
  return ok({
    ...commitView(world, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => fileView(world, { name: repository.name, sha: commit.sha }, file)),
  });
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function objectName({ bare }: Repository, name: string): Promise<string | undefined> {
  return /^[0-9a-f]{7,40}$/.test(name) ? (await bare.object(name))?.sha : undefined;
}

/** The account to which an email address of a commit belongs, or null. */
function accountOf(world: World, { email }: Person) {
  const login = [...world.records.accounts.keys()].find((known) => noreply(world, known) === email);
  return login === undefined ? null : account(world, login);
}
