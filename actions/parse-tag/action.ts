import { ReleaseError } from '../../src/domain/error.ts';
import { defaultStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { imageTag, isLatest, parseReleaseTag, previousTag, siblings } from '../../src/domain/tags/tag.ts';
import type { ReleaseTag } from '../../src/domain/tags/tag.ts';
import { nextDevelopment } from '../../src/domain/versions/version.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { choice, input, integer, text } from '../../src/runtime/input.ts';
import { boolean, list, number } from '../../src/runtime/output.ts';
import { imageLabels } from './labels.ts';
import { lookAtTag } from './look.ts';

export default defineAction({
  name: 'Parse tag',
  description: 'Turn a tag into every form that a release needs, and refuse one that should not be released.',
  inputs: {
    tag: text('The tag. Without it, the ref that triggered the run decides.').optional(),
    streams: input(
      'The series of tags of this repository, as lines of name: pattern. Placeholders: {version} (SemVer 2), {pep440} (Python), {path} (a directory).',
      parseStreams,
    ).or(defaultStreams),
    revision: integer('Revision of the image tag: v3.4.4 becomes v3.4.4-0.').optional(),
    require: choice('What the tag must be. A signature is looked for, not verified.', [
      'annotated',
      'signed',
    ]).optional(),
    branch: text('A branch of origin that the commit must be on.').optional(),
    next: choice('What the next version raises.', ['major', 'minor', 'patch']).or('minor'),
  },
  outputs: {
    tag: 'The tag, such as v0.1.0.',
    ref: 'Its full name, refs/tags/v0.1.0.',
    stream: 'The stream it belongs to.',
    path: 'The directory in it, where the stream has {path}.',
    version: 'The version in SemVer 2; unset where it has no form there.',
    major: number('The first number.'),
    minor: number('The second number.'),
    patch: number('The third number.'),
    prerelease: 'What follows the numbers, such as rc.1.',
    build: 'Build metadata, without the plus.',
    isPrerelease: boolean('Whether this is a prerelease.'),
    pep440: 'The version as Python normalises it; unset where it has no form there.',
    imageTag: 'The tag for images; unset where OCI forbids it.',
    previousTag: 'The newest older release of the stream; for a stable one never a prerelease.',
    previousVersion: 'The version in it, in the scheme of the stream.',
    isLatest: boolean('Whether no stable release of the stream is newer.'),
    nextVersion: 'The next development version in SemVer 2; unset for a prerelease and for a backport.',
    nextPep440: 'The same in PEP 440.',
    exists: boolean('Whether the tag is there already.'),
    sha: 'The commit that is released.',
    epoch: number('The time of that commit, for SOURCE_DATE_EPOCH.'),
    date: 'The same in ISO 8601, in UTC.',
    annotated: boolean('Whether the tag has an object of its own.'),
    signed: boolean('Whether it carries a signature, which nobody has verified here.'),
    tagger: 'Who made it.',
    subject: 'The first paragraph of its message.',
    message: 'Its message, without the signature.',
    tagsAtCommit: list('All tags at the same commit.'),
    labels: list('OCI labels for images of this release.'),
  },
  permissions: { 'contents: read': 'to see the tags' },
  onlyLooks: true,
  async plan({ tag: given, streams, revision, require, branch, next }, { event, git }) {
    const name = given ?? event.tag;
    if (name === undefined) throw noTag(event.ref);
    const tag = parseReleaseTag(name, streams);
    const image = imageTag(tag, revision);
    const { commit, tags, placed, object, notes } = await lookAtTag(tag, { require, branch }, { event, git });

    const { version } = tag;
    const others = siblings(tag, [...tags.keys()]);
    const [previous, latest] = [previousTag(tag, others), isLatest(tag, others)];
    const following = latest ? nextDevelopment(version, next) : undefined;
    const [major, minor = 0, patch = 0] = version.release;
    const date = new Date(commit.epoch * 1000).toISOString().replace('.000Z', 'Z');
    const missing = [
      [version.semver, `${name} has no form in SemVer 2: version is unset.`],
      [version.pep440, `${name} has no form in PEP 440: pep440 is unset.`],
      [image, `OCI allows no image tag for ${name}: image-tag is unset.`],
    ].flatMap(([value, note]) => (value === undefined && note !== undefined ? [note] : []));
    return {
      changes: [],
      notes: [
        `${name} is of the stream ${tag.stream.name}: ${tag.stream.pattern}.`,
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
        exists: placed !== undefined,
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
      },
    };
  },
});

function relation({ name, version }: ReleaseTag, previous: ReleaseTag | undefined, latest: boolean): string {
  const place = previous === undefined ? 'is the first of its stream' : `follows ${previous.name}`;
  const rank = version.isPrerelease
    ? 'a prerelease'
    : latest
      ? 'the latest release'
      : 'a backport: a newer release is out';
  return `${name} ${place}; it is ${rank}.`;
}

function noTag(ref: string | undefined): ReleaseError {
  const event =
    ref === undefined ? 'No event triggered this run' : `This run was triggered at ${ref}, which is not a tag`;
  return new ReleaseError(`${event}, and the input tag is empty.`, {
    fix: "Pass the tag: with: { tag: '${{ inputs.tag }}' } in a workflow, --tag v1.2.3 in a terminal.",
  });
}
