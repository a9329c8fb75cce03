import { readFileSync } from 'node:fs';
import { readWords, withHint } from '../domain/command-lines/words.ts';
import { refuseIfAny, ReleaseError } from '../domain/error.ts';
import { listed, quoted } from '../domain/text.ts';
import type { Environment } from '../world/environment.ts';
import type { Action } from './action.ts';
import { allInputs } from './contract.ts';
import { type NamedInput, optionOf, switchesOf, variablesOf } from './help.ts';
import { kebab } from './input.ts';

export type Arguments = {
  readonly given: ReadonlyMap<string, string>;
  readonly isHelp: boolean;
  readonly isJson: boolean;
};

/** Reads `--input value`, `--flag` and the switches of the command line. Everything wrong is refused at once. */
export function readArguments(
  { name: command, action }: { readonly name: string; readonly action: Action },
  args: readonly string[],
  secrets: Environment,
): Arguments {
  const inputs = Object.entries(allInputs(action)).map(([key, codec]) => [kebab(key), codec] as const);
  const switches = switchesOf(action).map(([name]) => name);
  const options = {
    ...Object.fromEntries(inputs.map((one) => [optionOf(one), { type: 'string', multiple: true } as const])),
    ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' } as const])),
    help: { type: 'boolean', short: 'h' } as const,
  };
  const words = args.flatMap((word, index) => (isBareFlag(word, args[index + 1], inputs) ? [`${word}=true`] : [word]));
  const { texts, refusals } = readWords(words, options, {
    unknown: (raw, known) => unknownOption(raw, known, inputs),
    other: (word) => lostWord(word, inputs),
  });
  refuseIfAny('The command line is wrong.', withHint(refusals, command));
  return {
    given: withMode(inputsOf(inputs, texts, secrets), texts.has('apply')),
    isHelp: texts.has('help'),
    isJson: texts.has('json'),
  };
}

/** What is to be said of an option that is not known, if it is a special one. */
function unknownOption(raw: string, name: string, inputs: readonly NamedInput[]): ReleaseError | undefined {
  const message = `There is no option ${raw}.`;
  if (inputs.some(([secret, codec]) => secret === name && codec.isSecret === true)) {
    const variables = listed(variablesOf(name), 'or');
    return new ReleaseError(`${message} Other users of the machine could read the secret.`, {
      fix: `Give a file with ${raw}-file, or set ${variables}.`,
    });
  }
  if (name !== 'apply' && name !== 'mode') return undefined;
  return new ReleaseError(message, { fix: 'Leave it out: this action has no modes.' });
}

/** A word without an option before it. It is probably the value of the first input. */
function lostWord(word: string, [first]: readonly NamedInput[]): ReleaseError {
  return new ReleaseError(`${quoted(word)} belongs to no option.`, {
    fix: first === undefined ? undefined : `Did you mean --${optionOf(first)} ${word}?`,
  });
}

function inputsOf(
  inputs: readonly NamedInput[],
  texts: ReadonlyMap<string, readonly string[]>,
  secrets: Environment,
): Map<string, string> {
  const given = new Map<string, string>();
  for (const one of inputs) {
    const [name, codec] = one;
    const all = texts.get(optionOf(one));
    const value = codec.isSecret === true ? secretOf(name, all?.at(-1), secrets) : all?.join('\n');
    if (value !== undefined) given.set(name, value);
  }
  return given;
}

function withMode(given: Map<string, string>, isApplied: boolean): ReadonlyMap<string, string> {
  const mode = given.get('mode');
  if (mode === undefined) return given.set('mode', isApplied ? 'apply' : 'dry-run');
  if (!isApplied || mode === 'apply') return given;
  throw new ReleaseError(`--apply and --mode ${mode} contradict each other.`, { fix: 'Give only one of them.' });
}

/** `--draft` without a value means `--draft=true`. */
function isBareFlag(word: string, next: string | undefined, inputs: readonly NamedInput[]): boolean {
  const codec = inputs.find(([name]) => word === `--${name}`)?.[1];
  return codec?.isFlag === true && next !== 'true' && next !== 'false';
}

/** A secret is never an argument: other users of the machine can read command lines. */
function secretOf(name: string, file: string | undefined, secrets: Environment): string | undefined {
  const variables = variablesOf(name);
  if (file === undefined)
    return variables.map((one) => secrets[one]).find((value) => value !== undefined && value !== '');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const what = isMissing ? `There is no file ${quoted(file)}` : `The file ${quoted(file)} cannot be read`;
    throw new ReleaseError(`${what}, for --${name}-file.`, {
      fix: `Give the path of a file with the secret, or set ${listed(variables, 'or')}.`,
      cause: isMissing ? undefined : cause,
    });
  }
}
