// Publishes dist/ as a release of its own: prints its plan; --apply acts. See --help, and CONTRIBUTING.md.
import { ReleaseError } from '../../src/domain/error.ts';
import { parseStreams } from '../../src/domain/tags/stream.ts';
import { isLatest, parseReleaseTag, tagsInSeries } from '../../src/domain/tags/tag.ts';
import { short } from '../../src/domain/text.ts';
import { defineAction } from '../../src/runtime/action.ts';
import { cli } from '../../src/runtime/cli.ts';
import { text } from '../../src/runtime/input.ts';
import type { Git } from '../../src/world/git/git.ts';
import { together } from '../../src/world/parallel.ts';

const author = 'release-actions <release-actions@users.noreply.github.com>';
const streams = parseStreams('release: v{version}');

const publish = defineAction({
  name: 'Publish',
  description: 'Tags the version of package.json on a commit whose tree is dist/, and lets the major tag follow.',
  example: '--commit HEAD',
  inputs: {
    commit: text('The source commit.').or('HEAD'),
    remote: text('Where to publish: the name of a remote, or an address.').or('origin'),
  },
  outputs: { tag: 'The tag.', sha: 'The commit whose tree is dist/.', major: 'The tag that follows, if it does.' },
  permissions: { 'contents: write': 'to push the tags', 'workflows: write': 'for the reusable workflows in the tree' },
  async plan({ commit: revision, remote }, { git }) {
    const [source, { tags }, local] = await together([
      git.commits.find(revision),
      git.remotes.refs({ remote, direction: 'push' }),
      git.tags.here(),
    ]);
    const tree = await git.commits.objectAt(source.sha, 'dist');
    if (tree === undefined) {
      throw new ReleaseError(`Commit ${short(source.sha)} has no dist/.`, { fix: 'Run npm run build, and commit.' });
    }
    const [version, built] = await together(
      ['package.json', 'dist/package.json'].map((file) => versionIn(git, source.sha, file)),
    );
    if (version === undefined || version !== built) {
      throw new ReleaseError(`package.json of ${short(source.sha)} has version ${version}, its dist/ has ${built}.`, {
        fix: 'Run npm run build, and commit.',
      });
    }
    const name = `v${version}`;
    const message = `Release ${name}\n\nThe tree is dist/ of the parent.\n`;
    const sha = await git.commits.store({ tree, parent: source.sha, message, author, epoch: source.epoch });
    const there = tags.get(name);
    const drafted = local.get(name);
    for (const tag of [there, drafted])
      if (tag !== undefined && tag.commit !== sha) throw published(name, tag.commit, sha);

    const release = parseReleaseTag(name, streams);
    const [major = 0] = release.version.release;
    const ofMajor = tagsInSeries(release, [...tags.keys()]).filter(({ version: other }) => other.release[0] === major);
    const follower = `v${major}`;
    const follows = isLatest(release, ofMajor);
    const isThere = tags.get(follower)?.commit === sha;
    const tagger = (await (await git.signing()).identity()) ?? author;
    return {
      notes: [
        `${name} is ${short(sha)}: dist/ of ${short(source.sha)}.`,
        ...(follows ? [] : [`${follower} stays where it is.`]),
      ],
      changes: [
        there === undefined &&
          drafted === undefined &&
          git.tags.create({ name, commit: sha, message: `release-actions ${version}\n`, tagger, signer: undefined }),
        there === undefined && git.tags.push(remote, name, sha),
        follows && !isThere && git.tags.set(remote, follower, tags.get(follower), sha),
      ],
      outputs: { tag: name, sha, major: follows ? follower : undefined },
    };
  },
});

async function versionIn(git: Git, commit: string, file: string): Promise<string | undefined> {
  return (JSON.parse((await git.commits.text(commit, file)) ?? '{}') as { version?: string }).version;
}

const published = (name: string, at: string, wanted: string) =>
  new ReleaseError(`${name} was published from other sources: it is ${short(at)}, and these make ${short(wanted)}.`, {
    fix: 'Raise the version in package.json, build, commit and publish that.',
  });

const actions = { publish: async () => ({ default: publish }) };
await cli({ actions, commands: {}, version: 'of this clone', releaseTree: 'dist' }, [
  'publish',
  ...process.argv.slice(2),
]);
