import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { glob, mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import * as consume from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { dist, searchPath } from './bundle.ts';
import { type Again, calledBy, missingGrants, preparedWorkflow, treeFor } from './called-workflows.ts';
import { killTree } from './process-tree.ts';
import type { ScratchRepository } from './repository.ts';
import { tool } from './tool.ts';

export type WorkflowRun = {
  /** The text of a workflow, or its path. */
  readonly workflow: string;
  readonly event: string;
  /** What GitHub tells about the event, as far as it matters. `ref` decides what is checked out. */
  readonly payload?: Readonly<Record<string, unknown>> & { readonly ref?: string };
  /** Where it runs; it has to be served over HTTP. */
  readonly repository: ScratchRepository;
  /** What `org/release-actions@v1` is. */
  readonly releaseTree?: string;
  /** The token of the jobs. `own`: each job has a token that is named after its permissions. */
  readonly token?: string;
  /** Only these jobs are run, after a run that failed. */
  readonly again?: Again;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** What `vars` holds. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Aborted, it kills the runner and every process of the jobs. */
  readonly signal?: AbortSignal;
  /** Told about every step that ended, as soon as it did. */
  readonly onStep?: (step: StepOutcome) => void;
};

export type StepOutcome = {
  readonly job: string;
  /** The name that it has in the workflow. */
  readonly name: string;
  readonly seconds: number;
  readonly result: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What is shown on the page of the run. */
  readonly annotations: readonly string[];
  /** Everything that it printed, and what act says of it. */
  readonly log: readonly string[];
};

export type WorkflowOutcome = {
  readonly exitCode: number;
  /** Job → `success`, `failure` or `skipped`. */
  readonly jobs: Readonly<Record<string, string>>;
  /** Job → its outputs. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `job/id` → how the step went; a step without an id goes by its number. */
  readonly steps: Readonly<Record<string, StepOutcome>>;
  readonly log: string;
};

/** Makes the programs of a runner, on first use: ask for it in `beforeAll`, which may take as long as that. */
export async function prepareRunner() {
  const [act, gh, go] = await Promise.all([tool('act'), tool('gh'), tool('go')]);
  return { act, gh, go };
}

/** Runs a workflow by act on this machine, offline: GitHub is the git server of the repository. */
export async function runWorkflow(run: WorkflowRun): Promise<WorkflowOutcome> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'act-'));
  const at = (name: string) => join(scratch.path, name);
  const text = run.workflow.includes('\n') ? run.workflow : await readFile(run.workflow, 'utf8');
  const options = { hasTokenOfJob: run.token === ownTokens, again: run.again, manifestOf };
  const isPlain = !options.hasTokenOfJob && run.again === undefined;
  const workflow = isPlain ? text : preparedWorkflow(text, options);
  const releaseTree = isPlain ? (run.releaseTree ?? dist) : at('release');
  await Promise.all(['home', 'work', 'tmp'].map((name) => mkdir(at(name))));
  if (!isPlain) await treeFor(run.releaseTree ?? dist, releaseTree, options);
  const called = await calledBy(workflow, releaseTree);
  for (const one of called) {
    const missing = missingGrants(workflow, one);
    if (missing.length > 0) throw new Error(`The caller does not grant ${missing.join(', ')}.`);
  }
  await writeFile(at('workflow.yml'), withProbe(workflow, at('needs.json')));
  await writeFile(at('event.json'), JSON.stringify(payloadOf(run)));
  await writeFile(at('bash-env'), "trap '[ $? = 0 ] || sleep 0.2' EXIT\n"); // act may lose what a step says right before it fails
  const places = { workflows: at('workflow.yml'), eventpath: at('event.json'), directory: run.repository.folder };
  const token = run.token === undefined || options.hasTokenOfJob ? {} : { GITHUB_TOKEN: run.token };
  const texts = [await usedBy(workflow, run.repository), ...called].join('\n');
  const args = [
    run.event,
    ...switches,
    ...Object.entries({ ...places, 'action-cache-path': at('work') }).map(([name, path]) => `--${name}=${path}`),
    ...runners.map((label) => `--platform=${label}=-self-hosted`),
    ...standIns(texts, releaseTree).map((replacement) => `--local-repository=${replacement}`),
    ...Object.entries({
      BASH_ENV: at('bash-env'),
      ARTIFACTS: at('artifacts'),
      ATTESTED: at('attested'),
      ...(await environmentOf(run)),
    }).map(([name, value]) => `--env=${name}=${value}`),
    ...Object.entries({ ...run.secrets, ...token }).map(([name, value]) => `--secret=${name}=${value}`),
    ...Object.entries(run.vars ?? {}).map(([name, value]) => `--var=${name}=${value}`),
  ];
  const { act, ...programs } = await prepareRunner();
  const { exitCode, lines } = await execute(act, args, {
    ...run,
    env: {
      PATH: [...Object.values(programs).map(dirname), searchPath].join(delimiter),
      HOME: at('home'),
      TMPDIR: at('tmp'),
    },
  });
  const needs = await readFile(at('needs.json'), 'utf8').catch(() => '{}'); // act gives up where a called workflow fails
  return outcomeOf(exitCode, lines, JSON.parse(needs) as Needs);
}

/** Each job has the token of its own permissions. */
export const ownTokens = 'own';

const foreign = ['--env-file=/dev/null', '--secret-file=/dev/null', '--var-file=/dev/null', '--input-file=/dev/null'];
const switches = ['--no-cache-server', '--no-skip-checkout', '--rm', '--json', '--verbose', ...foreign];
const runners = ['ubuntu-latest', 'ubuntu-24.04', 'ubuntu-22.04'];
const probe = 'probe-of-the-tests';

