import { expect, it } from 'vitest';
import { linesOf } from '../../src/verification/finding.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { verified } from '../support/verified.ts';

const workflow = (more: string) => `on: { push: { tags: ['v*'] } }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - { id: tag, uses: org/release-actions/parse-tag@v1 }
${more}`;

it('an expression that cannot be evaluated ends its workflow, and no other one', async () => {
  const broken = workflow(
    `      - { if: "\${{ fromJSON('{') }}", uses: org/release-actions/push-tag@v1, with: { tag: v1.0.0 } }\n`,
  );
  const whole = workflow('      - { uses: org/release-actions/push-tag@v1, with: { tag: v1.0.0 } }\n');
  await using repo = await scratchGitHub({ '.github/workflows/a.yml': broken, '.github/workflows/b.yml': whole });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const asked = { tag: 'v1.0.0', inputs: {}, vars: {} };
  const { findings } = await verified(repo, asked, { env: {}, token: jobToken.token });
  const sha = (await repo.head()).slice(0, 12);
  expect(findings.flatMap(linesOf)).toEqual([
    `✓ tag v1.0.0 on origin: annotated, at ${sha}`,
    `✓ commit ${sha}: on main`,
    `✓ tag v1.0.0: version 1.0.0, at ${sha}`,
    expect.stringMatching(
      /^– \.github\/workflows\/a\.yml \(a\.yml:8\): not verified any further, because The expression/,
    ),
    `✓ tag v1.0.0 on the remote: at ${sha}`,
  ]);
});
