import { expect, it } from 'vitest';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const look = 'wget --quiet --output-document=- https://api.github.com/repos/org/project';

it('tells wget of the certificates, which looks at no other variable', async () => {
  await using repo = await scratchRepository({
    '.github/workflows/release.yml': [
      "on: { push: { tags: ['v*'] } }",
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: test -s "$(sed "s/ca_certificate = //" "$WGETRC")"',
      `      - run: if command -v wget; then ${look} | grep org/project; fi`,
      '',
    ].join('\n'),
  });
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
  expect(text).not.toContain('✗');
  expect(exitCode).toBe(0);
});
