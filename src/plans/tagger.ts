import { ReleaseError } from '../domain/error.ts';
import { githubBot } from '../domain/repositories/identity.ts';
import type { Signer } from '../world/git/git.ts';
import type { World } from '../world/world.ts';

/** How a person tells git who they are. */
export const setIdentity =
  'Set them: git config --global user.name "Your Name" && git config --global user.email you@example.com';

/** Who tags, if no input says it: the person in the git configuration, or the one of the key. In a job, GitHub's bot. */
export async function defaultTagger(
  signer: Signer | undefined,
  { event, git }: Pick<World, 'event' | 'git'>,
): Promise<string> {
  const tagger = (await (await git.signing()).identity()) ?? signer?.identity ?? (event.isJob ? githubBot : undefined);
  if (tagger !== undefined) return tagger;
  throw new ReleaseError('git does not know who makes the tag: user.name and user.email are not set.', {
    fix: `${setIdentity}. Or give the input tagger.`,
  });
}
