import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import type { Dependency, RefPath } from './dependencies-file.ts';
import { containsVersion } from './version-occurrence.ts';

/** The text of a file, undefined where there is none. */
export type TextOf = (path: string) => string | undefined;

/** A refPath of a dependency, and the files that it may lead to. */
export type VersionReference = { readonly dependency: Dependency; readonly refPath: RefPath; readonly textOf: TextOf };

export type ReferencedLine = { readonly number: number; readonly text: string; readonly offset: number };

/** What is wrong where a refPath leads: one of these versions should be there. */
export function failuresOfReference(reference: VersionReference, versions: readonly string[]): readonly ReleaseError[] {
  const { dependency, refPath, textOf } = reference;
  const { path, match, at } = refPath;
  const text = textOf(path);
  if (text === undefined) {
    const fix = 'Correct the path, or remove the refPath.';
    return [
      new ReleaseError(`${path} does not exist. The dependency ${quoted(dependency.name)} refers to it.`, { fix, at }),
    ];
  }
  const lines = matchingLines(refPath, text);
  const isRight = (line: ReferencedLine) => versions.some((version) => containsVersion(line.text, version));
  if (match === undefined) return lines.some(isRight) ? [] : [missingVersion(reference, lines)];
  if (lines.length > 0) return lines.filter((line) => !isRight(line)).map((line) => wrongLine(reference, line));
  const what = `No line of ${path} matches ${quoted(match.text)}`;
  const fix = 'Correct the match. It has to match the line with the version, for any version.';
  return [
    new ReleaseError(
      `${what}, so that the version ${dependency.version} of ${quoted(dependency.name)} was not found.`,
      { fix, at },
    ),
  ];
}

/** The lines that have to contain the version. Without a match these are all lines, and one of them suffices. */
export const matchingLines = ({ match }: RefPath, text: string): readonly ReferencedLine[] =>
  match === undefined ? linesOf(text) : linesOf(text).filter((line) => match.matches(line.text));

/** As zeitgeist reads them, without LF or CRLF: https://pkg.go.dev/bufio#ScanLines */
function linesOf(text: string): readonly ReferencedLine[] {
  let offset = 0;
  const lines = text.split('\n').map((line, index) => {
    const start = offset;
    offset += line.length + 1;
    return { number: index + 1, text: line.replace(/\r$/, ''), offset: start };
  });
  return lines.at(-1)?.text === '' ? lines.slice(0, -1) : lines;
}

function wrongLine(
  { dependency: { name, version }, refPath: { path } }: VersionReference,
  { number, text }: ReferencedLine,
): ReleaseError {
  const what = `Line ${number} of ${path} does not contain ${version}, the version of ${quoted(name)}`;
  return new ReleaseError(`${what}. It is ${quoted(text.trim().slice(0, 200))}.`, {
    fix: fixFor(text, version),
    at: { file: path, line: number },
  });
}

function missingVersion(
  { dependency: { name, version }, refPath: { path } }: VersionReference,
  lines: readonly ReferencedLine[],
): ReleaseError {
  const [only, second] = lines.filter(({ text }) => text.trim() !== '');
  const found =
    only !== undefined && second === undefined ? ` It contains ${quoted(only.text.trim().slice(0, 200))}.` : '';
  const near = lines.find(({ text }) => text.includes(version)) ?? only;
  return new ReleaseError(`${path} does not contain ${version}, the version of ${quoted(name)}.${found}`, {
    fix: fixFor(near?.text ?? '', version),
    at: near === undefined ? { file: path } : { file: path, line: near.number },
  });
}

const fixFor = (line: string, version: string) =>
  line.includes(version)
    ? `The line contains ${version} only as a part of another version. Correct the file or the dependency.`
    : 'Set the version of the dependency again, which updates every refPath. Or correct the file.';
