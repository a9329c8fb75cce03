import { endGroup, error as annotate, setOutput, setSecret, startGroup } from '@actions/core';
import { ReleaseError } from '../domain/error.ts';
import type { Action } from './action.ts';
import { explain, outputsOf } from './report.ts';
import type { Explanation } from './report.ts';
import { run } from './run.ts';
import type { Outcome } from './outcome.ts';
import { surroundings } from './surroundings.ts';
import { takeSecrets } from './take-secrets.ts';

/** Runs an action as a step of a workflow: reads inputs from the environment, writes log, outputs and summary for GitHub. */
export async function step(action: Action): Promise<void> {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const around = { ...surroundings(workspace, print), trustsWorkspace: true };
  const given = takeSecrets(); // a cancellation is heard from here on
  const outcome = await run(action, {
    input: (name) => given[`INPUT_${name.toUpperCase()}`],
    mask: setSecret,
    surroundings: around,
    say,
  });
  const outputs = outputsOf(action, outcome);
  try {
    for (const { name, text } of outputs) setOutput(name, text);
    if (process.env['GITHUB_STEP_SUMMARY']) await (await import('./summary.ts')).writeSummary(action, outcome);
  } catch (cause) {
    outcome.failure ??= unreported(cause);
  }
  if (outcome.failure !== undefined) fail(action, outcome); // before everything else
  else for (const { title, fix } of outcome.pending) say(`pending: ${title}`, fix);
  say('Outputs', outputs.map(({ name, text }) => `${name}: ${text.replaceAll('\n', '\n  ')}`).join('\n'));
}

function fail({ name }: Action, { failure }: Outcome): void {
  process.exitCode ??= 1;
  for (const { message, fix, at, cause } of explain(failure)) {
    annotate(fix === undefined ? message : `${message}\n${fix}`, { title: name, ...placeOf(at) });
    if (cause !== undefined) print(dim(cause));
  }
}

const unreported = (cause: unknown): ReleaseError =>
  new ReleaseError('The outputs and the summary of this run could not be written.', {
    fix: 'Check the disk of the runner, and run it again. What is already done is not repeated.',
    cause,
  });

const placeOf = (at: Explanation['at']) => ({
  ...(at === undefined ? {} : { file: at.file }),
  ...(at?.line === undefined ? {} : { startLine: at.line }),
  ...(at?.column === undefined ? {} : { startColumn: at.column }),
});

function say(line: string, detail?: string): void {
  if (detail === undefined) return print(line);
  startGroup(line.replaceAll(/[\r\n]+/g, ' '));
  print(detail);
  endGroup();
}

const dim = (text: string) =>
  text
    .split('\n')
    .map((line) => `\u001B[2m${line}\u001B[0m`)
    .join('\n');

/** Text from others may look like a workflow command. Then the runner is told not to process commands in it. */
function print(text: string): void {
  const mark = crypto.randomUUID();
  const isSuspicious = text.includes('::') || text.includes('##[');
  process.stdout.write(isSuspicious ? `::stop-commands::${mark}\n${text}\n::${mark}::\n` : `${text}\n`);
}
