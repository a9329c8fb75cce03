import { importPath } from '../../src/domain/repositories/remote.ts';
import { repositoryOn } from '../../src/domain/repositories/repository.ts';
import { previousTag } from '../../src/domain/tags/tag.ts';
import type { Event } from '../../src/world/event.ts';
import type { Git } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';
import { noTag, origin, tagAmong } from '../../src/plans/changelogs/release.ts';
import type { AskedRelease } from '../../src/plans/changelogs/release.ts';

type Unreleased = AskedRelease & { readonly changelog: string };
type Ports = { readonly event: Event; readonly git: Git };

/**
 * What a section needs that the text under Unreleased becomes: names for its links. The tags of the checkout and those
 * in the links of the changelog tell them, so no server is asked. Only a given tag that is not among them is looked up.
 */
export async function lookAtUnreleased({ possible, given, changelog }: Unreleased, { event, git }: Ports) {
  const [local, page] = await together([git.tags.here(), pageOf({ event, git })]);
  const linked = [...changelog.matchAll(/\/compare\/([^\s()]+?)\.{2,3}/g)].map(([, name = '']) => decoded(name));
  const known = [...new Set([...local.keys(), ...linked])];
  if (given !== undefined && !known.includes(given) && !(await git.remotes.refs(origin)).tags.has(given))
    throw noTag(given);
  const { tag, others } = tagAmong(possible, known);
  const previous = given ?? previousTag(tag, others)?.name;
  return {
    tag: tag.name,
    previous,
    page,
    items: [],
    notes: [
      ...(previous === undefined ? [] : [`The release before ${tag.name} is ${previous}.`]),
      'The text under Unreleased becomes the section. Nothing is generated.',
    ],
  };
}

/** The page of the repository: on the server of the run, or on the server of its origin. */
async function pageOf({ event, git }: Ports): Promise<string> {
  const address = (await git.remotes.has(origin.remote)) ? await git.remotes.address(origin) : '';
  const [repository, path] = [repositoryOn(event.server, address), importPath(address)];
  if (repository !== undefined) return event.urlOf(repository);
  return path === undefined ? (event.repositoryUrl ?? event.server) : `https://${path}`;
}

const decoded = (part: string) =>
  part.replaceAll(/%([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
