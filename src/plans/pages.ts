import { inUrl } from '../domain/repositories/in-url.ts';
import type { Fact } from '../domain/fact.ts';
import { repositoryOn } from '../domain/repositories/repository.ts';
import { short } from '../domain/text.ts';
import type { DirectedRemote } from '../world/git/git.ts';
import type { World } from '../world/world.ts';

/** Facts that link to pages of a repository. What is not there yet has no page. */
export type Pages = {
  readonly tag: (name: string, tag: string, isThere: boolean) => Fact;
  readonly commit: (sha: string, isThere: boolean) => Fact;
};

/** The pages of the repository behind a remote. Without a repository on the server of this run, there are no links. */
export async function pagesOf(where: DirectedRemote, { event, git }: Pick<World, 'event' | 'git'>): Promise<Pages> {
  const address = (await git.remotes.has(where.remote)) ? await git.remotes.address(where) : '';
  const repository = repositoryOn(event.server, address);
  const page = repository === undefined ? undefined : event.urlOf(repository);
  const url = (path: string, isThere: boolean) => (page === undefined || !isThere ? undefined : `${page}/${path}`);
  return {
    tag: (name, tag, isThere) => ({ name, value: tag, url: url(`releases/tag/${inUrl(tag)}`, isThere) }),
    commit: (sha, isThere) => ({ name: 'Commit', value: short(sha), url: url(`commit/${sha}`, isThere) }),
  };
}
