import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, link, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import packageDocs from '../../actions/package-docs/action.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { type Files, type ScratchRepository, scratchRepository } from '../support/repository.ts';

const inputs = { name: 'example', version: '1.2.0' };
const archive = 'example-1.2.0-docs.tgz';
const exec = promisify(execFile);

const project = (files: Files) => scratchRepository(files);

/** The names in the archive, without the folder at the top. */
async function namesIn(repo: ScratchRepository, path = archive): Promise<readonly string[]> {
  const { stdout } = await exec('tar', ['-tzf', join(repo.folder, path), '--quoting-style=literal']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((name) => name.slice(name.indexOf('/') + 1))
    .filter((name) => name !== '');
}

const packed = async (repo: ScratchRepository, given: Readonly<Record<string, string>> = {}) => {
  const outputs = await succeed(packageDocs, repo, { inputs: { ...inputs, ...given } });
  return { outputs, names: await namesIn(repo, outputs['archive']) };
};

describe('the archive', () => {
  it('has the folder under its new name, and says what it is', async () => {
    await using repo = await project({ 'docs/docs.md': 'docs', 'docs/a-docs/index.md': 'a', 'README.md': 'no' });
    const { outputs, names } = await packed(repo);
    expect(names).toEqual(['a-docs/', 'a-docs/index.md', 'docs.md']);
    const bytes = await readFile(join(repo.folder, archive));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(outputs).toEqual({
      archive,
      sha256,
      size: String(bytes.length),
      files: '2',
      checksums: `${archive}.sha256`,
      changed: 'true',
      changes: JSON.stringify([`Write ${archive}`, `Write ${archive}.sha256`]),
      pending: '[]',
    });
    await exec('sha256sum', ['--check', '--strict', `${archive}.sha256`], { cwd: repo.folder });
  });

  it('is the same from another clone, with other modes, times, umask and order', async () => {
    const files = { 'docs/b.md': 'b', 'docs/a/run.sh': '#!/bin/sh\n', 'docs/a/b/c.md': 'c' };
    await using one = await project(files);
    await using other = await project({});
    await exec('sh', ['-c', 'umask 077; git clone -q "$0" there', one.scratch.origin], { cwd: other.folder });
    const there = join(other.folder, 'there');
    await exec('touch', ['-d', '2001-01-01', join(there, 'docs/b.md')]);
    const { sha256 } = await succeed(packageDocs, one, { inputs });
    const copied = await succeed(packageDocs, { folder: there, environment: one.environment }, { inputs });
    expect(copied['sha256']).toBe(sha256);
  });

  it('is left alone by a second run, which leaves it out of itself as well', async () => {
    await using repo = await project({ 'docs/a.md': 'a' });
    const first = await packed(repo, { path: '.', 'out-dir': 'dist/docs' });
    const second = await packed(repo, { path: '.', 'out-dir': 'dist/docs' });
    expect(second.names).toEqual(['dist/', 'dist/docs/', 'docs/', 'docs/a.md']);
    const third = await packed(repo, { path: '.', 'out-dir': 'dist/docs' });
    expect([second.outputs['changed'], third.outputs['changed']]).toEqual(['true', 'false']);
    expect(third.outputs['sha256']).toBe(second.outputs['sha256']);
    expect(first.names).toEqual(['docs/', 'docs/a.md']);
  });

  it('has no empty folder less, and no litter more', async () => {
    await using repo = await project({
      'docs/a.md': 'a',
      'docs/.gitignore': '*.log',
      'docs/a.md~': 'backup',
      'docs/.a.md.swp': 'swap',
      'docs/#a.md#': 'saved',
      'docs/.DS_Store': 'finder',
      'docs/img/Thumbs.db': 'explorer',
      'docs/old/b.md': 'b',
      'docs/old/c.md': 'c',
      'docs/d.tmp': 'd',
    });
    await mkdir(join(repo.folder, 'docs/empty'));
    await exec('git', ['init', '-q', join(repo.folder, 'docs/other')]);
    const { outcome, outputs } = await perform(packageDocs, repo, {
      inputs: { ...inputs, exclude: 'old/\n**/*.tmp\n' },
    });
    expect(await namesIn(repo, outputs['archive'])).toEqual(['.gitignore', 'a.md', 'empty/', 'img/', 'other/']);
    expect(outcome.notes).toEqual([expect.stringMatching(/^Left out, because it is no documentation: "/)]);
  });

  it('keeps links inside, and what they are called', async () => {
    await using repo = await project({ 'docs/a/docs/b.md': 'b' });
    const links = { 'docs/here': 'a', 'docs/a/up': '../a/docs/b.md', 'docs/twice': 'here/docs', 'docs/self': '.' };
    for (const [path, target] of Object.entries(links)) await symlink(target, join(repo.folder, path));
    await packed(repo);
    const { stdout } = await exec('tar', ['-tvzf', join(repo.folder, archive)]);
    for (const target of Object.values(links)) expect(stdout).toContain(` -> ${target}\n`);
  });

  it('has the content of hard links twice, plain modes, and a note about what it does not keep', async () => {
    await using repo = await project({ 'docs/a.md': 'a', 'docs/run': 'x' });
    await link(join(repo.folder, 'docs/a.md'), join(repo.folder, 'docs/b.md'));
    await chmod(join(repo.folder, 'docs/run'), 0o4711);
    const { outcome } = await perform(packageDocs, repo, { inputs });
    const { stdout } = await exec('tar', ['-tvzf', join(repo.folder, archive)]);
    expect(stdout.replaceAll(/ +\d+ \d{4}-\S+ \S+/g, '')).toBe(
      [
        'drwxr-xr-x 0/0 example-1.2.0-docs/',
        '-rw-r--r-- 0/0 example-1.2.0-docs/a.md',
        '-rw-r--r-- 0/0 example-1.2.0-docs/b.md',
        '-rwxr-xr-x 0/0 example-1.2.0-docs/run',
        '',
      ].join('\n'),
    );
    expect(outcome.notes).toEqual(['The archive does not keep setuid and the like: "run".']);
  });

  it('keeps names that differ in case only, with a note', async () => {
    await using repo = await project({ 'docs/README.md': 'a', 'docs/readme.md': 'b' });
    const { outcome } = await perform(packageDocs, repo, { inputs });
    expect(outcome.notes).toEqual([
      '"README.md" and "readme.md" are one file on systems that ignore case, such as macOS.',
    ]);
    expect(await namesIn(repo)).toEqual(['README.md', 'readme.md']);
  });

  it.each([
    ['GNU tar', 'tar', (file: string, to: string) => ['-xzf', file, '-C', to]],
    [
      'Python with filter="data"',
      'python3',
      (file: string, to: string) => [
        '-c',
        'import sys,tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2], **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))',
        file,
        to,
      ],
    ],
  ])('gives the same tree in %s', async (_, program, args) => {
    const long = 'x'.repeat(120);
    await using repo = await project({
      'docs/a.md': 'a',
      [`docs/${long}/${long}/${long}.md`]: 'long',
      'docs/naïve/日本語.md': 'names',
      'docs/a b/c\td.md': 'white space',
      'docs/big.bin': new Uint8Array(3_000_000).fill(7),
    });
    await mkdir(join(repo.folder, 'docs/empty'));
    await symlink(`${long}/${long}`, join(repo.folder, 'docs/long'));
    await packed(repo);
    const to = join(repo.folder, 'extracted');
    await mkdir(to);
    await exec(program, args(join(repo.folder, archive), to));
    expect(
      (await exec('diff', ['-r', '--no-dereference', join(to, 'example-1.2.0-docs'), join(repo.folder, 'docs')]))
        .stdout,
    ).toBe('');
  });
});

describe('what cannot be archived is refused, all at once', () => {
  it('links that lead out, nowhere, or round', async () => {
    await using repo = await project({ 'docs/a.md': 'a', 'README.md': 'x', 'docs/old/b.md': 'b' });
    const links = {
      absolute: '/etc/passwd',
      dangling: 'nothing.md',
      excluded: 'old/b.md',
      'file-as-folder': 'a.md/x',
      outside: '../README.md',
      'out-and-back': '../docs/a.md',
      round: 'round',
    };
    for (const [path, target] of Object.entries(links)) await symlink(target, join(repo.folder, 'docs', path));
    expect(await refusal(packageDocs, repo, { inputs: { ...inputs, exclude: 'old' } })).toBe(
      [
        ['absolute', '"/etc/passwd", which is an absolute path: it exists on this machine only.'],
        ['dangling', '"nothing.md", but the archive has nothing there.'],
        ['excluded', '"old/b.md", but the archive has nothing there.'],
        ['file-as-folder', '"a.md/x", but the archive has nothing there.'],
        ['out-and-back', '"../docs/a.md", which is outside docs.'],
        ['outside', '"../README.md", which is outside docs.'],
        ['round', '"round", and never ends: the links lead to each other.'],
      ]
        .flatMap(([name, problem]) => [
          `docs/${name} is a link to ${problem}`,
          `Let it lead to something in docs, put a copy in its place, or add it to the input exclude: ${name}`,
        ])
        .join('\n'),
    );
  });

  it('pipes, sockets and devices', async () => {
    await using repo = await project({ 'docs/a.md': 'a' });
    await exec('mkfifo', [join(repo.folder, 'docs/pipe')]);
    const server = createServer().listen(join(repo.folder, 'docs/socket'));
    expect(await refusal(packageDocs, repo, { inputs })).toBe(
      [
        'docs/pipe is a FIFO, which an archive of files cannot hold.',
        'Remove it, or add it to the input exclude: pipe',
        'docs/socket is a socket, which an archive of files cannot hold.',
        'Remove it, or add it to the input exclude: socket',
      ].join('\n'),
    );
    server.close();
  });

  it('names that are not UTF-8', async () => {
    await using repo = await project({ 'docs/a.md': 'a' });
    await writeFile(Buffer.concat([Buffer.from(`${repo.folder}/docs/caf`), Buffer.of(0xe9)]), 'x');
    expect(await refusal(packageDocs, repo, { inputs })).toBe(
      'A name in docs is not UTF-8: "café", read as Latin-1.\nRename the file. Not every system can extract such a name.',
    );
  });

  it('a folder that is missing, a file, or a link', async () => {
    await using repo = await project({ 'docs/a.md': 'a' });
    await symlink('docs', join(repo.folder, 'documents'));
    const said = async (path: string) => refusal(packageDocs, repo, { inputs: { ...inputs, path } });
    expect(await said('doc')).toBe(`There is no folder doc.\nCorrect the path. It is relative to ${repo.folder}.`);
    expect(await said('docs/a.md')).toBe('docs/a.md is not a folder.\nGive the path of a folder.');
    expect(await said('documents')).toBe(
      'documents leads through a symbolic link to docs.\nGive the path of the folder itself: docs',
    );
  });
});
