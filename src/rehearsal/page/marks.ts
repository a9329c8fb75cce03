import { type Html, html } from './html.ts';

const signs: Readonly<Record<string, string>> = { success: '✓', failure: '✗', cancelled: '■', skipped: '–' };

/** The sign of a result. */
export const mark = (result: string): Html =>
  html`<span class="mark ${result}" role="img" aria-label="${result}">${signs[result] ?? '?'}</span>`;

/** A state in a word. */
export const pill = (state: string): Html => html`<span class="pill ${state}">${state}</span>`;
