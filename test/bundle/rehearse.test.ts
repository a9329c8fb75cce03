import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dist, runCommand, searchPath } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const tagged = (pattern: string) =>
  `on:\n  push:\n    tags: ['${pattern}']\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 0\n`;
const started =
  'on:\n  workflow_dispatch:\n    inputs:\n      version: { required: true }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 0\n';
const files = { '.github/workflows/release.yml': tagged('v*'), '.github/workflows/bump.yml': started };

describe('rehearse --explain', () => {
  it('says of every workflow whether a tag would start it', async () => {
    await using repo = await scratchRepository(files);
    const args = ['rehearse', '--explain'];
    expect(await runCommand([...args, 'v1.0.0'], repo)).toEqual({
      exitCode: 0,
      stdout: [
        'push at tag v1.0.0:',
        "  .github/workflows/release.yml runs: tag v1.0.0 matches 'v*' (line 3).",
        '  .github/workflows/bump.yml does not run: it does not listen to push, but to workflow_dispatch (line 2).',
        '',
      ].join('\n'),
      stderr: '',
    });
    const chart = await runCommand([...args, 'chart/v1.0.0'], repo);
    expect(chart.exitCode).toBe(1);
    expect(chart.stdout).toContain('If chart/v1.0.0 should start it, add chart/v* to the list.');
  });

  it('looks at the inputs of a workflow that is started', async () => {
    await using repo = await scratchRepository(files);
    const args = ['rehearse', 'bump.yml', '--explain'];
    const given = await runCommand([...args, '--input', 'version=1.0.0'], repo);
    expect(given.stdout).toContain('bump.yml runs: it listens to workflow_dispatch (line 2).');
    expect(await runCommand(args, repo)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('bump.yml does not run: Input version is required (line 4).\n'),
    });
  });
});

describe('rehearse', () => {
  it('performs what a tag starts, with the actions of this release', async () => {
    const release = tagged('v*').replace(
      '- run: exit 0',
      '- uses: actions/checkout@v6\n      - uses: org/release-actions/parse-tag@v1\n      - run: test "$A" = abc && test -z "$RELEASE_TOKEN"\n        env: { A: "${{ secrets.RELEASE_TOKEN }}" }',
    );
    await using repo = await scratchRepository({ '.github/workflows/release.yml': release });
    const env = { RELEASE_TOKEN: 'abc' }; // it is taken out of the environment of the process
    const { exitCode, stdout, stderr } = await runCommand(['rehearse', 'v1.0.0', '--secret', 'RELEASE_TOKEN'], repo, {
      env,
    });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(
      / ✓ Run org\/release-actions\/parse-tag@v1.*\n.* ✓ Run test .*\n.*release\.yml \(run 1001\) succeeded\.\n/,
    );
    expect(await repo.git('tag', '--list')).toBe('');
  });
});

it('ends as usual if nobody reads what it prints', async () => {
  await using repo = await scratchRepository(files);
  const command = `"$NODE" "$CLI" rehearse v1.0.0 2>&1 >&3 3>&- | cat`;
  const script = `set -o pipefail; { ${command}; } 3> >(true)`;
  const env = { PATH: searchPath, NODE: process.execPath, CLI: join(dist, 'cli.mjs'), HOME: repo.folder };
  const { status, stdout } = spawnSync('bash', ['-c', script], { cwd: repo.folder, env, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

describe('a wrong command line', () => {
  it.each<[args: readonly string[], stderr: string, exitCode?: number]>([
    [
      [],
      '✗ rehearse takes one tag, one branch or one workflow, not 0.\n  Write release-actions rehearse v1.2.0, or release-actions rehearse release.yml.\n',
    ],
    [['v1', '--explain', '--input', 'a'], '✗ --input "a" has no name and value.\n  Write --input version=1.2.0.\n'],
    [
      ['a.yml', '--release'],
      '✗ A release is made of a tag, not of a.yml.\n  Write release-actions rehearse v1.2.0 --release.\n',
    ],
    [['a.yml', '--explain', '--ref', 'gone'], '✗ There is no branch "gone".\n  Give another --ref.\n', 1],
  ])('%j is refused', async (args, stderr, exitCode = 2) => {
    await using repo = await scratchRepository(files);
    expect(await runCommand(['rehearse', ...args], repo)).toEqual({ exitCode, stdout: '', stderr });
  });
});
