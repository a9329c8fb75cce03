import type { SourcePosition } from './error.ts';
import { quoted } from './text.ts';

/** Where something is not as it should be, what is there now, and what should be there. */
export type Place = {
  /** A line of a file, or who has the thing, such as `origin`. */
  readonly at: SourcePosition | string;
  /** What it is, such as `version` or `tag v1.2.3`. Undefined for a line of a text. */
  readonly name?: string;
  /** Undefined if it is missing. */
  readonly actual: string | undefined;
  /** Undefined if it should not be there. */
  readonly wanted: string | undefined;
};

/** `deploy/chart/Chart.yaml has version 0.1.0, not 0.2.0.` */
export function placeSentence({ at, name, actual, wanted }: Place): string {
  const holder = typeof at === 'string' ? at : at.file;
  const [is, should] = [actual, wanted].map((text) => shown(text ?? ''));
  if (wanted === undefined) return `${holder} has ${name ?? `the line ${is}`}, which should go.`;
  if (actual !== undefined) return `${holder} has ${name === undefined ? '' : `${name} `}${is}, not ${should}.`;
  return name === undefined ? `${holder} has no line ${should}.` : `${holder} has no ${name}; it should be ${should}.`;
}

const longest = 80;

/** A value in a sentence. It gets quotes, unless it is one plain word or a position. */
function shown(text: string): string {
  if (text.length <= longest && /^(?:at |as )?[\w.+:/@~^=-]+$/.test(text)) return text;
  return quoted(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

const mostPlaces = 10;

/** The places that the diff of one file changes: the first difference in each part of the file. */
export const placesIn = (diff: string, file: string): readonly Place[] =>
  diff
    .split(/^(?=@@ -)/m)
    .flatMap((part) => firstDifference(part, file) ?? [])
    .slice(0, mostPlaces);

function firstDifference(part: string, file: string): Place | undefined {
  const [head = '', ...all] = part.split('\n');
  const start = /^@@ -(\d+)/.exec(head)?.[1];
  const lines = all.filter((line) => !line.startsWith('\\')); // "No newline at end of file"
  const first = lines.findIndex((line) => /^[-+]/.test(line));
  if (start === undefined || first < 0) return undefined;
  const old = lines[first] ?? '';
  const now = lines.slice(first).find((line) => !line.startsWith('-')) ?? '';
  const actual = old.startsWith('-') ? old.slice(1) : undefined;
  const wanted = now.startsWith('+') ? now.slice(1) : undefined;
  const isOnlySpace = actual?.trim() === wanted?.trim();
  const [is, should] = isOnlySpace ? [actual, wanted] : [actual?.trim(), wanted?.trim()];
  return is === should
    ? undefined
    : { at: { file, line: Math.max(Number(start) + first, 1) }, actual: is, wanted: should };
}

/** A message with its place: `Chart.yaml:3 has …`. A message that names the file gets the line behind the name. */
export function placed(message: string, at: SourcePosition | undefined): string {
  if (at === undefined) return message;
  const place = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  if (message.includes(`${at.file}:${at.line}`)) return message;
  const name = new RegExp(`(?<![\\w./-])${RegExp.escape(at.file)}(?![\\w/-]|[.:]\\w)`);
  return name.test(message) ? message.replace(name, () => place) : `${place}: ${message}`;
}
