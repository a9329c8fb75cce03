import { attempt, refuseIfAny, ReleaseError } from '../domain/error.ts';
import { placed } from '../domain/place.ts';
import { textLines, listed, quoted } from '../domain/text.ts';
import { parseSemver } from '../domain/versions/version.ts';
import { parseWorkspacePath } from '../domain/workspace-path.ts';
import type { Version } from '../domain/versions/version.ts';

/** An input: `read` turns its text into a typed value, or refuses it. It gets undefined if the input was not given. */
export type Input<Value> = {
  readonly description: string;
  readonly required: boolean;
  readonly default?: string;
  readonly isSecret?: true;
  readonly isFlag?: true;
  /** All texts that it accepts, if they are few. */
  readonly words?: readonly string[];
  readonly read: (text: string | undefined) => Value;
};

/** An input that must be given. Its methods make other inputs of it. */
export type RequiredInput<Value> = Input<Value> & {
  readonly optional: () => Input<Value | undefined>;
  /** Gives the input a default: a text that is written into action.yml, and that the same parser reads. */
  readonly or: (text: string) => Input<Value>;
  /** Takes one value per line. `.list().or('')` may be empty. */
  readonly list: () => RequiredInput<readonly Value[]>;
};

export type Inputs = Readonly<Record<string, Input<unknown>>>;
export type Values<I extends Inputs> = { readonly [K in keyof I]: I[K] extends Input<infer Value> ? Value : never };

/**
 * An input of any type that has a parser. All other inputs are made with it. The message of an error of the parser can be
 * the end of a sentence, such as `is "x".`: then readInputs puts the name of the input before it.
 */
export function input<Value>(
  description: string,
  parse: (text: string) => Value,
  more: Pick<Input<Value>, 'words'> = {},
): RequiredInput<Value> {
  const base = { description, required: false, ...more };
  return {
    ...base,
    required: true,
    read(text) {
      if (text === undefined) throw new ReleaseError('is required.', { fix: description });
      return parse(text);
    },
    optional: () => ({ ...base, read: (text) => (text === undefined ? undefined : parse(text)) }),
    or: (fallback) => ({ ...base, default: fallback, read: (text) => parse(text ?? fallback) }),
    list: () => input(description, (text) => textLines(text).map((line) => parse(line))),
  };
}

/** Text exactly as it was given, including white space. */
export const verbatim = (description: string) => input(description, (value) => value);
export const text = (description: string) => input(description, (value) => value.trim());
/** A SemVer version, with or without `v`. */
export const semver = (description: string): RequiredInput<Version> =>
  input(description, (value) => parseSemver(value.trim().replace(/^v/, '')));
/** A path relative to the workspace. It must stay inside the workspace. It has slashes, also on Windows. */
export const path = (description: string) => input(description, (value) => parseWorkspacePath(value));
export const integer = (description: string) => input(description, wholeNumber);

/** Anything but true and false is refused: "yes" must not silently mean no. */
export const flag = (description: string, fallback: 'true' | 'false' = 'false'): Input<boolean> => {
  const word = choice('', ['true', 'false']).or(fallback);
  return { ...word, description, isFlag: true, read: (value) => word.read(value) === 'true' };
};

/** A secret. It is masked in the log before anything else happens. In a terminal it comes from the environment or a file. */
export const secret = (description: string): Input<string | undefined> => ({
  ...input(description, (value) => value.replace(/\r?\n$/, '')).optional(), // editors end a file with a newline
  isSecret: true,
});

/** Seconds, from `90s`, `10m`, `4h`. */
export const duration = (description: string) =>
  input(description, (value) => {
    const [, count, unit = ''] = /^(\d{1,6})([smh])$/.exec(value.trim()) ?? [];
    if (count === undefined)
      throw new ReleaseError(`is ${quoted(value)}, not a duration.`, {
        fix: 'Give a duration such as 90s, 10m or 4h.',
      });
    return Number(count) * ({ s: 1, m: 60, h: 3600 }[unit] ?? 1);
  });

/** One of a few words, as a union of them. */
export const choice = <const Word extends string>(description: string, words: readonly Word[]): RequiredInput<Word> =>
  input(
    `${description} One of: ${words.join(', ')}.`,
    (value) => {
      const word = words.find((candidate) => candidate === value.trim());
      if (word === undefined)
        throw new ReleaseError(`cannot be ${quoted(value)}.`, { fix: `Use ${listed(words, 'or')}.` });
      return word;
    },
    { words },
  );

/** Gives the texts of inputs, and masks the secret ones in every log. */
export type Given = {
  readonly input: (name: string) => string | undefined;
  readonly mask: (secret: string) => void;
};

/** Reads inputs, and refuses all bad ones at once. GitHub passes an empty text for an input that was not given. */
export function readInputs<I extends Inputs>(inputs: I, given: Given): Values<I> {
  const refusals: ReleaseError[] = [];
  const read = Object.entries(inputs).map(([key, codec]) => {
    const raw = given.input(kebab(key));
    const isGiven = raw !== undefined && raw.trim() !== '';
    if (isGiven && codec.isSecret === true) given.mask(raw);
    const value = attempt(() => codec.read(isGiven ? raw : undefined));
    if (value instanceof ReleaseError) refusals.push(inputError(kebab(key), value));
    return [key, value] as const;
  });
  refuseIfAny('Some inputs are wrong.', refusals);
  return Object.fromEntries(read) as Values<I>; // what each codec of I has read, for none has refused
}

/** A message that begins with a verb continues the sentence: `Input next cannot be "x".` A place is a line of the input. */
function inputError(name: string, { message, fix, at, cause }: ReleaseError): ReleaseError {
  const subject = `Input ${name}`;
  const isNamed = message.startsWith(`${subject} `);
  const said = isNamed ? message : `${subject}${/^[a-z]/.test(message) ? '' : ':'} ${message}`;
  return new ReleaseError(placed(said, at), { fix, cause });
}

/** The name of an input or output in workflows: appVersion is app-version there. */
export const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value.trim()))
    throw new ReleaseError(`is ${quoted(value)}, not a whole number.`, {
      fix: 'Give a whole number, such as 0 or 12.',
    });
  return Number(value);
}
