import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** Refuses a line break, a control character and a noncharacter in a value. */
export function refuseControl(value: string): void {
  if (!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\p{Noncharacter_Code_Point}]/u.test(value)) return;
  throw new ReleaseError(`${quoted(value)} contains a line break or a control character.`, {
    fix: 'Use a value of one line.',
  });
}

/** A placeholder of a template language: `${x}`, `{{ x }}`, `{(x)}`, `<% x %>`. */
export const placeholder = { pattern: /\$\{|\{\{|\{\(|<%/, obstacle: 'is a placeholder of a template' };

/** Whether a value needs no quotes, because it stays of the same kind: `4` for 3, `true` for false. */
export const staysUnquoted = (kind: string, value: string): boolean =>
  (kind === 'number' && String(Number(value)) === value && Number.isFinite(Number(value))) ||
  (kind === 'boolean' && /^(true|false)$/.test(value));
