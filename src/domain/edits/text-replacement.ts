import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** A text that replaces another one in files, where the other one is not part of a number or a version. */
export type TextReplacement = { readonly pattern: string; readonly old: string; readonly now: string };

/** Reads a line such as `docs/*.md: 0.7.0 => 0.8.0`. */
export function parseTextReplacement(line: string): TextReplacement {
  const [, pattern, old, now] = /^(.+?):\s+(.+?)\s+=>\s+(.+)$/.exec(line) ?? [];
  if (pattern !== undefined && old !== undefined && now !== undefined && old !== now) return { pattern, old, now };
  throw new ReleaseError(`contains the line ${quoted(line)}, which is not a replacement.`, {
    fix: 'Write a file or a glob, a colon, the old text, => and the new text, such as docs/*.md: 0.7.0 => 0.8.0',
  });
}

/** The text with every old text replaced. Undefined if it contains neither the old nor the new one. */
export function replaceText(text: string, { old, now }: TextReplacement): string | undefined {
  const result = text.replaceAll(asWhole(old), () => now);
  return result === text && !asWhole(now).test(text) ? undefined : result;
}

/** A number is not part of a longer one, nor a version of a longer version: 0.7.0 is neither in 10.7.0 nor in 0.7.0.1. */
function asWhole(text: string): RegExp {
  const before = /^[0-9]/.test(text) ? String.raw`(?<![0-9]|[0-9]\.)` : '';
  const after = /[0-9]$/.test(text) ? String.raw`(?![0-9]|\.[0-9])` : '';
  return new RegExp(before + RegExp.escape(text) + after, 'g');
}
