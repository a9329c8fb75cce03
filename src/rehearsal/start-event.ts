import { ReleaseError } from '../domain/error.ts';
import { quoted } from '../domain/text.ts';
import type { Asked } from './rehearse-arguments.ts';
import { releaseEvents } from './servers/happened.ts';
import { eventsOfRef } from './servers/pushes.ts';
import type { RehearsedRepository } from './servers/repository.ts';
import type { RepositoryEvent } from './triggers/event.ts';

const person = { login: 'you', kind: 'person' } as const;

/**
 * What somebody does, as GitHub tells workflows of it. A name of a workflow file stands for starting it, that of a branch for a
 * push to it, and everything else for pushing a tag.
 */
export async function startEvents(
  asked: Asked,
  repository: RehearsedRepository,
  head: string,
): Promise<readonly RepositoryEvent[]> {
  const { what, isReleased } = asked;
  if (/\.ya?ml$/.test(what)) return [await dispatch(asked, repository)];
  const ref = `refs/tags/${what}`;
  const branch = `refs/heads/${what}`;
  const [tagged, found] = await Promise.all([repository.commitOf(ref), repository.commitOf(branch)]);
  const tip = tagged === undefined && !isReleased ? found : undefined;
  const moved =
    tip === undefined
      ? { ref, sha: tagged ?? head, from: undefined, tagsInPush: 1 }
      : { ref: branch, sha: tip, from: await repository.commitOf(`${tip}^`), tagsInPush: 0 };
  const pushed = tagged === undefined || !isReleased ? await eventsOfRef(repository, { ...moved, actor: person }) : [];
  const released = isReleased ? releaseEvents({ tag_name: what }) : [];
  return [...pushed, ...released.map((one) => ({ ...one, ref, sha: moved.sha, actor: person }))];
}

type Dispatched = Pick<Asked, 'what' | 'inputs'> & { readonly ref?: string | undefined };

/** Somebody starts a workflow. */
export async function dispatch(
  { what, ref, inputs }: Dispatched,
  repository: RehearsedRepository,
): Promise<RepositoryEvent> {
  const name = ref ?? repository.defaultBranch;
  const workflow = what.includes('/') ? what : `.github/workflows/${what}`;
  for (const kind of ['heads', 'tags']) {
    const whole = `refs/${kind}/${name}`;
    const sha = await repository.commitOf(whole);
    if (sha === undefined) continue;
    const payload = { inputs, ref: whole, workflow };
    return { name: 'workflow_dispatch', ref: whole, sha, actor: person, payload, workflow, inputs };
  }
  throw new ReleaseError(`There is no branch ${quoted(name)}.`, { fix: 'Give another --ref.' });
}

/** Somebody pushes a new tag. */
export const pushOfTag = (
  repository: RehearsedRepository,
  tag: string,
  sha: string,
): Promise<readonly RepositoryEvent[]> =>
  eventsOfRef(repository, { ref: `refs/tags/${tag}`, sha, from: undefined, actor: person, tagsInPush: 1 });

/** Somebody opens a pull request, which GitHub would merge as this commit. */
export function openedPullRequest({ defaultBranch }: RehearsedRepository, sha: string): RepositoryEvent {
  const head = { sha, ref: 'a-branch' };
  return {
    name: 'pull_request',
    activity: 'opened',
    ref: 'refs/pull/1/merge',
    sha,
    actor: person,
    payload: { number: 1, pull_request: { number: 1, head, base: { ref: defaultBranch } } },
    baseBranch: defaultBranch,
    headBranch: head.ref,
  };
}
