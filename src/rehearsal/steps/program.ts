import { madeUpIn } from './made-up-secrets.ts';
import type { Program } from './processes.ts';
import { ending, type Frame, pathOf, type Performing, type Room } from './room.ts';

type Started = Pick<Program, 'command' | 'args' | 'cwd'> & {
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads, besides its environment. */
  readonly script?: string;
};

/** Runs a program of a step, and does what it asks for in its files. Whether it ended with 0. */
export async function performProgram(program: Started, performing: Performing): Promise<boolean> {
  const { room, frame, speech, env } = performing;
  const surroundings = await room.surround?.(performing);
  const files = room.commandFiles.take();
  const own = { ...environmentOf(room, frame, env), ...surroundings, ...program.env };
  for (const secret of madeUpIn([...Object.values(own), program.script ?? ''], room.madeUp)) speech.madeUp.add(secret);
  const running = room.processes.run({
    ...program,
    env: { ...own, ...files.environment },
    signal: ending(room),
    onLine: (line) => speech.hear(line),
  });
  room.commandFiles.prepare();
  const exitCode = await running;
  Object.assign(speech.outputs, files.pairs('GITHUB_OUTPUT'));
  Object.assign(speech.states, files.pairs('GITHUB_STATE'));
  exportVariables(room, files.pairs('GITHUB_ENV'));
  room.path.push(...files.folders().toReversed());
  const summary = files.summary();
  if (summary !== '') speech.summarize(summary);
  if (!room.processes.haveLeft) room.commandFiles.giveBack(files);
  if (exitCode > 0) speech.say(`The program ended with exit code ${exitCode}.`);
  return exitCode === 0;
}

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-environment-variable
const kept = /^(?:GITHUB_|RUNNER_|NODE_OPTIONS$)/;

/** GitHub does not let a step overwrite its own variables for later steps. */
function exportVariables(room: Room, variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) if (!kept.test(name)) room.env[name] = value;
}

/** The environment of a step's processes. */
export function environmentOf(room: Room, frame: Frame, env: Readonly<Record<string, string>>): Record<string, string> {
  const all = { ...room.environment, ...room.env, ...frame.env, ...env };
  const action = frame.action && {
    GITHUB_ACTION_PATH: frame.action.folder,
    GITHUB_ACTION_REPOSITORY: frame.action.repository,
    GITHUB_ACTION_REF: frame.action.ref,
  };
  return { ...all, ...action, PATH: pathOf({ ...room, env: all }) };
}
