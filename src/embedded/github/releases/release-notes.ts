import { type Answer, notFound, ok } from '../core/answer.ts';
import { type Commit, lines } from '../core/bare-repository.ts';
import { requiredText, textOf } from '../core/fields.ts';
import type { PullIssue } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { resolved } from '../git-data/commits.ts';

export const releaseNotesRoute: RepositoryRoute = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/releases/generate-notes',
  docs: 'releases/releases#generate-release-notes-content-for-a-release',
  needs: ['contents: write'],
  answer: generateNotes,
};

type NotesRange = {
  readonly tag: string;
  readonly target?: string | undefined;
  readonly previous?: string | undefined;
};

type ReleaseNotes = { readonly name: string; readonly body: string };

async function generateNotes({ world, fields }: Call, repository: Repository): Promise<Answer> {
  const range = {
    tag: requiredText(fields, 'tag_name'),
    target: textOf(fields, 'target_commitish'),
    previous: textOf(fields, 'previous_tag_name'),
  };
  return ok(await generatedNotes(world, repository, range));
}

/** The notes that GitHub writes: the pull requests since the previous tag, by default the tag of the last release. */
export async function generatedNotes(world: World, repository: Repository, range: NotesRange): Promise<ReleaseNotes> {
  const { tag, target = await repository.bare.defaultBranch() } = range;
  const end = (await tagged(world, repository, tag)) ?? (await resolved(world, repository, target));
  const previous = range.previous ?? (await previousTag(repository, tag, end?.sha));
  const start = previous === undefined ? undefined : await tagged(world, repository, previous);
  if (end === undefined || (previous !== undefined && start === undefined)) throw notFound();
  const before = start === undefined ? [] : await mergedIn(world, repository, start.sha);
  const pulls = await mergedIn(world, repository, start === undefined ? end.sha : `${start.sha}..${end.sha}`);
  const page = `${world.instance.gitUrl}/${repository.name}`;
  const changes = previous === undefined ? `commits/${tag}` : `compare/${previous}...${tag}`;
  const sections = pulls.length === 0 ? [] : [whatChanged(page, pulls), newContributors(page, pulls, before)];
  return { name: tag, body: [...sections, `**Full Changelog**: ${page}/${changes}`].join('\n') };
}

function tagged(world: World, repository: Repository, tag: string): Promise<Commit | undefined> {
  return resolved(world, repository, `refs/tags/${tag}`);
}

async function previousTag({ record, bare }: Repository, tag: string, end = ''): Promise<string | undefined> {
  const published = record.releases.filter((release) => !release.isDraft && release.tag !== tag);
  const newestFirst = published.toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt));
  for (const release of newestFirst) {
    if (await bare.isAncestor(`refs/tags/${release.tag}`, end)) return release.tag;
  }
  return undefined;
}

/** The pull requests whose merges are among some commits, in the order of their merges. */
async function mergedIn(world: World, repository: Repository, range: string): Promise<PullIssue[]> {
  const commits = new Set(lines(await repository.bare.print(['rev-list', range])));
  const mergedAt = ({ pull }: PullIssue) => Date.parse(pull.merged?.at ?? '');
  return world
    .pulls(repository)
    .filter(({ pull }) => commits.has(pull.merged?.commit ?? ''))
    .toSorted((one, other) => mergedAt(one) - mergedAt(other) || one.number - other.number);
}

function whatChanged(page: string, pulls: readonly PullIssue[]): string {
  const entries = pulls.map(({ title, author, number }) => `* ${title} by @${author} in ${page}/pull/${number}\n`);
  return `## What's Changed\n${entries.join('')}`;
}

function newContributors(page: string, pulls: readonly PullIssue[], before: readonly PullIssue[]): string {
  const known = new Set(before.map(({ author }) => author));
  const first = new Map(pulls.toReversed().map((pull) => [pull.author, pull]));
  const entries = Array.from(first.values())
    .filter(({ author }) => !known.has(author))
    .toSorted((one, other) => one.number - other.number)
    .map(({ author, number }) => `* @${author} made their first contribution in ${page}/pull/${number}\n`);
  return entries.length === 0 ? '' : `## New Contributors\n${entries.join('')}`;
}
