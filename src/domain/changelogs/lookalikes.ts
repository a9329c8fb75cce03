import { ReleaseError } from '../error.ts';
import { listed, quoted } from '../text.ts';
import type { MarkdownLine } from './markdown-lines.ts';
import type { Changelog } from './section.ts';
import { bareVersion } from './version-name.ts';

const mostShown = 3;

/** The refusal of a changelog that has no section of any version, but lines that may be meant as such headings. */
export function unreadableHeadings(
  { lines, headings, sections, definitions }: Changelog,
  file: string,
): ReleaseError | undefined {
  if (sections.some((one) => !one.isUnreleased)) return undefined;
  const title = headings[0]?.level === 1 && titleWords.test(headings[0].text) ? headings[0].line : undefined;
  const others = new Set(definitions.map(({ start }) => start));
  const found = lines.filter(
    ({ text, number, start }, index) =>
      number !== title && !others.has(start) && looksLikeHeading(text, lines[index + 1]?.text ?? ''),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const shown = found.slice(0, mostShown).map(shownLine);
  const what =
    found.length === 1
      ? 'a line that looks like the heading of a version, but cannot be read as one'
      : 'lines that look like headings of versions, but cannot be read as such';
  return new ReleaseError(`${file} has ${what}: ${listed(shown)}.`, {
    fix: exampleHeadings,
    at: { file, line: first.number },
  });
}

/** The refusal of a heading that seems to be of this version, and of which this is not sure. */
export function unclearHeading(
  { headings, sections }: Changelog,
  version: string,
  file: string,
): ReleaseError | undefined {
  const level = Math.max(...sections.filter((one) => !one.isInner).map((one) => one.level));
  const name = new RegExp(`(?<![\\w.])v?${RegExp.escape(bareVersion(version))}(?![\\w+-]|\\.\\w)`, 'i');
  const found = headings.find((one) => one.named === undefined && one.level <= level && name.test(one.text));
  if (found === undefined) return undefined;
  return new ReleaseError(
    `${file} has a heading that may be that of ${version}, but cannot be read as such: ${quoted(found.text)}.`,
    { fix: `${exampleHeadings} Or leave the version out of this heading.`, at: { file, line: found.line } },
  );
}

const exampleHeadings = 'Write headings that begin with the version, such as ## 1.2.0 or ## [1.2.0] - 2026-01-31.';

const shownLine = ({ number, text }: MarkdownLine) => `line ${number}, ${quoted(text.trim().slice(0, 80))}`;

const numbers = /\d+\.\d+/;
const heading = /^ {0,3}#{1,6}(?!#)/;
const titleWords = /change ?log|release notes|history/i;
const underline = /^ {0,3}([=\-~^])\1{2,}[ \t]*$/;
const beginning = /^\s*(?:[-*+] )?(?:\*\*|__|\[|\\\[|`)*(?:version |release )?v?\d+\.\d+[\w.+-]*(?=$|[\s:)*_`\]])/i;
const debian = /^\S+ \([\d.]+\d[^)]*\) /;

/** Headings with numbers, lines that begin with a version, and the headings of Debian's changelogs. */
function looksLikeHeading(text: string, below: string): boolean {
  if (!numbers.test(text)) return false;
  return heading.test(text) || underline.test(below) || beginning.test(text) || debian.test(text);
}
