import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { repositoryOn } from '../../src/domain/repositories/repository.ts';
import { anyStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { parseReleaseTag } from '../../src/domain/tags/tag.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import type { Commit, DirectedRemote, PlacedTag } from '../../src/world/git/git.ts';
import type { ReleasePlace } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import { refuseUnstartable } from '../../src/plans/start.ts';
import type { ReleaseInputs } from './contract.ts';
import { filesToAttach } from './files.ts';
import type { FileToAttach } from './files.ts';
import { notesHere } from './notes-here.ts';
import type { NotesHere } from './notes-here.ts';

/** What the checkout says about a release. No server was asked yet. */
export type LocalState = NotesHere & {
  readonly where: DirectedRemote;
  readonly place: ReleasePlace;
  readonly commit: string;
  readonly localTags: ReadonlyMap<string, PlacedTag>;
  /** Undefined if the tag belongs to no known stream. */
  readonly release: ReleaseTag | undefined;
  readonly isPrerelease: boolean;
  /** Whether the publication starts workflows; undefined if that is unknown. */
  readonly starts: boolean | undefined;
  readonly files: readonly FileToAttach[];
};

const streams = parseStreams(anyStreams);

/** Looks at everything that needs no server. All mistakes in it are told at once. */
export async function lookHere(wanted: ReleaseInputs, world: World): Promise<LocalState> {
  const { event, files, git } = world;
  const { tag } = wanted;
  const where = { remote: event.remoteFor(wanted.repository), direction: 'push' } as const;
  const parsed = attempt(() => parseReleaseTag(tag, streams));
  const release = parsed instanceof ReleaseError ? undefined : parsed;
  const isPrerelease =
    wanted.prerelease === 'auto' ? release?.version.isPrerelease === true : wanted.prerelease === 'true';
  const commit = git.commits.find(wanted.commit);
  const starts = git.remotes.startsWorkflows(where.remote);
  const [repository, { sha }, localTags, found, notes] = await together([
    repositoryAt(where, wanted, world),
    commit,
    git.tags.here(),
    filesToAttach(wanted, files),
    notesHere(wanted, files),
    refuseStart(wanted, { starts, commit }, world),
    refuseLatestPrerelease(wanted, isPrerelease),
  ]);
  const place = { repository, tag };
  return {
    where,
    place,
    commit: sha,
    localTags,
    release,
    isPrerelease,
    starts: await starts,
    files: found,
    ...notes,
  };
}

async function repositoryAt(
  where: DirectedRemote,
  { repository }: ReleaseInputs,
  { event, git }: World,
): Promise<string> {
  const found = repository ?? repositoryOn(event.server, await git.remotes.address(where));
  if (found !== undefined) return found;
  throw new ReleaseError(`The remote ${where.remote} is not on ${event.server}.`, {
    fix: 'Set the input repository, as owner/name.',
  });
}

type Facts = { readonly starts: Promise<boolean | undefined>; readonly commit: Promise<Commit> };

async function refuseStart({ start, tag, draft }: ReleaseInputs, { starts, commit }: Facts, world: World) {
  if ((await starts) !== false || start === undefined || draft) return;
  await refuseUnstartable({ workflow: start, tag, commit }, world);
}

async function refuseLatestPrerelease({ tag, latest }: ReleaseInputs, isPrerelease: boolean): Promise<void> {
  if (!isPrerelease || latest !== 'true') return;
  throw new ReleaseError(`${tag} is a prerelease. GitHub never shows a prerelease as the latest release.`, {
    fix: 'Remove latest: true, or set prerelease: false.',
  });
}
