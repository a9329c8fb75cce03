import { describe, expect, it } from 'vitest';
import ghRelease from '../../actions/gh-release/action.ts';
import { runCommand } from '../support/bundle.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

describe('a wrong command line', () => {
  it.each<[args: readonly string[], stderr: string, exitCode?: number]>([
    [[], '✗ verify takes one tag, not 0.\n  Write release-actions verify v1.2.0.\n'],
    [['v1.0.0', 'v2.0.0'], '✗ verify takes one tag, not 2.\n  Write release-actions verify v1.2.0.\n'],
    [['v1.0.0', '--var', 'A'], '✗ --var "A" has no name and value.\n  Write --var IMAGE=ghcr.io/org/app.\n'],
    [['v1.0.0'], '✗ This checkout has no tag v1.0.0.\n  Fetch it: git fetch origin tag v1.0.0\n', 1],
  ])('%j is refused', async (args, stderr, exitCode = 2) => {
    await using repo = await scratchRepository();
    expect(await runCommand(['verify', ...args], repo)).toEqual({ exitCode, stdout: '', stderr });
  });
});

it('describes itself', async () => {
  await using repo = await scratchRepository();
  const { stdout } = await runCommand(['verify', '--help'], repo);
  expect(stdout).toContain('release-actions verify v1.2.0\n');
});

const workflow = `on:
  push: { tags: ['v*'] }
  workflow_dispatch: { inputs: { tag: { required: true }, level: { required: true } } }
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - { id: tag, uses: org/release-actions/parse-tag@v1, with: { require: annotated } }
      - { id: name, name: Find a name, run: 'echo "name=$(./name)" >> "$GITHUB_OUTPUT"' }
      - uses: org/release-actions/await-image@v1
        with: { images: 'ghcr.io/org/\${{ steps.name.outputs.name }}:1' }
      - uses: org/release-actions/gh-release@v1
        with: { tag: '\${{ steps.tag.outputs.tag }}', notes: 'text: It works.' }
      - { uses: org/release-actions/commit-changes@v1, with: { message: Go on } }
`;

it('has one line for each thing, names what it could not compare, and ends with 1 if anything differs', async () => {
  await using repo = await scratchGitHub({ '.github/workflows/release.yml': workflow });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  await succeed(ghRelease, repo, { inputs: { tag: 'v1.0.0', notes: 'text: It works.', token: jobToken.token } });
  const env = { GH_TOKEN: jobToken.token };
  const sha = (await repo.head()).slice(0, 12);
  const before = [await repo.git('status', '--porcelain'), await repo.git('show-ref')];
  const requests = repo.github.requests.length;
  expect(await runCommand(['verify', 'v1.0.0'], repo, { env })).toEqual({
    exitCode: 0,
    stdout: [
      `v1.0.0 at ${sha}`,
      `✓ tag v1.0.0 on origin: annotated, at ${sha}`,
      `✓ commit ${sha}: on main`,
      `✓ tag v1.0.0: version 1.0.0, at ${sha}`,
      '– await-image (release.yml:11): not verified, because it takes steps.name.outputs.name from the step "Find a name" (release.yml:10)',
      '✓ release v1.0.0: published, with its title and notes',
      '– commit-changes (release.yml:15): left out, because branches move on after a release',
      '4 verified, no difference, 2 not verified',
      '',
    ].join('\n'),
    stderr: '',
  });
  expect([await repo.git('status', '--porcelain'), await repo.git('show-ref')]).toEqual(before);
  expect(repo.github.requests.slice(requests).every(({ method }) => method === 'GET')).toBe(true);

  const [{ id } = { id: 0 }] = (await repo.ask('GET …/releases')).body as readonly { id: number }[];
  await repo.ask(`PATCH …/releases/${id}`, { body: { body: 'It works well.' } });
  const { exitCode, stdout } = await runCommand(['verify', 'v1.0.0', '--json'], repo, { env });
  const { isSame, findings } = JSON.parse(stdout) as { isSame: boolean; findings: { verdict: string }[] };
  expect([exitCode, isSame]).toEqual([1, false]);
  expect(findings.filter(({ verdict }) => verdict === 'different')).toEqual([
    {
      verdict: 'different',
      what: 'Release v1.0.0 has notes "It works well.", not "It works.".',
      fix: 'Run it with mode: apply, or find out why it was not done.',
      at: { file: '.github/workflows/release.yml', line: 13 },
    },
  ]);
});
