import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findAction } from '../../src/rehearsal/actions-found.ts';
import { Lookup } from '../../src/rehearsal/expressions/expression.ts';
import { ConcurrencyGroups } from '../../src/rehearsal/jobs/concurrency.ts';
import { annotationsOf, type RunRecord } from '../../src/rehearsal/jobs/records.ts';
import { JobFolders } from '../../src/rehearsal/jobs/job-folders.ts';
import { performRun } from '../../src/rehearsal/jobs/run.ts';
import type { Site } from '../../src/rehearsal/jobs/site.ts';
import { Slots } from '../../src/rehearsal/jobs/slots.ts';
import type { StepRecord } from '../../src/rehearsal/steps/records.ts';
import { type Permissions, permissiveDefaults } from '../../src/rehearsal/workflow/permissions.ts';
import { readWorkflow } from '../../src/rehearsal/workflow/workflow.ts';
import { compileCache, dist, searchPath } from './bundle.ts';
import { type Again, withoutOthers } from './called-workflows.ts';
import type { ScratchRepository } from './repository.ts';
import type { StandIns } from './stand-ins.ts';
import { tokenName } from './token-name.ts';

export type WorkflowRun = {
  /** The text of a workflow, or its path. */
  readonly workflow: string;
  /** Where the text is in its repository. */
  readonly path?: string;
  readonly event: string;
  /** What GitHub tells about the event, as far as it matters. `ref` decides what is checked out. */
  readonly payload?: Readonly<Record<string, unknown>> & { readonly ref?: string };
  /** Where it runs; it has to be served over HTTP. */
  readonly repository: ScratchRepository;
  /** The commit of the run, if it is not the one to which the ref leads. */
  readonly commit?: string;
  /** What `org/release-actions@v1` is. */
  readonly releaseTree?: string;
  /** The token of all jobs. Without it, each job has a token that is named after its permissions. */
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** What `vars` holds. */
  readonly vars?: Readonly<Record<string, string>>;
  /** What is performed instead of actions of others, by their names. */
  readonly standIns?: StandIns;
  /** Only these jobs are run, after a run that failed. Its artifacts are there if both runs have the same folder. */
  readonly again?: Again;
  /** A folder for what the jobs write, if it is to stay. */
  readonly folder?: string;
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
  /** Everything that it printed. */
  readonly log: readonly string[];
};

export type WorkflowOutcome = {
  readonly exitCode: number;
  /** Job → `success`, `failure` or `skipped`, also for the jobs of called workflows. */
  readonly jobs: Readonly<Record<string, string>>;
  /** Job → its outputs. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** `job/id` → how the step went; a step without an id goes by its number. */
  readonly steps: Readonly<Record<string, StepOutcome>>;
  readonly log: string;
};

export type EngineOutcome = WorkflowOutcome & { readonly record: RunRecord };

/** Runs a workflow by the engine of `release-actions rehearse`: GitHub is the git server of the repository. */
export async function performWorkflow(run: WorkflowRun): Promise<EngineOutcome> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'rehearsal-'));
  const path = run.workflow.includes('\n') ? (run.path ?? '.github/workflows/workflow.yml') : run.workflow;
  const text = run.workflow.includes('\n') ? run.workflow : await readFile(run.workflow, 'utf8');
  const { repository, payload = {} } = run;
  const { ref = 'refs/heads/main' } = payload;
  const refs = await repository.remoteRefs();
  const name = new URL(repository.remote).pathname.slice(1);
  const sha = run.commit ?? refs.get(`${ref}^{}`) ?? refs.get(ref) ?? '';
  const whole = { ref, repository: { full_name: name, default_branch: 'main' }, ...payload };
  const event = { name: run.event, ref, sha, actor: { login: 'somebody', kind: 'person' } as const, payload: whole };
  const { inputs = {} } = payload as { inputs?: Readonly<Record<string, string>> };
  const site = siteOf(run, name, run.folder ?? scratch.path);
  const record = await performRun(readWorkflow({ path, text: withoutOthers(text, run.again) }), inputs, site, {
    id: 1,
    number: 1,
    path,
    event,
  });
  return { ...outcomeOf(record), record };
}

