import { ReleaseError } from '../../domain/error.ts';

/** Which options a command has: short and long names of the same option are separated by a space. */
export type Known = { readonly valued: readonly string[]; readonly flags: readonly string[] };

export type Options = {
  /** The values of an option, in the order in which they were given. */
  readonly all: (name: string) => readonly string[];
  readonly one: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
  readonly operands: readonly string[];
  /** Options that are not known. It cannot be known whether they have a value. */
  readonly unknown: readonly string[];
};

/** Reads a command line as programs in Go do: `--file x`, `--file=x`, `-f x`, `-fx`, and flags such as `--push` and `--push=false`. */
export function optionsOf(args: readonly string[], { valued, flags }: Known): Options {
  const main = new Map([...valued, ...flags].flatMap((names) => names.split(' ').map((one) => [one, names] as const)));
  const values = new Map<string, string[]>();
  const [operands, unknown]: [string[], string[]] = [[], []];
  const keep = (names: string, value: string) => values.set(names, [...(values.get(names) ?? []), value]);
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '--') {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (!/^-./.test(word)) {
      operands.push(word);
      continue;
    }
    const [, name = word, given] = /^(--[^=]+|-[^-])(?:=?([^]+))?$/.exec(word) ?? [];
    const names = main.get(name);
    if (names === undefined) unknown.push(name);
    else if (flags.includes(names)) keep(names, name.startsWith('--') ? (given ?? 'true') : 'true');
    else {
      const value = given ?? args[++at];
      if (value === undefined) throw new ReleaseError(`flag needs an argument: ${name}`);
      keep(names, value);
    }
  }
  const all = (name: string) => values.get(main.get(name) ?? name) ?? [];
  return {
    all,
    one: (name) => all(name).at(-1),
    has: (name) => ![undefined, 'false', '0'].includes(all(name).at(-1)),
    operands,
    unknown,
  };
}
