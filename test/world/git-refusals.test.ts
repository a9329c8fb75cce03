import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { Files } from '../../src/world/files.ts';
import { GitCommand } from '../../src/world/git/command.ts';
import type { Git, Signer } from '../../src/world/git/git.ts';
import { replay } from '../../src/world/git/replay.ts';
import { Tools } from '../../src/world/tools.ts';
import { World } from '../../src/world/world.ts';
import { hostOf, nothingMade } from '../support/host.ts';
import { scratchRepository } from '../support/repository.ts';
import type { ScratchRepository } from '../support/repository.ts';
import { systemProgram } from '../support/system.ts';

/** A git, first in PATH, that does something else where its arguments match a pattern of the shell. */
async function otherGit({ scratch }: ScratchRepository, pattern: string, instead: string): Promise<string> {
  const folder = join(scratch.root, 'other-git');
  await mkdir(folder);
  const script = `#!/bin/sh\ncase "$*" in\n${pattern}) ${instead} ;;\n*) exec ${await systemProgram('git')} "$@" ;;\nesac\n`;
  await writeFile(join(folder, 'git'), script, { mode: 0o755 });
  return [folder, process.env['PATH']].join(delimiter);
}

const hostIn = ({ folder, environment }: ScratchRepository, path = environment['PATH'] ?? '') =>
  hostOf({ workspace: folder, env: { ...environment, PATH: path }, pace: 0.01 });

const gitIn = (repo: ScratchRepository, path?: string): Git => new World(hostIn(repo, path)).git;

async function told(acting: Promise<unknown>) {
  const refusal: unknown = await acting.catch((thrown: unknown) => thrown);
  if (!(refusal instanceof ReleaseError)) throw refusal;
  return [refusal.message, refusal.fix];
}

const [one, other] = ['a'.repeat(40), 'b'.repeat(40)];
const tagger = 'A U Thor <author@example.com>';
const reported = 'Fix what git reports, and run it again. What is already done is not repeated.';

it('tags of the checkout that cannot be read', async () => {
  await using repo = await scratchRepository();
  await writeFile(join(repo.folder, '.git', 'packed-refs'), 'rubbish\n');
  expect(await told(gitIn(repo).tags.here())).toEqual([
    'The tags of the checkout cannot be read: fatal: unexpected line in .git/packed-refs: rubbish',
    reported,
  ]);
});

it('a tag that git does not create', async () => {
  await using repo = await scratchRepository();
  const tag = { name: 'v1..0', commit: await repo.head(), message: 'x\n', tagger, signer: undefined };
  expect(await told(gitIn(repo).tags.create(tag).apply(nothingMade))).toEqual([
    "git could not create the tag v1..0: fatal: 'v1..0' is not a valid tag name.",
    reported,
  ]);
});

it('a tag whose message git changes', async () => {
  await using repo = await scratchRepository();
  const message = 'One\n-----BEGIN PGP SIGNATURE-----\nx\n';
  const tag = { name: 'v1', commit: await repo.head(), message, tagger, signer: undefined };
  expect(await told(gitIn(repo).tags.create(tag).apply(nothingMade))).toEqual([
    expect.stringMatching(/^git wrote another message into the tag v1: 'One.*'\.$/),
    'Change the message. git takes the lines after one such as -----BEGIN PGP SIGNATURE----- for a signature.',
  ]);
  expect(await repo.git('tag', '--list')).toBe('');
});

it('a tag that git creates without the signature', async () => {
  await using repo = await scratchRepository();
  const gpg = join(repo.scratch.root, 'gpg');
  await writeFile(gpg, '#!/bin/sh\ncat >/dev/null\necho "[GNUPG:] SIG_CREATED " >&2\n', { mode: 0o755 });
  const signer: Signer = {
    key: 'ABCD',
    identity: undefined,
    settings: [
      ['gpg.program', gpg],
      ['user.signingKey', 'ABCD'],
    ],
    env: {},
    sign: async () => '',
    end: async () => {},
  };
  const tag = { name: 'v1', commit: await repo.head(), message: 'One\n', tagger, signer };
  expect(await told(gitIn(repo).tags.create(tag).apply(nothingMade))).toEqual([
    'git created the tag v1 without a signature, although it was told to sign it with ABCD.',
    'Check that this git can sign with this kind of key: git tag --sign must work with it.',
  ]);
});

it('a tag that is moved while it is read', async () => {
  await using repo = await scratchRepository();
  await repo.pushTag('v1', { annotated: 'One\n' });
  const reading = gitIn(repo).tags.object({ remote: 'origin', direction: 'fetch' }, 'v1', {
    object: one,
    commit: other,
  });
  expect(await told(reading)).toEqual([
    'There is no tag object aaaaaaaaaaaa in the checkout or on the remote: the tag was moved while it was read.',
    'Find out who moved the tag, and run it again.',
  ]);
});

it('a git that writes fewer tag objects than it was given', async () => {
  await using repo = await scratchRepository();
  const path = await otherGit(repo, '*hash-object*', `echo ${one}`);
  const annotation = { message: 'x\n', tagger, signer: undefined };
  const wanted = { names: ['a/v1', 'b/v1'], commit: await repo.head(), annotation };
  expect(await told((await gitIn(repo, path).tagSets()).objects(wanted, new Map())())).toEqual([
    'git wrote only 1 of 2 tag objects.',
    reported,
  ]);
});

it('an identity that git cannot read', async () => {
  await using repo = await scratchRepository();
  const path = await otherGit(repo, '*GIT_COMMITTER_IDENT*', 'echo "fatal: bad config line 3" >&2; exit 128');
  expect(await told((await gitIn(repo, path).signing()).identity())).toEqual([
    "git cannot read the committer's identity: fatal: bad config line 3",
    reported,
  ]);
});

it('a git that is too old to merge trees', async () => {
  await using repo = await scratchRepository();
  const path = await otherGit(repo, '*merge-tree*', 'echo "usage: git merge-tree" >&2; exit 129');
  const host = hostIn(repo, path);
  const git = new GitCommand(host, new Tools(host));
  const [head, tree] = [await repo.head(), await repo.git('rev-parse', 'HEAD^{tree}')];
  const worktree = { git, folder: repo.folder, head, scratch: await new Files(host).scratch() };
  expect(await told(replay(worktree, tree, head))).toEqual([
    'git merge-tree failed: usage: git merge-tree',
    'Use git 2.38 or newer.',
  ]);
});

it('a remote in a checkout that has none', async () => {
  await using repo = await scratchRepository();
  await repo.git('remote', 'remove', 'origin');
  expect(await told(gitIn(repo).remotes.address({ remote: 'origin', direction: 'fetch' }))).toEqual([
    'There is no remote "origin" in this checkout.',
    'Give the address of a repository.',
  ]);
});
