import { mayDo } from '../core/access.ts';
import { type Answer, created, invalid, noContent, notFound, ok } from '../core/answer.ts';
import { type Fields, flagOf, textOf } from '../core/fields.ts';
import { paged } from '../core/paging.ts';
import type { ReleaseRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { chooseLatest, latestRelease, refuseLatest } from './latest-release.ts';
import { publication, refuseUnreleasable } from './publication.ts';
import { generatedNotes } from './release-notes.ts';
import { releaseView } from './release-view.ts';

const base = '/repos/{owner}/{repo}/releases';

export const releaseRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: base,
    docs: 'releases/releases#list-releases',
    needs: ['contents: read'],
    answer: listReleases,
  },
  {
    method: 'POST',
    path: base,
    docs: 'releases/releases#create-a-release',
    needs: ['contents: write'],
    answer: createRelease,
  },
  {
    method: 'GET',
    path: `${base}/latest`,
    docs: 'releases/releases#get-the-latest-release',
    needs: ['contents: read'],
    answer: ({ world }, repository) => releaseAnswer(latestRelease(repository.record), { world, repository }),
  },
  {
    method: 'GET',
    path: `${base}/tags/{tag}`,
    docs: 'releases/releases#get-a-release-by-tag-name',
    needs: ['contents: read'],
    answer: releaseByTag,
  },
  {
    method: 'GET',
    path: `${base}/{release_id}`,
    docs: 'releases/releases#get-a-release',
    needs: ['contents: read'],
    answer: (call, repository) => releaseAnswer(releaseOf(call, repository), { world: call.world, repository }),
  },
  {
    method: 'PATCH',
    path: `${base}/{release_id}`,
    docs: 'releases/releases#update-a-release',
    needs: ['contents: write'],
    answer: updateRelease,
  },
  {
    method: 'DELETE',
    path: `${base}/{release_id}`,
    docs: 'releases/releases#delete-a-release',
    needs: ['contents: write'],
    answer: deleteRelease,
  },
];

/** The release that a path names. Drafts are found only with a token that may push. */
export function releaseOf(call: Call, repository: Repository): ReleaseRecord {
  const found = visibleReleases(call, repository).find(({ id }) => String(id) === call.parameters['release_id']);
  if (found === undefined) throw notFound();
  return found;
}

/** The releases that a token may see, the newest first: https://docs.github.com/rest/releases/releases#list-releases */
export function visibleReleases({ access }: Pick<Call, 'access'>, repository: Repository): ReleaseRecord[] {
  const maySeeDrafts = access !== undefined && mayDo(access, 'contents: write', repository);
  const newestFirst = (one: ReleaseRecord, other: ReleaseRecord) =>
    Date.parse(other.createdAt) - Date.parse(one.createdAt) || other.id - one.id;
  return repository.record.releases.filter(({ isDraft }) => maySeeDrafts || !isDraft).toSorted(newestFirst);
}

function releaseAnswer(
  release: ReleaseRecord | undefined,
  { world, repository }: Pick<Call, 'world'> & { readonly repository: Repository },
): Answer {
  if (release === undefined) throw notFound();
  return ok(releaseView(world, repository, release));
}

async function listReleases(call: Call, repository: Repository): Promise<Answer> {
  const releases = listedByNow(visibleReleases(call, repository));
  return paged(call, releases, (release) => releaseView(call.world, repository, release));
}

function releaseByTag(call: Call, repository: Repository): Answer {
  const published = visibleReleases(call, repository).filter(({ isDraft }) => !isDraft);
  const found = listedByNow(published.filter(({ tag }) => tag === call.parameters['tag']));
  return releaseAnswer(found[0], { world: call.world, repository });
}

/** Without the releases that lists do not show yet. Each call counts as one list: see the setting `staleLists`. */
function listedByNow(releases: readonly ReleaseRecord[]): ReleaseRecord[] {
  return releases.filter((release) => release.hiddenFor-- <= 0);
}

async function createRelease(call: Call, repository: Repository): Promise<Answer> {
  const { world, fields } = call;
  const release = await newRelease(call, repository);
  refuseLatest(call, release);
  await refuseUnreleasable(repository, release);
  if (flagOf(fields, 'generate_release_notes') === true) {
    const { name, body } = await generatedNotes(world, repository, { tag: release.tag, target: release.target });
    release.name ??= name;
    release.body = [release.body, body].filter(Boolean).join('\n\n');
  }
  if (!release.isDraft) Object.assign(release, await publication(call, repository, release));
  repository.record.releases.push(release);
  chooseLatest(call, repository.record, { release, isPublication: !release.isDraft });
  return created(releaseView(world, repository, release));
}

async function newRelease({ world, access, fields }: Call, { bare }: Repository): Promise<ReleaseRecord> {
  const tag = textOf(fields, 'tag_name');
  if (tag === undefined) throw invalid({ resource: 'Release', field: 'tag_name', code: 'missing_field' });
  const now = world.now();
  return {
    id: world.id(),
    author: access?.login ?? 'ghost',
    assets: [],
    tag,
    target: textOf(fields, 'target_commitish') ?? (await bare.defaultBranch()),
    name: textOf(fields, 'name'),
    body: textOf(fields, 'body'),
    isDraft: flagOf(fields, 'draft') ?? false,
    isPrerelease: flagOf(fields, 'prerelease') ?? false,
    isImmutable: false,
    createdAt: now,
    updatedAt: now,
    publishedAt: undefined,
    hiddenFor: world.instance.settings.staleLists ?? 0,
  };
}

async function updateRelease(call: Call, repository: Repository): Promise<Answer> {
  const { world, fields } = call;
  const release = releaseOf(call, repository);
  const wanted = { ...release, ...changes(fields, release), updatedAt: world.now() };
  refuseImmutableChanges(release, wanted);
  refuseLatest(call, wanted);
  await refuseUnreleasable(repository, wanted);
  const isPublication = release.isDraft && !wanted.isDraft;
  const needsTag = !wanted.isDraft && (isPublication || wanted.tag !== release.tag);
  const published = needsTag ? await publication(call, repository, wanted) : {};
  Object.assign(release, wanted, published);
  if (release.isDraft) release.publishedAt = undefined;
  chooseLatest(call, repository.record, { release, isPublication });
  return ok(releaseView(world, repository, release));
}

function changes(fields: Fields, release: ReleaseRecord): Partial<ReleaseRecord> {
  return {
    tag: textOf(fields, 'tag_name') ?? release.tag,
    target: textOf(fields, 'target_commitish') ?? release.target,
    name: 'name' in fields ? textOf(fields, 'name') : release.name,
    body: 'body' in fields ? textOf(fields, 'body') : release.body,
    isDraft: flagOf(fields, 'draft') ?? release.isDraft,
    isPrerelease: flagOf(fields, 'prerelease') ?? release.isPrerelease,
  };
}

/** An immutable release keeps its tag and stays published. Other fields can be edited. */
function refuseImmutableChanges(release: ReleaseRecord, wanted: ReleaseRecord): void {
  if (!release.isImmutable) return;
  const field = wanted.isDraft ? 'state' : wanted.tag === release.tag ? undefined : 'tag_name';
  if (field === undefined) return;
  const message = `${field} cannot be changed when release is immutable`;
  throw invalid({ resource: 'Release', code: 'custom', field, message });
}

function deleteRelease(call: Call, repository: Repository): Answer {
  const release = releaseOf(call, repository);
  const { releases } = repository.record;
  releases.splice(releases.indexOf(release), 1);
  return noContent;
}
