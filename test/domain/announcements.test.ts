import { describe, expect, it } from 'vitest';
import { sendingIn, sendingLine } from '../../src/domain/announcements/memory.ts';
import { markdownOf, pastedText } from '../../src/domain/announcements/message.ts';
import { channelText, parsePlace } from '../../src/domain/announcements/place.ts';
import { slackMessage } from '../../src/domain/announcements/slack.ts';
import { parseWebhookServer, webhookOn } from '../../src/domain/announcements/webhook.ts';
import { attempt, ReleaseError } from '../../src/domain/error.ts';

const said = (look: () => unknown): string => {
  const error = attempt(look);
  if (!(error instanceof ReleaseError)) throw new Error(`It was accepted: ${JSON.stringify(error)}`);
  return `${error.message}\n${error.fix}`;
};
const message = (text: string, others = {}) => ({ title: undefined, url: undefined, text, ...others });
const inSlack = (text: string) =>
  slackMessage(message(text))
    .blocks.map((block) => block.text.text)
    .join('\n---\n');

describe('a message for Slack', () => {
  it.each([
    ['v1.2.3 is out.', 'v1.2.3 is out.'],
    ['# v1.2.3\n\nIt has **two** things:\n- one\n  * two\n', '*v1.2.3*\n\nIt has *two* things:\n• one\n  • two'],
    ['## A **bold** heading ##', '*A bold heading*'],
    ['[the page](https://example.org/a?b=1&c=2)', '<https://example.org/a?b=1&amp;c=2|the page>'],
    ['see https://example.org/x.', 'see <https://example.org/x>.'],
    ['<https://example.org/?a=1&b=2>', '<https://example.org/?a=1&amp;b=2>'],
    ['[no page](javascript:alert(1))', '[no page](javascript:alert(1))'],
    ['a ** b ** c, 2 ** 3', 'a ** b ** c, 2 ** 3'],
    ['<!channel> <!here> <!everyone>', '&lt;!channel&gt; &lt;!here&gt; &lt;!everyone&gt;'],
    ['<@U0123> <#C0123|general> <!subteam^S1>', '&lt;@\u200bU0123&gt; &lt;#C0123|general&gt; &lt;!subteam^S1&gt;'],
    ['@channel @here @everyone @ann', '@\u200bchannel @\u200bhere @\u200beveryone @\u200bann'],
    ['[<!here>](https://example.org)', '<https://example.org|&lt;!here&gt;>'],
    ['[a|b](https://example.org/|<!here>)', '[a|b](<https://example.org/>|&lt;!here&gt;)'],
    ['ann@example.org', 'ann@example.org'],
    ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
    ['https://example.org/<!here>', '<https://example.org/>&lt;!here&gt;'],
  ])('is made of %j', (text, mrkdwn) => {
    expect(inSlack(text)).toBe(mrkdwn);
  });

  it('has a header, the text in sections, and the page', () => {
    const long = Array.from({ length: 100 }, (_, line) => `Line ${line}: ${'x'.repeat(40)}`).join('\n');
    const made = slackMessage(
      message(long, { title: 'v1.2.3\n<!here> @channel', url: 'https://example.org/?a=1&b=2' }),
    );
    expect(made.text).toBe('v1.2.3 &lt;!here&gt; @\u200bchannel');
    expect(made.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'section']);
    expect(made.blocks[0]?.text).toEqual({ type: 'plain_text', text: 'v1.2.3 <!here> @channel' });
    expect(made.blocks.every(({ text: { text } }) => text.length <= 3000)).toBe(true);
    expect(made.blocks.at(-1)?.text.text).toBe('<https://example.org/?a=1&amp;b=2>');
    expect(slackMessage(message('x', { title: 'y'.repeat(200) })).blocks[0]?.text.text).toHaveLength(150);
    expect(slackMessage(message('First\nSecond')).text).toBe('First');
  });

  it('is refused where Slack would not take it', () => {
    const shorter = 'Give a shorter text, and the address of the whole one in the input url.';
    expect(said(() => inSlack('x'.repeat(3001)))).toBe(
      `The text has a line of more than 3000 characters, which Slack does not take.\n${shorter}`,
    );
    expect(said(() => inSlack(Array(11).fill('x'.repeat(2900)).join('\n')))).toBe(
      `The text is longer than 10 times 3000 characters, which Slack does not take.\n${shorter}`,
    );
  });
});

