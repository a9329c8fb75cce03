import { noreply } from '../accounts/account-view.ts';
import { type Answer, created, notFound, ok, unprocessable } from '../core/answer.ts';
import type { Commit, NewCommit, Person } from '../core/bare-repository.ts';
import { type Fields, objectOf, requiredText, textOf, textsOf } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { verification } from './commits.ts';

export const commitObjectRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    docs: 'git/commits#get-a-commit-object',
    needs: ['contents: read'],
    answer: oneCommitObject,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/commits',
    docs: 'git/commits#create-a-commit',
    needs: ['contents: write'],
    answer: createCommit,
  },
];

type Authorship = Pick<NewCommit, 'author' | 'committer'> & { readonly isSigned: boolean };

/** Author and committer of a commit made through the API. GitHub signs the commits of Apps that name neither. */
export function authorship({ world, access, fields }: Call): Authorship {
  const login = access?.login ?? 'ghost';
  const date = world.now();
  const self = { name: login, email: noreply(world, login), date };
  const [author, committer] = [personIn(fields, 'author', date), personIn(fields, 'committer', date)];
  const isSigned =
    author === undefined && committer === undefined && (access?.kind === 'job' || access?.kind === 'app');
  if (isSigned) return { author: self, committer: { name: 'GitHub', email: 'noreply@github.com', date }, isSigned };
  return { author: author ?? committer ?? self, committer: committer ?? author ?? self, isSigned };
}

/** Stores a commit, and records whether GitHub signed it. */
export async function storeCommit(
  world: World,
  { bare }: Repository,
  { isSigned, ...commit }: NewCommit & { readonly isSigned: boolean },
): Promise<Commit> {
  const sha = await bare.store(commit);
  if (isSigned) world.records.signed.add(sha);
  const stored = await bare.commit(sha);
  if (stored === undefined) throw new Error(`The commit ${sha} was just stored, but git does not find it.`);
  return stored;
}

/** A commit as the endpoints below /git/ show it. */
export function commitObjectView(world: World, { name }: Repository, commit: Commit) {
  const url = `${world.instance.url}/repos/${name}/git`;
  const page = `${world.instance.gitUrl}/${name}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: `${url}/commits/${commit.sha}`,
    html_url: `${page}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${page}/${sha}` })),
    verification: verification(world, commit),
  };
}

async function oneCommitObject(
  { world, parameters: { commit_sha: sha = '' } }: Call,
  repository: Repository,
): Promise<Answer> {
  const object = await repository.bare.object(sha);
  const commit = object?.type === 'commit' ? await repository.bare.commit(object.sha) : undefined;
  if (commit === undefined) throw notFound();
  return ok(commitObjectView(world, repository, commit));
}

async function createCommit(call: Call, repository: Repository): Promise<Answer> {
  const { world, fields } = call;
  const [message, tree, parents] = [
    requiredText(fields, 'message'),
    requiredText(fields, 'tree'),
    textsOf(fields, 'parents') ?? [],
  ];
  if ((await repository.bare.object(tree))?.type !== 'tree') throw unprocessable('Tree SHA does not exist');
  const types = await Promise.all(parents.map(async (parent) => (await repository.bare.object(parent))?.type));
  if (types.some((type) => type !== 'commit'))
    throw unprocessable('Parent SHA does not exist or is not a commit object');
  const commit = await storeCommit(world, repository, { message, tree, parents, ...authorship(call) });
  return created(commitObjectView(world, repository, commit));
}

function personIn(fields: Fields, name: string, now: string): Person | undefined {
  const given = objectOf(fields, name);
  if (given === undefined) return undefined;
  return { name: requiredText(given, 'name'), email: requiredText(given, 'email'), date: textOf(given, 'date') ?? now };
}
