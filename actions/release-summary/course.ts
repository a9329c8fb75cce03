import { ReleaseError } from '../../src/domain/error.ts';
import { inUrl } from '../../src/domain/repositories/in-url.ts';
import type { FoundRelease } from '../../src/domain/releases/release.ts';
import { inStream, isReleaseTag } from '../../src/domain/tags/in-stream.ts';
import { repositoryHere } from '../../src/plans/repository-here.ts';
import type { GitHub, SeenProposal } from '../../src/world/github/github.ts';
import { boundedly } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { Artifact } from './artifacts.ts';
import type { SummaryInputs } from './contract.ts';
import type { PullLine } from './pull-line.ts';

/** All that is known of a release. */
export type Course = {
  readonly repository: string;
  readonly tags: readonly SeenTag[];
  readonly artifacts: readonly Artifact[];
  readonly pulls: readonly SeenPull[];
  /** What other steps said. */
  readonly pending: readonly string[];
};

export type SeenTag = {
  readonly name: string;
  readonly stream: string | undefined;
  readonly isThere: boolean;
  readonly url: string;
  readonly release: FoundRelease | undefined;
};

export type SeenPull = SeenProposal & { readonly name: string };

/** Looks at everything that belongs to the release. */
export async function courseOf(wanted: SummaryInputs, world: World): Promise<Course> {
  const { event } = world;
  const names = [...new Set(wanted.tags ?? (event.tag === undefined ? [] : [event.tag]))];
  if (names.length === 0)
    throw new ReleaseError('No input names a tag, and this run was not started by one.', {
      fix: 'Set the input tags, such as tags: v1.2.3.',
    });
  const repository = wanted.repository ?? (await repositoryHere(world));
  const github = await world.github();
  const tags = await boundedly(names, (name) =>
    seenTag(name, { wanted, repository, page: event.urlOf(repository), github }),
  );
  const files = tags.flatMap(({ release, url }) => filesOf(release, url));
  return {
    repository,
    tags,
    artifacts: [
      ...(wanted.images ?? []),
      ...(wanted.packages ?? []),
      ...(files.length > 0 ? files : (wanted.assets ?? [])),
    ],
    pulls: await boundedly(wanted.pulls ?? [], (pull) => seenPull(pull, repository, github)),
    pending: (wanted.pending ?? []).filter((text) => wanted.pulls === undefined || !isAboutPull.test(text)),
  };
}

/** What commit-changes and promote-image say of their pull request. Here it is looked at. */
const isAboutPull = /^(?:the )?pull request\b.* is merged$/;

type Looking = {
  readonly wanted: SummaryInputs;
  readonly repository: string;
  readonly page: string;
  readonly github: GitHub;
};

async function seenTag(name: string, { wanted, repository, page, github }: Looking): Promise<SeenTag> {
  const { published, drafts } = await github.releases.find({ repository, tag: name });
  const tag = wanted.streams.map((stream) => inStream(name, stream)).find(isReleaseTag);
  return {
    name,
    stream: tag?.stream.name,
    isThere: published !== undefined || (await github.refs.at(repository, `refs/tags/${name}`)) !== undefined,
    url: `${page}/releases/tag/${inUrl(name)}`,
    release: published ?? drafts[0],
  };
}

function filesOf(release: FoundRelease | undefined, url: string): readonly Artifact[] {
  const { assets = [], isDraft = true, tag } = release ?? {};
  return assets.map(({ name, digest }) => ({
    kind: 'File',
    name,
    digest,
    version: tag,
    ...(!isDraft && { url: `${url.replace('/releases/tag/', '/releases/download/')}/${inUrl(name)}` }),
  }));
}

async function seenPull(line: PullLine, own: string, github: GitHub): Promise<SeenPull> {
  const { number, repository = own } = line;
  const name = `#${number}${repository === own ? '' : ` of ${repository}`}`;
  const found = await github.proposals.at(repository, number);
  if (found === undefined)
    throw new ReleaseError(`There is no pull request #${number} in ${repository}, or this token cannot see it.`, {
      fix: 'Correct the input pulls. For a private repository, pass a token that can read it.',
    });
  return { ...found, name };
}