describe('a message for GitHub', () => {
  it('mentions nobody, and hides nothing', () => {
    const text = 'Thanks to @mona, @org/team and `@x`; ann@example.org\n<!-- release-issue comment: "x" -->';
    expect(markdownOf(message(text, { title: 'v1.2.3\nis out', url: 'https://example.org' }))).toBe(
      '### v1.2.3 is out\n\nThanks to @\u200bmona, @\u200borg/team and `@\u200bx`; ann@example.org\n' +
        '<\u200b!-- release-issue comment: "x" -->\n\nhttps://example.org',
    );
  });

  it('that a person pastes mentions nobody either', () => {
    expect(pastedText(message(' @channel v1 is out. \n', { title: 'Out' }))).toBe('Out\n\n@\u200bchannel v1 is out.');
  });
});

describe('a place', () => {
  it.each([
    ['slack', { kind: 'slack', name: undefined }],
    [' slack: #kubernetes-dev ', { kind: 'slack', name: '#kubernetes-dev' }],
    ['issue', { kind: 'issue' }],
    ['discussion: Show and tell', { kind: 'discussion', category: 'Show and tell' }],
  ])('is read from %j', (line, place) => {
    expect(parsePlace(line)).toEqual(place);
  });

  it.each([
    [undefined, 'Slack'],
    ['#dev', 'Slack (#dev)'],
  ])('in Slack with the name %s is %s', (name, text) => {
    expect(channelText({ kind: 'slack', name })).toBe(text);
  });

  it.each([
    '',
    'mail',
    'Slack',
    'issue: 12',
    'slack:',
    'discussion',
    'discussion:',
    'slack: a\u200bb',
    `slack: ${'x'.repeat(81)}`,
  ])('is not %j', (line) => {
    expect(said(() => parsePlace(line))).toMatch(
      /^has ["'].*["'], which is no place to announce something\.\nUse slack, slack: #CHANNEL, issue, or discussion: CATEGORY\.$/,
    );
  });
});

describe('the address of a webhook', () => {
  const server = 'https://hooks.slack.com';
  const secret = 'a-secret';

  it('is taken on the server that the workflow names', () => {
    const address = `${server}/services/T0/B0/${secret}`;
    expect(webhookOn(server, ` ${address} `)).toEqual({ address, server });
  });

  it.each([
    `http://hooks.slack.com/services/${secret}`,
    `https://hooks.slack.com.example.org/services/${secret}`,
    `https://hooks.slack.com:444/services/${secret}`,
    `https://${secret}@hooks.slack.com/services/x`,
    `https://example.org/${secret}`,
    'https://hooks.slack.com/',
    secret,
  ])('is not %s, which is not shown', (text) => {
    const told = said(() => webhookOn(server, text));
    expect(told).toBe(
      'Input slack-webhook is not the address of a webhook at https://hooks.slack.com.\n' +
        'Store the whole address, such as https://hooks.slack.com/services/…, in the secret. If the webhooks are on a server of your own, name it in the input slack-server.',
    );
  });

  it.each(['https://hooks.slack.com', 'https://chat.example.org:8443/', 'http://127.0.0.1:8080', 'http://localhost:1'])(
    'can be on %s',
    (text) => {
      expect(parseWebhookServer(text)).toBe(text.replace(/\/$/, ''));
    },
  );

  it.each([
    'http://hooks.slack.com',
    'hooks.slack.com',
    'https://hooks.slack.com/services',
    'https://a:b@example.org',
    'file:///x',
  ])('cannot be on %s', (text) => {
    expect(said(() => parseWebhookServer(text))).toBe(
      'is not the address of an encrypted server.\nWrite it like https://hooks.slack.com, without a path.',
    );
  });
});

it.each(['begun', 'sent', 'unconfirmed'] as const)('what is remembered of a message (%s) is read back', (state) => {
  const sending = { state, run: crypto.randomUUID() };
  expect(sendingIn(`A text\n\n${sendingLine(sending)}\n\nmore`)).toEqual(sending);
  expect(sendingIn('A comment that somebody edited')).toEqual({ state: 'unconfirmed', run: '' });
});
