import { expect, it } from 'vitest';
import { type Finding, linesOf, withoutRepeats } from '../../src/verification/finding.ts';

it('tells once what several workflows say alike, and each step that was not verified', () => {
  const same: Finding = { verdict: 'same', what: 'docs.tgz', detail: 'sha256:1111' };
  const open = (line: number): Finding => ({
    verdict: 'open',
    what: 'the step "Build"',
    detail: 'not verified',
    at: { file: '.github/workflows/release.yml', line },
  });
  const told = withoutRepeats([same, open(9), same, open(12), open(9)]);
  expect(told.flatMap(linesOf)).toEqual([
    '✓ docs.tgz: sha256:1111',
    '– the step "Build" (release.yml:9): not verified',
    '– the step "Build" (release.yml:12): not verified',
  ]);
});
