import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand, searchPath } from '../support/bundle.ts';
import { programsOfConfiguration, settingLine } from '../support/git-settings.ts';
import { intruderIn, startTrap } from '../support/intruder.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

const workflow = '.github/workflows/release.yml';
const files = {
  'go.mod': 'module example.com/m\n',
  'm.go': 'package m\n',
  [workflow]: "on: { push: { tags: ['v*'] } }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: exit 0 }] } }\n",
};

/** Nobody listens there. */
const nowhere = 'http://127.0.0.1:9';

const run = (repo: ScratchRepository, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runCommand(args, repo, {
    env: { GITHUB_API_URL: nowhere, GITHUB_SERVER_URL: nowhere, RELEASE_ACTIONS_PACE: '0.01', ...env },
  });

/** The commands that read a checkout. */
const commands = {
  explain: ['rehearse', 'v1.0.0', '--explain'],
  doctor: ['doctor'],
  verify: ['verify', 'v1.0.0'],
  init: ['init'],
} as const;

/** A checkout without its tag, which git gets from the remote `evil` when it is read. */
async function incomplete(repo: ScratchRepository): Promise<void> {
  await repo.pushTag('v1.0.0', { annotated: 'Release' });
  await removeObject(repo, await repo.git('rev-parse', 'v1.0.0'));
  await repo.git('config', 'core.repositoryFormatVersion', '1');
  await repo.git('config', 'extensions.partialClone', 'evil');
  await repo.git('config', 'remote.evil.promisor', 'true');
}

const removeObject = ({ folder }: ScratchRepository, name: string) =>
  rm(join(folder, '.git/objects', name.slice(0, 2), name.slice(2)));

type Attack = {
  readonly what: string;
  readonly by: readonly (keyof typeof commands)[];
  readonly settings: (program: string, server: string) => Readonly<Record<string, string>>;
};

const byAddress = (program: string) => ({ 'protocol.ext.allow': 'always', 'remote.evil.url': `ext::${program}` });

const attacks: readonly Attack[] = [
  { what: 'an address that is a program', by: ['explain', 'doctor', 'verify', 'init'], settings: byAddress },
  {
    what: 'uploadpack',
    by: ['verify'],
    settings: (program) => ({ 'remote.evil.url': '.', 'remote.evil.uploadpack': program }),
  },
  {
    what: 'vcs',
    by: ['doctor'],
    settings: (program) => ({ ...byAddress(program), 'remote.evil.url': program, 'remote.evil.vcs': 'ext' }),
  },
  {
    what: 'core.sshCommand',
    by: ['explain'],
    settings: (program) => ({ 'remote.evil.url': 'ssh://127.0.0.1:9/a/b', 'core.sshCommand': program }),
  },
  {
    what: 'core.gitProxy',
    by: ['init'],
    settings: (program) => ({ 'remote.evil.url': 'git://127.0.0.1:9/a/b', 'core.gitProxy': program }),
  },
  {
    what: 'a credential helper',
    by: ['doctor'],
    settings: (program, server) => ({ 'remote.evil.url': `${server}/a/b`, 'credential.helper': program }),
  },
  {
    what: 'core.askPass',
    by: ['verify'],
    settings: (program, server) => ({ 'remote.evil.url': `${server}/a/b`, 'core.askPass': program }),
  },
];

const rows = attacks.flatMap(({ what, by, settings }) => by.map((command) => ({ what, command, settings })));

describe('a checkout that is an enemy starts no program', () => {
  it.each(rows)('with $what of a remote for missing objects: $command', async ({ command, settings }) => {
    await using repo = await scratchRepository(files);
    await using trap = await startTrap(401);
    await incomplete(repo);
    const { program, traces } = await intruderIn(repo.scratch.root);
    for (const [key, value] of Object.entries(settings(program, trap.url))) await repo.git('config', key, value);
    await run(repo, commands[command]);
    expect(await traces()).toBe('');
  });

  it('with settings in a file that .git/config includes', async () => {
    await using repo = await scratchRepository(files);
    await incomplete(repo);
    const { program, traces } = await intruderIn(repo.scratch.root);
    const more = join(repo.folder, '.git/more');
    for (const [key, value] of Object.entries(byAddress(program))) await repo.git('config', '--file', more, key, value);
    await repo.git('config', 'include.path', more);
    await run(repo, commands.verify);
    expect(await traces()).toBe('');
  });

  it('with a .git file that leads to files of the checkout', async () => {
    await using repo = await scratchRepository(files);
    await incomplete(repo);
    const { program, traces } = await intruderIn(repo.scratch.root);
    for (const [key, value] of Object.entries(byAddress(program))) await repo.git('config', key, value);
    await rename(join(repo.folder, '.git'), join(repo.folder, 'evil'));
    await writeFile(join(repo.folder, '.git'), 'gitdir: evil\n');
    await run(repo, commands.doctor);
    expect(await traces()).toBe('');
  });

  it('with a submodule that has a monitor, when what is not committed is rehearsed', async () => {
    await using repo = await scratchRepository(files);
    await repo.git('clone', '--quiet', repo.scratch.origin, join(repo.folder, 'sub'));
    await repo.git('add', 'sub');
    await repo.commit('Add a submodule');
    const { program, traces } = await intruderIn(repo.scratch.root);
    await repo.git('-C', 'sub', 'config', 'core.fsmonitor', program);
    await repo.write('sub/go.mod', 'module example.com/other\n');
    await repo.write('go.mod', 'module example.com/n\n');
    const { exitCode, stdout } = await run(repo, ['rehearse', 'v1.0.0', '--uncommitted']);
    expect({ exitCode, log: exitCode === 0 ? '' : stdout, traces: await traces() }).toEqual({
      exitCode: 0,
      log: '',
      traces: '',
    });
  });

  it('with any key of git’s documentation that may name one', async () => {
    await using repo = await scratchRepository(files);
    await repo.pushTag('v1.0.0', { annotated: 'Release' });
    const { program, traces } = await intruderIn(repo.scratch.root);
    await appendFile(join(repo.folder, '.git/config'), programsOfConfiguration.map(settingLine(program)).join(''));
    await mkdir(join(repo.folder, '.git/info'), { recursive: true });
    await appendFile(join(repo.folder, '.git/info/attributes'), '* merge=x diff=x filter=x\n');
    await repo.write('go.mod', 'module example.com/n\n');
    await rm(join(repo.scratch.root, 'traces'), { force: true });
    const ended: Record<string, number | undefined> = {};
    for (const [name, args] of Object.entries({ ...commands, uncommitted: ['rehearse', 'v1.0.0', '--uncommitted'] }))
      ended[name] = (await run(repo, args)).exitCode;
    expect({ ended, traces: await traces() }).toEqual({
      ended: { explain: 0, doctor: 0, verify: 1, init: 0, uncommitted: 0 }, // verify reaches no GitHub
      traces: '',
    });
  });
});

describe('a checkout that is not the one of the folder', () => {
  it('is not written to, if core.worktree leads to it', async () => {
    await using repo = await scratchRepository(files);
    const other = await repo.clone();
    await repo.git('config', 'core.worktree', other.folder);
    for (const args of [['init', '--apply'], commands.explain])
      expect(await run(repo, args)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: `✗ The git configuration of ${repo.folder} says that its files are in ${other.folder}.\n  Remove it: git config --unset core.worktree\n`,
      });
    expect(await other.git('status', '--porcelain')).toBe('');
  });

  it('is read as a worktree and as a submodule of another one', async () => {
    await using repo = await scratchRepository(files);
    const [worktree, submodule] = [join(repo.scratch.root, 'worktree'), join(repo.folder, 'sub')];
    await repo.git('worktree', 'add', '--quiet', worktree);
    await repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repo.scratch.origin, 'sub');
    for (const folder of [worktree, submodule]) {
      const { exitCode, stdout } = await runCommand(commands.explain, { folder, environment: repo.environment });
      expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${workflow} runs`) });
    }
  });

  it('is refused in git’s words if another user owns it', async () => {
    await using repo = await scratchRepository(files);
    const folder = join(repo.scratch.root, 'bin');
    await mkdir(folder);
    const git = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 PATH='${searchPath}' exec git "$@"\n`;
    await writeFile(join(folder, 'git'), git, { mode: 0o755 });
    expect(await run(repo, commands.doctor, { PATH: [folder, searchPath].join(delimiter) })).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `✗ git does not use the repository ${repo.folder}, because another user owns it.\n  If you trust it: git config --global --add safe.directory ${repo.folder}\n  fatal: detected dubious ownership in repository at '${repo.folder}'\n`,
    });
  });
});

