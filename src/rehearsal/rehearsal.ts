import { delimiter } from 'node:path';
import { attempt, ReleaseError } from '../domain/error.ts';
import { findAction, type Given } from './actions-found.ts';
import type { Package } from './chronicle.ts';
import { type Explained, explained, isRefused, isStarted } from './explain.ts';
import { Lookup } from './expressions/expression.ts';
import { ConcurrencyGroups } from './jobs/concurrency.ts';
import type { RunRecord } from './jobs/records.ts';
import { JobFolders } from './jobs/job-folders.ts';
import { performRun } from './jobs/run.ts';
import type { Site, Started } from './jobs/site.ts';
import { Slots } from './jobs/slots.ts';
import { writePrograms } from './programs/programs.ts';
import { calledFile } from './servers/called-file.ts';
import { runCompleted } from './servers/happened.ts';
import type { IdToken } from './outside/id-tokens.ts';
import type { RefusedRequest } from './servers/refused.ts';
import { given, RehearsalServers } from './servers/servers.ts';
import { ownPrograms } from './steps/own-programs.ts';
import type { StandInWorld } from './steps/found-action.ts';
import type { StepRecord } from './steps/records.ts';
import type { Room } from './steps/room.ts';
import { dispatchInputs } from './triggers/dispatch-inputs.ts';
import type { RepositoryEvent } from './triggers/event.ts';
import { type Permissions, restrictedDefaults } from './workflow/permissions.ts';
import type { Workflow } from './workflow/workflow.ts';
import { type KnownSecrets, secretIn, type SecretSource } from './secrets.ts';

export type RehearsalOptions = {
  /** A folder for everything that is written. */
  readonly root: string;
  readonly searchPath: string;
  /** Variables of this machine that every job gets. */
  readonly machine: Readonly<Record<string, string>>;
  /** Where jobs keep the programs that they install. */
  readonly tools: string;
  /** Folders for repositories of actions and reusable workflows. */
  readonly given: Given;
  readonly secrets: KnownSecrets;
  readonly vars: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly jobsAtOnce: number;
  /** Whether a workflow is performed; without it, all are. */
  readonly isPerformed?: (path: string) => boolean;
  readonly onEvent?: (event: RepositoryEvent, all: readonly Explained[]) => void;
  readonly onStep?: (step: StepRecord, job: { readonly key: string; readonly run: Started }) => void;
  readonly onRun?: (run: RunRecord) => void;
};

/** An event, or what a person does on the servers, from which events follow. */
export type Beginning = RepositoryEvent | (() => Promise<void>);

/** A request that was refused, with the job that sent it. */
export type RefusedToJob = RefusedRequest & {
  readonly run: Started;
  readonly job: string;
  readonly permissions: Permissions;
  readonly by: 'job' | 'app';
};

/** What was performed. */
export type Rehearsed = {
  readonly events: readonly { readonly event: RepositoryEvent; readonly all: readonly Explained[] }[];
  readonly runs: readonly RunRecord[];
  readonly refused: readonly RefusedToJob[];
  /** What registries of packages would get. */
  readonly published: readonly Package[];
  /** Where the value of each secret that was read came from. */
  readonly secrets: ReadonlyMap<string, SecretSource>;
  /** The environments of the jobs that read a secret: it may be there, or in the repository. */
  readonly environments: ReadonlyMap<string, ReadonlySet<string>>;
  /** What steps got as tokens of OpenID Connect. */
  readonly idTokens: readonly IdToken[];
  /** The secrets that were sent to GitHub as tokens. */
  readonly secretTokens: ReadonlySet<string>;
  /** The variables that were read, and whether they had a value. */
  readonly vars: ReadonlyMap<string, boolean>;
};

const mostRuns = 50;

/** Performs the workflows that an event starts, and those that they start in their turn, until none is left. */
export class Rehearsal {
  readonly servers: RehearsalServers;
  readonly #options: RehearsalOptions;
  readonly #searchPath: string;
  readonly #groups = new ConcurrencyGroups();
  readonly #slots: Slots;
  readonly #folders: JobFolders;
  readonly #running = new Set<Promise<void>>();
  readonly #events: { readonly event: RepositoryEvent; readonly all: readonly Explained[] }[] = [];
  readonly #runs: RunRecord[] = [];
  readonly #tokens = new Map<string, Omit<RefusedToJob, keyof RefusedRequest>>();
  readonly #secrets = new Map<string, SecretSource>();
  readonly #environments = new Map<string, ReadonlySet<string>>();
  readonly #vars = new Map<string, boolean>();
  readonly #numbers = new Map<string, number>();
  #count = 0;
  #failure: unknown;

