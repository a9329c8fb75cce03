import { ReleaseError } from '../../src/domain/error.ts';
import { filledWith, tagOf } from '../../src/domain/tags/forms.ts';
import { defaultStreams, parseStreams, type Stream } from '../../src/domain/tags/stream.ts';
import { imageTag, isLatest, parseReleaseTag, previousTag, tagsInSeries } from '../../src/domain/tags/tag.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import { quoted } from '../../src/domain/text.ts';
import { nextDevelopment } from '../../src/domain/versions/version.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, input, integer, text } from '../../src/runtime/input.ts';
import { boolean, list, number } from '../../src/runtime/output.ts';
import { pagesOf } from '../../src/plans/pages.ts';
import { imageLabels } from './labels.ts';
import { lookAtTag } from './look.ts';

export default defineAction({
  name: 'Parse tag',
  description: 'Turn a tag into every form that a release needs. Fail if the tag should not be released.',
  example: '--tag v1.2.3 --branch main --require annotated',
  inputs: {
    tag: text('The tag to parse, such as v1.2.3. Default: the tag that triggered the run.').optional(),
    version: text(
      'A version in the place of a tag, such as 1.2.3: the tag is the one that its release would have, by the first line of streams. It may exist anywhere.',
    ).optional(),
    streams: input(
      'The series of tags of this repository, one `name: pattern` per line. Placeholders: {version} (SemVer 2), {pep440} (Python), {path} (a directory).',
      parseStreams,
    ).or(defaultStreams),
    revision: integer(
      'A revision to append to the image tag: with revision 0, v3.4.4 becomes v3.4.4-0. Default: nothing is appended.',
    ).optional(),
    require: choice(
      'The kind of tag that is required. signed checks that there is a signature, but does not verify it. Default: any kind.',
      ['annotated', 'signed'],
    ).optional(),
    branch: text('A branch of origin that must contain the commit. Default: branches are not checked.').optional(),
    next: choice('The part of the version to raise for next-version.', ['major', 'minor', 'patch']).or('minor'),
    fill: text(
      'A text for the output filled. {version}, {pep440}, {tag} and {image-tag} in it are replaced by these outputs. Several texts can be one as JSON.',
    ).optional(),
  },
  outputs: {
    tag: 'The tag, such as v0.1.0.',
    ref: 'The full ref of the tag, such as refs/tags/v0.1.0.',
    stream: 'The name of the stream that the tag belongs to.',
    path: 'The directory in the tag. Set only if the pattern of the stream has {path}.',
    version: 'The version in SemVer 2. Unset if it cannot be written in SemVer.',
    major: number('The first number of the version.'),
    minor: number('The second number of the version.'),
    patch: number('The third number of the version.'),
    prerelease: 'The prerelease part of the version, such as rc.1.',
    build: 'The build metadata of the version, without the plus sign.',
    isPrerelease: boolean('Whether the version is a prerelease.'),
    pep440: 'The version in PEP 440 (Python), normalised. Unset if it cannot be written in PEP 440.',
    imageTag: 'The tag for container images. Unset if it is not a valid OCI tag.',
    previousTag: 'The newest older tag of the same stream. For a stable release, prereleases are skipped.',
    previousVersion: 'The version of previous-tag, in the scheme of the stream.',
    isLatest: boolean('Whether this is a stable release, and the stream has no newer stable release.'),
    nextVersion: 'The next development version in SemVer 2. Unset for a prerelease and for a backport.',
    nextPep440: 'The next development version in PEP 440.',
    exists: boolean('Whether the tag already exists.'),
    sha: 'The commit that is released.',
    epoch: number('The time of the commit as a Unix timestamp, for SOURCE_DATE_EPOCH.'),
    date: 'The time of the commit in ISO 8601, in UTC.',
    annotated: boolean('Whether the tag is annotated.'),
    signed: boolean('Whether the tag has a signature. The signature is not verified.'),
    tagger: 'The person who made the annotated tag.',
    subject: 'The first paragraph of the tag message.',
    message: 'The tag message, without the signature.',
    tagsAtCommit: list('All tags at the same commit.'),
    labels: list('OCI labels (org.opencontainers.image.*) for images of this release, as key=value.'),
    filled: 'The text of the input fill, with the forms of the version.',
  },
  permissions: { 'contents: read': 'to read the tags' },
  hasNoMode: true,
  async plan({ tag: given, version: planned, streams, revision, require, branch, next, fill }, { event, git }) {
    const name = planned === undefined ? (given ?? event.tag) : plannedTag(planned, given, streams);
    if (name === undefined) throw noTag(event.ref);
    const tag = parseReleaseTag(name, streams);
    const image = imageTag(tag, revision);
    const filled = fill === undefined ? undefined : filledWith(tag, revision, fill);
    const wanted = { require, branch, isPlanned: planned !== undefined };
    const { commit, tags, exists, placed, isPushed, object, notes } = await lookAtTag(tag, wanted, { event, git });

    const { version } = tag;
    const others = tagsInSeries(tag, [...tags.keys()]);
    const [previous, latest] = [previousTag(tag, others), isLatest(tag, others)];
    const following = latest ? nextDevelopment(version, next) : undefined;
    const [major, minor = 0, patch = 0] = version.release;
    const date = new Date(commit.epoch * 1000).toISOString().replace('.000Z', 'Z');
    const missing = [
      [version.semver, `${name} cannot be written in SemVer 2: the output version is unset.`],
      [version.pep440, `${name} cannot be written in PEP 440: the output pep440 is unset.`],
      [image, `${name} is not a valid OCI image tag: the output image-tag is unset.`],
    ].flatMap(([value, note]) => (value === undefined && note !== undefined ? [note] : []));
    const pages = await pagesOf({ remote: 'origin', direction: 'fetch' }, { event, git });
    return {
      changes: [],
      facts: () => [
        { name: 'Version', value: version[version.scheme] ?? name },
        pages.tag('Tag', name, isPushed),
        pages.commit(commit.sha, isPushed),
        previous && pages.tag('Previous tag', previous.name, true),
        following && { name: 'Next version', value: following[version.scheme] ?? following.pep440 },
      ],
      notes: [
        `${name} belongs to the stream ${tag.stream.name}: ${tag.stream.pattern}.`,
        relation(tag, previous, latest),
        ...notes,
        ...missing,
      ],
      outputs: {
        tag: name,
        ref: `refs/tags/${name}`,
        stream: tag.stream.name,
        path: tag.path,
        version: version.semver,
        major,
        minor,
        patch,
        prerelease: version.prerelease,
        build: version.build,
        isPrerelease: version.isPrerelease,
        pep440: version.pep440,
        imageTag: image,
        previousTag: previous?.name,
        previousVersion: previous?.version[previous.version.scheme],
        isLatest: latest,
        nextVersion: following?.semver,
        nextPep440: following?.pep440,
        exists,
        sha: commit.sha,
        epoch: commit.epoch,
        date,
        annotated: placed && object !== undefined,
        signed: placed && (object?.isSigned ?? false),
        tagger: object?.tagger,
        subject: object?.subject,
        message: object?.message.trimEnd(),
        tagsAtCommit: [...tags]
          .filter(([, at]) => at.commit === commit.sha)
          .map(([other]) => other)
          .toSorted(),
        labels: imageLabels({ created: date, revision: commit.sha, version: image, source: event.repositoryUrl }),
        filled,
      },
    };
  },
});

function plannedTag(version: string, tag: string | undefined, [stream]: readonly Stream[]): string | undefined {
  if (tag !== undefined)
    throw new ReleaseError(`The inputs tag (${quoted(tag)}) and version (${quoted(version)}) are both set.`, {
      fix: 'Give a tag, or the version that a tag will have.',
    });
  return stream && tagOf(version, stream);
}

function relation({ name, version }: ReleaseTag, previous: ReleaseTag | undefined, latest: boolean): string {
  const kind = version.isPrerelease
    ? 'a prerelease'
    : latest
      ? 'the latest release of its stream'
      : 'a backport: its stream has a newer release';
  const before = previous === undefined ? 'There is no older release.' : `The previous tag is ${previous.name}.`;
  return `${name} is ${kind}. ${before}`;
}

function noTag(ref: string | undefined): ReleaseError {
  const event =
    ref === undefined ? 'there is no GitHub event to take it from' : `the run was triggered by ${ref}, not by a tag`;
  return new ReleaseError(`The input tag is empty, and ${event}.`, {
    fix: "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
  });
}
