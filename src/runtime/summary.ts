import { summary } from '@actions/core';
import { cut, factsTable, fence, safe } from '../domain/markdown.ts';
import type { Change } from '../world/change.ts';
import type { Action } from './action.ts';
import type { Outcome } from './outcome.ts';
import { explain, withoutRepeats } from './report.ts';

/** Adds the job summary to the page of the run. */
export async function writeSummary(action: Action, outcome: Outcome): Promise<void> {
  await summary.addRaw(summaryOf(action, outcome)).write();
}

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
    ...excerpts.map(({ title, text, language = 'text' }) => `**${safe(title)}**\n\n${fence(language, text)}`),
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

// GitHub drops the whole summary if it is larger than 1 MiB.
const longest = 1_000_000;

const shortened = (text: string): string => cut(text, longest);
