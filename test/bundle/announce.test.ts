import { expect, it } from 'vitest';
import { runBundle, runCommand } from '../support/bundle.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { startSlack } from '../support/slack.ts';

const inputs = { tag: 'v1.0.0', to: 'slack', title: 'v1.0.0 <!here>', text: 'It is *out*, @channel.\n```\nend' };

it('a message of the bundle arrives once, and its webhook is in no log, output or summary', async () => {
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  await using slack = await startSlack();
  await repo.ask('POST …/issues', { body: { title: 'Release v1.0.0' } });
  const secret = slack.webhook.split('/').at(-1) ?? '';
  const job = {
    inputs: { ...inputs, issue: '1', 'slack-webhook': slack.webhook, 'slack-server': slack.url },
    jobToken: jobToken.token,
  };
  const first = await runBundle('announce', repo, job);
  expect({ exitCode: first.exitCode, log: first.log }).toMatchObject({ exitCode: 0 });
  const again = await runBundle('announce', repo, { ...job, inputs: { ...job.inputs, mode: 'check' } });
  expect({ exitCode: again.exitCode, changed: again.outputs['changed'] }).toEqual({ exitCode: 0, changed: 'false' });
  slack.answer = () => ({ status: 404, body: `no_service at ${slack.webhook}` });
  const other = await runBundle('announce', repo, { ...job, inputs: { ...job.inputs, tag: 'v1.0.1' } });
  expect(other.exitCode).toBe(1);
  expect(slack.messages).toHaveLength(1);
  for (const { log, shown, outputs, summary, annotations } of [first, again, other]) {
    const masked = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(JSON.stringify([masked, shown, outputs, summary, annotations])).not.toContain(secret);
    expect(log).toContain(`::add-mask::${slack.webhook}`);
  }
});

it('from a terminal, the webhook comes from the environment', async () => {
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  await using slack = await startSlack();
  await repo.ask('POST …/issues', { body: { title: 'Release v1.0.0' } });
  const options = [
    '--tag',
    'v1.0.0',
    '--to',
    'slack',
    '--text',
    'It is out.',
    '--issue',
    '1',
    '--slack-server',
    slack.url,
  ];
  const env = { SLACK_WEBHOOK: slack.webhook, GITHUB_TOKEN: jobToken.token, RELEASE_ACTIONS_PACE: '0.1' };
  const shown = await runCommand(['announce', ...options], repo, { env });
  expect({ ...shown }).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('would: Send a message to Slack'),
  });
  const sent = await runCommand(['announce', ...options, '--apply'], repo, { env });
  expect({ ...sent }).toMatchObject({ exitCode: 0 });
  expect(slack.messages).toHaveLength(1);
  expect(JSON.stringify([shown, sent])).not.toContain('a-secret-of-the-webhook');
});

it('without a webhook, the summary has the text to be pasted, as it is', async () => {
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  const { exitCode, summary } = await runBundle('announce', repo, { inputs });
  expect(exitCode).toBe(0);
  expect(summary).toContain(
    '**For Slack**\n\n````text\nv1.0.0 <!here>\n\nIt is *out*, @\u200bchannel.\n```\nend\n````',
  );
  expect(repo.github.requests).toEqual([]);
});
