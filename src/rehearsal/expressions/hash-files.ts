import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, matchesGlob, normalize, relative } from 'node:path';
import { textLines } from '../../domain/text.ts';

// https://github.com/actions/toolkit/tree/main/packages/glob#patterns
/** `hashFiles` of GitHub: one hash over those of all files that match, or are in a folder that matches. Empty if none does. */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const rules = patterns
    .flatMap(textLines)
    .filter((line) => !line.startsWith('#'))
    .map((line) => ruleOf(line, workspace));
  const places = new Set(rules.flatMap(({ isNegated, place }) => (isNegated ? [] : [place])));
  const found = [...new Set([...places].flatMap((place) => filesIn(workspace, place)))]
    .filter((path) => rules.reduce((is, { isNegated, matches }) => (matches(path) ? !isNegated : is), false))
    .toSorted();
  if (found.length === 0) return '';
  const all = createHash('sha256');
  for (const path of found)
    all.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, path)))
        .digest(),
    );
  return all.digest('hex');
}

type Rule = {
  readonly isNegated: boolean;
  /** The file or the folder in which everything is that matches. */
  readonly place: string;
  readonly matches: (path: string) => boolean;
};

/** Of several rules, the last one that matches a path counts. */
function ruleOf(line: string, workspace: string): Rule {
  const isNegated = line.startsWith('!');
  const text = isNegated ? line.slice(1) : line;
  const path = normalize(isAbsolute(text) ? relative(workspace, text) : text).replace(/\/$/, '');
  const parts = path.split('/');
  const star = parts.findIndex((part) => /[*?[{]/.test(part));
  const pattern = dotless(path);
  return {
    isNegated,
    place: parts.slice(0, star < 0 ? parts.length : star).join('/'),
    matches: (file) => withFolders(dotless(file)).some((one) => matchesGlob(one, pattern)),
  };
}

/** The files of a place, by their paths in the workspace. What is outside counts for nothing. */
function filesIn(workspace: string, place: string): readonly string[] {
  if (/^\.\.(?:\/|$)/.test(place)) return [];
  const whole = join(workspace, place);
  const found = statSync(whole, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found?.isFile() === true ? [place] : [];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter(isFile)
    .map((file) => relative(workspace, join(file.parentPath, file.name)));
}

/** A path, and the folders that it is in. */
const withFolders = (path: string): readonly string[] =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/** Node matches no `*` with what begins with a dot, and GitHub does. */
const dotless = (path: string): string => path.replaceAll(/(?<=^|\/)\.(?!\.?(?:\/|$))/g, '\u{e000}');

const isFile = (file: Dirent): boolean =>
  file.isFile() ||
  (file.isSymbolicLink() && statSync(join(file.parentPath, file.name), { throwIfNoEntry: false })?.isFile() === true);