describe('a checkout that is not whole', () => {
  it.each<[lacks: string, object: string, command: keyof typeof commands, says: string]>([
    ['its tag', 'v1.0.0', 'explain', 'fatal: missing object OBJECT for refs/tags/v1.0.0'],
    ['a file of its tag', 'v1.0.0:go.mod', 'verify', 'error: unable to read sha1 file of go.mod (OBJECT)'],
  ])('is named: it lacks %s', async (_, lacking, command, says) => {
    await using repo = await scratchRepository(files);
    await repo.pushTag('v1.0.0', { annotated: 'Release' });
    const object = await repo.git('rev-parse', lacking);
    await removeObject(repo, object);
    expect(await run(repo, commands[command])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `✗ This checkout is not whole: ${says.replace('OBJECT', object)}\n  Get everything from the remote: git fetch --refetch --no-filter --tags origin\n`,
    });
  });
});

describe('what a checkout may say', () => {
  it('is told where it does not count', async () => {
    await using repo = await scratchRepository(files);
    await repo.git('config', 'core.sshCommand', 'ssh -v');
    const { exitCode, stderr } = await run(repo, commands.explain);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr:
        'The git configuration of this checkout does not count where it names programs or connections: core.sshcommand. To use such settings, set them for the user (git config --global).\n',
    });
  });
});

it('a script that is rehearsed finds no token in an ancestor', async () => {
  await using repo = await scratchRepository({});
  const { program, traces } = await intruderIn(repo.scratch.root);
  await repo.commit('Run it', { [workflow]: files[workflow].replace('exit 0', `${program} < /dev/null`) });
  await run(repo, ['rehearse', 'v1.0.0'], { GITHUB_TOKEN: 'the-secret-token' });
  expect(await traces()).toBe('ran: \n');
  expect(await readFile(program, 'utf8')).toContain('the-secret-token');
});
