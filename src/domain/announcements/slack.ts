import { ReleaseError } from '../error.ts';
import { oneLine, withoutMentions } from './message.ts';
import type { Message } from './message.ts';

type Section = { readonly type: 'section'; readonly text: { readonly type: 'mrkdwn'; readonly text: string } };
type Header = { readonly type: 'header'; readonly text: { readonly type: 'plain_text'; readonly text: string } };

/** What a webhook of Slack takes: https://docs.slack.dev/block-kit/ */
export type SlackMessage = {
  /** For notifications. */
  readonly text: string;
  readonly blocks: readonly (Section | Header)[];
};

// https://docs.slack.dev/reference/block-kit/blocks/section-block/
const [longestHeader, longestSection, mostSections] = [150, 3000, 10];

/** A message for Slack. In text from others, nothing is a mention, and nothing becomes a link but addresses. */
export function slackMessage({ title, text, url }: Message): SlackMessage {
  const head = title === undefined ? undefined : oneLine(title);
  const sections = sectionsOf(text.trim(), url);
  return {
    text: escaped(head ?? text.trim().split('\n', 1)[0] ?? ''),
    blocks: [
      ...(head === undefined ? [] : [{ type: 'header', text: { type: 'plain_text', text: cut(head) } } as const]),
      ...sections.map((one) => ({ type: 'section', text: { type: 'mrkdwn', text: one } }) as const),
    ],
  };
}

function sectionsOf(text: string, url: string | undefined): readonly string[] {
  const sections: string[] = [];
  for (const line of text.split('\n').map(mrkdwnLine)) {
    const joined = sections.length === 0 ? line : `${sections.at(-1)}\n${line}`;
    if (sections.length > 0 && joined.length <= longestSection) sections[sections.length - 1] = joined;
    else sections.push(line);
  }
  const tooLong = sections.some(({ length }) => length > longestSection);
  if (sections.length > mostSections || tooLong)
    throw new ReleaseError(
      tooLong
        ? `The text has a line of more than ${longestSection} characters, which Slack does not take.`
        : `The text is longer than ${mostSections} times ${longestSection} characters, which Slack does not take.`,
      { fix: 'Give a shorter text, and the address of the whole one in the input url.' },
    );
  return [...sections.filter((one) => one.trim() !== ''), ...(url === undefined ? [] : [`<${escaped(url)}>`])];
}

/** A line of Markdown in Slack's own notation: https://docs.slack.dev/messaging/formatting-message-text */
function mrkdwnLine(line: string): string {
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
  const plain = heading === undefined ? line.replace(/^(\s*)[-*+]\s+/, '$1• ') : `**${heading.replaceAll('**', '')}**`;
  return linked(escaped(plain)).replaceAll(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '*$1*');
}

// A link, an address in angle brackets (which are escaped), or an address alone. What ends a sentence is no part of it.
const addresses =
  /\[([^[\]|]+)\]\((https?:\/\/[^\s()|]+)\)|&lt;(https?:\/\/[^\s|&]+(?:&amp;[^\s|&]+)*)&gt;|https?:\/\/(?:(?!&[lg]t;)[^\s()|*])+(?<![.,:!?'"])/g;

const linked = (text: string) =>
  text.replaceAll(addresses, (found, label?: string, page?: string, bracketed?: string) =>
    label === undefined ? `<${bracketed ?? found}>` : `<${page}|${label}>`,
  );

/** These three characters begin everything that Slack obeys, such as `<!channel>`. */
const escaped = (text: string) =>
  withoutMentions(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const cut = (text: string) => (text.length <= longestHeader ? text : `${text.slice(0, longestHeader - 1)}…`);
