import { execFile } from 'node:child_process';
import { cp, glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { type EndedStep, prepareRunner, runWorkflow, type WorkflowOutcome } from '../support/act.ts';
import { towards } from '../support/gh.ts';
import { scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { type ModuleProxyServer, startModuleProxy } from '../support/module-proxy.ts';
import type { Files } from '../support/repository.ts';
import { tool } from '../support/tool.ts';
import { jobToken, people, tokensFor } from './tokens.ts';

/** A project whose release is performed: its repository lies in action-examples/. */
export type System = {
  /** `owner/name` */
  readonly repository: string;
  readonly folder: string;
  /** How Go imports its root. */
  readonly importPath: string;
  /** Folders with modules of others, which Go gets instead of those. */
  readonly upstream: readonly string[];
  /** The tags of the release that it had last. */
  readonly tags: readonly string[];
};

export type StageOptions = {
  /** What `org/release-actions@v1` is; dist/ without it. */
  readonly releaseTree?: string;
  /** Every workflow runs with `mode: local`, and what it would propose is merged all the same. */
  readonly isRehearsal?: boolean;
  /** The runner of each dispatch is killed at these of its writes, one after the other, and then it is run in peace. */
  readonly killedAt?: readonly (readonly number[])[];
  /** Other files than those of the example, from the beginning. */
  readonly instead?: Files;
  /** What was committed since the last release, whose commit is given. */
  readonly work?: (lastRelease: string) => Promise<Files>;
  readonly onRun?: (run: StartedRun) => void;
  readonly onStep?: (step: EndedStep) => void;
  /** Aborted, it kills the workflow that runs. */
  readonly signal?: AbortSignal;
  /** Told what people do beside pressing the buttons. */
  readonly onDeed?: (deed: string) => void;
};

export type StartedRun = { readonly workflow: string; readonly event: string; readonly inputs: Inputs };

type Inputs = Readonly<Record<string, string>>;
type Payload = { readonly ref: string; readonly commit?: string; readonly number?: number; readonly inputs?: Inputs };

/** A system's repository on an embedded GitHub. What people do there stands here; the rest do its own workflows. */
export class Stage implements AsyncDisposable {
  readonly project: ScratchGitHub;
  /** The issue in which the release team follows the release. */
  readonly issue: string;
  readonly #proxy: ModuleProxyServer;
  readonly #system: System;
  readonly #options: StageOptions;
  readonly #killedAt: (readonly number[])[];
  /** The end of main before anything was merged for a rehearsal. */
  #unrehearsed: string | undefined;
  /** Everything that workflows wrote. */
  readonly writes: string[] = [];

  static async open(system: System, options: StageOptions = {}): Promise<Stage> {
    await prepareRunner();
    const { folder, repository, importPath, upstream } = system;
    const paths = await Array.fromAsync(glob('.github/workflows/*.yml', { cwd: folder }));
    const workflows = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
    const project = await scratchGitHub({}, { name: repository, tokens: tokensFor(workflows, repository) });
    await cp(folder, project.folder, { recursive: true });
    const last = await project.commit('The last release', options.instead);
    await project.push();
    for (const tag of system.tags) await project.pushTag(tag);
    const { work = async () => ({ 'docs/changes.md': '# Changes\n' }) } = options;
    await project.commit('Work since then', await work(last));
    await project.push();
    const proxy = await startModuleProxy({ repository: project.site.origin, root: importPath, upstream });
    const { body } = await project.ask('POST …/issues', { token: people.admin, body: { title: 'The next release' } });
    const stage = new Stage({ project, proxy, system, issue: String(body.number) }, options);
    if (options.isRehearsal === true)
      await stage.origin('clone', '--quiet', '--bare', project.site.origin, stage.#kept);
    return stage;
  }

  constructor(parts: StageParts, options: StageOptions) {
    this.project = parts.project;
    this.issue = parts.issue;
    this.#proxy = parts.proxy;
    this.#system = parts.system;
    this.#options = options;
    this.#killedAt = [...(options.killedAt ?? [])];
  }

  /** Somebody presses the button of a workflow, or runs its jobs again on the commit of then. */
  async dispatch(workflow: string, inputs: Inputs, commit?: string): Promise<WorkflowOutcome> {
    const mode = this.#options.isRehearsal === true ? { mode: 'local' } : {};
    const given = { ...(await this.#defaults(workflow)), ...inputs, ...mode };
    const payload = { ref: 'refs/heads/main', inputs: given, ...(commit !== undefined && { commit }) };
    for (const at of this.#killedAt.shift() ?? [])
      await this.#killed(at, (signal) => this.#run(workflow, payload, signal));
    return this.#run(workflow, payload);
  }

  /** What a tag starts that somebody pushed, or the App; in a rehearsal there is none. */
  async pushed(workflow: string, tag: string): Promise<void> {
    if (this.#options.isRehearsal !== true) await this.#run(workflow, { ref: `refs/tags/${tag}` });
  }

  /** The one open pull request is checked, and an admin merges it. */
  async checkAndMerge(workflow: string): Promise<void> {
    if (this.#options.isRehearsal === true) return this.#mergeProposed();
    const open = (await this.ask('GET …/pulls')) as readonly { number: number }[];
    const [{ number } = { number: 0 }] = open;
    if (open.length !== 1) throw new Error(`${open.length} pull requests are open, instead of one.`);
    await this.check(workflow, number);
    await this.ask(`PUT …/pulls/${number}/merge`);
    this.#options.onDeed?.(`An admin merges pull request #${number}.`);
  }

  /** The checks of a pull request run, if whoever opened it may start workflows. */
  async check(workflow: string, number: number): Promise<WorkflowOutcome> {
    const { user } = (await this.ask(`GET …/pulls/${number}`)) as { user: { login: string } };
    if (user.login === 'github-actions[bot]') throw new Error(`Pull request ${number} starts no workflow.`);
    return this.#run(workflow, { ref: await this.#merged(number), number });
  }

  /** Takes back what was merged for the rehearsal only. */
  async endRehearsal(): Promise<void> {
    if (this.#unrehearsed !== undefined) await this.origin('update-ref', 'refs/heads/main', this.#unrehearsed);
  }

  /** What GitHub answers an admin, or whose token is given. */
  async ask(request: string, options: Parameters<ScratchGitHub['ask']>[1] = {}): Promise<unknown> {
    const { status, body } = await this.project.ask(request, { token: people.admin, ...options });
    if (status >= 300) throw new Error(`${request}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** What git prints about origin, past the server. */
  origin(...args: readonly string[]): Promise<string> {
    return this.project.git('--git-dir', this.project.site.origin, ...args);
  }

  /** What Go prints in a checkout of origin. */
  async go(ref: string, ...args: readonly string[]): Promise<string> {
    const { folder } = await this.project.clone({ ref });
    const env = { ...this.project.environment, ...this.#goEnvironment };
    return (await promisify(execFile)(await tool('go'), args, { cwd: folder, env })).stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#proxy[Symbol.asyncDispose]();
    await this.project[Symbol.asyncDispose]();
  }

  async #run(workflow: string, payload: Payload, signal = this.#options.signal): Promise<WorkflowOutcome> {
    const { releaseTree, onRun, onStep } = this.#options;
    const { ref, number, inputs = {} } = payload;
    const event = number !== undefined ? 'pull_request' : payload.inputs !== undefined ? 'workflow_dispatch' : 'push';
    const commit = payload.commit ?? (await this.origin('rev-parse', `${ref}^{commit}`));
    const text = `${await this.origin('cat-file', 'blob', `${commit}:.github/workflows/${workflow}`)}\n`;
    onRun?.({ workflow, event, inputs });
    const watched = this.#watch();
    const outcome = await runWorkflow({
      workflow: text,
      event,
      payload,
      repository: this.project,
      token: jobToken(text),
      env: { ...this.#environment(), SHA_REF: commit },
      vars: { RELEASE_APP_CLIENT_ID: 'Iv1.0123456789abcdef' },
      secrets: { RELEASE_APP_PRIVATE_KEY: 'the key of the App' },
      ...(releaseTree !== undefined && { releaseTree }),
      ...(onStep !== undefined && { onStep }),
      ...(signal !== undefined && { signal }),
    });
    this.writes.push(...watched());
    if (outcome.exitCode !== 0) throw new FailedRun(workflow, outcome);
    return outcome;
  }

  #environment(): Record<string, string> {
    const { url } = this.project.github;
    return {
      GITHUB_API_URL: url,
      GITHUB_GRAPHQL_URL: `${url}/graphql`,
      ...this.#goEnvironment,
      ...towards(url),
      no_proxy: '127.0.0.1',
      ...(this.#options.isRehearsal === true && { CHECKOUT_KEPT_IN: this.#kept }),
    };
  }

  get #goEnvironment(): Record<string, string> {
    return { GOFLAGS: '-modcacherw', GOPROXY: this.#proxy.url, GOSUMDB: 'off', GOTOOLCHAIN: 'local' };
  }

  /** Says, when it is called, which writes were done since; a probe is refused. */
  #watch(): () => readonly string[] {
    const { github, server } = this.project;
    const [api, git] = [github.requests.length, server.requests.length];
    return () => [
      ...github.requests
        .slice(api)
        .filter((request) => isWrite(request) && (request.status ?? 0) < 300)
        .map(({ method, path }) => `${method} ${path}`),
      ...server.requests.slice(git).flatMap(({ updates }) => updates.map(({ ref }) => `push ${ref}`)),
    ];
  }

  /** Kills the runner at a write, which arrives all the same. */
  async #killed(at: number, run: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    const { github, server } = this.project;
    const killing = new AbortController();
    let count = 0;
    const counted = () => {
      count += 1;
      if (count === at) killing.abort();
      return undefined;
    };
    github.fault = (request) => (isWrite(request) ? counted() : undefined);
    server.fault = ({ updates }) => (updates.length > 0 ? counted() : undefined);
    const end = await run(killing.signal).catch((error: unknown) => error);
    github.fault = undefined;
    server.fault = undefined;
    if (!killing.signal.aborted) throw new Error(`It was not killed: it wrote ${count} times only.`);
    if (!(end instanceof FailedRun)) throw new Error('It was killed, and ended well.', { cause: end });
  }

  /** What main would be after a pull request: GitHub prepares it, and that is what the checks see. */
  async #merged(number: number): Promise<string> {
    const [ours, theirs, merged] = ['refs/heads/main', `refs/pull/${number}/head`, `refs/pull/${number}/merge`];
    const tree = await this.origin('merge-tree', '--write-tree', ours, theirs);
    const commit = await this.origin('commit-tree', '-p', ours, '-p', theirs, '-m', `Merge ${theirs}`, tree);
    await this.origin('update-ref', merged, commit);
    return merged;
  }

  /** Where the jobs of a rehearsal leave their tags, and what they would propose. */
  get #kept(): string {
    return join(this.project.site.root, 'rehearsal.git');
  }

  // Why: docs/decisions.md D32
  /** In a rehearsal nothing is proposed on GitHub, so whoever merges takes it from the runner. */
  async #mergeProposed(): Promise<void> {
    this.#unrehearsed ??= await this.origin('rev-parse', 'main');
    await this.origin('fetch', '--quiet', '--no-tags', this.#kept, 'refs/heads/proposed:refs/heads/main');
    this.#options.onDeed?.('An admin would merge that. From here on, the rehearsal takes it as merged.');
  }

  async #defaults(workflow: string): Promise<Inputs> {
    const text = await readFile(join(this.#system.folder, '.github/workflows', workflow), 'utf8');
    const { on } = parse(text) as { on: { workflow_dispatch?: { inputs?: Record<string, { default?: string }> } } };
    const inputs = Object.entries(on.workflow_dispatch?.inputs ?? {});
    return Object.fromEntries(inputs.map(([name, input]) => [name, input.default ?? '']));
  }
}

type StageParts = {
  readonly project: ScratchGitHub;
  readonly proxy: ModuleProxyServer;
  readonly system: System;
  readonly issue: string;
};

/** Whether a request to the API could change something. */
const isWrite = ({ method, path }: { readonly method: string; readonly path: string }) =>
  method !== 'GET' && !path.endsWith('/generate-notes') && path !== '/graphql';

/** A workflow that ended red, or was killed. */
export class FailedRun extends Error {
  readonly #outcome: WorkflowOutcome;
  constructor(workflow: string, outcome: WorkflowOutcome) {
    const said = Object.values(outcome.steps).flatMap(({ annotations, result, log }) =>
      result === 'failure' && annotations.length === 0 ? log.slice(-10) : annotations,
    );
    super([`${workflow} failed.`, ...said].join('\n'));
    this.#outcome = outcome;
  }

  get outcome(): WorkflowOutcome {
    return this.#outcome;
  }
}
