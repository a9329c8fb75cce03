import { parsePlace } from '../../src/domain/announcements/place.ts';
import { parseWebhookServer } from '../../src/domain/announcements/webhook.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { issueNumberOf } from '../../src/domain/repositories/issue-number.ts';
import { parseTagName } from '../../src/domain/tags/tag.ts';
import { quoted } from '../../src/domain/text.ts';
import { input, path, secret, text, verbatim } from '../../src/runtime/input.ts';
import type { Values } from '../../src/runtime/input.ts';
import { repositoryInput } from '../../src/runtime/repository-input.ts';

export const inputs = {
  tag: input('The tag of what is announced. Each place gets one message for each tag.', parseTagName),
  to: input(
    'Where to announce it, one per line: slack (or slack: #CHANNEL, if there are several), issue (a comment in the release issue), or discussion: CATEGORY.',
    parsePlace,
  ).list(),
  text: verbatim('The text, in Markdown.').optional(),
  textPath: path('A file to read the text from. Cannot be combined with text.').optional(),
  title: text('A title. Default: none; that of a discussion is the tag.').optional(),
  url: input('The page to read more, which stands below the text.', pageAddress).optional(),
  slackWebhook: secret(
    'The address of an incoming webhook of Slack. Without one, the summary has the text, for a person to paste it.',
  ),
  slackServer: input('The server that the webhook has to be on.', parseWebhookServer).or('https://hooks.slack.com'),
  issue: input(
    'The number of the issue that follows the release. Default: the issue that release-issue opened for the tag.',
    issueNumber,
  ).optional(),
  repository: repositoryInput,
};

export const outputs = {
  text: 'The message as plain text, without mentions, for other actions.',
  commentUrl: 'The page of the comment in the issue.',
  discussionUrl: 'The page of the discussion.',
};

export type AnnounceInputs = Values<typeof inputs>;

function pageAddress(value: string): string {
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '') return url.href;
  throw new ReleaseError(`is ${quoted(value)}, not the address of a page.`, { fix: 'Give an address with https://.' });
}

function issueNumber(value: string): number {
  const number = issueNumberOf(value);
  if (number !== undefined) return number;
  throw new ReleaseError(`is ${quoted(value)}, not the number of an issue.`, { fix: 'Give a number such as 12.' });
}
