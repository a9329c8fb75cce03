import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const release =
  'on:\n  workflow_dispatch:\njobs:\n  tag:\n    runs-on: ubuntu-latest\n    permissions: { contents: read }\n    steps:\n      - uses: org/release-actions/push-tag@v1\n        with: { tag: v1 }\n';

describe('doctor without a token', () => {
  it('says what the workflows alone show, and what it could not see', async () => {
    await using repo = await scratchRepository({ '.github/workflows/release.yml': release });
    const { exitCode, stdout, stderr } = await runCommand(['doctor'], repo);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toBe(
      [
        `org/project at ${(await repo.head()).slice(0, 12)}`,
        '',
        'These would stop the release:',
        '  .github/workflows/release.yml:8: The token of job tag lacks contents: write (to push the tag), for push-tag.',
        '    Add to the job: permissions: { contents: write }',
        '',
        'These could not be seen:',
        '  There is no token in GH_TOKEN or GITHUB_TOKEN, so that only the workflows were looked at.',
        '    Write GH_TOKEN=$(gh auth token) release-actions doctor.',
        '  Which actions the repository may use.',
        '    https://github.com/org/project/settings/actions',
        '',
        'The release would stop: 1 finding, and 0 risks.',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON for other programs', async () => {
    await using repo = await scratchRepository({ '.github/workflows/release.yml': release });
    const { exitCode, stdout } = await runCommand(['doctor', '--json'], repo);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      repository: 'org/project',
      findings: [
        { level: 'stops', file: '.github/workflows/release.yml', line: 8 },
        { level: 'unseen' },
        { level: 'unseen' },
      ],
    });
  });
});

it('doctor looks at the other workflows where GitHub does not accept one', async () => {
  await using repo = await scratchRepository({
    '.github/workflows/a.yml': 'on: push\njobs: 1\n',
    '.github/workflows/release.yml': release,
  });
  const { exitCode, stdout, stderr } = await runCommand(['doctor'], repo);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  expect(stdout).toContain('.github/workflows/release.yml:8: The token of job tag lacks contents: write');
  expect(stdout).toContain("  GitHub does not accept .github/workflows/a.yml:2: Unexpected value '1'.\n");
});
