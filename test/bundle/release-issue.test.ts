import { expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { keepComment } from '../support/issues.ts';

const template = '---\ntitle: Release {tag}\n---\n- [ ] Staged\n\n{changelog}\n';

it('release-issue as processes: open, wait, agree, tick, close', async () => {
  await using repo = await scratchGitHub({
    OWNERS: 'approvers: [ann, bob]\n',
    '.github/ISSUE_TEMPLATE/release.md': template,
  });
  const step = (what: string, inputs: Readonly<Record<string, string>> = {}) =>
    runBundle('release-issue', repo, {
      inputs: { do: what, tag: 'v1.0.0', ...inputs },
      env: { RELEASE_ACTIONS_PACE: '0.2' },
      jobToken: jobToken.token,
    });
  const url = `${repo.github.git.url}/org/project/issues/1`;
  const opened = await step('open', { template: 'release.md' });
  expect([opened.exitCode, opened.annotations, opened.outputs['url']]).toEqual([0, [], url]);
  expect(opened.summary).toContain('Open an issue in org/project');
  const issue = repo.github.repository('org/project').issues.get(1);
  if (issue === undefined) throw new Error('There is no issue.');

  const waiting = await step('await-approval', { wait: '5s' });
  expect(waiting.exitCode).toBe(1);
  expect(waiting.log).toContain('Waiting: 2 approvals of release issue #1 (0: nobody yet)');
  expect(waiting.annotations.map(({ level, message }) => [level, message.split('\n')[0]])).toEqual([
    ['error', 'Missing: 2 approvals of release issue #1 (0: nobody yet).'],
  ]);
  for (const author of ['ann', 'bob']) keepComment(issue, { author, body: '/lgtm' });
  const agreed = await step('await-approval');
  expect([agreed.exitCode, agreed.outputs['approvers'], agreed.outputs['commit']]).toEqual([
    0,
    'ann\nbob',
    await repo.head(),
  ]);
  expect(agreed.summary).toContain('issuecomment-');

  const evidence = 'https://example.org/staged';
  expect((await step('tick', { items: `Staged => ${evidence}` })).exitCode).toBe(0);
  expect(issue.body).toContain(`- [x] Staged (${evidence})\n`);
  expect((await step('close', { comment: 'It is out.' })).exitCode).toBe(0);
  expect([issue.state, issue.comments.length]).toEqual(['closed', 3]);
  expect((await step('close', { comment: 'It is out.', mode: 'check' })).exitCode).toBe(0);
}, 60_000);
