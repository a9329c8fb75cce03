import { execFile, spawnSync } from 'node:child_process';
import { copyFile, glob, mkdir, mkdtemp, mkdtempDisposable, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dist, runCommand, searchPath } from '../support/bundle.ts';
import { sshKey } from '../support/keys.ts';
import type { WorkingFolder } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';
import { systemProgram } from '../support/system.ts';

const manifests = (await Array.fromAsync(glob('*/action.yml', { cwd: dist }))).toSorted();
const actions = manifests.map((file) => dirname(file));
const push = ['push-tag', '--tag', 'v1.0.0'];
const nowhere: WorkingFolder = { folder: tmpdir(), environment: {} };

/** A folder with the command, as npm installs it. */
const bin = await mkdtemp(join(tmpdir(), 'command-'));
await symlink(join(dist, 'cli.mjs'), join(bin, 'release-actions'));
afterAll(() => rm(bin, { recursive: true }));

describe('what is done', () => {
  it('is nothing, and shown, without --apply', async () => {
    await using repo = await scratchRepository();
    const refs = await repo.remoteRefs();
    const { exitCode, stdout, stderr } = await runCommand(push, repo);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^would: Create tag v1\.0\.0 at .*\n(?: .*\n|\n)*would: Push tag v1\.0\.0 to origin\n/m);
    expect(stdout).toMatch(/^tag: v1\.0\.0\nsha: [0-9a-f]{40}\n/);
    expect(await repo.remoteRefs()).toEqual(refs);
    expect(await repo.git('tag', '--list')).toBe('');
  });

  it.each([['--apply'], ['--mode', 'apply']])('is everything with %s %s', async (...options) => {
    await using repo = await scratchRepository();
    const { exitCode, stderr } = await runCommand([...push, ...options], repo);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('→ Push tag v1.0.0 to origin');
    expect((await repo.remoteRefs()).get('refs/tags/v1.0.0^{}')).toBe(await repo.head());
  });

  it('is what --mode says', async () => {
    await using repo = await scratchRepository();
    expect(await runCommand([...push, '--mode', 'check'], repo)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^✗ origin has no tag v1\.0\.0; it should be at [0-9a-f]{12}\.\n/m),
    });
    expect((await runCommand([...push, '--mode', 'local'], repo)).exitCode).toBe(0);
    expect(await repo.git('tag', '--list')).toBe('v1.0.0');
  });
});

describe('the folder and the repository', () => {
  it('are named before anything else, without the secrets of the address', async () => {
    await using repo = await scratchRepository();
    const { stderr } = await runCommand(push, repo);
    expect(stderr.split('\n')[0]).toBe(`Looking at ${repo.folder} (remote origin: ${repo.remote})`);
    await repo.git('remote', 'add', 'fork', 'https://me:secret@example.com/me/project.git');
    const fork = await runCommand([...push, '--remote', 'fork', '--mode', 'local'], repo);
    expect(fork.stderr).toBe(
      `Looking at ${repo.folder} (no repository with the remote fork)\n✗ The address of the remote fork has a user or a password: https://***@example.com/me/project.git\n  Write it as https://server/owner/name, without anything else. A token belongs into the input token.\n`,
    );
  });

  it('are missing where there is none', async () => {
    const { stderr } = await runCommand(push, nowhere);
    expect(stderr).toMatch(/^Looking at .* \(no repository with the remote origin\)\n/);
  });

  it('are those where npm was called, not those of the clone of this project', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.9.0');
    const script = ['--prefix', join(dist, '..'), 'run', '--silent', 'cli', '--'];
    const { stdout, stderr } = await promisify(execFile)('npm', [...script, 'parse-tag', '--tag', 'v0.9.0', '--json'], {
      cwd: repo.folder,
      env: { ...repo.environment, PATH: searchPath },
    });
    expect(stderr).toContain(`Looking at ${repo.folder} (remote origin: ${repo.remote})\n`);
    expect(JSON.parse(stdout)).toMatchObject({ exists: true, sha: await repo.head() });
  });
});

