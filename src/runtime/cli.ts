import { styleText } from 'node:util';
import { type CommandLine, helpOf } from '../domain/command-lines/command-line.ts';
import { attempt, ReleaseError } from '../domain/error.ts';
import { didYouMean } from '../domain/suggestion.ts';
import { listed, quoted } from '../domain/text.ts';
import { Credentials } from '../world/credentials.ts';
import { type Environment, serverUrl } from '../world/environment.ts';
import { Ledger } from '../world/ledger.ts';
import type { Terminal } from '../world/terminal.ts';
import { World } from '../world/world.ts';
import type { Action } from './action.ts';
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { completionLine, shellOf } from './completion-line.ts';
import { help, type NamedAction, usage, variablesOf } from './help.ts';
import { explain, outputsOf } from './report.ts';
import type { RenderedOutput } from './report.ts';
import { run } from './run.ts';
import { surroundings } from './surroundings.ts';
import { takeSecrets } from './take-secrets.ts';
import { workplaceOf } from './workplace.ts';

/** Every action by the name of its folder. An action is loaded when it is needed. */
export type Actions = Readonly<Record<string, () => Promise<{ readonly default: Action }>>>;

/** What the command line can do besides the actions, by name. */
export type Commands = Readonly<Record<string, LazyCommand>>;

/** Help and completion need only the description, so the command is loaded when it is called. */
type LazyCommand = {
  readonly described: () => Promise<{ readonly commandLine: CommandLine }>;
  readonly loaded: () => Promise<{ readonly command: Command }>;
};

/** Reads the words behind its name, and refuses wrong ones. What it returns does the work, and returns the exit code. */
type Command = (args: readonly string[]) => (terminal: Terminal) => Promise<number>;

type Offered = {
  readonly actions: Actions;
  readonly commands: Commands;
  readonly version: string;
  readonly releaseTree: string;
};

/**
 * `release-actions <action> --input value`: makes changes only with --apply. Prints outputs to stdout, the rest to stderr.
 * The version is that of the package.
 */
export async function cli(offered: Offered, [word, ...args]: readonly string[]): Promise<void> {
  const { actions, commands, version } = offered;
  if (word === '--version') return void process.stdout.write(`release-actions ${version}\n`);
  const isHelp = word === 'help' || word === '--help' || word === '-h';
  const name = isHelp ? args[0] : word;
  if (name === undefined || name.startsWith('-')) return showUsage(offered, isHelp);
  const asksForHelp = isHelp || args.some((one) => one === '--help' || one === '-h');
  if (name === completionLine.name) return asksForHelp ? showHelp(completionLine) : showCompletion(offered, args);
  const lazy = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (lazy !== undefined && asksForHelp) return showHelp((await lazy.described()).commandLine);
  if (lazy !== undefined) return runCommand((await lazy.loaded()).command, args, offered);
  const load = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (load === undefined) return printFailure(noAction(name, Object.keys(actions), Object.keys(commands)), 2);
  const named = { name, action: (await load()).default };
  if (isHelp) return void process.stdout.write(help(named));
  const secrets = takeSecrets();
  const read = attempt(() => readArguments(named, args, secrets));
  if (read instanceof ReleaseError) return printFailure(read, 2);
  if (read.isHelp) return void process.stdout.write(help(named));
  await runInTerminal(named.action, read);
}

/** Whoever reads may leave early, such as `head`. The command still has to put its things away. */
function unlessNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function runCommand(command: Command, args: readonly string[], { actions, releaseTree }: Offered): Promise<void> {
  const perform = attempt(() => command(args));
  if (perform instanceof ReleaseError) return printFailure(perform, 2);
  const print = (text: string) => void process.stdout.write(process.stdout.isTTY ? harmless(text) : text);
  process.stdout.on('error', unlessNobodyReads);
  const contracts = async () => contractsOf(await loaded(actions));
  const here = { folder: process.cwd(), releaseTree };
  const note = (text: string) => say(styleText('dim', harmless(text), { stream: process.stderr }));
  const taken = takeSecrets(); // before any program is started
  const token = tokenOf(taken);
  const variable = (name: string) => taken[name] ?? process.env[name];
  const terminal = { ...here, print, note, contracts, token, variable, gitHub: () => gitHub(token), env: process.env };
  try {
    process.exitCode = await perform(terminal);
  } catch (error) {
    printFailure(error, 1);
  }
}

const contractsOf = (actions: readonly NamedAction[]) =>
  Object.fromEntries(
    actions.map(({ name, action: { permissions = {}, starts = false } }) => [name, { permissions, starts }]),
  );

function tokenOf(secrets: Environment): string | undefined {
  return variablesOf('token')
    .map((name) => secrets[name])
    .find((value) => value !== undefined && value !== '');
}

function gitHub(token: string | undefined): ReturnType<Terminal['gitHub']> {
  const here = { ...surroundings(process.cwd(), say), trustsWorkspace: false };
  const credentials = Credentials.forGitHub(here.env, token);
  const world = () => new World({ ...here, credentials, isJobToken: undefined, ledger: new Ledger() });
  return { server: serverUrl(here.env), world: token === undefined ? undefined : world() };
}

const loaded = (actions: Actions): Promise<readonly NamedAction[]> =>
  Promise.all(Object.entries(actions).map(async ([name, load]) => ({ name, action: (await load()).default })));

const showHelp = (line: CommandLine): void => void process.stdout.write(helpOf(line));

const described = async (commands: Commands): Promise<readonly CommandLine[]> => [
  ...(await Promise.all(Object.values(commands).map(async (one) => (await one.described()).commandLine))),
  completionLine,
];

async function showCompletion({ actions, commands }: Offered, args: readonly string[]): Promise<void> {
  const shell = attempt(() => shellOf(args));
  if (shell instanceof ReleaseError) return printFailure(shell, 2);
  const { completion } = await import('./completion.ts');
  process.stdout.write(completion(shell, await loaded(actions), await described(commands)));
}

/** Without an action, it is not known what to do. */
async function showUsage({ actions, commands }: Offered, isAskedFor: boolean): Promise<void> {
  const text = usage(await loaded(actions), await described(commands));
  if (isAskedFor) return void process.stdout.write(text);
  process.stderr.write(text);
  process.exitCode = 2;
}

function noAction(name: string, names: readonly string[], commands: readonly string[]): ReleaseError {
  const parts = name.toLowerCase().split(/[-_ ]/);
  const alike = names.filter((one) => parts.some((part) => part.length > 2 && one.split('-').includes(part)));
  const meant =
    didYouMean(name, [...names, ...commands]) ??
    (alike.length === 0 ? undefined : `Did you mean ${listed(alike, 'or')}?`);
  return new ReleaseError(`There is no action ${quoted(name)}.`, {
    fix: `${meant ?? `Use ${listed(names, 'or')}.`} release-actions help describes them all.`,
  });
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

function printFailure(failure: unknown, exitCode: number): void {
  process.exitCode ??= exitCode;
  const all = explain(failure);
  for (const [index, { message, fix, cause }] of all.entries()) {
    say(`${styleText('red', '✗', { stream: process.stderr })} ${harmless(message)}`);
    const isRepeated = fix === all[index + 1]?.fix && cause === undefined;
    if (fix !== undefined && !isRepeated) say(`  ${harmless(fix).replaceAll('\n', '\n  ')}`);
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
