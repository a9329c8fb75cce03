import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** Refuses a line break, a control character and a noncharacter in a value. */
export function refuseControl(value: string): void {
  if (!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\p{Noncharacter_Code_Point}]/u.test(value)) return;
  throw new ReleaseError(`${quoted(value)} contains a line break or a control character.`, {
    fix: 'Use a value of one line.',
  });
}

/** Why a value cannot be edited, as the end of a sentence, and what to do instead. */
export type Obstacle = { readonly why: string; readonly fix: string };

/** A placeholder of a template language: `${x}`, `{{ x }}`, `{(x)}`, `<% x %>`. */
export const isPlaceholder = (raw: string): boolean => /\$\{|\{\{|\{\(|<%/.test(raw);

export const obstacles = {
  placeholder: {
    why: 'is a placeholder of a template',
    fix: 'Set the value that fills it in, with set-values. In a chart, helm-package can fill it in: version, app-version, values.',
  },
  block: { why: 'is a block of several lines', fix: 'Write the value on one line first.' },
  lines: { why: 'has several lines', fix: 'Write the value on one line first.' },
  tag: { why: 'has a YAML tag', fix: 'Remove the tag first.' },
  nothing: { why: 'has no value to replace', fix: 'Write a value behind its key first.' },
  alias: {
    why: 'is an alias of a value elsewhere in the file',
    fix: 'Set the value with the anchor, or write a value in place of the alias first.',
  },
} as const satisfies Readonly<Record<string, Obstacle>>;

/** A value that other places of the file repeat. */
export const anchored = (anchor: string): Obstacle => ({
  why: `has the anchor &${anchor}, so that every alias of it would change`,
  fix: 'Write values in place of the aliases, and remove the anchor first.',
});

/** Whether a value needs no quotes, because it stays of the same kind: `4` for 3, `true` for false. */
export const staysUnquoted = (kind: string, value: string): boolean =>
  (kind === 'number' && String(Number(value)) === value && Number.isFinite(Number(value))) ||
  (kind === 'boolean' && /^(true|false)$/.test(value));
