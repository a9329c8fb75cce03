import { mayDo, notAccessible } from '../core/access.ts';
import { type Answer, noContent, notFound, ok } from '../core/answer.ts';
import type { RepositoryRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import type { RefChange } from '../rules/ref-change.ts';

const path = '/repos/{owner}/{repo}/immutable-releases';

export const immutableReleaseRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path,
    docs: 'repos/repos#check-if-immutable-releases-are-enabled-for-a-repository',
    needs: ['administration: read'],
    answer: isEnabled,
  },
  {
    method: 'PUT',
    path,
    docs: 'repos/repos#enable-immutable-releases',
    needs: ['administration: write'],
    answer: (_, { record }) => setting(record, true),
  },
  {
    method: 'DELETE',
    path,
    docs: 'repos/repos#disable-immutable-releases',
    needs: ['administration: write'],
    answer: (_, { record }) => setting(record, false),
  },
];

/** Whether a change concerns the tag of an immutable release, or creates the tag of a deleted one again. */
export function isLocked({ releases, immutableTags }: RepositoryRecord, { ref, from }: RefChange): boolean {
  const tag = ref.replace(/^refs\/tags\//, '');
  if (tag === ref || !immutableTags.has(tag)) return false;
  return from === undefined || releases.some((release) => release.isImmutable && release.tag === tag);
}

/** Only administrators may see the setting, in public repositories too. */
function isEnabled({ access }: Call, repository: Repository): Answer {
  if (!mayDo(access, 'administration: read', { ...repository, isPublic: false })) throw notAccessible(access);
  if (!repository.record.hasImmutableReleases) throw notFound();
  return ok({ enabled: true, enforced_by_owner: false });
}

function setting(record: RepositoryRecord, isOn: boolean): Answer {
  record.hasImmutableReleases = isOn;
  return noContent;
}
