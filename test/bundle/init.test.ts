import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const module = { 'go.mod': 'module example.com/project\n', 'a.go': 'package project\n', VERSION: '1.1.0\n' };
const [guard, release] = ['.github/workflows/guard.yml', '.github/workflows/release.yml'];

describe('init', () => {
  it('shows a diff, rehearses and writes it with --apply, and changes nothing when it runs again', async () => {
    await using repo = await scratchRepository(module);
    await repo.tag('v1.0.0');
    const shown = await runCommand(['init'], repo);
    expect(shown).toEqual({ exitCode: 0, stderr: '', stdout: expect.stringContaining(`+++ b/${release}\n`) });
    expect(shown.stdout).toMatch(
      /\n\nNothing was written\. release-actions init --apply rehearses it, and writes it if that succeeds\.\n$/,
    );
    expect(shown.stdout).toContain('https://github.com/org/project/settings/environments\n');
    expect(await repo.git('status', '--porcelain')).toBe('');

    const written = await runCommand(['init', '--apply'], repo);
    expect(written).toMatchObject({ exitCode: 0, stderr: '' });
    expect(written.stdout).toContain('\nThe rehearsal: a pull request and the tag v1.1.0.\n');
    expect(written.stdout).toContain('release v1.1.0 (the latest)');
    expect(written.stdout).toMatch(
      new RegExp(`\n\nThe rehearsal succeeded, in \\d+ s\\.\n\nWritten: ${guard} and ${release}\\.\n$`),
    );
    const texts = await textsIn(repo.folder);
    expect(shown.stdout).toContain(texts[1]?.replaceAll(/^(?=.)/gm, '+').trimEnd());
    for (const args of [['init'], ['init', '--apply']])
      expect((await runCommand(args, repo)).stdout).toMatch(/\n\nNothing to write\.\n$/);
    expect(await textsIn(repo.folder)).toEqual(texts);
  });

  it('writes nothing whose rehearsal fails, unless it is told to rehearse nothing', async () => {
    const newer = { ...module, 'go.mod': 'module example.com/project/v3\n' };
    await using repo = await scratchRepository(newer);
    const refused = await runCommand(['init', '--apply'], repo);
    expect(refused).toMatchObject({ exitCode: 1, stderr: '' });
    expect(refused.stdout).toContain('✗ Check that the Go modules can be tagged');
    expect(refused.stdout).toMatch(
      /\n\nThe rehearsal failed\.\n\nNothing was written\. Mend what failed, and call release-actions init --apply again\. With --no-rehearsal, it is written as it is\.\n$/,
    );
    expect(await repo.git('status', '--porcelain')).toBe('');

    const { exitCode, stdout } = await runCommand(['init', '--apply', '--no-rehearsal'], repo);
    expect({ exitCode, end: stdout.split('\n').at(-2) }).toEqual({
      exitCode: 0,
      end: `Written without a rehearsal: ${guard} and ${release}.`,
    });
    expect(stdout).not.toContain('The rehearsal');
  });

  it('leaves a workflow of a person alone, and names others that run for the same tags', async () => {
    const files = {
      ...module,
      [release]: 'on: push\n',
      '.github/workflows/ci.yml': 'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }\n',
      '.github/workflows/hidden.yml':
        "on: push\njobs: { a: { if: \"startsWith(github.ref, 'refs/tags/')\", runs-on: ubuntu-latest, steps: [{ run: 'true' }] } }\n",
      '.github/workflows/old.yml': workflow,
      '.github/workflows/wrong.yml': 'on: push\njobs: 1\n',
    };
    await using repo = await scratchRepository(files);
    const { exitCode, stdout } = await runCommand(['init', '--apply'], repo);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Left alone, because a person wrote or edited them:\n  ${release}\n`);
    expect(stdout).toContain(
      [
        'Not part of it:',
        '  .github/workflows/hidden.yml runs for the tag v1.2.3 as well: should both release?',
        '  .github/workflows/old.yml runs for the tag v1.2.3 as well: should both release?',
        "  GitHub does not accept .github/workflows/wrong.yml:2: Unexpected value '1'.",
        '',
        '',
      ].join('\n'),
    );
    expect(stdout).toContain(`Written: ${guard}.\n`);
    expect(await repo.git('status', '--porcelain', '--untracked-files=all')).toBe(`?? ${guard}`);
  });

  it('says what a person has to do, as far as the workflows are those of init', async () => {
    const stepsWith = async (files: Readonly<Record<string, string>>) => {
      await using repo = await scratchRepository({
        ...module,
        'api/go.mod': 'module example.com/project/api\n',
        'api/a.go': 'package api\n',
        ...files,
      });
      const { stdout } = await runCommand(['init'], repo);
      return /What a person has to do:\n([^]*?)\n\n/
        .exec(stdout)?.[1]
        ?.split('\n')
        .map((line) => line.trim());
    };
    const settings = 'https://github.com/org/project/settings';
    const [environment, ruleset, check, last] = [
      `Make the environment release, with reviewers, and let it admit only the tags v[0-9]*, and the branch main for people who start the workflow there: ${settings}/environments`,
      `Make a ruleset that lets nobody move or remove the tags v[0-9]* and **/v*: ${settings}/rules`,
      `Require the check "Guard / Tagged now" for pull requests in a ruleset: ${settings}/rules`,
      'Commit the workflows, and ask release-actions doctor what else is missing.',
    ];
    const renamed = (path: string) =>
      `Give ${path} another name, and call release-actions init again: it writes its own there.`;
    expect(await stepsWith({})).toEqual([environment, ruleset, check, last]);
    const edited = 'on: push\njobs: { a: { uses: org/release-actions/.github/workflows/release-go-modules.yml@v1 } }\n';
    expect(await stepsWith({ [release]: edited })).toEqual([environment, ruleset, check, last]);
    expect(await stepsWith({ [release]: workflow })).toEqual([renamed(release), ruleset, check, last]);
    expect(await stepsWith({ [guard]: workflow, [release]: workflow })).toEqual([
      renamed(guard),
      renamed(release),
      ruleset,
    ]);
  });

  it('says what it found where nothing is released, and starts no program of the checkout', async () => {
    await using repo = await scratchRepository({ 'Cargo.toml': '' });
    await repo.git('config', 'core.fsmonitor', `touch "${join(repo.folder, 'started')}"`);
    const { exitCode, stdout } = await runCommand(['init'], repo);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: [
        'org/project: no Python project, chart, Dockerfile, Go module or image list was found.',
        '',
        'Not part of it:',
        '  Cargo.toml: nothing here publishes crates.',
        '',
        'Nothing was written.',
        '',
      ].join('\n'),
    });
    await expect(readFile(join(repo.folder, 'started'))).rejects.toThrow('ENOENT');
  });
});

describe('init refuses', () => {
  it('what it does not know', async () => {
    await using repo = await scratchRepository({});
    expect(await runCommand(['init', '--force'], repo)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: '✗ There is no option --force.\n  release-actions help init lists all options.\n',
    });
  });

  it('a repository whose name is not known', async () => {
    await using repo = await scratchRepository(module);
    await repo.git('remote', 'remove', 'origin');
    const { exitCode, stderr } = await runCommand(['init'], repo);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr:
        '✗ There is no remote origin, so the name of the repository is not known.\n  Add it: git remote add origin https://github.com/OWNER/NAME.git\n',
    });
  });
});

const workflow =
  'on: { push: { tags: ["v*"] } }\njobs: { old: { runs-on: ubuntu-latest, steps: [{ run: "true" }] } }\n';

const textsIn = (folder: string) =>
  Promise.all([guard, release].map((path) => readFile(join(folder, path ?? ''), 'utf8')));