describe('--json', () => {
  it('is all there is on stdout: outputs in their types, and nothing else', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.9.0');
    const { exitCode, stdout } = await runCommand(['parse-tag', '--tag', 'v1.0.0-rc.1', '--json'], repo);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      tag: 'v1.0.0-rc.1',
      major: 1,
      'is-prerelease': true,
      exists: false,
      'tags-at-commit': ['v0.9.0'],
      'previous-tag': 'v0.9.0',
      changed: false,
      changes: [],
    });
  });

  it('tells of a failure too', async () => {
    await using repo = await scratchRepository();
    const { exitCode, stdout } = await runCommand(['parse-tag', '--tag', 'v1', '--json'], repo);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      changed: false,
      errors: [{ message: expect.stringContaining('"v1" belongs to no stream') }],
    });
  });
});

describe('help', () => {
  it.each(actions)('on %s has an example, and names every input and output of its action.yml', async (action) => {
    const { inputs, outputs } = parse(await readFile(join(dist, action, 'action.yml'), 'utf8')) as {
      inputs: Record<string, unknown>;
      outputs: Record<string, unknown>;
    };
    const { exitCode, stdout, stderr } = await runCommand([action, '--help'], nowhere);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const named = new Set([...stdout.matchAll(/^ {2}(?:--)?([\w-]+)/gm)].map(([, name]) => name));
    const wanted = [...Object.keys(inputs), ...Object.keys(outputs), 'json', 'help'];
    expect(wanted.filter((name) => !named.has(name) && !named.has(`${name}-file`))).toEqual([]);
    expect(named.has('apply')).toBe('mode' in inputs);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const [, example = ''] = /^Example\n {2}(release-actions .*)$/m.exec(stdout) ?? [];
    const understood = await promisify(execFile)('/bin/sh', ['-c', `${example} --help`], {
      env: { PATH: `${bin}:${searchPath}` },
    });
    expect(understood.stdout).toBe(stdout);
  });

  it('of every other command ends with an example, too', async () => {
    for (const command of ['rehearse', 'doctor', 'verify', 'init', 'completion'])
      for (const words of [
        [command, '--help'],
        ['help', command],
      ]) {
        const { exitCode, stdout } = await runCommand(words, nowhere);
        expect({ exitCode, stdout }).toMatchObject({
          exitCode: 0,
          stdout: expect.stringMatching(new RegExp(`\\nExamples\\n {2}.*release-actions ${command}\\b`)),
        });
      }
  });

  it.each([['help'], ['--help'], ['-h']])('%s without an action describes them all', async (word) => {
    const { exitCode, stdout } = await runCommand([word], nowhere);
    expect(exitCode).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const action of actions) {
      const { description } = parse(await readFile(join(dist, action, 'action.yml'), 'utf8')) as {
        description: string;
      };
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(` ${action} ${description} `);
    }
  });

  it.each([
    ['help', 'push-tag'],
    ['--help', 'push-tag'],
    ['push-tag', '-h'],
  ])('%s %s is that on the action', async (...words) => {
    const { stdout } = await runCommand(['push-tag', '--help'], nowhere);
    expect(await runCommand(words, nowhere)).toEqual({ exitCode: 0, stdout, stderr: '' });
  });
});

it('--version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(join(dist, 'package.json'), 'utf8')) as { version: string };
  expect(await runCommand(['--version'], nowhere)).toEqual({
    exitCode: 0,
    stdout: `release-actions ${version}\n`,
    stderr: '',
  });
});

