import { describe, expect, it } from 'vitest';
import announce from '../../actions/announce/action.ts';
import { proposalMarker } from '../../src/domain/release-issues/marker.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { type SlackAnswer, type SlackServer, startSlack, taken } from '../support/slack.ts';

const talking: Token = {
  ...jobToken,
  token: 'talking',
  permissions: { issues: 'write', discussions: 'write', contents: 'read' },
} as Token;
const announcing = { tag: 'v1.0.0', text: 'v1.0.0 is out.', token: jobToken.token };

type Stage = AsyncDisposable & { readonly repo: ScratchGitHub; readonly slack: SlackServer };

/** A project with the issue of its release, and a channel. */
async function stage({ hasIssue = true } = {}): Promise<Stage> {
  const settings = { discussionCategories: ['Announcements', 'Q&A'] };
  const tokens = [talking, jobToken];
  const [repo, slack] = [await scratchGitHub({ 'notes.md': '# Notes\n' }, { settings, tokens }), await startSlack()];
  const marker = proposalMarker({ tags: ['v1.0.0'], commit: await repo.head() });
  const body = { title: 'Release v1.0.0', body: hasIssue ? `It is due.\n\n${marker}` : 'Something else' };
  await repo.ask('POST …/issues', { body });
  return {
    repo,
    slack,
    async [Symbol.asyncDispose]() {
      await slack[Symbol.asyncDispose]();
      await repo[Symbol.asyncDispose]();
    },
  };
}

const toSlack = ({ slack }: Stage, inputs = {}) => ({
  ...announcing,
  to: 'slack',
  'slack-webhook': slack.webhook,
  'slack-server': slack.url,
  ...inputs,
});
const tell = (on: Stage, inputs = {}, options = {}) =>
  perform(announce, on.repo, { inputs: toSlack(on, inputs), ...options });
const refused = async (on: Stage, inputs = {}) =>
  (await refusal(announce, on.repo, { inputs: toSlack(on, inputs) }))
    .replaceAll(on.slack.url, 'SLACK')
    .replaceAll(on.repo.github.git.url, 'SERVER')
    .replaceAll(/issuecomment-\d+/g, 'COMMENT')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'TIME');
const comments = ({ repo }: Stage) => repo.github.repository('org/project').issues.get(1)?.comments ?? [];
/** The first lines of the comments. */
const said = (on: Stage) => comments(on).map(({ body }) => body.split('\n', 1)[0]);
const pendingOf = ({ outputs }: { readonly outputs: Readonly<Record<string, string>> }) =>
  (JSON.parse(outputs['pending'] ?? '[]') as string[]).map((one) => one.replace(/\d{4}-\d\d-\d\dT[\d:]+Z/, 'TIME'));
const maybeMissing = 'a look into Slack: the message about v1.0.0, begun TIME, may be missing';

