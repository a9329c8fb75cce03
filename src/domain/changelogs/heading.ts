import type { MarkdownLine } from './markdown-lines.ts';
import { versionText } from './version-name.ts';

/** A heading of a changelog. */
export type Heading = {
  readonly level: number;
  /** Without its marks. */
  readonly text: string;
  readonly line: number;
  readonly start: number;
  /** Where its last line ends. */
  readonly end: number;
  /** The sign of the line below, if the heading is underlined. */
  readonly underline: '=' | '-' | undefined;
  /** Undefined if it names neither a version nor unreleased changes. */
  readonly named: HeadingName | undefined;
};

/** What a heading names. */
export type HeadingName = {
  /** As in the heading: `1.0.0`, `v1.0.0`, `1.45.0/0.67.0`, `Unreleased`. */
  readonly name: string;
  /** One or more. None for unreleased changes. */
  readonly versions: readonly string[];
};

const deepest = 3;

/** The headings of a text, in both forms: `## 1.0.0`, and a line that is underlined with = or -. */
export function headingsIn(lines: readonly MarkdownLine[]): readonly Heading[] {
  return lines.flatMap((line, index) => markedHeading(line) ?? underlinedHeading(line, lines[index + 1]) ?? []);
}

function markedHeading(line: MarkdownLine): Heading | undefined {
  const marks = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line.text);
  if (marks === null) return undefined;
  const level = marks[1]?.length ?? 0;
  const text = line.text
    .slice(marks[0].length)
    .trim()
    .replace(/(?:^|[ \t])#+$/, '');
  return {
    level,
    text,
    line: line.number,
    start: line.start,
    end: line.end,
    underline: undefined,
    named: level > deepest ? undefined : headingName(text),
  };
}

/** A line over hyphens is a heading only if it names something: most authors of such lines mean a separator. */
function underlinedHeading(line: MarkdownLine, below: MarkdownLine | undefined): Heading | undefined {
  if (below === undefined || below.start !== line.end) return undefined;
  const underline = /^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(below.text) ? below.text.trim().charAt(0) : '';
  if ((underline !== '=' && underline !== '-') || !/^ {0,3}(?![-+*] )[^\s>#|=-]/.test(line.text)) return undefined;
  const text = line.text.trim();
  const named = headingName(text);
  if (underline === '-' && named === undefined) return undefined;
  const level = underline === '=' ? 1 : 2;
  return { level, text, line: line.number, start: line.start, end: below.end, underline, named };
}

const longestHeading = 1000;
const longest = 256;
const target = String.raw`(?:\([^()\s]*\)|\[[^\]]*\])?`; // of a link
const versionName = new RegExp(`^(?:[\\w./@-]*[/@-])?v?${versionText}$`, 'i');
const oneVersion = new RegExp(`^v?${versionText}$`, 'i');
const dottedDate = /^(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2})$/;
const unreleased = new RegExp(
  String.raw`^(?:(?:main|master|head|next)\s*/\s*)?(?:\[(?<linked>unreleased)\]${target}|\(?(?<plain>unreleased)\)?)(?: changes)?(?<rest>.*)$`,
  'i',
);
const shape = new RegExp(
  String.raw`^(?:\d{4}-\d\d-\d\d[,:]?\s+(?:[-–—/]\s+)?)?(?:(?:version|release)\s+)?(?:\[(?<linked>[^\s[\]]+)\]${target}|(?<plain>[^\s[\]()]+?)(?=[:,./]*(?:[\s[\]()]|$)))(?<rest>.*)$`,
  'i',
);
const another = new RegExp(
  String.raw`^\s*(?:/\s*(?:[a-z]+\s+)?|[,&]\s*)\[?(?<version>v?${versionText})\]?${target}(?=$|[\s:])`,
  'i',
);

// Why: docs/decisions.md D40
/** The text of a link counts, not its target: `[1.2.0](…/tree/1.1.0) (2020-05-12) (BROKEN)` is of 1.2.0. */
function headingName(heading: string): HeadingName | undefined {
  const text = withoutDecoration(heading.slice(0, longestHeading));
  const open = unreleased.exec(text)?.groups;
  const openName = open?.['linked'] ?? open?.['plain'];
  if (openName !== undefined && isBehindName(open?.['rest'] ?? '')) return { name: openName, versions: [] };
  const { linked, plain, rest = '' } = shape.exec(text)?.groups ?? {};
  const name = linked ?? plain ?? '';
  const versions = versionsIn(name);
  const isNamed = versions.length > 0 && ((linked !== undefined && /^\s/.test(rest)) || isBehindName(rest));
  return isNamed ? { name, versions: [...versions, ...moreVersions(rest)] } : undefined;
}

/** `v1.3.0/v0.81.0` are two versions, `chart/0.1.0` is one. */
function versionsIn(name: string): readonly string[] {
  if (name.length > longest) return [];
  const parts = name.split('/');
  if (parts.length > 1 && parts.every((part) => oneVersion.test(part))) return parts;
  return versionName.test(name) ? [name] : [];
}

function moreVersions(rest: string): readonly string[] {
  const found = another.exec(rest.slice(0, longest));
  const version = found?.groups?.['version'];
  if (found === null || version === undefined || dottedDate.test(version)) return [];
  return [version, ...moreVersions(rest.slice(found[0].length))];
}

const withoutDecoration = (heading: string): string =>
  heading
    .replaceAll(/<[^<>]{1,200}>/g, '')
    .replaceAll(/[*`]|(?<!\w)_+|_+(?!\w)|\\(?=[[\]])/g, '')
    .trim();

const stage =
  /^\s*(?:(?:alpha|beta|rc|preview|pre-?release|(?:release )?candidate|stable|final|ga|lts|current|hotfix|yanked|deprecated|snapshot|unreleased|tbd|release(?:d| notes)?)\s*(?:$|[^a-z\s])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i;

/** What may follow a name: nothing, a date, a badge or another sign, or how stable the version is. */
const isBehindName = (rest: string): boolean => /^\s*(?:$|[^\sa-z])/i.test(rest) || stage.test(rest);
