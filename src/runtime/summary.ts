import type { Fact } from '../domain/fact.ts';
import type { Change } from '../world/change.ts';
import type { Action } from './action.ts';
import type { Outcome } from './outcome.ts';
import { explain, withoutRepeats } from './report.ts';

/** The job summary in Markdown: the failure, the facts, what was found, the changes, and what is pending. */
export function summaryOf({ name }: Action, outcome: Outcome): string {
  const { failure, facts, notes, waitsFor, pending, excerpts, mode } = outcome;
  const rows = rowsOf(outcome);
  const open = [
    ...(failure === undefined ? waitsFor : []).map((one) => ({ ...one, state: 'Missing' })),
    ...(mode === 'check' ? [] : pending).map((one) => ({ ...one, state: 'Pending' })), // check fails with them
  ];
  const sections = [
    `### ${failure === undefined ? '' : '❌ '}${safe(name)}${mode === 'apply' ? '' : ` (${mode})`}`,
    failure === undefined ? '' : failureText(failure),
    factsTable(facts),
    notes.map((note) => `- ${safe(note)}`).join('\n'),
    ...excerpts.map(({ title, text }) => `**${safe(title)}**\n\n${fence('text', text)}`),
    changesTable(rows),
    ...rows.map((row) => details(row, mode !== 'apply')),
    open.map(({ title, fix, state }) => `⏳ ${state}: ${safe(title)}.\n\n➜ ${safe(fix)}`).join('\n\n'),
  ];
  return `${shortened(sections.filter((section) => section !== '').join('\n\n'))}\n`;
}

/** What is wrong, a line each. The fix stands on a line of its own, once below all that it mends. */
function failureText(failure: unknown): string {
  const all = explain(failure);
  return all
    .map(({ message, fix }, index) => {
      const isRepeated = fix !== undefined && fix === all[index + 1]?.fix;
      return `**${safe(message)}**${fix === undefined || isRepeated ? '' : `\n\n➜ ${safe(fix)}`}`;
    })
    .join('\n\n');
}

function factsTable(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const cell = ({ value, url }: Fact) =>
    url !== undefined && /^https?:/.test(url) ? `<a href="${safe(url)}">${safe(value)}</a>` : safe(value);
  const rows = facts.map((fact) => `<tr><th align="left">${safe(fact.name)}</th><td>${cell(fact)}</td></tr>`);
  return `<table>\n${rows.join('\n')}\n</table>`;
}

type Row = Pick<Change, 'title' | 'detail'> & { readonly state: string };

function rowsOf({ mode, begun, made, changes, failure }: Outcome): readonly Row[] {
  const notBegun = {
    apply: failure === undefined ? 'not made' : 'not reached',
    local: 'only shown',
    'dry-run': 'would be made',
    check: 'not done',
  }[mode];
  return withoutRepeats([...begun, ...changes]).map((change) => {
    const state = made.has(change) ? 'made' : begun.has(change) ? 'not confirmed' : notBegun;
    return { ...change, state };
  });
}

const changesTable = (rows: readonly Row[]): string =>
  rows.length === 0
    ? ''
    : ['| Change | State |', '| --- | --- |', ...rows.map(({ title, state }) => `| ${safe(title)} | ${state} |`)].join(
        '\n',
      );

const fewLines = 30;

/** The details of a change. What is not done yet is open to be read. A diff has a fence of its own: GitHub colours it. */
function details({ title, detail = '' }: Row, isOpen: boolean): string {
  if (detail.trim() === '') return '';
  const diffStart = /^(?:diff --git |--- )/m.exec(detail)?.index ?? detail.length;
  const parts = [fence('text', detail.slice(0, diffStart)), fence('diff', detail.slice(diffStart))];
  const isShort = detail.split('\n').length <= fewLines;
  return [`<details${isOpen && isShort ? ' open' : ''}><summary>${safe(title)}</summary>`, ...parts, '</details>']
    .filter((part) => part !== '')
    .join('\n\n');
}

const longestDetail = 100_000;

/** A fenced block. The fence is longer than every fence in the text, so that all of the text stays text. */
function fence(language: string, text: string): string {
  const content = text.trim() === '' ? '' : text.replace(/\n+$/, '');
  if (content === '') return '';
  const runs = content.match(/`+/g) ?? [];
  const marks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${marks}${language}\n${cut(content, longestDetail)}\n${marks}`;
}

/** Escapes text from others: nothing in it becomes Markdown, HTML, a mention or a link. */
const safe = (text: string): string =>
  text
    .replaceAll(/[&<>"'`*_[\]()#@|~\\:!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/\n( *)/g, (_, indent: string) => `<br>${'&nbsp;'.repeat(indent.length)}`);

// GitHub drops the whole summary if it is larger than 1 MiB.
const longest = 1_000_000;

const shortened = (text: string): string => cut(text, longest);

/** A text of at most so many bytes, and a line that says whether it is all. */
function cut(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, most), { stream: true })}\n\n… (shortened)`;
}
