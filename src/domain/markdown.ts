import type { Fact } from './fact.ts';

/** A table of HTML: a row for each fact. */
export function factsTable(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const cell = ({ value, url }: Fact) =>
    url !== undefined && /^https?:/.test(url) ? `<a href="${safe(url)}">${safe(value)}</a>` : safe(value);
  const rows = facts.map((fact) => `<tr><th align="left">${safe(fact.name)}</th><td>${cell(fact)}</td></tr>`);
  return `<table>\n${rows.join('\n')}\n</table>`;
}

/** Escapes text from others: nothing in it becomes Markdown, HTML, a mention or a link. */
export const safe = (text: string): string =>
  text
    .replaceAll(/[&<>"'`*_[\]()#@|~\\:!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/\n( *)/g, (_, indent: string) => `<br>${'&nbsp;'.repeat(indent.length)}`);

const longestDetail = 100_000;

/** A fenced block. The fence is longer than every fence in the text, so that all of the text stays text. */
export function fence(language: string, text: string): string {
  const content = text.trim() === '' ? '' : text.replace(/\n+$/, '');
  if (content === '') return '';
  const runs = content.match(/`+/g) ?? [];
  const marks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${marks}${language}\n${cut(content, longestDetail)}\n${marks}`;
}

/** A text of at most so many bytes, and a line that says whether it is all. */
export function cut(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, most), { stream: true })}\n\n… (shortened)`;
}