describe('completion', () => {
  const { stdout: bash } = spawnSync(process.execPath, [join(dist, 'cli.mjs'), 'completion', 'bash'], {
    encoding: 'utf8',
  });

  /** What bash offers for the last of some words. */
  async function offered(words: readonly string[], { folder, environment }: WorkingFolder): Promise<readonly string[]> {
    const ask = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _release_actions; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ['--norc', '-c', `${bash}\n${ask}`, 'bash', 'release-actions', ...words];
    const env = { ...environment, PATH: searchPath };
    return (await promisify(execFile)('bash', args, { cwd: folder, env })).stdout.trim().split('\n');
  }

  it.each([
    ['an action', ['bu'], ['build-wheel', 'bump-chart']],
    ['a command that is no action', ['re'], ['release-issue', 'release-summary', 'rehearse']],
    ['an option', ['push-tag', '--mess'], ['--message', '--message-path']],
    ['an option with a secret, by its file', ['push-tag', '--signing-k'], ['--signing-key-file']],
    ['a value out of a few', ['bump-chart', '--mode', 'd'], ['dry-run']],
    ['nothing for a value that can be anything: then bash takes the paths', ['bump-chart', '--chart', '-'], ['']],
    ['an action to be helped with', ['help', 'push'], ['push-tag']],
    ['a command to be helped with', ['help', 'do'], ['doctor']],
    ['a shell', ['completion', 'z'], ['zsh']],
    ['the options of rehearse', ['rehearse', '--re'], ['--release', '--ref']],
    ['paths for the folder of a repository', ['rehearse', '--local', '-'], ['']],
    ['the options of doctor', ['doctor', '-'], ['--json', '--help']],
    ['the options of verify', ['verify', 'v1', '--o'], ['--open']],
    ['the options of init', ['init', '-'], ['--apply', '--no-rehearsal', '--help']],
    ['no names outside of a repository', ['rehearse', 'v'], ['']],
  ])('of bash knows %s', async (_, words, completed) => {
    expect(await offered(words, nowhere)).toEqual(completed);
  });

  it('of bash knows what the checkout has, runs nothing of it, and offers nothing that a shell would run', async () => {
    await using repo = await scratchRepository({
      '.github/workflows/release.yml': 'on: workflow_dispatch\n',
      '.github/workflows/test.yaml': 'on: push\n',
      'src/main.py': '',
    });
    for (const tag of ['v1.2.0', 'chart/v0.3.0', '$(touch${IFS}made)', '-x;reboot'])
      await repo.git('update-ref', `refs/tags/${tag}`, 'HEAD');
    await repo.git('branch', 'release-1');
    await repo.git('config', 'remote.origin.promisor', 'true');
    await repo.git('config', 'protocol.ext.allow', 'always');
    await repo.git('config', 'remote.origin.url', 'ext::touch made');
    const inside = { folder: join(repo.folder, 'src'), environment: repo.environment };
    const all = (...words: readonly string[]) => offered(words, inside);
    expect(await all('verify', '')).toEqual([
      '--input',
      '--var',
      '--json',
      '--open',
      '--help',
      'chart/v0.3.0',
      'v1.2.0',
    ]);
    expect(await all('rehearse', 'v')).toEqual(['v1.2.0']);
    expect(await all('rehearse', 'rel')).toEqual(['release-1', 'release.yml']);
    expect(await all('rehearse', 'release.yml', '--ref', '')).toEqual(['main', 'release-1', 'chart/v0.3.0', 'v1.2.0']);
    expect(await repo.git('status', '--porcelain')).toBe('');
  });

  it('of zsh and fish names every option of every action and command', async () => {
    const names = [...actions, 'rehearse', 'doctor', 'verify', 'init'];
    const [zsh, fish, ...helps] = await Promise.all(
      [['completion', 'zsh'], ['completion', 'fish'], ...names.map((name) => [name, '--help'])].map(
        async (words) => (await runCommand(words, nowhere)).stdout,
      ),
    );
    for (const [index, name] of names.entries()) {
      const options = [...(helps[index] ?? '').matchAll(/^ {2}--([\w-]+)/gm)].map(([, option = '']) => option);
      const linesWith = (text = '', sign = '') =>
        text
          .split('\n')
          .filter((line) => line.includes(sign))
          .join('\n');
      const [ofZsh, ofFish] = [linesWith(zsh, ` ${name})`), linesWith(fish, ` ${name}'`)];
      expect(options).toContain('help');
      expect(options.filter((option) => !ofZsh.includes(`'*--${option}[`))).toEqual([]);
      expect(options.filter((option) => !ofFish.includes(` -l ${option} `))).toEqual([]);
    }
  });
});

