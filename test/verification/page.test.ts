import { expect, it } from 'vitest';
import { pageOf } from '../../src/verification/page.ts';

it('the page has every finding, and no markup of others', () => {
  const page = pageOf({
    repository: 'org/project',
    tag: 'v1.0.0',
    commit: 'c'.repeat(40),
    findings: [
      { verdict: 'same', what: 'file a.whl of the release', detail: 'sha256:0123' },
      { verdict: 'different', what: 'Release v1.0.0 has notes "<script>", not "It works.".', fix: 'Find out why.' },
      { verdict: 'open', what: 'notes', detail: 'not verified', at: { file: '.github/workflows/a.yml', line: 3 } },
    ],
  });
  expect(page).toContain('✗ Something differs');
  expect(page).toContain('1 verified, 1 difference, 1 not verified');
  for (const text of ['file a.whl of the release', 'Find out why.', 'a.yml:3', '&#60;script&#62;'])
    expect(page).toContain(text);
  expect(page).not.toContain('<script>');
});
