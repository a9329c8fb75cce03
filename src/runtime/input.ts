import { isAbsolute, normalize } from 'node:path';
import { attempt, refuseIfAny, ReleaseError } from '../domain/error.ts';
import { lines, listed, quoted } from '../domain/text.ts';
import { parseSemver } from '../domain/versions/version.ts';
import type { Version } from '../domain/versions/version.ts';

/** Text in; a typed value, or a refusal, out. `read(undefined)`: the input was not given. */
export type Input<Value> = {
  readonly description: string;
  readonly required: boolean;
  readonly default?: string;
  readonly isSecret?: true;
  readonly isFlag?: true;
  readonly read: (text: string | undefined) => Value;
};

/** An input that must be given, and what else it can be made into. */
export type RequiredInput<Value> = Input<Value> & {
  readonly optional: () => Input<Value | undefined>;
  /** The default is text: it stands in action.yml, and the same parser reads it. */
  readonly or: (text: string) => Input<Value>;
  /** One a line. `.list().or('')` may be empty. */
  readonly list: () => RequiredInput<readonly Value[]>;
};

export type Inputs = Readonly<Record<string, Input<unknown>>>;
export type Values<I extends Inputs> = { readonly [K in keyof I]: I[K] extends Input<infer Value> ? Value : never };

/**
 * An input of any type that has a parser; every other one is made with it. The message of what the parser throws is the
 * end of a sentence, such as `is "x".`: readInputs puts the name of the input before it.
 */
export function input<Value>(description: string, parse: (text: string) => Value): RequiredInput<Value> {
  const base = { description, required: false };
  return {
    ...base,
    required: true,
    read(text) {
      if (text === undefined) throw new ReleaseError('is required.');
      return parse(text);
    },
    optional: () => ({ ...base, read: (text) => (text === undefined ? undefined : parse(text)) }),
    or: (fallback) => ({ ...base, default: fallback, read: (text) => parse(text ?? fallback) }),
    list: () => input(description, (text) => lines(text).map((line) => parse(line))),
  };
}

/** Text exactly as it was given, white space and all. */
export const verbatim = (description: string) => input(description, (value) => value);
export const text = (description: string) => input(description, (value) => value.trim());
/** A SemVer version, with or without `v`. */
export const semver = (description: string): RequiredInput<Version> =>
  input(description, (value) => parseSemver(value.trim().replace(/^v/, '')));
/** A path relative to the workspace, which it may not leave. */
export const path = (description: string) => input(description, insideWorkspace);
export const integer = (description: string) => input(description, wholeNumber);

/** Anything but true and false is refused: "yes" must not silently mean no. */
export const flag = (description: string): Input<boolean> => {
  const word = choice('', ['true', 'false']).or('false');
  return { ...word, description, isFlag: true, read: (value) => word.read(value) === 'true' };
};

/** Masked in the log before anything else happens; from a terminal it comes from the environment or a file. */
export const secret = (description: string): Input<string | undefined> => ({
  ...input(description, (value) => value.replace(/\r?\n$/, '')).optional(), // as editors end a file
  isSecret: true,
});

/** Seconds, from `90s`, `10m`, `4h`. */
export const duration = (description: string) =>
  input(description, (value) => {
    const [, count, unit = ''] = /^(\d{1,6})([smh])$/.exec(value.trim()) ?? [];
    if (count === undefined)
      throw new ReleaseError(`is ${quoted(value)}.`, { fix: 'Give a duration such as 90s, 10m or 4h.' });
    return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1);
  });

/** One of a few words, as a union of them. */
export const choice = <const Word extends string>(description: string, words: readonly Word[]): RequiredInput<Word> =>
  input(`${description} One of: ${words.join(', ')}.`, (value) => {
    const word = words.find((candidate) => candidate === value.trim());
    if (word === undefined) throw new ReleaseError(`is ${quoted(value)}.`, { fix: `Use ${listed(words, 'or')}.` });
    return word;
  });

/** Where the texts of inputs come from, and who hides the secret ones from every log. */
export type Given = {
  readonly input: (name: string) => string | undefined;
  readonly mask: (secret: string) => void;
};

/** Reads inputs, and refuses all bad ones at once. GitHub passes an empty text for what was not given. */
export function readInputs<I extends Inputs>(inputs: I, given: Given): Values<I> {
  const refusals: ReleaseError[] = [];
  const read = Object.entries(inputs).map(([key, codec]) => {
    const raw = given.input(kebab(key));
    const isGiven = raw !== undefined && raw.trim() !== '';
    if (isGiven && codec.isSecret === true) given.mask(raw);
    const value = attempt(() => codec.read(isGiven ? raw : undefined));
    if (value instanceof ReleaseError) refusals.push(new ReleaseError(`Input ${kebab(key)}: ${value.message}`, value));
    return [key, value] as const;
  });
  refuseIfAny('Some inputs are wrong.', refusals);
  return Object.fromEntries(read) as Values<I>; // what each codec of I has read, for none has refused
}

/** How a name of the code is written in workflows. */
export const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value.trim()))
    throw new ReleaseError(`is ${quoted(value)}.`, { fix: 'Give a whole number, such as 0 or 12.' });
  return Number(value);
}

function insideWorkspace(value: string): string {
  const clean = normalize(value.trim());
  if (!isAbsolute(clean) && !/^\.\.($|[/\\])/.test(clean)) return clean;
  throw new ReleaseError(`is ${quoted(value)}, which is outside the workspace.`, {
    fix: 'Give a path relative to the workspace, inside it.',
  });
}
