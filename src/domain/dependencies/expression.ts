import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { asciiClasses, negated, perlClasses, unicodeClass } from './character-class.ts';

/**
 * What a Go RE2 expression means, as far as it decides whether a text matches: groups capture nothing here, and it does
 * not matter which of several matches is preferred.
 */
export type Expression =
  /** One character of a class, written as JavaScript's flag `v` reads it. */
  | { readonly kind: 'character'; readonly characters: string; readonly ignoresCase: boolean }
  | { readonly kind: 'spot'; readonly spot: Spot }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly part: Expression;
      readonly least: number;
      /** Undefined: without end. */
      readonly most: number | undefined;
    };

export type Spot = 'text start' | 'text end' | 'line start' | 'line end' | 'word edge' | 'no word edge';

/** Reads an expression by the rules of Go's parser: https://pkg.go.dev/regexp/syntax */
export function parseExpression(text: string): Expression {
  const reading: Reading = { text, at: 0, depth: 0, flags: new Set() };
  const expression = choice(reading);
  if (reading.at < text.length) throw refusal(reading, 'a ) closes what was never opened');
  return expression;
}

type Reading = { readonly text: string; at: number; depth: number; flags: ReadonlySet<string> };

/** Up to the end of the group, or of the text. */
function choice(reading: Reading): Expression {
  const options = [sequence(reading)];
  while (take(reading, /\|/y)) options.push(sequence(reading));
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', parts: options };
}

function sequence(reading: Reading): Expression {
  const parts: Expression[] = [];
  let wasRepeated = false;
  while (reading.at < reading.text.length && !/[|)]/.test(reading.text.charAt(reading.at))) {
    const count = repetition(reading);
    if (count === undefined) parts.push(...atom(reading));
    else parts.push(repeated(reading, parts.pop(), count, wasRepeated));
    wasRepeated = count !== undefined;
  }
  return { kind: 'sequence', parts };
}

type Count = { readonly least: number; readonly most: number | undefined };

const marks: Readonly<Record<string, Count>> = {
  '*': { least: 0, most: undefined },
  '+': { least: 1, most: undefined },
  '?': { least: 0, most: 1 },
};

/** `*`, `+`, `?` or `{2,3}`, greedy or not. Any other `{` is a character. */
function repetition(reading: Reading): Count | undefined {
  const number = '(0|[1-9][0-9]*)';
  const found = take(reading, new RegExp(String.raw`(?:([*+?])|\{${number}(?:(,)${number}?)?\})\??`, 'y'));
  if (found === undefined) return undefined;
  const [, mark, least, comma, most] = found;
  if (mark !== undefined) return marks[mark];
  return { least: Number(least), most: comma === undefined ? Number(least) : most === undefined ? most : Number(most) };
}

function repeated(reading: Reading, part: Expression | undefined, count: Count, wasRepeated: boolean): Expression {
  const { least, most } = count;
  if (part === undefined) throw refusal(reading, 'nothing stands before a repetition');
  if (wasRepeated) throw refusal(reading, 'a repetition is repeated, which needs a group around it');
  if (Math.max(least, most ?? 0) > 1000 || least > (most ?? least))
    throw refusal(reading, 'a count is above 1000, or the lower one above the higher');
  const expression: Expression = { kind: 'repeat', part, ...count };
  if (Math.max(least, most ?? 0) >= 2 && !staysBelow(expression, 1000))
    throw refusal(reading, 'counts inside one another come to more than 1000');
  return expression;
}

function staysBelow(expression: Expression, bound: number): boolean {
  if (expression.kind === 'character' || expression.kind === 'spot') return true;
  if (expression.kind !== 'repeat') return expression.parts.every((part) => staysBelow(part, bound));
  const times = expression.most ?? expression.least;
  if (expression.most === 0) return true;
  return times <= bound && staysBelow(expression.part, times > 0 ? Math.floor(bound / times) : bound);
}

/** What stands for a character, a spot or a group; nothing for `(?i)`, several for `\Q…\E`. */
function atom(reading: Reading): readonly Expression[] {
  if (take(reading, /\(/y)) return group(reading);
  if (take(reading, /\[/y)) return [bracketed(reading)];
  if (take(reading, /\./y))
    return [characters(reading, reading.flags.has('s') ? String.raw`\p{Any}` : String.raw`[^\n]`)];
  const literal = take(reading, /\\Q([^]*?)(?:\\E|$)/y);
  if (literal !== undefined) return Array.from(literal[1] ?? '', (one) => characters(reading, character(one)));
  const spot = take(reading, /[\^$]|\\[AbBz]/y);
  if (spot !== undefined) return [{ kind: 'spot', spot: spotOf(spot[0], reading.flags.has('m')) }];
  return [characters(reading, classEscape(reading) ?? character(singleCharacter(reading)))];
}

const characters = ({ flags }: Reading, source: string): Expression => ({
  kind: 'character',
  characters: `[${source}]`,
  ignoresCase: flags.has('i'),
});

function spotOf(text: string, isLinewise: boolean): Spot {
  if (text === '^') return isLinewise ? 'line start' : 'text start';
  if (text === '$') return isLinewise ? 'line end' : 'text end';
  if (text === String.raw`\A`) return 'text start';
  if (text === String.raw`\z`) return 'text end';
  return text === String.raw`\b` ? 'word edge' : 'no word edge';
}

function group(reading: Reading): readonly Expression[] {
  const outer = reading.flags;
  if (!take(reading, /\?P?<\w+>/y) && take(reading, /\?/y) && flagsOf(reading) === 'only flags') return [];
  if (++reading.depth > 1000) throw refusal(reading, 'more than 1000 groups stand inside one another');
  const inside = choice(reading);
  if (!take(reading, /\)/y)) throw refusal(reading, 'a ( is never closed');
  reading.depth--;
  reading.flags = outer;
  return [inside];
}

/** `i:` sets flags for a group, `i)` for what follows it. */
function flagsOf(reading: Reading): 'group' | 'only flags' {
  const found = take(reading, /([imsU]*)(?:-([imsU]+))?([:)])/y);
  if (found === undefined) throw refusal(reading, missingInRe2(reading));
  const [, set = '', cleared = '', end] = found;
  const flags = new Set(reading.flags);
  for (const flag of set) flags.add(flag);
  for (const flag of cleared) flags.delete(flag);
  reading.flags = flags;
  return end === ':' ? 'group' : 'only flags';
}