describe('a message to Slack', () => {
  it('is sent once, and the issue of the release remembers it', async () => {
    await using on = await stage();
    const first = await tell(on, { title: 'Out now', url: 'https://example.org/v1.0.0' });
    expect(first.outcome.failure).toBeUndefined();
    expect(on.slack.messages).toMatchObject([
      {
        text: 'Out now',
        blocks: [
          { type: 'header', text: { text: 'Out now' } },
          { type: 'section', text: { text: 'v1.0.0 is out.' } },
          { type: 'section', text: { text: '<https://example.org/v1.0.0>' } },
        ],
      },
    ]);
    expect(said(on)).toEqual(['v1.0.0 was announced in Slack.']);
    expect(first.outputs).toMatchObject({ text: 'Out now\n\nv1.0.0 is out.\n\nhttps://example.org/v1.0.0' });
    expect(first.secrets).toContain(on.slack.webhook);
    for (const mode of ['apply', 'check']) {
      const again = await tell(on, { mode, text: 'In other words' });
      expect(again.outputs).toMatchObject({ changed: 'false', pending: '[]' });
      expect(again.log).toMatch(/^v1\.0\.0 was already announced in Slack: http.*\/issues\/1#issuecomment-\d+$/);
    }
    expect(on.slack.count()).toBe(1);
  });

  it('is one for each tag and each channel', async () => {
    await using on = await stage();
    for (const inputs of [{}, { to: 'slack: #dev' }, { tag: 'v1.0.1', issue: '1' }, { to: 'slack: #dev' }])
      expect((await tell(on, inputs)).outcome.failure).toBeUndefined();
    expect(on.slack.count()).toBe(3);
    expect(said(on)).toEqual([
      'v1.0.0 was announced in Slack.',
      'v1.0.0 was announced in Slack (#dev).',
      'v1.0.1 was announced in Slack.',
    ]);
  });

  it('is only shown in a rehearsal, and is missing for mode: check', async () => {
    await using on = await stage();
    const { log } = await tell(on, { mode: 'local' });
    expect(log).toContain('would: Comment in #1 of org/project that a message is being sent');
    expect(log).toContain('would: Send a message to Slack\nv1.0.0 is out.');
    expect(await refused(on, { mode: 'check' })).toContain('Not done: Send a message to Slack.');
    expect([on.slack.count(), comments(on)]).toEqual([0, []]);
  });

  it('without a webhook is a text to be pasted, and nothing else is needed', async () => {
    await using repo = await scratchGitHub({});
    const inputs = { ...announcing, to: 'slack: #dev', text: 'v1.0.0 is out, @channel', token: '' };
    for (const mode of ['apply', 'check', 'local']) {
      const { outputs, outcome, log } = await perform(announce, repo, { inputs: { ...inputs, mode } });
      expect(outcome.failure).toBeUndefined();
      expect(outputs).toMatchObject({ changed: 'false', pending: '[]', text: 'v1.0.0 is out, @\u200bchannel' });
      expect(outcome.excerpts).toEqual([{ title: 'For Slack (#dev)', text: 'v1.0.0 is out, @\u200bchannel' }]);
      expect(log).toBe(
        'There is no webhook: paste the text below into Slack (#dev).\nFor Slack (#dev)\nv1.0.0 is out, @\u200bchannel',
      );
    }
    expect(repo.github.requests).toEqual([]);
  });

  it('waits for the issue that has to remember it', async () => {
    await using on = await stage({ hasIssue: false });
    expect(await refused(on)).toBe(
      'Missing: release issue of v1.0.0 in org/project.\n' +
        'Open it with the action release-issue and do: open. Or name another issue with the input issue.',
    );
    expect(on.slack.count()).toBe(0);
    expect((await tell(on, { issue: '#1' })).outcome.failure).toBeUndefined();
    expect(said(on)).toEqual(['v1.0.0 was announced in Slack.']);
  });
});

describe('an answer of Slack', () => {
  const answers = (on: Stage, ...all: readonly SlackAnswer[]) => (on.slack.answer = (count) => all[count - 1] ?? taken);
  const busy = { status: 429, body: 'rate_limited', headers: { 'retry-after': '2' } } as const;

  it('that too many messages come is obeyed, and the message is sent later', async () => {
    await using on = await stage();
    answers(on, busy, busy);
    const { log, outcome } = await tell(on);
    expect(outcome.failure).toBeUndefined();
    expect(log).toContain('Slack gets too many messages: trying again in 2 seconds');
    expect([on.slack.count(), on.slack.messages.length, said(on)]).toEqual([3, 1, ['v1.0.0 was announced in Slack.']]);
  });

  it.each([
    ['four times', { ...busy }, 4, 2],
    ['for an hour', { ...busy, headers: { 'retry-after': '3600' } }, 1, 3600],
  ])('that too many messages come, %s, is a refusal, and the next run sends it', async (_, answer, count, seconds) => {
    await using on = await stage();
    answers(on, ...Array<SlackAnswer>(count).fill(answer));
    expect(await refused(on)).toBe(
      `SLACK gets too many messages, and wants none for ${seconds} seconds. Nothing was sent.\nRun it again later.`,
    );
    expect([on.slack.count(), comments(on)]).toEqual([count, []]);
    expect((await tell(on)).outcome.failure).toBeUndefined();
    expect(on.slack.messages).toHaveLength(1);
  });

  it.each([
    ['an old webhook', { status: 403, body: 'invalid_token' }, '403 "invalid_token"'],
    ['an archived channel', { status: 410, body: 'channel_is_archived' }, '410 "channel_is_archived"'],
    ['a page', { status: 404, body: '<html>The address /services/T00000000</html>' }, '404'],
    [
      'a redirect',
      { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/elsewhere' } },
      '302, which leads elsewhere',
    ],
  ])('about %s is a refusal that shows no secret, and the next run sends the message', async (_, answer, told) => {
    await using on = await stage();
    answers(on, answer);
    expect(await refused(on)).toBe(
      `SLACK did not take the message: it answered ${told}. Nothing was sent.\n` +
        'Check that the webhook still exists and that its channel is not archived, and store its address in the secret again: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    );
    expect([on.slack.count(), comments(on)]).toEqual([1, []]);
    expect((await tell(on)).outcome.failure).toBeUndefined();
    expect(on.slack.messages).toHaveLength(1);
  });

  it.each<[string, SlackAnswer, number]>([
    ['that says nothing for ever', 'hang', 0],
    ['that gets lost', 'reset', 1],
    ['of a server that fails', { status: 500, body: 'rollup_error' }, 0],
    ['of something in between', { status: 200, body: '<html>Sign in to the network</html>' }, 0],
    ['without end', { status: 200, body: 'x'.repeat(100_000) }, 0],
  ])('%s is no reason to send the message again: it may be missing', async (_, answer, arrived) => {
    await using on = await stage();
    answers(on, answer);
    const first = await tell(on);
    expect(first.outcome.failure).toBeUndefined();
    expect(first.log).toContain('Slack did not confirm the message about v1.0.0: looking again.');
    expect(said(on)).toEqual(['v1.0.0 may not have been announced in Slack: it did not confirm the message.']);
    for (const run of [first, await tell(on)]) {
      expect(pendingOf(run)).toEqual([maybeMissing]);
      expect(run.outcome.excerpts).toEqual([{ title: 'For Slack', text: 'v1.0.0 is out.' }]);
    }
    expect(await refused(on, { mode: 'check' })).toBe(
      'Pending: a look into Slack: the message about v1.0.0, begun TIME, may be missing.\n' +
        'It is not sent a second time. If it is missing, paste the text from the summary, or delete the comment SERVER/org/project/issues/1#COMMENT and run this again.',
    );
    expect([on.slack.count(), on.slack.messages.length]).toEqual([1, arrived]);
  });

  it('is not waited for where nobody listens', async () => {
    await using on = await stage();
    const { url, webhook } = on.slack;
    await on.slack[Symbol.asyncDispose]();
    expect(await refused(on, { 'slack-webhook': webhook, 'slack-server': url })).toBe(
      'SLACK cannot be reached (ECONNREFUSED). Nothing was sent.\nCheck the network and the proxy of the runner, and run it again.',
    );
    expect(comments(on)).toEqual([]);
  });
});

describe('a run that announces', () => {
  it.each(['begun', 'edited'])('finds what a killed run left (%s), and sends nothing', async (left) => {
    await using on = await stage();
    await tell(on);
    const [comment] = comments(on);
    const state = left === 'begun' ? '<!-- announcement: begun by other -->' : '';
    const body = comment?.body.replace(/<!-- announcement: .*? -->/, state);
    await on.repo.ask(`PATCH …/issues/comments/${comment?.id}`, { body: { body } });
    expect(pendingOf(await tell(on))).toEqual([maybeMissing]);
    expect(on.slack.count()).toBe(1);
  });

  it.each([1, 2])('whose answer of GitHub gets lost (write %i) sends one message', async (lost) => {
    for (const fault of ['reset-before', 'reset-after'] as const) {
      await using on = await stage();
      let writes = 0;
      on.repo.github.fault = ({ method }) => (method !== 'GET' && ++writes === lost ? fault : undefined);
      const { outcome, outputs } = await tell(on);
      expect([outcome.failure, outputs['pending']]).toEqual([undefined, '[]']);
      expect([on.slack.count(), said(on)]).toEqual([1, ['v1.0.0 was announced in Slack.']]);
    }
  });

  it('forgets what Slack refused, also if the answer of GitHub gets lost', async () => {
    await using on = await stage();
    on.slack.answer = () => ({ status: 403, body: 'invalid_token' });
    on.repo.github.fault = ({ method }) => (method === 'DELETE' ? 'reset-after' : undefined);
    expect(await refused(on)).toContain('403 "invalid_token"');
    expect(comments(on)).toEqual([]);
  });

  it('leaves it to another run that began at the same time', async () => {
    await using on = await stage();
    const runs = await Promise.all([tell(on), tell(on), tell(on)]);
    expect(on.slack.count()).toBe(1);
    expect(runs.filter(({ outcome }) => outcome.failure !== undefined)).toEqual([]);
    expect(said(on)).toEqual(['v1.0.0 was announced in Slack.']);
  });

  it('does not believe a stranger that the message was sent', async () => {
    await using on = await stage();
    await tell(on);
    for (const one of comments(on)) Object.assign(one, { author: 'stranger' });
    await tell(on);
    expect([on.slack.count(), comments(on).length]).toEqual([2, 2]);
  });
});

describe('a comment in the issue', () => {
  it('announces the release once, mentions nobody, and gets another text', async () => {
    await using on = await stage();
    const inputs = { ...announcing, to: 'issue', title: 'Out', text: 'Thanks to @mona.' };
    const first = await succeed(announce, on.repo, { inputs });
    expect(first['comment-url']).toMatch(/\/org\/project\/issues\/1#issuecomment-\d+$/);
    expect(comments(on)[0]?.body).toMatch(/^### Out\n\nThanks to @\u200bmona\.\n\n<!-- release-issue comment: /);
    expect(await succeed(announce, on.repo, { inputs })).toMatchObject({
      changed: 'false',
      'comment-url': first['comment-url'],
    });
    const other = { ...inputs, text: 'Thanks to all.' };
    expect(await succeed(announce, on.repo, { inputs: other })).toMatchObject({ changed: 'true' });
    expect(comments(on)).toHaveLength(1);
  });

  it('cannot be taken for what another release remembers', async () => {
    await using on = await stage();
    await tell(on);
    const { body = '' } = comments(on)[0] ?? {};
    const [marker = ''] = /<!-- release-issue comment: .*/.exec(body) ?? [];
    const inputs = { ...announcing, tag: 'v1.0.1', issue: '1', to: 'issue', text: marker.replace('v1.0.0', 'v1.0.2') };
    await succeed(announce, on.repo, { inputs });
    await tell(on, { tag: 'v1.0.2', issue: '1' });
    expect(on.slack.count()).toBe(2);
  });

  it('and a message to Slack are two places', async () => {
    await using on = await stage();
    await on.repo.write('news.md', '## v1.0.0\n\n- It is out.\n');
    const { outcome } = await tell(on, { to: 'issue\nslack', text: '', 'text-path': 'news.md' });
    expect(outcome.failure).toBeUndefined();
    expect(said(on)).toEqual(['## v1.0.0', 'v1.0.0 was announced in Slack.']);
    expect(on.slack.messages[0]?.blocks[0]?.text.text).toBe('*v1.0.0*\n\n• It is out.');
  });
});

describe('a discussion', () => {
  const discussing = { ...announcing, to: 'discussion: announcements', token: talking.token };
  const discussions = ({ repo }: Stage) => repo.github.repository('org/project').discussions;

  it('is opened once, in its category, and stays as it is', async () => {
    await using on = await stage({ hasIssue: false });
    const inputs = { ...discussing, text: 'Thanks to @mona.', url: 'https://example.org/v1.0.0' };
    const first = await succeed(announce, on.repo, { inputs });
    expect(discussions(on)).toMatchObject([
      {
        category: 'Announcements',
        title: 'v1.0.0',
        body: expect.stringMatching(
          /^Thanks to @\u200bmona\.\n\nhttps:\/\/example\.org\/v1\.0\.0\n\n<!-- release-issue comment: /,
        ),
      },
    ]);
    expect(first['discussion-url']).toMatch(/\/org\/project\/discussions\/2$/);
    const { log, outputs } = await perform(announce, on.repo, {
      inputs: { ...inputs, text: 'Other words', mode: 'check' },
    });
    expect(outputs).toMatchObject({ changed: 'false', 'discussion-url': first['discussion-url'] });
    expect(log).toBe(`v1.0.0 was already announced: ${first['discussion-url']}`);
    const other = { ...inputs, title: 'A question', to: 'discussion: Q&A' };
    expect(await succeed(announce, on.repo, { inputs: other })).toMatchObject({ changed: 'true' });
    expect(discussions(on).map(({ category, title }) => `${category}: ${title}`)).toEqual([
      'Announcements: v1.0.0',
      'Q&A: A question',
    ]);
  });

  it('is only shown in a rehearsal', async () => {
    await using on = await stage();
    const { log } = await perform(announce, on.repo, { inputs: { ...discussing, mode: 'local' } });
    expect(log).toBe('would: Open a discussion in Announcements of org/project\nv1.0.0\n\nv1.0.0 is out.');
    expect(discussions(on)).toEqual([]);
  });

  it.each(['reset-before', 'reset-after'] as const)('is opened once if an answer gets lost (%s)', async (fault) => {
    await using on = await stage();
    on.repo.github.fault = ({ body }) => {
      if (!JSON.stringify(body).includes('createDiscussion')) return undefined;
      on.repo.github.fault = undefined;
      return fault;
    };
    expect((await perform(announce, on.repo, { inputs: discussing })).outcome.failure).toBeUndefined();
    expect(discussions(on)).toHaveLength(1);
  });

  it('that two runs open at the same moment is left once', async () => {
    await using on = await stage();
    const runs = await Promise.all([1, 2, 3].map(() => perform(announce, on.repo, { inputs: discussing })));
    expect(runs.flatMap(({ outcome }) => outcome.failure ?? [])).toEqual([]);
    expect(discussions(on)).toHaveLength(1);
    expect(new Set(runs.map(({ outputs }) => outputs['discussion-url'])).size).toBe(1);
  });

  it('of a stranger with the same marker does not count', async () => {
    await using on = await stage();
    await succeed(announce, on.repo, { inputs: discussing });
    Object.assign(discussions(on)[0] ?? {}, { author: 'stranger' });
    await succeed(announce, on.repo, { inputs: discussing });
    expect(discussions(on).map(({ author }) => author)).toEqual(['stranger', 'github-actions[bot]']);
  });

  it.each([
    [
      'a category that is not there',
      { to: 'discussion: News' },
      'org/project has no category "News" of discussions.\nUse "Announcements" or "Q&A".',
    ],
    [
      'a token that may not open it',
      { token: jobToken.token },
      'GitHub refused createDiscussion in org/project. It says: Resource not accessible by integration\n' +
        'Give the token discussions: write. In a category for announcements, only those who maintain the repository may open a discussion.',
    ],
  ])('is refused with %s', async (_, inputs, told) => {
    await using on = await stage();
    expect(await refusal(announce, on.repo, { inputs: { ...discussing, ...inputs } })).toBe(told);
    expect(discussions(on)).toEqual([]);
  });

  it('is refused where there are none', async () => {
    await using repo = await scratchGitHub({});
    expect(await refusal(announce, repo, { inputs: { ...discussing, token: jobToken.token } })).toBe(
      'org/project has no discussions, or the token may not see them.\nSwitch them on in the settings of the repository, or give the token discussions: write.',
    );
  });
});

describe('inputs', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['two texts', { 'text-path': 'notes.md' }, 'Inputs text and text-path are both set.\nLeave one of them out.'],
    [
      'no text',
      { text: '' },
      'There is nothing to announce: the text is empty.\nSet the input text, or text-path to a file that is not empty.',
    ],
    [
      'two channels of one webhook',
      { to: 'slack: #a\nslack: #b' },
      'Input to names Slack twice, but a webhook leads to one channel.\nAnnounce it in a step for each channel, with its own webhook.',
    ],
    [
      'a page that is none',
      { url: 'javascript:alert(1)' },
      'Input url is "javascript:alert(1)", not the address of a page.\nGive an address with https://.',
    ],
    [
      'an issue that is none',
      { issue: '../1' },
      'Input issue is "../1", not the number of an issue.\nGive a number such as 12.',
    ],
    [
      'an issue that is not there',
      { issue: '99' },
      'org/project has no issue #99, or the token may not see it.\nCorrect the input issue, or give the token issues: write for this repository.',
    ],
  ])('%s are told', async (_, inputs, told) => {
    await using on = await stage();
    expect(await refused(on, inputs)).toBe(told);
    expect([on.slack.count(), comments(on)]).toEqual([0, []]);
  });

  it('a webhook on another server gets nothing, and is not shown', async () => {
    await using on = await stage();
    const told = await refusal(announce, on.repo, {
      inputs: toSlack(on, { 'slack-server': 'https://hooks.slack.com' }),
    });
    expect(told).toMatch(/^Input slack-webhook is not the address of a webhook at https:\/\/hooks\.slack\.com\.\n/);
    expect(told).not.toContain('services/T');
    expect(on.slack.count()).toBe(0);
  });
});
