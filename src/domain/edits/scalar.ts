import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** No single value holds a line end, a control character, or what is no character. */
export function refuseControl(value: string): void {
  if (!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF\p{Noncharacter_Code_Point}]/u.test(value)) return;
  throw new ReleaseError(`${quoted(value)} contains a line break or a control character.`, {
    fix: 'Use a value of one line.',
  });
}

/** What a template language fills in: `${x}`, `{{ x }}`, `{(x)}`, `<% x %>`. */
export const placeholder = { pattern: /\$\{|\{\{|\{\(|<%/, obstacle: 'is a placeholder of a template' };

/** `4` for 3, `true` for false: what may stay as it is, because it would be read as the same kind and written the same. */
export const staysUnquoted = (kind: string, value: string): boolean =>
  (kind === 'number' && String(Number(value)) === value && Number.isFinite(Number(value))) ||
  (kind === 'boolean' && /^(true|false)$/.test(value));
