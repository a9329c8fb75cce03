import { readFileSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { attempt, ReleaseError } from '../domain/error.ts';
import { listed, quoted } from '../domain/text.ts';
import type { Environment } from '../world/environment.ts';
import type { Action } from './action.ts';
import { allInputs } from './contract.ts';
import { help, usage, variablesOf } from './help.ts';
import { kebab } from './input.ts';
import type { Input } from './input.ts';
import { explain, outputsOf } from './report.ts';
import type { RenderedOutput } from './report.ts';
import { run } from './run.ts';
import { surroundings } from './surroundings.ts';
import { takeSecrets } from './take-secrets.ts';
import { workplaceOf } from './workplace.ts';

/** Every action by the name of its folder. An action is loaded when it is needed. */
export type Actions = Readonly<Record<string, () => Promise<{ readonly default: Action }>>>;

type Arguments = {
  readonly given: ReadonlyMap<string, string>;
  readonly isHelp: boolean;
  readonly isJson: boolean;
};

/** `release-actions <action> --input value`: makes changes only with --apply. Prints outputs to stdout, the rest to stderr. */
export async function cli(actions: Actions, [name, ...args]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(actions, name ?? '') ? actions[name ?? ''] : undefined;
  if (load === undefined) return listActions(Object.keys(actions), name);
  const action = (await load()).default;
  const secrets = takeSecrets();
  const read = attempt(() => readArguments(action, args, secrets));
  if (read instanceof ReleaseError) return printFailure(read, 2);
  if (read.isHelp) return void process.stdout.write(help(name ?? '', action));
  await runInTerminal(action, read);
}

async function runInTerminal(action: Action, { given, isJson }: Arguments): Promise<void> {
  // `| head` closes the pipe early. That must not end a run half-way, with its temporary folders left behind.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosed);
  const quietly = (line: string) => say(styleText('dim', harmless(line), { stream: process.stderr }));
  const here = { ...surroundings(process.cwd(), quietly), trustsWorkspace: false };
  quietly(await workplaceOf(here, given.get('remote')));
  const outcome = await run(action, {
    input: (input) => given.get(input),
    mask: () => {},
    surroundings: here,
    say: (line, detail) =>
      say(harmless(detail === undefined ? line : `${line}\n${detail.trimEnd().replaceAll(/^/gm, '    ')}`)),
  });
  const { failure, pending } = outcome;
  if (failure !== undefined) printFailure(failure, 1); // before everything else
  const outputs = outputsOf(action, outcome);
  if (isJson) printJson(outputs, failure);
  else printOutputs(failure === undefined ? outputs : outputs.filter(({ isCommon }) => isCommon !== true));
  if (failure === undefined) for (const { title, fix } of pending) say(harmless(`pending: ${title}\n    ${fix}`));
}

function printJson(outputs: readonly RenderedOutput[], failure: unknown): void {
  const failed = failure === undefined ? {} : { errors: explain(failure) };
  const json = { ...failed, ...Object.fromEntries(outputs.map(({ name, value }) => [name, value])) };
  process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`);
}

function printOutputs(outputs: readonly RenderedOutput[]): void {
  if (outputs.length === 0) return;
  const text = outputs.map(outputLines).join('\n');
  process.stdout.write(`${process.stdout.isTTY ? harmless(text) : text}\n`);
}

function readArguments(action: Action, args: readonly string[], secrets: Environment): Arguments {
  const inputs = Object.entries(allInputs(action)).map(([key, codec]) => [kebab(key), codec] as const);
  const named = inputs.map(
    ([name, codec]) => [codec.isSecret === true ? `${name}-file` : name, { type: 'string', multiple: true }] as const,
  );
  const switches = {
    apply: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const words = args.flatMap((word, index) => (isBareFlag(word, args[index + 1], inputs) ? [`${word}=true`] : [word]));
  const { values } = parsed(words, { ...Object.fromEntries(named), ...switches });
  const given = new Map<string, string>();
  for (const [name, codec] of inputs) {
    const value = codec.isSecret === true ? secretOf(name, values[`${name}-file`], secrets) : joined(values[name]);
    if (value !== undefined) given.set(name, value);
  }
  if (!given.has('mode')) given.set('mode', values['apply'] === true ? 'apply' : 'dry-run');
  else if (values['apply'] === true && given.get('mode') !== 'apply')
    throw new ReleaseError(`--apply and --mode ${given.get('mode')} contradict each other.`);
  return { given, isHelp: values['help'] === true, isJson: values['json'] === true };
}

function parsed(args: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    return parseArgs({ args: [...args], options: options ?? {} });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ReleaseError(cause.message, {
      fix: `Options: ${Object.keys(options ?? {})
        .map((name) => `--${name}`)
        .join(' ')}`,
    });
  }
}

const joined = (value: unknown) => (Array.isArray(value) ? value.join('\n') : undefined);

/** `--draft` without a value means `--draft=true`. */
function isBareFlag(
  word: string,
  next: string | undefined,
  inputs: readonly (readonly [string, Input<unknown>])[],
): boolean {
  const codec = inputs.find(([name]) => word === `--${name}`)?.[1];
  return codec?.isFlag === true && next !== 'true' && next !== 'false';
}

/** A secret is never an argument: other users of the machine can read command lines. */
function secretOf(name: string, files: unknown, secrets: Environment): string | undefined {
  if (Array.isArray(files)) {
    const file = String(files.at(-1));
    try {
      return readFileSync(file, 'utf8');
    } catch (cause) {
      throw new ReleaseError(`--${name}-file: ${quoted(file)} cannot be read.`, { cause });
    }
  }
  return variablesOf(name)
    .map((variable) => secrets[variable])
    .find((value) => value !== undefined && value !== '');
}

function listActions(names: readonly string[], asked: string | undefined): void {
  if (asked === '--help' || asked === '-h') return void process.stdout.write(usage(names));
  if (asked === undefined || asked.startsWith('-')) {
    process.stderr.write(usage(names));
    process.exitCode = 2;
    return;
  }
  printFailure(new ReleaseError(`There is no action ${quoted(asked)}.`, { fix: `Use ${listed(names, 'or')}.` }), 2);
}

function printFailure(failure: unknown, exitCode: number): void {
  process.exitCode ??= exitCode;
  for (const { message, fix, cause } of explain(failure)) {
    say(`${styleText('red', '✗', { stream: process.stderr })} ${harmless(message)}`);
    if (fix !== undefined) say(`  ${harmless(fix).replaceAll('\n', '\n  ')}`);
    if (cause !== undefined)
      say(styleText('dim', `  ${harmless(cause).replaceAll('\n', '\n  ')}`, { stream: process.stderr }));
  }
}

/** `name: value`; a value of several lines is indented below the name. */
const outputLines = ({ name, text }: RenderedOutput) =>
  `${name}: ${text.includes('\n') ? `\n${text.replaceAll(/^/gm, '  ')}` : text}`;

function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Text from others must not move the cursor or colour the terminal. */
const harmless = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '�');

const say = (line: string) => void process.stderr.write(`${line}\n`);
