import { parseArgs } from 'node:util';
import { ReleaseError } from '../error.ts';
import { didYouMean } from '../suggestion.ts';
import { quoted } from '../text.ts';

/** An option, and whether a value follows it. `value` is how help shows the value. */
type KnownOption = { readonly type: 'string' | 'boolean'; readonly short?: string; readonly value?: string };

/** By their names without dashes. */
export type KnownOptions = Readonly<Record<string, KnownOption>>;

type Told = {
  /** Refuses an option that is not known, if there is more to say than that. `raw` is what was written. */
  readonly unknown?: (raw: string, name: string) => ReleaseError | undefined;
  /** What is to be said of a word that belongs to no option. */
  readonly other: (word: string) => ReleaseError | undefined;
};

export type Read = {
  /** What was given for each option. An option without a value has the empty text. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly refusals: readonly ReleaseError[];
};

// Why: docs/decisions.md D88
/** Reads the words of a command line. Nothing is thrown, so that everything wrong can be refused at once. */
export function readWords(args: readonly string[], options: KnownOptions, { unknown, other }: Told): Read {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const texts = new Map<string, readonly string[]>();
  const refusals: ReleaseError[] = [];
  let unknownAt = -2; // a word behind an unknown option is its value, perhaps a secret
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const refused = token.index === unknownAt + 1 ? undefined : other(token.value);
      if (refused !== undefined) refusals.push(refused);
      continue;
    }
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) unknownAt = token.index;
    const refused =
      option === undefined
        ? (unknown?.(token.rawName, token.name) ?? unknownOption(token.rawName, token.name, options))
        : wrongValue(token, option);
    if (refused !== undefined) refusals.push(refused);
    else texts.set(token.name, [...(texts.get(token.name) ?? []), token.value ?? '']);
  }
  return { texts, refusals };
}

function unknownOption(raw: string, name: string, options: KnownOptions): ReleaseError {
  const known = Object.keys(options).map((option) => `--${option}`);
  const spelt = name.replaceAll('_', '-').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new ReleaseError(`There is no option ${raw}.`, { fix: didYouMean(`--${spelt}`, known) });
}

/** Where all options are listed is said once, at the end. */
export const withHint = (refusals: readonly ReleaseError[], command: string): readonly ReleaseError[] =>
  refusals.map((one, index) => {
    const isLast = index === refusals.length - 1;
    const hint = `release-actions help ${command} lists all options.`;
    return isLast ? new ReleaseError(one.message, { fix: one.fix === undefined ? hint : `${one.fix}\n${hint}` }) : one;
  });

type Given = {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
};

function wrongValue({ rawName, value, inlineValue }: Given, option: KnownOption): ReleaseError | undefined {
  if (option.type === 'boolean')
    return value === undefined ? undefined : new ReleaseError(`${rawName} takes no value, but has ${quoted(value)}.`);
  if (value === undefined)
    return new ReleaseError(`${rawName} has no value.`, { fix: `Write ${rawName} ${option.value ?? 'VALUE'}.` });
  if (inlineValue === true || !/^-./.test(value)) return undefined;
  return new ReleaseError(`${rawName} has no value: ${quoted(value)} is the next option.`, {
    fix: `To give this value, write ${rawName}=${value}`,
  });
}
