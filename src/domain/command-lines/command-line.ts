import { refuseIfAny, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { table, wrapped } from './table.ts';
import { readWords, withHint } from './words.ts';

/** What a word can be: a few words, or names that the checkout has. Shells complete it. */
export type Known = readonly string[] | { readonly here: readonly ('tags' | 'branches' | 'workflows')[] };

export type CommandOption = {
  readonly meaning: string;
  /** What follows the option, such as `NAME=VALUE`. An option without it is a switch. */
  readonly value?: string;
  readonly isRepeated?: true;
  readonly known?: Known;
};

type CommandOptions = Readonly<Record<string, CommandOption>>;

/** The one description of a command that is no action: for its reader, its help, the overview, and completion. */
export type CommandLine<Options extends CommandOptions = CommandOptions> = {
  readonly name: string;
  /** One sentence for the overview. */
  readonly summary: string;
  /** What it does, by paragraphs. */
  readonly about: readonly string[];
  /** The one word that it needs. */
  readonly takes?: {
    /** In the usage, such as `<tag>`. */
    readonly shown: string;
    /** In the refusal of more or fewer words, such as `one tag`. */
    readonly one: string;
    /** The way out. */
    readonly fix: string;
    readonly known: Known;
  };
  /** By their names without dashes. */
  readonly options: Options;
  /** What there is to know besides the options. */
  readonly after: readonly string[];
  readonly examples: readonly string[];
};

type ValueOf<Option extends CommandOption> = Option extends { readonly value: string }
  ? Option extends { readonly isRepeated: true }
    ? readonly string[] | undefined
    : string | undefined
  : boolean;

type Given<Options extends CommandOptions> = {
  /** What it takes. Empty if it takes nothing. */
  readonly word: string;
  readonly values: { readonly [Name in keyof Options]: ValueOf<Options[Name]> };
};

/** A description whose options keep their types. */
export const describeCommand = <const Options extends CommandOptions>(
  line: CommandLine<Options>,
): CommandLine<Options> => line;

const helpSwitch = { help: { type: 'boolean', short: 'h' } } as const;

/** Reads the words of a command, and refuses everything wrong at once. */
export function readCommand<Options extends CommandOptions>(
  { name, takes, options }: CommandLine<Options>,
  args: readonly string[],
): Given<Options> {
  const entries: readonly (readonly [string, CommandOption])[] = Object.entries(options);
  const typed = entries.map(
    ([one, { value }]) =>
      [
        one,
        value === undefined ? { type: 'boolean' } : { type: 'string', value: value.replace(/\[.*\]/, '') },
      ] as const,
  );
  const words: string[] = [];
  const other = (word: string) => {
    words.push(word);
    return takes === undefined ? new ReleaseError(`${name} takes no ${quoted(word)}.`) : undefined;
  };
  const { texts, refusals } = readWords(args, { ...Object.fromEntries(typed), ...helpSwitch }, { other });
  refuseIfAny('The command line is wrong.', withHint(refusals, name));
  if (takes !== undefined && words.length !== 1)
    throw new ReleaseError(`${name} takes ${takes.one}, not ${words.length}.`, { fix: takes.fix });
  const values = entries.map(([one, option]) => [one, valueOf(option, texts.get(one))] as const);
  return { word: words[0] ?? '', values: Object.fromEntries(values) as Given<Options>['values'] };
}

const valueOf = ({ value, isRepeated }: CommandOption, given: readonly string[] | undefined) => {
  if (value === undefined) return given !== undefined;
  return isRepeated === true ? given : given?.at(-1);
};

/** The names and values of an option such as `--input NAME=VALUE`. */
export const pairsOf = (
  option: string,
  texts: readonly string[] | undefined,
  example: string,
): readonly (readonly [name: string, value: string])[] =>
  (texts ?? []).map((text) => {
    const [, name, value] = /^([^=\s]+)=([^]*)$/.exec(text) ?? [];
    if (name === undefined || value === undefined)
      throw new ReleaseError(`${option} ${quoted(text)} has no name and value.`, {
        fix: `Write ${option} ${example}.`,
      });
    return [name, value] as const;
  });

/** Every option with its value as help shows it, and its meaning. */
const optionRows = ({ options }: CommandLine): readonly (readonly [string, string])[] => [
  ...Object.entries(options).map(
    ([name, { value, meaning }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, meaning] as const,
  ),
  ['--help, -h', 'Print this help.'],
];

/** What `--help` prints. */
export function helpOf(line: CommandLine): string {
  const { name, about, takes, options, after, examples } = line;
  const isShort = takes === undefined && Object.keys(options).length < 3;
  const given = isShort ? Object.keys(options).map((option) => `[--${option}]`) : ['[options]'];
  const usage = ['release-actions', name, ...(takes === undefined ? [] : [takes.shown]), ...given];
  return [
    ...about.map((text) => wrapped(text)),
    `Usage: ${usage.join(' ')}`,
    table(optionRows(line)),
    ...after.map((text) => wrapped(text)),
    `Examples\n${examples.map((example) => `  ${example}`).join('\n')}\n`,
  ].join('\n\n');
}
