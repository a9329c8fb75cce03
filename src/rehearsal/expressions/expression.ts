import type { Expr } from '@actions/expressions/ast';
import * as data from '@actions/expressions/data/index';
import { Evaluator } from '@actions/expressions/evaluator';
import type { FunctionDefinition, FunctionInfo } from '@actions/expressions/funcs/info';
import { Lexer, type Token, TokenType } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';
import { ReleaseError, type SourcePosition } from '../../domain/error.ts';
import type { Value } from '../workflow/value.ts';

/** What an expression can be. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** An expression that cannot be evaluated. */
export class ExpressionError extends ReleaseError {}

/** A context whose entries are looked up when an expression names them, such as secrets. */
export class Lookup {
  /** The value of an entry. The line is that of the expression. */
  readonly find: (name: string, at: SourcePosition) => string | undefined;

  constructor(find: Lookup['find']) {
    this.find = find;
  }
}

/** What expressions know at one place: contexts by name, and functions besides those that are always there. */
export type Scope = {
  readonly contexts: Readonly<Record<string, Plain | Lookup>>;
  readonly functions?: Readonly<Record<string, (...args: readonly string[]) => Plain>>;
};

/** The value, with every expression in it evaluated. Throws a refusal with the line if GitHub could not evaluate it. */
export function evaluated(value: Value, scope: Scope): Plain {
  if (value.kind === 'literal') return value.value;
  if (value.kind === 'list') return value.items.map((item) => evaluated(item, scope));
  if (value.kind === 'mapping')
    return Object.fromEntries(value.entries.map((entry) => [entry.key, evaluated(entry.value, scope)]));
  return expressionIn(value, scope, (cause) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `The expression ${value.expression} cannot be evaluated: ${reason.replace(/\.$/, '')}.`;
    return new ExpressionError(message, { at: value.at, cause });
  });
}

/** As a text, like in `run` or `env`. Nothing is an empty text. */
export function evaluatedText(value: Value | undefined, scope: Scope): string {
  return value === undefined ? '' : plainText(evaluated(value, scope));
}

/** The texts of a mapping, such as `env`. */
export function evaluatedTexts(value: Value | undefined, scope: Scope): Record<string, string> {
  const all = value === undefined ? {} : evaluated(value, scope);
  if (typeof all !== 'object' || all === null || isList(all)) return {};
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, plainText(one)]));
}

/** Whether a condition holds. Anything but false, 0, an empty text and null does. */
export function holds(value: Value | undefined, scope: Scope, fallback = true): boolean {
  if (value === undefined) return fallback;
  const plain = evaluated(value, scope);
  return plain !== '' && plain !== 0 && plain !== false && plain !== null;
}

export const plainText = (plain: Plain): string => toData(plain).coerceString();

export const isList = (plain: Plain): plain is readonly Plain[] => Array.isArray(plain);

function expressionIn(
  { expression: text, at }: Extract<Value, { readonly kind: 'expression' }>,
  { contexts, functions = {} }: Scope,
  refused: (cause: unknown) => Error,
): Plain {
  const dataOf = (plain: Plain | Lookup) => (plain instanceof Lookup ? new LookupDictionary(plain, at) : toData(plain));
  try {
    const known = Object.entries(functions).map(([name, call]) => definitionOf(name, call));
    const tree = treeOf(text, Object.keys(contexts), known);
    const all = new data.Dictionary(...Object.entries(contexts).map(([key, value]) => ({ key, value: dataOf(value) })));
    return toPlain(new Evaluator(tree, all, new Map(known.map((one) => [one.name.toLowerCase(), one]))).evaluate());
  } catch (cause) {
    throw cause instanceof ReleaseError ? cause : refused(cause);
  }
}

/** The parts of an expression. Throws if GitHub could not read it. */
export const treeOf = (text: string, contexts: readonly string[], functions: readonly FunctionInfo[]): Expr =>
  new Parser(tokensOf(text), [...contexts], [...functions]).parse();

/** The lexer replaces only the first of the doubled quotes in a text. */
const tokensOf = (text: string): Token[] =>
  new Lexer(text)
    .lex()
    .tokens.map((token) =>
      token.type === TokenType.STRING ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token,
    );

function definitionOf(name: string, call: (...args: readonly string[]) => Plain): FunctionDefinition {
  return {
    name,
    minArgs: 0,
    maxArgs: 255,
    call: (...args) => toData(call(...args.map((argument) => argument.coerceString()))),
  };
}

function toData(plain: Plain): data.ExpressionData {
  if (plain === null) return new data.Null();
  if (typeof plain === 'string') return new data.StringData(plain);
  if (typeof plain === 'number') return new data.NumberData(plain);
  if (typeof plain === 'boolean') return new data.BooleanData(plain);
  if (isList(plain)) return new data.Array(...plain.map(toData));
  return new data.Dictionary(...Object.entries(plain).map(([key, value]) => ({ key, value: toData(value) })));
}

class LookupDictionary extends data.Dictionary {
  readonly #lookup: Lookup;
  readonly #at: SourcePosition;

  constructor(lookup: Lookup, at: SourcePosition) {
    super();
    this.#lookup = lookup;
    this.#at = at;
  }

  override get(key: string): data.ExpressionData | undefined {
    const found = this.#lookup.find(key, this.#at);
    return found === undefined ? undefined : new data.StringData(found);
  }
}

function toPlain(value: data.ExpressionData): Plain {
  if (value.kind === data.Kind.Array) return value.values().map(toPlain);
  if (value.kind === data.Kind.Dictionary)
    return Object.fromEntries(value.pairs().map((pair) => [pair.key, toPlain(pair.value)]));
  return value.kind === data.Kind.Null ? null : value.value;
}
