import { ReleaseError } from '../domain/error.ts';
import { repositoryOn } from '../domain/repositories/repository.ts';
import { orRefusal } from '../world/parallel.ts';
import type { World } from '../world/world.ts';

/** The repository of the remote origin, as `owner/name`. Without a checkout, the one of the workflow. */
export async function repositoryHere({ event, git }: Pick<World, 'event' | 'git'>): Promise<string> {
  const address = await orRefusal(git.remotes.address({ remote: 'origin', direction: 'push' }));
  const there = address instanceof ReleaseError ? undefined : repositoryOn(event.server, address);
  const found = there ?? repositoryOn(event.server, event.repositoryUrl ?? '');
  if (found !== undefined) return found;
  if (address instanceof ReleaseError) throw address;
  throw new ReleaseError(`The remote origin is not on ${event.server}.`, {
    fix: 'Set the input repository, as owner/name.',
  });
}