function siteOf(run: WorkflowRun, repository: string, root: string): Site {
  const { env = {}, secrets = {}, token, releaseTree = dist } = run;
  const server = env['GITHUB_SERVER_URL'] ?? run.repository.server.url;
  const given = new Map([['org/release-actions', releaseTree]]);
  const world = {
    unknown: new Set<string>(),
    admit: (_: string, { levels }: Permissions) => tokenName('app', levels),
    pushImage: async () => {},
    readImage: async () => undefined,
    isPassword: () => true,
    publish: () => {},
    objectsOf: () => undefined,
  };
  const usual = {
    PATH: searchPath,
    NO_COLOR: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
  };
  return {
    repository,
    urls: { server, api: env['GITHUB_API_URL'] ?? '', graphql: env['GITHUB_GRAPHQL_URL'] ?? '' },
    folders: new JobFolders({ root, tools: env['RUNNER_TOOL_CACHE'] ?? join(root, 'tools'), repository }),
    environment: { ...compileCache, ...usual, ...env },
    secrets: new Lookup((name) => (name.toUpperCase() === 'GITHUB_TOKEN' ? token : secrets[name])),
    secretsOf: () => new Lookup(() => undefined),
    vars: new Lookup((wanted) => run.vars?.[wanted]),
    actions: async (uses, room) => {
      const perform = run.standIns?.[uses.replace(/@.*$/, '')];
      if (perform !== undefined) return { kind: 'stand-in', perform: (call) => perform(call, world) };
      const own = { name: repository, files: async () => undefined };
      return findAction(uses, room, { given, world, own, commit: '' });
    },
    workflowFile: async (uses) => {
      const released = /^org\/release-actions\/(.+)@/.exec(uses)?.[1];
      const path = released ?? uses.replace(/^\.\//, '');
      const folder = released === undefined ? run.repository.folder : releaseTree;
      const file = await readFile(join(folder, path), 'utf8').catch(() => undefined);
      return file === undefined ? undefined : { path, text: withoutOthers(file, run.again) };
    },
    tokenOf: ({ levels }) => ({ token: token ?? tokenName('job', levels), revoke: () => {} }),
    defaults: permissiveDefaults,
    groups: new ConcurrencyGroups(),
    slots: new Slots(2),
    kill: run.signal ?? new AbortController().signal,
    onStep: (step, { key }) => run.onStep?.(stepOf(step, key)),
  };
}

function outcomeOf(record: RunRecord): WorkflowOutcome {
  const { needs, jobs, result } = record;
  const steps = jobs.flatMap((job) =>
    job.steps.map((step) => [`${basename(job.key)}/${step.key}`, stepOf(step, job.key)] as const),
  );
  const told = annotationsOf(record).map(({ message }) => message);
  return {
    exitCode: result === 'failure' || result === 'cancelled' ? 1 : 0,
    jobs: {
      ...Object.fromEntries(jobs.map((job) => [basename(job.key), job.result])),
      ...Object.fromEntries(Object.entries(needs).map(([id, end]) => [id, end.result])),
    },
    outputs: Object.fromEntries(
      Object.entries(needs)
        .filter(([, end]) => end.result !== 'skipped')
        .map(([id, end]) => [id, end.outputs]),
    ),
    steps: Object.fromEntries(steps.filter(([, { result: ended }]) => ended !== 'skipped')),
    log: [...told, ...steps.flatMap(([, { log }]) => log)].join('\n'),
  };
}

function stepOf(step: StepRecord, job: string): StepOutcome {
  const { name, outcome, outputs, summary, log, milliseconds } = step;
  const annotations = step.annotations.map(({ message }) => message);
  return { job, name, result: outcome, outputs, summary, annotations, log, seconds: milliseconds / 1000 };
}
