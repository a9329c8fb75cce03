import { directivesOf, unreadableGoMod } from './directives.ts';
import type { Directive } from './directives.ts';
import { canonicalVersion, splitPath, takesMajor } from './module-path.ts';

export type Require = {
  readonly path: string;
  readonly version: string;
  readonly isIndirect: boolean;
  readonly line: number;
};
export type Replace = {
  readonly path: string;
  /** Undefined: any version. */
  readonly version: string | undefined;
  readonly by: string;
  /** Undefined if `by` is a folder, which exists only here. */
  readonly byVersion: string | undefined;
};
export type Interval = { readonly low: string; readonly high: string };

/** The content of a go.mod file that matters to a release. */
export type GoMod = {
  /** The path of the file. */
  readonly file: string;
  readonly path: string | undefined;
  readonly requires: readonly Require[];
  readonly replaces: readonly Replace[];
  readonly retracts: readonly Interval[];
};

/** Reads a go.mod file as `go mod edit -json` does. */
export function parseGoMod(text: string, file: string): GoMod {
  const directives = directivesOf(text, file);
  const read = <T>(verb: string, make: (words: readonly string[], directive: Directive) => T | undefined) =>
    directives
      .filter((directive) => directive.verb === verb)
      .map((directive) => {
        const made = make(directive.words, directive);
        if (made === undefined)
          throw unreadableGoMod(`has a ${verb} directive that Go cannot read`, { file, line: directive.line });
        return made;
      });
  const paths = read('module', ([path = '', ...more]) => (more.length === 0 ? unquoted(path) : undefined));
  if (paths.length > 1)
    throw unreadableGoMod('has a second module directive', { file, line: secondModule(directives) });
  read('exclude', requireOf);
  return {
    file,
    path: paths[0],
    requires: read('require', requireOf),
    replaces: read('replace', replaceOf),
    retracts: read('retract', intervalOf),
  };
}

const secondModule = (directives: readonly Directive[]) =>
  directives.filter(({ verb }) => verb === 'module')[1]?.line ?? 1;

function requireOf(words: readonly string[], { comment, line }: Directive): Require | undefined {
  const [path, version] = [unquoted(words[0]), versionIn(words[1])];
  if (words.length !== 2 || path === undefined || version === undefined || !fits(path, version)) return undefined;
  return { path, version, isIndirect: /^\s*indirect(?:\s*$|;\s*\S)/.test(comment), line };
}

function replaceOf(words: readonly string[]): Replace | undefined {
  const arrow = words[1] === '=>' ? 1 : 2;
  const [path, by] = [unquoted(words[0]), unquoted(words[arrow + 1])];
  const [version, byVersion] = [arrow === 1 ? undefined : versionIn(words[1]), versionIn(words[arrow + 2])];
  if (words[arrow] !== '=>' || path === undefined || by === undefined) return undefined;
  if (arrow === 2 && (version === undefined || !fits(path, version))) return undefined;
  const isWhole = words.length === arrow + (isFolder(by) ? 2 : 3);
  if (!isWhole || isFolder(by) === (byVersion !== undefined) || splitPath(path) === undefined) return undefined;
  return isFolder(by) && by.includes('\\') ? undefined : { path, version, by, byVersion };
}

function intervalOf(words: readonly string[]): Interval | undefined {
  const isInterval = words.length === 5 && words[0] === '[' && words[2] === ',' && words[4] === ']';
  if (!isInterval && words.length !== 1) return undefined;
  const [low, high] = isInterval
    ? [versionIn(words[1]), versionIn(words[3])]
    : [versionIn(words[0]), versionIn(words[0])];
  return low === undefined || high === undefined ? undefined : { low, high };
}

function fits(path: string, version: string): boolean {
  const split = splitPath(path);
  if (split === undefined) return false;
  const isOddPseudoVersion = version.startsWith('v0.0.0-') && split.suffix === '.v1'; // of gopkg.in, years ago
  const major = Number(/^v(\d+)/.exec(version)?.[1]);
  return takesMajor(split, major) || isOddPseudoVersion || (split.suffix === '' && version.endsWith('+incompatible'));
}

const isFolder = (path: string) => /^\.{1,2}(?:[/\\]|$)|^[/\\]|^[A-Za-z]:/.test(path);

function versionIn(word: string | undefined): string | undefined {
  const text = unquoted(word);
  return text === undefined ? undefined : canonicalVersion(text);
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** A word, or the text in its quotes. Undefined if Go would refuse it, as it does other quotes. */
function unquoted(word: string | undefined): string | undefined {
  if (word === undefined || !word.startsWith('"')) return word === undefined || /["'`]/.test(word) ? undefined : word;
  const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;
  let isGood = true;
  const text = word
    .slice(1, -1)
    .replaceAll(escape, (_, x?: string, u?: string, long?: string, octal?: string, one = '') => {
      const code = Number.parseInt(x ?? u ?? long ?? octal ?? '', octal === undefined ? 16 : 8);
      if (!Number.isNaN(code) && code <= 0x10ffff) return String.fromCodePoint(code);
      isGood &&= one in escapes;
      return escapes[one] ?? '';
    });
  return isGood ? text : undefined;
}
