import { ReleaseError } from '../error.ts';
import { issueNumberOf } from '../repositories/issue-number.ts';
import { parseTagName } from '../tags/tag.ts';
import { isAscii, quoted } from '../text.ts';

/** Whose freeze a ruleset is: the tag or the issue of a release. And when it should end, if that was said. */
export type Freeze = { readonly owner: string; readonly until: string | undefined };

/** `Release freeze v1.2.3 until 2026-12-04` */
export const rulesetName = (name: string, { owner, until }: Freeze): string =>
  `${name} ${owner}${until === undefined ? '' : ` until ${until}`}`;

/** Reads the name of a ruleset; undefined if it is no freeze with this name. */
export function freezeNamed(ruleset: string, name: string): Freeze | undefined {
  if (!ruleset.startsWith(`${name} `)) return undefined;
  const [, owner, until] = /^(\S+)(?: until (\S+))?$/.exec(ruleset.slice(name.length + 1)) ?? [];
  return owner === undefined ? undefined : { owner, until };
}

/** Reads a tag, or the number of an issue as `#12`. */
export function parseOwner(text: string): string {
  const issue = issueNumberOf(text);
  return issue === undefined ? parseTagName(text) : `#${issue}`;
}

/** Reads the first words of the names of freezes. */
export function parseFreezeName(text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  const letters = isAscii(name) ? 'A-Za-z0-9' : String.raw`\p{L}\p{N}`;
  if (new RegExp(`^[${letters}][${letters} ._-]{0,59}$`, 'u').test(name)) return name;
  throw new ReleaseError(`is ${quoted(text)}, which cannot be the name of a ruleset here.`, {
    fix: 'Give at most 60 letters, digits, spaces, dots, hyphens and underscores, such as Release freeze.',
  });
}

/** Reads a day, or a minute in UTC. */
export function parseUntil(text: string): string {
  const until = text.trim();
  const isMoment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\dZ)?$/.test(until);
  const [day = '', time = ''] = until.split('T');
  const date = new Date(`${day}T${time === '' ? '00:00Z' : time}`);
  if (isMoment && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(until.replace('Z', ''))) return until;
  throw new ReleaseError(`is ${quoted(text)}, not a day or a time in UTC.`, {
    fix: 'Write it like 2026-12-04 (to the end of that day) or 2026-12-04T18:00Z.',
  });
}

/** Whether a freeze should have ended, at a time in milliseconds. */
export function isOver(until: string | undefined, now: number): boolean {
  if (until === undefined) return false;
  const dayLength = 24 * 60 * 60 * 1000;
  const end = until.includes('T') ? Date.parse(until) : Date.parse(`${until}T00:00Z`) + dayLength;
  return now >= end;
}