/** Act tells the results of jobs, but not their outputs: a last job writes down what it needs. */
function withProbe(text: string, file: string): string {
  const workflow = parseDocument(text);
  const jobs = Object.entries((workflow.toJS() as { jobs: Record<string, { 'runs-on'?: unknown }> }).jobs);
  const unknown = jobs.map(([, job]) => job['runs-on']).find((label) => isUnknown(label));
  if (unknown !== undefined) throw new Error(`act would skip a job that runs on ${JSON.stringify(unknown)}.`);
  workflow.setIn(
    ['jobs', probe],
    workflow.createNode({
      'runs-on': runners[0],
      needs: jobs.map(([name]) => name),
      if: 'always()',
      steps: [{ run: 'printf %s "$NEEDS" > "$FILE"', env: { NEEDS: '${{ toJSON(needs) }}', FILE: file } }],
    }),
  );
  return String(workflow);
}

const isUnknown = (label: unknown) =>
  label !== undefined && !(typeof label === 'string' && (runners.includes(label) || label.includes('${{')));

/** What stands in for the actions of others. */
const others = new Set([
  'actions/attest',
  'actions/checkout',
  'actions/create-github-app-token',
  'actions/download-artifact',
  'actions/setup-go',
  'actions/upload-artifact',
  'docker/build-push-action',
  'docker/login-action',
  'docker/setup-buildx-action',
  'docker/setup-qemu-action',
  'sigstore/cosign-installer',
]);
const standInFor = (name: string) => dirname(fileURLToPath(import.meta.resolve(`./act/${name}/action.yml`)));

/** The action.yml of an action of the release tree, or of what stands in for another. Empty for an action of the caller. */
function manifestOf(uses: string): string {
  if (uses.startsWith('./')) return '';
  const [, repository = '', path = ''] = /^([\w.-]+\/[\w.-]+)\/?([^@]*)@/.exec(uses) ?? [];
  const folder = repository === 'org/release-actions' ? join(dist, path) : standInFor(basename(repository));
  return readFileSync(join(folder, 'action.yml'), 'utf8');
}

/** The text of a workflow, and of the actions of its own repository. */
async function usedBy(workflow: string, { folder }: ScratchRepository): Promise<string> {
  const paths = await Array.fromAsync(glob('.github/actions/*/action.yml', { cwd: folder }));
  const texts = paths.map((path) => readFile(join(folder, path), 'utf8'));
  return [workflow, ...(await Promise.all(texts))].join('\n');
}

/** The folder that act is to take for each action that the text names. */
function standIns(text: string, releaseTree: string): string[] {
  const used = [...text.matchAll(/\buses:\s*["']?([\w.-]+\/[\w.-]+)[\w./-]*@([\w./-]+)/g)];
  const replacements = used.map(([, repository = '', ref = '']) => {
    if (repository === 'org/release-actions') return `${repository}@${ref}=${releaseTree}`;
    if (!others.has(repository)) throw new Error(`Nothing in test/support/act stands in for ${repository}.`);
    return `${repository}@${ref}=${standInFor(basename(repository))}`;
  });
  return [...new Set(replacements)];
}

function payloadOf({ payload, repository }: WorkflowRun): object {
  return { ref: 'refs/heads/main', repository: { full_name: nameOf(repository), default_branch: 'main' }, ...payload };
}

async function environmentOf({ repository, payload = {}, env }: WorkflowRun): Promise<Record<string, string>> {
  const { ref = 'refs/heads/main' } = payload;
  const refs = await repository.remoteRefs();
  const commit = refs.get(`${ref}^{}`) ?? refs.get(ref);
  if (commit === undefined) throw new Error(`The event is at ${ref}, which origin does not have.`);
  return {
    GITHUB_REPOSITORY: nameOf(repository),
    GITHUB_SERVER_URL: repository.server.url,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0', // act gives its steps a terminal, a runner does not
    NO_COLOR: '1',
    SHA_REF: commit, // of an annotated tag act would take the tag object for the commit
    ...env,
  };
}

/** `owner/name` */
const nameOf = ({ remote }: ScratchRepository) => new URL(remote).pathname.slice(1);

type Executed = { readonly exitCode: number; readonly lines: readonly Line[] };

async function execute(
  program: string,
  args: readonly string[],
  { env, signal, onStep }: Pick<WorkflowRun, 'env' | 'signal' | 'onStep'>,
): Promise<Executed> {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => void killTree(child.pid);
  signal?.addEventListener('abort', stop);
  const ended = once(child, 'close');
  const lines: Line[] = [];
  const complaint = consume.text(child.stderr); // its record comes by the other one
  try {
    for await (const printed of createInterface({ input: child.stdout })) {
      if (!printed.startsWith('{')) continue;
      const line = JSON.parse(printed) as Line;
      lines.push(line);
      if (isEndOfStep(line)) onStep?.(endedStep(line, lines));
    }
  } catch (error) {
    await killTree(child.pid);
    throw error;
  }
  await ended;
  signal?.removeEventListener('abort', stop);
  if (lines.length === 0 && signal?.aborted !== true) throw new Error(`act could not begin: ${await complaint}`);
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
const isEndOfStep = (line: Line) =>
  isOfStep(line) && line.stepID?.length === 1 && line.stepResult !== undefined && line.stepResult !== 'skipped';
const stepIn = ({ jobID, stepID }: Line) => [jobID, ...(stepID ?? [])].join('/');

/** The step whose end this line tells, with what all its lines said; those of steps inside it count to it. */
function endedStep(line: Line, lines: readonly Line[]): StepOutcome {
  return stepOf(lines.filter((one) => isOfStep(one) && `${stepIn(one)}/`.startsWith(`${stepIn(line)}/`)));
}

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
