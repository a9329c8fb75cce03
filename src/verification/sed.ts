import { isAscii } from '../domain/text.ts';

const sed = String.raw`sed\s+(?<options>-n[Er]?|-[Er]n|-n\s+-[Er]|-[Er]\s+-n)\s+'(?<program>[^'\n]*)'\s+(?<quote>"?)(?!-)(?<path>[\w./-]+)\k<quote>`;

/** What a script takes out of a file of the checkout: `$(sed -nE 's/^version: *(\S+)$/\1/p' Chart.yaml)`, or a line of its own. */
const read = new RegExp(String.raw`\$\(\s*${sed}\s*\)|(?<=^[ \t]*)${sed}(?=\s*>>)`, 'gm');

/** The files that a script reads in this way. Not those of which it says something else, because that may change them. */
export function filesReadBy(script: string): readonly string[] {
  const others = withoutReads(script);
  const paths = new Set([...script.matchAll(read)].flatMap(({ groups }) => groups?.['path'] ?? []));
  return /\b(?:cd|pushd)\s/.test(others) ? [] : [...paths].filter((path) => !speaksOf(others, path));
}

/** The script without these reads, which change nothing. */
export const withoutReads = (script: string): string => script.replaceAll(read, '');

/** Whether a text names a file, or all files with the same ending. */
export function speaksOf(text: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return text.includes(name) || text.includes(`*${name.slice(name.lastIndexOf('.'))}`);
}

type Readable = { readonly script: string; readonly variables: Readonly<Record<string, string>> };

/** The script with variables in the place of what it reads from files with these texts, as far as that can be told. */
export function withReads({ script, variables }: Readable, texts: ReadonlyMap<string, string>): Readable {
  const known: Record<string, string> = {};
  const shorter = script.replaceAll(read, (whole: string, ...found: readonly unknown[]) => {
    const { options = '', program = '', path = '' } = found.at(-1) as Readonly<Record<string, string>>;
    const text = texts.get(path);
    const printed = text === undefined ? undefined : sedOutput(program, text, /[Er]/.test(options));
    if (printed === undefined) return whole;
    const name = `read_from_a_file_${Object.keys(known).length}`;
    known[name] = printed;
    return whole.startsWith('$') ? `\${${name}}` : `echo "\${${name}}"`;
  });
  return { script: shorter, variables: { ...variables, ...known } };
}

/** What sed prints for `s/…/…/p`, without the line breaks at its end. Undefined if it cannot be told for sure. */
export function sedOutput(program: string, text: string, isExtended: boolean): string | undefined {
  const [, , pattern = '', replacement = ''] =
    /^s([/|,#:@])((?:(?!\1)[^\\]|\\(?:\/|(?!\1).))+)\1((?:(?!\1)[^\\]|\\[\d/.&\\-])*)\1p$/.exec(program) ?? [];
  const expressions = expressionsFor(pattern, isExtended);
  if (pattern === '' || expressions === undefined) return undefined;
  const printed: string[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const [greedy, lazy] = expressions.map((one) => one.exec(line));
    if (greedy === null || greedy === undefined) continue;
    const isSure = isAscii(line) && JSON.stringify(greedy) === JSON.stringify(lazy);
    const replaced = isSure ? replacedBy(replacement, greedy) : undefined;
    if (replaced === undefined) return undefined;
    printed.push(line.slice(0, greedy.index) + replaced + line.slice(greedy.index + greedy[0].length));
  }
  return printed.join('\n').replace(/\n+$/, '');
}

function replacedBy(replacement: string, found: RegExpExecArray): string | undefined {
  const named = [...replacement.matchAll(/\\(\d)/g)].map(([, number = '']) => `g${number}`);
  if (named.some((name) => found.groups?.[name] === undefined)) return undefined;
  return replacement.replaceAll(/\\(\d)|\\(.)|&/g, (_, group?: string, escaped?: string) =>
    group === undefined ? (escaped ?? found[0]) : (found.groups?.[`g${group}`] ?? ''),
  );
}

const set = String.raw`\[\^?(?:\[:(?:space|digit|alpha|alnum|upper|lower):\]|[\w ./:"'@+,#=~!%&;<>](?:-(?=[\da-zA-Z])[\da-zA-Z])?)+-?\]`;
const atom = String.raw`(?<escape>\\[sSwWt./|,#:@*+?^$()[\]{}&"\\-])|(?<set>${set})|(?<any>\.)|(?<plain>[^\\[\].*^$|(){}+?])`;
const token = new RegExp(
  String.raw`^(?:(?<open>\()|(?<close>\))(?![*+?{])|(?<end>\$$)|(?:${atom})(?<more>[*+?](?![*+?{]))?)`,
);

/**
 * The pattern as JavaScript knows it, greedy and lazy. Each repetition is a group: where both find the same in all groups, there is only
 * one way to match, so that the rules of POSIX for several ways do not matter. A repetition at the end takes the longest text.
 */
function expressionsFor(pattern: string, isExtended: boolean): readonly [RegExp, RegExp] | undefined {
  const whole = isExtended ? pattern : extended(pattern);
  const start = whole.startsWith('^') ? '^' : '';
  const [greedy, lazy] = [[start], [start]];
  let groups = 0;
  for (let rest = whole.slice(start.length); rest !== '';) {
    const { 0: taken, groups: found } = token.exec(rest) ?? { 0: '', groups: undefined };
    if (found === undefined) return undefined;
    rest = rest.slice(taken.length);
    const { open, more } = found;
    const part = open === undefined ? partOf(found, taken) : `(?<g${++groups}>`;
    greedy.push(more === undefined ? part : `(${part}${more})`);
    lazy.push(more === undefined ? part : `(${part}${more}${rest === '' ? '' : '?'})`);
  }
  try {
    return [new RegExp(greedy.join('')), new RegExp(lazy.join(''))];
  } catch {
    return undefined; // a group that does not end
  }
}

/** A basic expression as an extended one: the signs that count with a backslash, and those that count without, change places. */
const extended = (pattern: string): string =>
  pattern.replaceAll(new RegExp(String.raw`${set}|\\([(){}+?|])|[(){}+?|]|\\.`, 'g'), (text, sign?: string) => {
    if (sign !== undefined) return sign;
    return text.length === 1 ? `\\${text}` : text;
  });

const classes: Readonly<Record<string, string>> = {
  space: String.raw`\s`,
  digit: '0-9',
  alpha: 'A-Za-z',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
};

function partOf(found: Readonly<Record<string, string>>, taken: string): string {
  const { escape, set: characters, any, plain } = found;
  if (any !== undefined) return '[^]';
  if (plain !== undefined) return RegExp.escape(plain);
  if (characters !== undefined) return characters.replaceAll(/\[:(\w+):\]/g, (_, name: string) => classes[name] ?? '');
  if (escape === undefined) return taken;
  return /[sSwWt]/.test(escape) ? escape : RegExp.escape(escape.slice(1));
}
