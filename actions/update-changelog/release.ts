import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { repositoryOn } from '../../src/domain/repositories/repository.ts';
import type { Stream } from '../../src/domain/tags/stream.ts';
import { parseReleaseTag, previousTag, tagsInSeries } from '../../src/domain/tags/tag.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import { quoted } from '../../src/domain/text.ts';
import { compareVersions } from '../../src/domain/versions/version.ts';
import type { Event } from '../../src/world/event.ts';
import type { Git, PlacedTag } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';

/** A release that is to come: from where to where it goes, and in which repository. */
export type Release = {
  readonly tag: string;
  /** The commit that is released. */
  readonly head: string;
  readonly previous: string | undefined;
  /** Where the tag of the release before is. */
  readonly from: string | undefined;
  /** Whether a newer stable release of the stream is out. */
  readonly isBackport: boolean;
  readonly repository: string;
  readonly page: string;
  readonly notes: readonly string[];
};

export const origin = { remote: 'origin', direction: 'fetch' } as const;

/** The tag itself, or those that a version would have in the streams that have such versions. */
export function tagsFor(given: string, streams: readonly Stream[]): readonly [ReleaseTag, ...ReleaseTag[]] {
  const tag = attempt(() => parseReleaseTag(given, streams));
  if (!(tag instanceof ReleaseError) && !/^\{\w+\}$/.test(tag.stream.pattern)) return [tag];
  const [first, ...others] = streams.flatMap((stream) => filledIn(stream, given));
  if (first !== undefined) return [first, ...others];
  throw tag;
}

function filledIn(stream: Stream, given: string): readonly ReleaseTag[] {
  const tags = [given, given.replace(/^v/, '')].flatMap((version) => {
    const name = stream.pattern.replace(/\{version\}|\{pep440\}/, () => version).replace('{path}', '');
    const tag = attempt(() => parseReleaseTag(name, [stream]));
    return tag instanceof ReleaseError ? [] : [tag];
  });
  return tags.slice(0, 1);
}

/** Of several tags that are possible it is the one whose stream has tags already, or else the first. */
export async function lookAtRelease(
  possible: readonly [ReleaseTag, ...ReleaseTag[]],
  given: string | undefined,
  { event, git }: { readonly event: Event; readonly git: Git },
): Promise<Release> {
  const [head, local, remote, address] = await together([
    git.commits.find('HEAD'),
    git.tags.here(),
    git.remotes.refs(origin),
    git.remotes.address(origin),
  ]);
  const tags = new Map([...local, ...remote.tags]);
  const siblingsOf = (one: ReleaseTag) => tagsInSeries(one, [...tags.keys()]);
  const tag = possible.find((one) => siblingsOf(one).length > 0) ?? possible[0];
  const others = siblingsOf(tag);
  const previous = given ?? previousTag(tag, others)?.name;
  if (given !== undefined && !tags.has(given)) throw noTag(given);
  const repository = repositoryOn(event.server, address) ?? repositoryOn(event.server, event.repositoryUrl ?? '');
  if (repository === undefined) throw elsewhere(event.server, address);
  return {
    tag: tag.name,
    head: head.sha,
    previous,
    from: tags.get(previous ?? '')?.commit,
    isBackport: others.some(({ version }) => !version.isPrerelease && compareVersions(version, tag.version) > 0),
    repository,
    page: event.urlOf(repository),
    notes: notesOn(tag.name, previous, tags),
  };
}

function notesOn(name: string, previous: string | undefined, tags: ReadonlyMap<string, PlacedTag>): readonly string[] {
  return [
    previous === undefined ? `${name} is the first release of its stream.` : `${name} follows ${previous}.`,
    ...(tags.has(name) ? [`${name} is tagged already: what is written now is not in it.`] : []),
  ];
}

const noTag = (name: string) =>
  new ReleaseError(`There is no tag ${quoted(name)}, neither on origin nor in this checkout.`, {
    fix: 'Correct the input previous-tag, or leave it out.',
  });

const elsewhere = (server: string, address: string) =>
  new ReleaseError(`origin is ${address}, which is no repository on ${server}.`, {
    fix: 'Run it in a checkout of a repository there, or set GITHUB_SERVER_URL.',
  });
