import { isProtectedTag } from '../../git/rules.ts';
import { invalid } from '../core/answer.ts';
import type { ReleaseRecord } from '../core/records.ts';
import type { Call } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { resolved } from '../git-data/commits.ts';
import { refuseWorkflows, ruleViolations } from '../rules/forbidden-changes.ts';
import { creationViolation, violationText } from '../rules/violations.ts';
import { isLocked } from './immutable-releases.ts';

const longestBody = 125_000;

/** Refuses a release that GitHub does not store. A release that is published has to meet more conditions. */
export async function refuseUnreleasable({ bare, record }: Repository, release: ReleaseRecord): Promise<void> {
  const { id, tag, body = '', isDraft, isImmutable } = release;
  if (Array.from(body).length > longestBody) {
    const message = `body is too long (maximum is ${longestBody} characters)`;
    throw invalid({ resource: 'Release', code: 'custom', field: 'body', message });
  }
  if (!(await bare.isRefName(`refs/tags/${tag}`))) throw invalid(custom('tag_name', 'tag_name is not well-formed'));
  if (isDraft) return;
  const isTaken = record.releases.some((other) => other.id !== id && !other.isDraft && other.tag === tag);
  if (isTaken) throw invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' });
  if (record.immutableTags.has(tag) && !isImmutable)
    throw invalid(custom('tag_name', 'tag_name was used by an immutable release'), untagged);
}

/** The fields that change when a release is published. Its tag is created if it does not exist. */
export async function publication(
  call: Call,
  repository: Repository,
  release: ReleaseRecord,
): Promise<Partial<ReleaseRecord>> {
  const { world } = call;
  const ref = `refs/tags/${release.tag}`;
  const tagged = await world.sha(repository, ref);
  const commit = await repository.bare.commit(tagged ?? (await createTag(call, repository, release)));
  const isImmutable = release.isImmutable || repository.record.hasImmutableReleases;
  if (isImmutable) repository.record.immutableTags.add(release.tag);
  // `created_at` of a published release is the date of its commit: https://docs.github.com/rest/releases/releases#get-the-latest-release
  const createdAt = commit?.committer.date ?? release.createdAt;
  return { createdAt, publishedAt: world.now(), isDraft: false, isImmutable };
}

/** Creates a lightweight tag at a branch or a commit, and returns the commit. */
async function createTag(call: Call, repository: Repository, { tag, target }: ReleaseRecord): Promise<string> {
  const refs = await call.world.refs(repository);
  const isPossible = refs.has(`refs/heads/${target}`) || /^[0-9a-f]{40}$/.test(target);
  const commit = isPossible ? await resolved(call.world, repository, target) : undefined;
  if (commit === undefined) throw invalid(custom('tag_name', 'tag_name is not a valid tag'), untagged, wrongTarget);
  const update = { ref: `refs/tags/${tag}`, from: undefined, to: commit.sha };
  const isProtected =
    isProtectedTag(update.ref, call.world.instance.protectedTags) || isLocked(repository.record, update);
  const violations = isProtected ? [creationViolation] : await ruleViolations(call, repository, update);
  if (violations.length > 0) throw invalid(custom('pre_receive', `pre_receive ${violationText(violations)}`), untagged);
  await refuseWorkflows(call, repository, commit.sha);
  await repository.bare.set(update.ref, commit.sha);
  return commit.sha;
}

const custom = (field: string, message: string) => ({ resource: 'Release', code: 'custom', field, message }) as const;
const untagged = { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' } as const;
const wrongTarget = { resource: 'Release', code: 'invalid', field: 'target_commitish' } as const;