describe('what cannot be understood ends with 2, and the way out', () => {
  const parseTagHelp = 'release-actions help parse-tag lists all options.';
  const pushTagHelp = 'release-actions help push-tag lists all options.';

  it('no action', async () => {
    const { exitCode, stdout, stderr } = await runCommand([], nowhere);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toBe((await runCommand(['help'], nowhere)).stdout);
  });

  const described = 'release-actions help describes them all.';
  const use = `Use ${actions.slice(0, -1).join(', ')} or ${actions.at(-1)}. ${described}`;
  it.each([
    ['a slip', ['prase-tag'], `✗ There is no action "prase-tag".\n  Did you mean parse-tag? ${described}\n`],
    ['a part of a name', ['bump'], `✗ There is no action "bump".\n  Did you mean bump-chart? ${described}\n`],
    [
      'a part of two names',
      ['tag'],
      `✗ There is no action "tag".\n  Did you mean parse-tag or push-tag? ${described}\n`,
    ],
    ['an unknown action', ['fly', '--help'], `✗ There is no action "fly".\n  ${use}\n`],
    ['help on no action', ['help', 'fly'], `✗ There is no action "fly".\n  ${use}\n`],
    ['one that every object has', ['constructor'], `✗ There is no action "constructor".\n  ${use}\n`],
    [
      'an unknown option, whose value is left alone',
      ['parse-tag', '--tga', 'v1.0.0'],
      `✗ There is no option --tga.\n  Did you mean --tag?\n  ${parseTagHelp}\n`,
    ],
    [
      'an unknown option like no other',
      ['parse-tag', '--colour=red'],
      `✗ There is no option --colour.\n  ${parseTagHelp}\n`,
    ],
    [
      'an option as it is written in code',
      ['push-tag', '--messagePath=x', '--signing_key_file=x'],
      `✗ There is no option --messagePath.\n  Did you mean --message-path?\n✗ There is no option --signing_key_file.\n  Did you mean --signing-key-file?\n  ${pushTagHelp}\n`,
    ],
    [
      'an option without its value',
      ['parse-tag', '--tag'],
      `✗ --tag has no value.\n  Write --tag VALUE.\n  ${parseTagHelp}\n`,
    ],
    [
      'an option in the place of a value',
      ['parse-tag', '--tag', '--json'],
      `✗ --tag has no value: "--json" is the next option.\n  To give this value, write --tag=--json\n  ${parseTagHelp}\n`,
    ],
    [
      'a switch with a value',
      ['parse-tag', '--json=yes'],
      `✗ --json takes no value, but has "yes".\n  ${parseTagHelp}\n`,
    ],
    [
      'a word too many',
      ['parse-tag', 'v1.0.0'],
      `✗ "v1.0.0" belongs to no option.\n  Did you mean --tag v1.0.0?\n  ${parseTagHelp}\n`,
    ],
    [
      'a mode of an action that has none',
      ['parse-tag', '--apply'],
      `✗ There is no option --apply.\n  Leave it out: this action has no modes.\n  ${parseTagHelp}\n`,
    ],
    [
      'a completion for no shell',
      ['completion'],
      '✗ Which shell?\n  Write release-actions completion bash, and zsh or fish in the place of bash for these shells.\n',
    ],
    [
      'a completion for an unknown shell',
      ['completion', 'fsh'],
      '✗ There is no completion for "fsh".\n  Did you mean zsh, fish or bash?\n',
    ],
    [
      'a completion for two shells',
      ['completion', 'zsh', 'fish'],
      '✗ "fish" follows the name of the shell.\n  Write release-actions completion bash, and zsh or fish in the place of bash for these shells.\n',
    ],
    [
      'a secret in an argument, which is not repeated',
      ['push-tag', '--tag', 'v1.0.0', '--token', 'hidden'],
      `✗ There is no option --token. Other users of the machine could read the secret.\n  Give a file with --token-file, or set GH_TOKEN or GITHUB_TOKEN.\n  ${pushTagHelp}\n`,
    ],
    [
      'a secret in no file',
      ['push-tag', '--tag', 'v1.0.0', '--signing-key-file', '/nowhere'],
      '✗ There is no file "/nowhere", for --signing-key-file.\n  Give the path of a file with the secret, or set SIGNING_KEY.\n',
    ],
    [
      'two modes',
      [...push, '--mode', 'check', '--apply'],
      '✗ --apply and --mode check contradict each other.\n  Give only one of them.\n',
    ],
  ])('%s', async (_, args, said) => {
    expect(await runCommand(args, nowhere)).toEqual({ exitCode: 2, stdout: '', stderr: said });
  });
});