function missingInRe2({ text, at }: Reading): string {
  const rest = text.slice(at);
  if (/^<?[=!]/.test(rest)) return `RE2 has no lookaround: (?${rest.slice(0, 2)}`;
  if (/^P[=>]/.test(rest)) return `RE2 has no reference to a group: (?${rest.slice(0, 2)}`;
  if (/^P?</.test(rest)) return 'the name of a group is made of letters, digits and underscores';
  return `RE2 has no group that begins with (?${rest.slice(0, 1)}`;
}

function bracketed(reading: Reading): Expression {
  const isNegated = take(reading, /\^/y) !== undefined;
  const members: string[] = [];
  // A ] that comes first stands for itself.
  while (members.length === 0 || !take(reading, /\]/y)) members.push(member(reading));
  return characters(reading, isNegated ? negated(members.join('')) : members.join(''));
}

function member(reading: Reading): string {
  const named = take(reading, /\[:(\^?)(.*?):\]/sy);
  if (named !== undefined) {
    const source = asciiClasses.get(named[2] ?? '');
    if (source === undefined) throw refusal(reading, `there is no class ${named[0]}`);
    return named[1] === '^' ? negated(source) : source;
  }
  const found = classEscape(reading);
  if (found !== undefined) return found;
  const first = singleCharacter(reading);
  if (!take(reading, /-(?=[^\]])/y)) return character(first);
  const last = singleCharacter(reading);
  if (code(first) > code(last))
    throw refusal(reading, `a range runs backwards, from ${quoted(first)} to ${quoted(last)}`);
  return `${character(first)}-${character(last)}`;
}

/** `\d`, `\pN`, `\P{Greek}` */
function classEscape(reading: Reading): string | undefined {
  const perl = take(reading, /\\([dswDSW])/y)?.[1];
  if (perl !== undefined) {
    const source = perlClasses.get(perl.toLowerCase()) ?? '';
    return perl === perl.toLowerCase() ? source : negated(source);
  }
  const unicode = take(reading, /\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))/uy);
  if (unicode === undefined) return undefined;
  const [whole, letter, not, long, short] = unicode;
  const source = unicodeClass(long ?? short ?? '');
  if (source === undefined) throw refusal(reading, `JavaScript does not know the class ${whole}`);
  return (letter === 'P') === (not === '^') ? source : negated(source);
}

const controls: Readonly<Record<string, string>> = { a: '\x07', f: '\f', t: '\t', n: '\n', r: '\r', v: '\v' };

function singleCharacter(reading: Reading): string {
  const plain = take(reading, /[^\\]/uy);
  if (plain !== undefined) return plain[0];
  const found = take(
    reading,
    /\\(?:(0[0-7]{0,2}|[1-7][0-7]{1,2})|x(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))|([aftnrv])|([^0-9A-Za-z\x80-\u{10ffff}]))/uy,
  );
  if (found !== undefined) {
    const [, octal, long, short, control, itself] = found;
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    if (control !== undefined) return controls[control] ?? '';
    if (itself !== undefined) return itself;
    const point = Number.parseInt(long ?? short ?? '', 16);
    if (point > 0x10ffff) throw refusal(reading, `there is no character ${long}`);
    return String.fromCodePoint(point);
  }
  throw refusal(reading, unreadable(reading));
}

function unreadable({ text, at }: Reading): string {
  const escape = /\\(?:[0-9]|.)?/suy;
  escape.lastIndex = at;
  const [found = ''] = escape.exec(text) ?? [];
  if (found === '') return 'a [ is never closed';
  if (found === '\\') return 'it ends in a backslash';
  if (/[1-9]/.test(found)) return `RE2 has no backreference: ${found}`;
  return `RE2 has no ${quoted(found)}`;
}

const code = (text: string) => text.codePointAt(0) ?? 0;
const character = (text: string) => `\\u{${code(text).toString(16)}}`;

/** What stands next, if it is this; `pattern` is sticky. */
function take(reading: Reading, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text);
  if (found !== null) reading.at = pattern.lastIndex;
  return found ?? undefined;
}

const refusal = ({ text, at }: Reading, why: string) =>
  new ReleaseError(
    `${quoted(text)} is not a Go RE2 expression that can be used here: ${why}, before column ${at + 1}.`,
    {
      fix: 'The syntax: https://github.com/google/re2/wiki/Syntax',
    },
  );
