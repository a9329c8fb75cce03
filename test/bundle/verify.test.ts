import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

describe('a wrong command line', () => {
  it.each<[args: readonly string[], stderr: string, exitCode?: number]>([
    [[], '✗ verify takes one tag, not 0.\n  Write release-actions verify v1.2.0.\n'],
    [['v1.0.0', 'v2.0.0'], '✗ verify takes one tag, not 2.\n  Write release-actions verify v1.2.0.\n'],
    [['v1.0.0', '--var', 'A'], '✗ --var "A" has no name and value.\n  Write --var NAME=VALUE.\n'],
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