describe('what is refused ends with 1, and the way out', () => {
  it('bad inputs, all of them', async () => {
    const args = ['parse-tag', '--tag', 'v1.0.0', '--revision', 'x', '--next', 'y'];
    const { exitCode, stderr } = await runCommand(args, nowhere);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /✗ Input revision is "x", .*\n {2}.*\n✗ Input next cannot be "y"\.\n {2}Use major, minor or patch/,
    );
  });

  it('a folder without a repository', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'no-repository-'));
    const { exitCode, stderr } = await runCommand(['parse-tag', '--tag', 'v1.0.0'], { folder: folder.path });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^✗ .* is not a git checkout\.\n {2}.*\n/m);
    expect(stderr).not.toContain('    at ');
  });
});

describe('secrets', () => {
  const token = 'the-token-of-a-laptop';
  const server = { tokens: [{ token, contents: 'write' as const }] };

  it.each(['GH_TOKEN', 'GITHUB_TOKEN'])('the token comes from %s', async (variable) => {
    await using repo = await scratchRepository({}, { server });
    const env = { GITHUB_SERVER_URL: repo.server.url, [variable]: token };
    const { exitCode, stdout, stderr } = await runCommand([...push, '--apply'], repo, { env });
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain(token);
  });

  it('a variable that is empty does not hide the next one', async () => {
    await using repo = await scratchRepository({}, { server });
    const env = { GITHUB_SERVER_URL: repo.server.url, GH_TOKEN: '', GITHUB_TOKEN: token };
    expect((await runCommand(push, repo, { env })).exitCode).toBe(0);
  });

  it('the token comes from a file, as an editor saves it', async () => {
    await using repo = await scratchRepository({}, { server });
    const file = join(repo.scratch.root, 'token');
    await writeFile(file, `${token}\n`);
    const env = { GITHUB_SERVER_URL: repo.server.url, GITHUB_TOKEN: 'another' };
    const { exitCode, stdout, stderr } = await runCommand([...push, '--apply', '--token-file', file], repo, { env });
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain(token);
  });

  it.each(['from a variable', 'from files'])('the signing key and its passphrase come %s', async (from) => {
    await using repo = await scratchRepository();
    await using key = await sshKey('the-passphrase');
    const at = (name: string) => join(repo.scratch.root, name);
    await Promise.all([writeFile(at('key'), key.secret), writeFile(at('phrase'), 'the-passphrase\n')]);
    const files = ['--signing-key-file', at('key'), '--signing-passphrase-file', at('phrase')];
    const env = { SIGNING_KEY: key.secret, SIGNING_PASSPHRASE: 'the-passphrase' };
    const isFile = from === 'from files';
    const args = [...push, '--apply', ...(isFile ? files : [])];
    const { exitCode, stdout, stderr } = await runCommand(args, repo, isFile ? {} : { env });
    expect({ exitCode, stderr: stderr.replaceAll(/^(?!✗).*\n/gm, '') }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout + stderr).not.toContain('the-passphrase');
    expect(await key.verify(repo.folder, 'v1.0.0')).toMatch(/Good "git" signature/);
  });
});