  constructor(servers: RehearsalServers, options: RehearsalOptions) {
    this.servers = servers;
    this.#options = options;
    const own = ownPrograms(options.root);
    writePrograms(own, options.searchPath);
    this.#searchPath = [own, options.searchPath].join(delimiter);
    this.#slots = new Slots(options.jobsAtOnce);
    const { root, tools } = options;
    this.#folders = new JobFolders({ root, tools, repository: servers.repository.name });
    this.#folders.prepare();
    servers.onEvent = (event) => this.#later(() => this.#happen(event));
  }

  /** Performs everything that follows from an event. */
  async perform(begin: Beginning): Promise<Rehearsed> {
    this.#later(typeof begin === 'function' ? begin : () => this.#happen(this.servers.byPerson(begin)));
    while (this.#running.size > 0) await Promise.all(this.#running);
    if (this.#failure !== undefined) throw this.#failure;
    this.servers.outside.reportMissed();
    return this.rehearsed;
  }

  /** What was performed until now. */
  get rehearsed(): Rehearsed {
    const refused = this.servers.refused.flatMap((request) => {
      const job = this.#tokens.get(request.token);
      return job === undefined ? [] : [{ ...request, ...job }];
    });
    const runs = this.#runs.toSorted((one, other) => one.id - other.id);
    const { published, secretTokens, outside } = this.servers;
    const idTokens = outside.issued;
    const [secrets, environments, vars] = [this.#secrets, this.#environments, this.#vars];
    return { events: this.#events, runs, refused, published, secrets, environments, idTokens, secretTokens, vars };
  }

  #later(work: () => Promise<void>): void {
    const running = work().catch((error: unknown) => void (this.#failure ??= error));
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  /** Starts the workflows that listen to an event. */
  async #happen(event: RepositoryEvent): Promise<void> {
    const there = await this.servers.repository.workflows(event.sha);
    const files = there.filter(({ path }) => this.#options.isPerformed?.(path) ?? true);
    const all = explained(files, event);
    if (isByPerson(event) || all.some((one) => isRefused(one) || isListening(one, event))) {
      this.#events.push({ event, all });
      this.#options.onEvent?.(event, all);
    }
    for (const { workflow } of all.filter(isStarted)) this.#later(() => this.#start(workflow, event));
  }

  async #start(workflow: Workflow, event: RepositoryEvent): Promise<void> {
    this.#count++;
    if (this.#count > mostRuns) {
      this.#failure ??= new ReleaseError(`The workflows start each other: ${mostRuns} runs were performed.`);
      return;
    }
    const number = (this.#numbers.get(workflow.path) ?? 0) + 1;
    this.#numbers.set(workflow.path, number);
    const trigger = workflow.triggers.find((one) => one.event === event.name);
    const asked = event.name === 'workflow_dispatch' ? attempt(() => dispatchInputs(trigger, event.inputs ?? {})) : {};
    const inputs = asked instanceof ReleaseError ? {} : asked;
    const run = { id: 1000 + this.#count, number, path: workflow.path, event: withInputs(event, inputs) };
    const record = await performRun(workflow, inputs, this.#siteOf(run), run);
    this.#runs.push(record);
    this.#options.onRun?.(record);
    const { repository, github } = this.servers;
    const place = { repository: repository.name, server: github.git.url };
    const ended = { ...run, ...place, name: record.name, conclusion: record.result };
    await this.servers.tell(runCompleted(ended), { ...event.actor, run: run.id });
  }

  #siteOf(run: Started): Site {
    const { github, repository } = this.servers;
    const options = this.#options;
    const own = { name: repository.name, files: (name: string) => repository.files(name) };
    const places = { given: options.given, own, commit: run.event.sha };
    const unknown = new Set<string>();
    return {
      repository: repository.name,
      urls: { server: github.git.url, api: github.url, graphql: `${github.url}/graphql` },
      folders: this.#folders,
      environment: { ...options.machine, ...environmentFor(repository.name), PATH: this.#searchPath },
      secrets: new Lookup((name) => this.#secret(name.toUpperCase(), run)),
      secretsOf: (environment, isOptional) =>
        new Lookup((name) => this.#secretOf(environment, name.toUpperCase(), run, isOptional(name))),
      vars: new Lookup((name) => this.#var(name)),
      actions: (uses, room) => findAction(uses, room, { ...places, world: this.#standInWorld(room, run, unknown) }),
      workflowFile: (uses, caller, commit) => calledFile(uses, { caller, commit, repository, given: options.given }),
      tokenOf: (permissions, job) => this.#tokenOf(permissions, job, run),
      defaults: restrictedDefaults,
      surround: (visitor) => this.servers.outside.variablesFor(visitor),
      groups: this.#groups,
      slots: this.#slots,
      kill: options.signal,
      ...(options.onStep && { onStep: options.onStep }),
    };
  }

  #tokenOf(permissions: Permissions, job: string, run: Started): ReturnType<Site['tokenOf']> {
    const actor = { login: 'github-actions[bot]', kind: 'job', run: run.id } as const;
    const token = this.servers.admit(actor, given(permissions.levels));
    this.#tokens.set(token, { run, job, permissions, by: 'job' });
    return { token, revoke: () => this.servers.github.revoke(token) };
  }

  #standInWorld({ contexts }: Room, run: Started, unknown: Set<string>): StandInWorld {
    const { job } = contexts['github'] as { readonly job: string };
    return {
      unknown,
      admit: (login, permissions) => {
        const token = this.servers.admit({ login, kind: 'app', run: run.id }, given(permissions.levels));
        this.#tokens.set(token, { run, job, permissions, by: 'app' });
        return token;
      },
      pushImage: (...pushed) => this.servers.pushImage(...pushed),
      readImage: (...asked) => this.servers.readImage(...asked),
      isPassword: (...asked) => this.servers.isPassword(...asked),
      objectsOf: (...asked) => this.servers.objectsOf(...asked),
      publish: (published) => this.servers.publish(published),
    };
  }

  #secretOf(environment: string, name: string, run: Started, isOptional: boolean): string | undefined {
    if (isOptional && secretIn(this.#options.secrets, name, isOptional).source === 'absent') return undefined;
    this.#environments.set(name, new Set([...(this.#environments.get(name) ?? []), environment]));
    return this.#secret(name, run);
  }

  #secret(name: string, run: Started): string | undefined {
    const { source, value } = secretIn(this.#options.secrets, name);
    this.#secrets.set(name, source);
    if (value !== undefined) this.servers.admitSecret(name, value, run.id);
    return value;
  }

  #var(name: string): string | undefined {
    const value = this.#options.vars[name];
    this.#vars.set(name, value !== undefined);
    return value;
  }
}

/** In the payload, every input is a text, and those that were not given have their defaults. */
function withInputs(event: RepositoryEvent, inputs: Readonly<Record<string, unknown>>): RepositoryEvent {
  if (event.name !== 'workflow_dispatch') return event;
  const texts = Object.entries(inputs).map(([name, value]) => [name, String(value)]);
  return { ...event, payload: { ...event.payload, inputs: Object.fromEntries(texts) } };
}

/** Whether a person began with this event, and no run caused it. */
export const isByPerson = ({ actor }: RepositoryEvent): boolean => actor.kind === 'person' && actor.run === undefined;

/** Whether the event is of a kind to which the workflow listens, so that people want to know why it does not start. */
function isListening(one: Explained, event: RepositoryEvent): boolean {
  return one.kind === 'read' && one.workflow.triggers.some((trigger) => trigger.event === event.name);
}

/** What every program has. gh would not find the repository by the address of its remote. */
const environmentFor = (repository: string) => ({
  GH_REPO: repository,
  GH_PROMPT_DISABLED: '1',
  GH_NO_UPDATE_NOTIFIER: '1',
  GH_TELEMETRY: 'false',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GOFLAGS: '-modcacherw', // so that the folder can be removed
  NO_COLOR: '1',
  LANG: 'C.UTF-8',
  RELEASE_ACTIONS_PACE: '0.2', // the pauses between writes are for the real GitHub
});
