import { attempt, ReleaseError } from '../domain/error.ts';
import { parsePairs } from '../rehearsal/steps/command-files.ts';
import { unknownMark } from './unknown.ts';

type Variables = Readonly<Record<string, string>>;

/** The files that a script writes for its job, and what it writes there, by name. */
type Files<Written> = { readonly outputs: Written; readonly env: Written };
type File = keyof Files<unknown>;

// Why: docs/decisions.md D80
/**
 * The outputs and the variables that a script of bash sets for its job, by name, as far as they follow from its own variables. The
 * script is read, not run: what a program prints is unknown, and is marked so. Undefined if nothing can be said.
 */
export function toldByScript(script: string, variables: Variables): Files<Variables> | undefined {
  const lines = linesOf(script);
  if (lines.some((line) => changesVariables.test(line) || /['"]/.test(withoutQuotes(line)))) return undefined;
  const state: State = { variables: { ...variables }, written: { outputs: [], env: [] } };
  if (read(lines, state, true) === undefined) return undefined;
  const { outputs, env } = state.written;
  const [told, exported] = [pairsIn(outputs), pairsIn(env)];
  return told === undefined || exported === undefined ? undefined : { outputs: told, env: exported };
}

/** Everything to which a script that cannot be read may give a value for the steps after it. */
export function namesSetBy(script: string): Variables {
  if (!script.includes('GITHUB_ENV')) return {};
  return Object.fromEntries(
    [...script.matchAll(/\b([A-Za-z_]\w*)(?:=|<<)/g)].map(([, name = '']) => [name, unknownMark]),
  );
}

/** What has been read so far. */
type State = { readonly variables: Record<string, string>; readonly written: Files<string[]> };

/** Builtins of bash after which nothing is known of its variables, and definitions of functions. */
const changesVariables =
  /(?:^|[;&|({]\s*|\b(?:then|do|else)\s+)(?:eval|source|\.|read|mapfile|readarray|declare|typeset|local|readonly|unset|let|getopts|set\s+--|shift|trap|alias|function)\s|\(\s*\)\s*\{|printf\s+-v|\(\(|<<-?\s*['"\\]?\w+['"]?\s*$|>>?\s*"?\$\{?GITHUB_PATH/;

const assignment = /^(?:export\s+)?([A-Za-z_]\w*)=(.*)$/s;
const writes = /\s*>>\s*"?\$\{?GITHUB_(OUTPUT|ENV)\}?"?$/;
const names = /GITHUB_(?:OUTPUT|ENV)/;
const fileOf = (line: string): File | undefined => {
  const [, name] = writes.exec(line) ?? [];
  return name === undefined ? undefined : name === 'ENV' ? 'env' : 'outputs';
};
const block = /^(?:if|case|for|while|until|select)\b/;

/** It begins outside of quotes. */
const comment = /(?<=^(?:'[^']*'|"(?:\\.|[^"\\])*"|[^'"#]|\S#)*)(?:^|\s)#.*$/;

function linesOf(script: string): readonly string[] {
  return script
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(comment, '').trim())
    .filter((line) => line !== '' && !/^set [-+]\w/.test(line));
}

/** Reads lines. `into`: where what they print goes. Undefined if it cannot be told what they set. */
function read(lines: readonly string[], state: State, isSure: boolean, into?: File): true | undefined {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const end = line === '{' || block.test(line) ? endOf(lines, index) : index;
    if (end === undefined) return undefined;
    const inner = lines.slice(index + 1, end);
    const file = fileOf(lines[end] ?? '') ?? into;
    index = end;
    const place = { state, isSure, into: file };
    const known =
      line === '{'
        ? read(inner, state, isSure, file)
        : block.test(line)
          ? readBlock(line, inner, place)
          : readLine(line.replace(writes, ''), place);
    if (known === undefined) return undefined;
  }
  return true;
}

/** Where a block ends that begins at a line. */
function endOf(lines: readonly string[], start: number): number | undefined {
  let depth = 0;
  for (const [offset, line] of lines.slice(start).entries()) {
    if (line === '{' || block.test(line)) depth++;
    if (/^(?:\}|fi|esac|done)\b|^\}/.test(line) || (block.test(line) && /\b(?:fi|esac|done)$/.test(line))) depth--;
    if (depth === 0) return start + offset;
  }
  return undefined;
}

type Place = { readonly state: State; readonly isSure: boolean; readonly into: File | undefined };

/** An `if` whose condition compares texts is decided. What any other block changes is unknown afterwards. */
function readBlock(line: string, inner: readonly string[], { state, isSure, into }: Place): true | undefined {
  const one = /^if (.+?);\s*then\s+(.+?);?\s*fi$/.exec(line.replace(writes, ''));
  const begun = /^if (.+?);\s*then$/.exec(line);
  const condition = one?.[1] ?? begun?.[1];
  const isDivided = inner.some((part) => /^(?:elif|else)\b/.test(part)) || inner.some((part) => block.test(part));
  const holds = condition === undefined || (begun !== null && isDivided) ? undefined : holdsIn(condition, state);
  const body = one?.[2] === undefined ? inner : [one[2]];
  if (holds !== undefined) return holds ? read(body, state, isSure, into) : true;
  const all = (one === null ? [line, ...inner] : body).map(commandOf);
  const isToFile = (part: string) => echo.test(part) && (into !== undefined || writes.test(part));
  const isLost = (part: string) => names.test(part) || (into !== undefined && !printsNothing.test(withoutQuotes(part)));
  if (all.some((part) => !isToFile(part) && isLost(part))) return undefined; // some program writes there
  for (const name of all.flatMap(namesIn)) state.variables[name] = unknownMark;
  return read(all.filter(isToFile), state, false, into);
}

/** A line of a block without the word or the pattern before its command. */
const commandOf = (line: string): string =>
  line.replaceAll(/^[^()'"]*\)\s+|\s*;;$/g, '').replace(/^(?:then|do|else)\s+/, '');

/** Parts of blocks, comparisons and assignments. */
const printsNothing =
  /^(?:(?:if|elif|while|until) \[[^;&|]*\](?:;\s*(?:then|do))?|(?:for|case)\s.*|then|do|else|fi|done|esac|[{}]|[^()]*\)|[A-Za-z_]\w*=\S*|)$/;

/** `[ "$X" != '' ]` and the like. */
function holdsIn(condition: string, state: State): boolean | undefined {
  const [, inside = ''] = /^\[\[?\s+(.*?)\s+\]\]?$/.exec(condition) ?? [];
  const [, kind, tested] = /^-([nz])\s+(.*)$/.exec(inside) ?? [];
  const [, left, operator, right] = /^(\S+|"[^"]*")\s+(==?|!=)\s+(\S+|"[^"]*"|'[^']*')$/.exec(inside) ?? [];
  const sides = [tested ?? left ?? '$(?)', right ?? ''].map((word) => expanded(word, state.variables));
  if (sides.some((side) => side.includes(unknownMark))) return undefined;
  if (kind !== undefined) return (sides[0] === '') === (kind === 'z');
  return (sides[0] === sides[1]) === (operator !== '!=');
}

const echo = /^echo\s+(?!-)/;

function readLine(plain: string, { state, isSure, into }: Place): true | undefined {
  const isOneCommand = !/[;&|<>]/.test(withoutQuotes(plain));
  const [, name, value = ''] = assignment.exec(plain) ?? [];
  if (isOneCommand && name !== undefined && !/\s/.test(withoutQuotes(value))) {
    state.variables[name] = isSure ? expanded(value, state.variables) : unknownMark;
    return true;
  }
  if (isOneCommand && echo.test(plain)) {
    const text = expanded(plain.replace(echo, ''), state.variables);
    if (into !== undefined) state.written[into].push(isSure ? text : text.replace(/=.*$/s, `=${unknownMark}`));
    return true;
  }
  if (into !== undefined || names.test(plain)) return undefined; // some program writes there
  for (const changed of namesIn(plain)) state.variables[changed] = unknownMark;
  return true;
}

/** The names of variables that a line of several commands may set. */
const namesIn = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|[\s;&|(])([A-Za-z_]\w*)\+?=/g)].flatMap(([, name]) => name ?? []);

const withoutQuotes = (text: string) =>
  text.replaceAll(/'[^']*'|"(?:\\.|[^"\\])*"|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}]*\}\}?/g, '');

/** A word of bash, with its variables. What is not understood becomes the mark. */
function expanded(word: string, variables: Variables): string {
  let text = '';
  for (let rest = word.trim(); rest !== '';) {
    const [whole = '', single, double, variable, bare] =
      /^(?:'([^']*)'|"((?:\\.|\$\{(?:[^{}]|\{[^{}]*\})*\}|\$\([^)]*\)|(?!\$[({])[^"\\])*)"|(\$[A-Za-z_]\w*|\$\{(?:[^{}]|\$\{[^{}]*\})*\})|([^'"$`\\]+))/.exec(
        rest,
      ) ?? [];
    if (whole === '') return unknownMark;
    text += single ?? bare ?? withVariables(double ?? variable ?? '', variables);
    rest = rest.slice(whole.length);
  }
  return text;
}

function withVariables(text: string, variables: Variables): string {
  return text.replaceAll(
    /\\([$`"\\])|\$\{((?:[^{}]|\$\{[^{}]*\})*)\}|\$([A-Za-z_]\w*)|\$\((?:[^()]|\([^()]*\))*\)|[`$]/g,
    (_, escaped?: string, inBraces?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      if (inBraces !== undefined) return parameter(inBraces, variables);
      return name === undefined ? unknownMark : (variables[name] ?? unknownMark);
    },
  );
}

/** What stands in `${…}`: https://www.gnu.org/software/bash/manual/html_node/Shell-Parameter-Expansion.html */
function parameter(text: string, variables: Variables): string {
  const [, name = '', operator = '', operand = ''] =
    /^([A-Za-z_]\w*)(:?[-+]|##?|%%?|\/\/?|\^\^|,,|)(.*)$/s.exec(text) ?? [];
  const value = variables[name];
  const word = () => withVariables(operand, variables);
  if (/^:?[-+]$/.test(operator)) {
    if (value?.includes(unknownMark) === true) return unknownMark;
    const isThere = value !== undefined && (value !== '' || !operator.startsWith(':'));
    if (operator.endsWith('+')) return isThere ? word() : '';
    return isThere ? value : word();
  }
  if (value === undefined || value.includes(unknownMark)) return unknownMark;
  if (operator === '') return operand === '' ? value : unknownMark;
  if (operator === '^^') return operand === '' ? value.toUpperCase() : unknownMark;
  if (operator === ',,') return operand === '' ? value.toLowerCase() : unknownMark;
  const [pattern = '', replacement = ''] = operator.startsWith('/') ? operand.split('/', 2) : [operand];
  const known = withVariables(pattern, variables);
  if (/[[\]\\'"]/.test(known) || known.includes(unknownMark)) return unknownMark;
  return cut(value, { operator, pattern: known, replacement: withVariables(replacement, variables) });
}

type Cut = { readonly operator: string; readonly pattern: string; readonly replacement: string };

function cut(value: string, { operator, pattern, replacement }: Cut): string {
  const source = (anything: string) =>
    RegExp.escape(pattern)
      .replaceAll(String.raw`\*`, anything)
      .replaceAll(String.raw`\?`, '[^]');
  switch (operator) {
    case '#':
      return value.replace(new RegExp(`^${source('[^]*?')}`), '');
    case '##':
      return value.replace(new RegExp(`^${source('[^]*')}`), '');
    case '%':
      return shortestEnd(value, new RegExp(`^${source('[^]*')}$`));
    case '%%':
      return value.replace(new RegExp(`${source('[^]*')}$`), '');
    default:
      return value.replace(new RegExp(source('[^]*'), operator === '//' ? 'g' : ''), () => replacement);
  }
}

function shortestEnd(value: string, pattern: RegExp): string {
  for (let start = value.length; start >= 0; start--)
    if (pattern.test(value.slice(start))) return value.slice(0, start);
  return value;
}

/** The names and values, as the runner reads them. None may have an unknown name. */
function pairsIn(written: readonly string[]): Variables | undefined {
  const pairs = attempt(() => parsePairs(written.join('\n'), 'the file'));
  return pairs instanceof ReleaseError || !Object.keys(pairs).every((name) => /^[\w-]+$/.test(name))
    ? undefined
    : pairs;
}