it('what a server says moves no cursor and colours nothing', async () => {
  await using repo = await scratchRepository({}, { server: {} });
  const headers = { 'content-type': 'text/plain' };
  repo.server.fault = () => ({ status: 503, headers, body: 'denied \u001B[2J\u001B]0;title\u0007\n' });
  const { exitCode, stderr } = await runCommand(push, repo, { env: { RELEASE_ACTIONS_PACE: '0.01' } });
  expect(exitCode).toBe(1);
  expect(stderr).toContain('denied');
  expect(stderr).not.toMatch(/[\u001B\u0007]/);
});

describe('colours', () => {
  const refused = ['parse-tag', '--tag', 'v1'];

  it('are left out where nobody looks', async () => {
    await using repo = await scratchRepository();
    const { stdout, stderr } = await runCommand(refused, repo, { env: { TERM: 'xterm-256color' } });
    expect(stdout + stderr).not.toContain('\u001B');
    expect(stderr).toContain('✗ Tag "v1"');
  });

  it.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
    [{ TERM: 'dumb' }, false],
  ])('in a terminal with %o are shown: %s', async (env, isColoured) => {
    await using repo = await scratchRepository();
    const command = [process.execPath, join(dist, 'cli.mjs'), ...refused];
    const inTerminal = ['-c', 'import pty, sys; pty.spawn(sys.argv[1:])', ...command];
    const { stdout } = await promisify(execFile)(await systemProgram('python3'), inTerminal, {
      cwd: repo.folder,
      env: { ...repo.environment, TERM: 'xterm-256color', ...env },
    });
    expect(stdout).toContain('Tag "v1"');
    expect(stdout.includes('\u001B[31m')).toBe(isColoured);
  });
});

describe('an older Node', () => {
  const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });\n";

  it('gets 1 and the command that works, before anything else is loaded', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'older-node-'));
    const at = (name: string) => join(folder.path, name);
    await Promise.all([copyFile(join(dist, 'cli.mjs'), at('cli.mjs')), writeFile(at('older.cjs'), older)]);
    const args = ['--tag', "it's $HOME", '--draft'];
    const node = ['--require', at('older.cjs')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, at('cli.mjs'), ...args], {
      env: { PATH: searchPath },
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    const [sentence, command = ''] = stderr.split('\n');
    expect(sentence).toBe('release-actions needs Node 24 or newer; this is Node 20.20.2. To use a Node 24 from npm:');
    await writeFile(at('npx'), `#!/bin/sh\nprintf '%s\\n' "$@"\n`, { mode: 0o755 });
    const typed = await promisify(execFile)('/bin/sh', ['-c', command], { env: { PATH: folder.path } });
    expect(typed.stdout.trim().split('\n')).toEqual([
      '--yes',
      '--package',
      'node@24',
      '--',
      'node',
      at('cli.mjs'),
      ...args,
    ]);
  });

  it('can read the file that says so: no static import, nothing newer than ES2020', async () => {
    const text = await readFile(join(dist, 'cli.mjs'), 'utf8');
    const code = text.replaceAll(/'[^'\n]*'|"[^"\n]*"/g, "''");
    expect(code).not.toMatch(/^\s*(?:import\s*[\w{*'"]|export\b)/m);
    expect(code).not.toMatch(/\bawait\b|(?:\?\?|\|\||&&)=|#\w+\s*[(;=]|\bstatic\s*\{|\d_\d|\busing\b|\bwith\s*:/);
  });
});

it('is a command by itself, wherever it stands', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'installed-'));
  await mkdir(join(folder.path, 'bin'));
  const { stdout } = await promisify(execFile)(join(dist, 'cli.mjs'), ['--help'], {
    cwd: folder.path,
    env: { PATH: searchPath },
  });
  expect(stdout).toContain('Usage: release-actions');
});
