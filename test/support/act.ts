// act, the oracle of the engine of `release-actions rehearse`: what both perform has to end alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as consume from 'node:stream/consumers';
import { parseDocument } from 'yaml';
import { searchPath } from './bundle.ts';
import type { StepOutcome, WorkflowOutcome, WorkflowRun } from './engine.ts';
import { tool } from './tool.ts';

/** What act and the engine can both perform. The workflow is a text. */
export type OracleRun = Pick<WorkflowRun, 'workflow' | 'event' | 'repository' | 'token' | 'secrets' | 'vars'>;

/** Runs a workflow by act on this machine, offline, for a push to main: GitHub is the git server of the repository. */
export async function runByAct(run: OracleRun): Promise<WorkflowOutcome> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'act-'));
  const at = (name: string) => join(scratch.path, name);
  await Promise.all(['home', 'work', 'tmp'].map((name) => mkdir(at(name))));
  await writeFile(at('workflow.yml'), withProbe(run.workflow, at('needs.json')));
  const name = new URL(run.repository.remote).pathname.slice(1);
  const event = { ref: 'refs/heads/main', repository: { full_name: name, default_branch: 'main' } };
  await writeFile(at('event.json'), JSON.stringify(event));
  await writeFile(at('bash-env'), "trap '[ $? = 0 ] || sleep 0.2' EXIT\n"); // act may lose what a step says right before it fails
  const places = { workflows: at('workflow.yml'), eventpath: at('event.json'), directory: run.repository.folder };
  const token = run.token === undefined ? {} : { GITHUB_TOKEN: run.token };
  const env = {
    BASH_ENV: at('bash-env'),
    GITHUB_REPOSITORY: name,
    GITHUB_SERVER_URL: run.repository.server.url,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0', // act gives its steps a terminal, a runner does not
    NO_COLOR: '1',
    SHA_REF: await run.repository.head(),
  };
  const args = [
    run.event,
    ...switches,
    ...Object.entries({ ...places, 'action-cache-path': at('work') }).map(([option, path]) => `--${option}=${path}`),
    `--platform=${runner}=-self-hosted`,
    `--local-repository=actions/checkout@v6=${join(import.meta.dirname, 'act/checkout')}`,
    ...Object.entries(env).map(([variable, value]) => `--env=${variable}=${value}`),
    ...Object.entries({ ...run.secrets, ...token }).map(([secret, value]) => `--secret=${secret}=${value}`),
    ...Object.entries(run.vars ?? {}).map(([variable, value]) => `--var=${variable}=${value}`),
  ];
  const { exitCode, lines } = await execute(await tool('act'), args, {
    PATH: searchPath,
    HOME: at('home'),
    TMPDIR: at('tmp'),
  });
  const needs = await readFile(at('needs.json'), 'utf8');
  return outcomeOf(exitCode, lines, JSON.parse(needs) as Needs);
}

const foreign = ['--env-file=/dev/null', '--secret-file=/dev/null', '--var-file=/dev/null', '--input-file=/dev/null'];
const switches = ['--no-cache-server', '--no-skip-checkout', '--rm', '--json', '--verbose', ...foreign];
const runner = 'ubuntu-latest';
const probe = 'probe-of-the-tests';

/** Act tells the results of jobs, but not their outputs: a last job writes down what it needs. */
function withProbe(text: string, file: string): string {
  const workflow = parseDocument(text);
  const { jobs } = workflow.toJS() as { jobs: Record<string, unknown> };
  workflow.setIn(
    ['jobs', probe],
    workflow.createNode({
      'runs-on': runner,
      needs: Object.keys(jobs),
      if: 'always()',
      steps: [{ run: 'printf %s "$NEEDS" > "$FILE"', env: { NEEDS: '${{ toJSON(needs) }}', FILE: file } }],
    }),
  );
  return String(workflow);
}

type Executed = { readonly exitCode: number; readonly lines: readonly Line[] };

async function execute(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Executed> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const lines: Line[] = [];
  const complaint = consume.text(child.stderr); // its record comes by the other one
  for await (const printed of createInterface({ input: child.stdout }))
    if (printed.startsWith('{')) lines.push(JSON.parse(printed) as Line);
  await ended;
  if (lines.length === 0) throw new Error(`act could not begin: ${await complaint}`);
  return { exitCode: child.exitCode ?? -1, lines };
}

type Needs = Readonly<Record<string, { readonly result: string; readonly outputs: Record<string, string> | null }>>;

/** A line of act's record; a line of the log has only `msg`. */
type Line = {
  readonly step?: string;
  readonly level: string;
  readonly msg: string;
  readonly jobID?: string;
  readonly jobResult?: string;
  readonly stepID?: readonly string[];
  readonly stage?: string;
  readonly stepResult?: string;
  /** In nanoseconds. */
  readonly executionTime?: number;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
};

function outcomeOf(exitCode: number, lines: readonly Line[], needs: Needs): WorkflowOutcome {
  const said = lines.flatMap(({ jobID, jobResult }) => (jobID && jobResult ? [[jobID, jobResult] as const] : []));
  const needed = Object.entries(needs).map(([job, { result }]) => [job, result] as const);
  const { [probe]: _, ...jobs } = Object.fromEntries([...said, ...needed]);
  return {
    exitCode,
    jobs,
    outputs: Object.fromEntries(
      Object.entries(needs)
        .filter(([, { result }]) => result !== 'skipped') // whose outputs act leaves as they were written
        .map(([job, { outputs }]) => [job, outputs ?? {}]),
    ),
    steps: stepsOf(lines),
    log: linesOf(lines).join('\n'),
  };
}

const linesOf = (lines: readonly Line[]) =>
  lines.filter(({ level }) => level !== 'debug').map(({ msg }) => msg.trimEnd());

const isOfStep = ({ stage, jobID }: Line) => stage === 'Main' && jobID !== probe;
const stepIn = ({ jobID, stepID }: Line) => [jobID, ...(stepID ?? [])].join('/');

function stepsOf(lines: readonly Line[]): Record<string, StepOutcome> {
  const byStep = Object.groupBy(lines.filter(isOfStep), stepIn);
  return Object.fromEntries(Object.entries(byStep).map(([step, own = []]) => [step, stepOf(own)]));
}

function stepOf(lines: readonly Line[]): StepOutcome {
  const by = (command: RegExp) => lines.filter((line) => line.command !== undefined && command.test(line.command));
  const end = lines.findLast(({ stepResult }) => stepResult !== undefined);
  return {
    job: lines[0]?.jobID ?? '',
    name: lines[0]?.step ?? '',
    seconds: (end?.executionTime ?? 0) / 1e9,
    result: end?.stepResult ?? 'cancelled',
    outputs: Object.fromEntries(by(/^set-output$/).map(({ name = '', arg = '' }) => [name, arg])),
    summary: by(/^summary$/)
      .map(({ content = '' }) => content)
      .join(''),
    annotations: by(/^(?:error|warning|notice)$/).map(({ arg = '' }) => arg),
    log: linesOf(lines),
  };
}
