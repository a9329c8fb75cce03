import { attempt, ReleaseError } from '../../domain/error.ts';
import { repositoryOn } from '../../domain/repositories/repository.ts';
import type { Stream } from '../../domain/tags/stream.ts';
import { parseReleaseTag, previousTag, tagsInSeries } from '../../domain/tags/tag.ts';
import type { ReleaseTag } from '../../domain/tags/tag.ts';
import { quoted } from '../../domain/text.ts';
import { compareVersions } from '../../domain/versions/version.ts';
import type { Event } from '../../world/event.ts';
import type { Git, PlacedTag } from '../../world/git/git.ts';
import { together } from '../../world/parallel.ts';

/** A coming release: its commit, the release before it, and its repository. */
export type ComingRelease = {
  readonly tag: string;
  /** The commit that is released. */
  readonly head: string;
  readonly previous: string | undefined;
  /** The commit of the previous tag. */
  readonly from: string | undefined;
  /** Whether the stream has a newer stable release. */
  readonly isBackport: boolean;
  readonly repository: string;
  readonly page: string;
  readonly notes: readonly string[];
};

export const origin = { remote: 'origin', direction: 'fetch' } as const;

/** The tags that a coming release may have, and the previous tag that an input gives. */
export type AskedRelease = {
  readonly possible: readonly [ReleaseTag, ...ReleaseTag[]];
  readonly given: string | undefined;
};

/** The given tag, or the tags that a bare version would have in all streams that it fits. */
export async function tagsFor(given: string, streams: readonly Stream[]): Promise<AskedRelease['possible']> {
  const tag = attempt(() => parseReleaseTag(given, streams));
  if (!(tag instanceof ReleaseError) && !/^\{\w+\}$/.test(tag.stream.pattern)) return [tag];
  const [first, ...others] = streams.flatMap((stream) => tagInStream(stream, given));
  if (first !== undefined) return [first, ...others];
  throw tag;
}

function tagInStream(stream: Stream, given: string): readonly ReleaseTag[] {
  const tags = [given, given.replace(/^v/, '')].flatMap((version) => {
    const name = stream.pattern.replace(/\{version\}|\{pep440\}/, () => version).replace('{path}', '');
    const tag = attempt(() => parseReleaseTag(name, [stream]));
    return tag instanceof ReleaseError ? [] : [tag];
  });
  return tags.slice(0, 1);
}

/** The tag of a coming release, and the tags of its series: those of the first possible tag that has some. */
export function tagAmong(
  possible: AskedRelease['possible'],
  names: readonly string[],
): { readonly tag: ReleaseTag; readonly others: readonly ReleaseTag[] } {
  const all = possible.map((tag) => ({ tag, others: tagsInSeries(tag, names) }));
  return all.find(({ others }) => others.length > 0) ?? { tag: possible[0], others: [] };
}

/** Reads the facts of a coming release of a commit. */
export async function lookAtRelease(
  { possible, given }: AskedRelease,
  { event, git }: { readonly event: Event; readonly git: Git },
  commit = 'HEAD',
): Promise<ComingRelease> {
  const [head, local, address] = await together([
    git.commits.find(commit),
    git.tags.here(),
    git.remotes.address(origin),
  ]);
  const repository = repositoryOn(event.server, address) ?? repositoryOn(event.server, event.repositoryUrl ?? '');
  if (repository === undefined) throw notOnServer(event.server, address);
  const tags = new Map([...local, ...(await git.remotes.refs(origin)).tags]);
  const { tag, others } = tagAmong(possible, [...tags.keys()]);
  const previous = given ?? previousTag(tag, others)?.name;
  if (given !== undefined && !tags.has(given)) throw noTag(given);
  return {
    tag: tag.name,
    head: head.sha,
    previous,
    from: tags.get(previous ?? '')?.commit,
    isBackport: others.some(({ version }) => !version.isPrerelease && compareVersions(version, tag.version) > 0),
    repository,
    page: event.urlOf(repository),
    notes: releaseNotes(tag.name, previous, tags),
  };
}

function releaseNotes(
  name: string,
  previous: string | undefined,
  tags: ReadonlyMap<string, PlacedTag>,
): readonly string[] {
  return [
    previous === undefined
      ? `There is no older release than ${name} in its stream.`
      : `The release before ${name} is ${previous}.`,
    ...(tags.has(name) ? [`The tag ${name} already exists: it does not contain this section.`] : []),
  ];
}

export const noTag = (name: string) =>
  new ReleaseError(`There is no tag ${quoted(name)}, neither on origin nor in this checkout.`, {
    fix: 'Correct the input previous-tag, or leave it out.',
  });

const notOnServer = (server: string, address: string) =>
  new ReleaseError(`origin is ${address}, which is not a repository on ${server}.`, {
    fix: `Run it in a checkout of a repository on ${server}, or set GITHUB_SERVER_URL to the right server.`,
  });
