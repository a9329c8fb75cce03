import type { Actor, RepositoryEvent } from '../triggers/event.ts';
import type { RehearsedRepository } from './repository.ts';

type Refs = ReadonlyMap<string, string>;

const nothing = '0'.repeat(40);

/** The events of the branches and tags that moved: a push for each, and `create` for new ones. */
export async function pushEvents(
  repository: RehearsedRepository,
  { before, now, actor }: { readonly before: Refs; readonly now: Refs; readonly actor: Actor },
): Promise<readonly RepositoryEvent[]> {
  const moved = [...now].filter(([ref, sha]) => /^refs\/(?:heads|tags)\//.test(ref) && before.get(ref) !== sha);
  const tagsInPush = moved.filter(([ref]) => ref.startsWith('refs/tags/')).length;
  const events = moved.map(([ref, sha]) =>
    eventsOfRef(repository, { ref, sha, from: before.get(ref), actor, tagsInPush }),
  );
  return (await Promise.all(events)).flat();
}

type Moved = {
  readonly ref: string;
  readonly sha: string;
  readonly from: string | undefined;
  readonly actor: Actor;
  readonly tagsInPush: number;
};

/** The push that moved a ref, and `create` if the ref is new. */
export async function eventsOfRef(repository: RehearsedRepository, moved: Moved): Promise<readonly RepositoryEvent[]> {
  const { ref, sha, from, actor } = moved;
  const push = await pushOf(repository, moved);
  const [, type, name] = /^refs\/(head|tag)s\/(.+)$/.exec(ref) ?? [];
  const created = { ref: name, ref_type: type === 'head' ? 'branch' : 'tag' };
  return from === undefined ? [push, { name: 'create', ref, sha, actor, payload: created }] : [push];
}

async function pushOf(
  repository: RehearsedRepository,
  { ref, sha, from, actor, tagsInPush }: Moved,
): Promise<RepositoryEvent> {
  const found = await repository.look('log', '-1', '--format=%cI%n%B', sha);
  const [, timestamp, message = ''] = /^(\S+)\n?(.*)$/s.exec(found ?? '') ?? [];
  const paths = from === undefined ? undefined : await repository.look('diff', '--name-only', from, sha);
  const changed = paths === undefined ? {} : { changedPaths: paths.split('\n').filter(Boolean) };
  const head = { id: sha, message, timestamp };
  const payload = {
    ref,
    before: from ?? nothing,
    after: sha,
    created: from === undefined,
    deleted: false,
    head_commit: head,
    commits: [head],
  };
  return { name: 'push', ref, sha, actor, payload, message, tagsInPush, ...changed };
}
