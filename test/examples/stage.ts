import { execFile } from 'node:child_process';
import { cp, glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { GitHubRequest } from '../../src/embedded/github/server.ts';
import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { annotationsOf } from '../../src/rehearsal/jobs/records.ts';
import type { Servers } from '../../src/rehearsal/world.ts';
import { linesOf } from '../../src/verification/finding.ts';
import { dist } from '../support/bundle.ts';
import { calledBy } from '../support/called-workflows.ts';
import { type EngineOutcome, performWorkflow, type StepOutcome } from '../support/engine.ts';
import { towards } from '../support/gh.ts';
import { scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { type SigningKeys, sshKey } from '../support/keys.ts';
import { type ModuleProxyServer, startModuleProxy } from '../support/module-proxy.ts';
import { addImage, ask as askRegistry } from '../support/registry.ts';
import type { Files } from '../support/repository.ts';
import { type SlackServer, startSlack } from '../support/slack.ts';
import { buildImage, checkoutOf, installCosign, makeUpImage, type StandIns } from '../support/stand-ins.ts';
import { tool } from '../support/tool.ts';
import { verified } from '../support/verified.ts';
import { addRepository, originOf, type OtherRepository } from './other-repositories.ts';
import { promote } from './promoter.ts';
import { bot, people, tokenOfPerson, tokensFor } from './tokens.ts';

/** A project whose release is performed. Its repository is a folder of action-examples/. */
export type System = {
  /** `owner/name` */
  readonly repository: string;
  readonly folder: string;
  /** The tags of its last release. */
  readonly tags: readonly string[];
  /** The repository of its image. */
  readonly image: string;
  /** The title of an issue in which the release team follows the release, if no workflow opens one. */
  readonly issue?: string;
  /** Repositories of other people to which the release contributes, by `owner/name`. */
  readonly others?: Readonly<Record<string, OtherRepository>>;
  /** People besides an admin and a writer. */
  readonly people?: readonly string[];
  /** Whether it announces in a channel of Slack, whose webhook is in the secret SLACK_WEBHOOK. */
  readonly hasChannel?: true;
  /** Whether its tags are signed, with a key in the secret RELEASE_SIGNING_KEY. */
  readonly isSigned?: true;
  /** The import path of its root in Go, and folders with modules of other projects, which Go gets instead of the real ones. */
  readonly go?: { readonly importPath: string; readonly upstream: readonly string[] };
  /** Files that replace those of the example, because they name the registry. */
  readonly filesFor?: (registry: string) => Promise<Files>;
  /** What people did since the last release, beside a commit to main. */
  readonly since?: (project: ScratchGitHub) => Promise<void>;
  /** What a runner has beside git and the programs of this machine, as variables of its jobs. */
  readonly runner?: (
    registry: Registry,
    options: Pick<StageOptions, 'hasMadeUpImages'>,
  ) => Promise<Readonly<Record<string, string>>>;
};

/** Makes the programs that a system needs, on first use: ask for it in `beforeAll`, which may take as long as that. */
export async function prepareStage({ runner }: System): Promise<void> {
  await using registry = await startRegistry();
  await runner?.(registry, {});
}

/** A part of the written process, and what people do in it. */
export type Chapter = { readonly title: string; readonly perform: (stage: Stage) => Promise<void> };

export type StageOptions = {
  /** The content of `org/release-actions@v1`. dist/ by default. */
  readonly releaseTree?: string;
  /** Runs every workflow with `mode: local`, and merges what it would propose. */
  readonly isRehearsal?: boolean;
  /** For each start of a workflow, the numbers of the writes at which a runner is killed. After that it runs to its end. */
  readonly killedAt?: readonly (readonly number[])[];
  /** Images are made up, as in a rehearsal of somebody's own workflows, and not built. */
  readonly hasMadeUpImages?: boolean;
  /** Files that replace those of the example from the beginning. */
  readonly instead?: Files;
  /** The files that were committed since the last release. Gets the commit of that release. */
  readonly work?: (lastRelease: string) => Promise<Files>;
  readonly onRun?: (run: StartedRun) => void;
  readonly onStep?: (step: StepOutcome) => void;
  readonly onRunEnd?: (run: EndedRun) => void;
  /** When it is aborted, the running workflow is killed. */
  readonly signal?: AbortSignal;
  /** Called with each step of a person, other than starting a workflow. */
  readonly onManualStep?: (text: string) => void;
};

export type StartedRun = {
  readonly workflow: string;
  readonly event: string;
  readonly inputs: Inputs;
  readonly ref: string;
  readonly commit: string;
  /** The pull request that is checked. */
  readonly pull?: number;
};

export type EndedRun = StartedRun & {
  readonly outcome: EngineOutcome;
  readonly writes: readonly string[];
  /** Requests that GitHub refused. */
  readonly refused: readonly GitHubRequest[];
};

type Inputs = Readonly<Record<string, string>>;
type Payload = {
  readonly ref: string;
  readonly commit?: string;
  readonly number?: number;
  readonly inputs?: Inputs;
  readonly release?: unknown;
};

/** The repository of a system on an embedded GitHub. Its methods are what people do. Its workflows do the rest. */
export class Stage implements AsyncDisposable {
  readonly project: ScratchGitHub;
  /** Where its images are. */
  readonly registry: Registry;
  /** The number of the issue in which the release team follows the release, if the system has one from the beginning. */
  readonly issue: string;
  /** What signs the tags. */
  readonly signingKey: SigningKeys | undefined;
  /** Where releases are announced. */
  readonly slack: SlackServer | undefined;
  readonly #proxy: ModuleProxyServer | undefined;
  readonly #runner: Readonly<Record<string, string>>;
  readonly #stack: AsyncDisposableStack;
  readonly #system: System;
  readonly #options: StageOptions;
  readonly #killedAt: (readonly number[])[];
  readonly #imagesBefore: ReadonlySet<string>;
  /** The tip of main before a rehearsal merged anything. */
  #mainBeforeRehearsal: string | undefined;
  /** Every write of the workflows: requests, pushes and images. */
  readonly writes: string[] = [];

  static async open(system: System, options: StageOptions = {}): Promise<Stage> {
    const { folder, repository, go } = system;
    const paths = await Array.fromAsync(glob('.github/workflows/*.yml', { cwd: folder }));
    const workflows = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
    const called = await Promise.all(workflows.map((text) => calledBy(text, options.releaseTree ?? dist)));
    const tokens = tokensFor([...workflows, ...called.flat()], system);
    await using stack = new AsyncDisposableStack(); // what runs would keep this process alive after a refusal
    const project = stack.use(await scratchGitHub({}, { name: repository, tokens }));
    await cp(folder, project.folder, { recursive: true });
    const registry = stack.use(await startRegistry());
    const files = { ...(await system.filesFor?.(registry.host)), ...options.instead };
    const last = await project.commit('The last release', files);
    await project.push();
    for (const tag of system.tags) await project.pushTag(tag);
    const { work = async () => ({ 'docs/changes.md': '# Changes\n' }) } = options;
    await project.commit('Work since then', await work(last));
    await project.push();
    await system.since?.(project);
    const served = go && { repository: project.scratch.origin, root: go.importPath, upstream: go.upstream };
    const proxy = stack.use(served && (await startModuleProxy(served)));
    for (const [name, { files: filesOf, branch }] of Object.entries(system.others ?? {}))
      await addRepository(project, name, { files: await filesOf(registry.host), branch });
    const issue = await openIssue(project, system);
    const signingKey = stack.use(system.isSigned === true ? await sshKey() : undefined);
    const slack = stack.use(system.hasChannel === true ? await startSlack() : undefined);
    const runner = (await system.runner?.(registry, options)) ?? {};
    const stage = new Stage(
      { project, proxy, registry, runner, system, issue, signingKey, slack, stack: stack.move() },
      options,
    );
    if (options.isRehearsal === true)
      await stage.origin('clone', '--quiet', '--bare', project.scratch.origin, stage.#rehearsalRepository);
    return stage;
  }

  constructor(parts: StageParts, options: StageOptions) {
    this.project = parts.project;
    this.issue = parts.issue;
    this.signingKey = parts.signingKey;
    this.slack = parts.slack;
    this.#proxy = parts.proxy;
    this.#runner = parts.runner;
    this.#stack = parts.stack;
    this.registry = parts.registry;
    this.#system = parts.system;
    this.#options = options;
    this.#killedAt = [...(options.killedAt ?? [])];
    this.#imagesBefore = new Set(imagesIn(this.registry).map(([name, tag]) => `${name}:${tag}`));
  }

  /** Somebody starts a workflow, or re-runs its jobs at the commit of the first run. */
  async dispatch(workflow: string, inputs: Inputs, commit?: string): Promise<EngineOutcome> {
    const mode = this.isRehearsal ? { mode: 'local' } : {};
    const given = { ...(await this.#defaults(workflow)), ...inputs, ...mode };
    const payload = { ref: 'refs/heads/main', inputs: given, ...(commit !== undefined && { commit }) };
    return this.#start(workflow, payload);
  }

  /** The repositories of other people. */
  get others(): readonly string[] {
    return Object.keys(this.#system.others ?? {});
  }

  get isRehearsal(): boolean {
    return this.#options.isRehearsal === true;
  }

  /** Runs the workflow that a pushed tag starts. In a rehearsal, no tag is pushed. */
  async pushed(workflow: string, tag: string): Promise<void> {
    if (!this.isRehearsal) await this.#start(workflow, { ref: `refs/tags/${tag}` });
  }

  /** Runs the workflow that a published release starts. In a rehearsal, no release is published. */
  async published(workflow: string, tag: string): Promise<void> {
    if (this.isRehearsal) return this.#options.onManualStep?.(`A published release would start ${workflow}.`);
    const release = await this.ask(`GET …/releases/tags/${tag}`);
    await this.#start(workflow, { ref: `refs/tags/${tag}`, release });
  }

  /** In a rehearsal, takes the commit of a tag for the tip of main, to which a workflow would have pushed it. */
  async rehearsePushOf(tag: string): Promise<void> {
    if (!this.isRehearsal) return;
    this.#mainBeforeRehearsal ??= await this.origin('rev-parse', 'main');
    const commit = await this.project.git('--git-dir', this.#rehearsalRepository, 'rev-parse', `${tag}^{commit}`);
    await this.origin('fetch', '--quiet', '--no-tags', this.#rehearsalRepository, `refs/tags/${tag}`);
    await this.origin('update-ref', 'refs/heads/main', commit);
    this.#options.onManualStep?.('From here on, the rehearsal takes that commit as pushed.');
  }

  /** Checks the only open pull request, and merges it as an admin. */
  async checkAndMerge(workflow: string): Promise<void> {
    if (this.isRehearsal) return this.#mergeProposed();
    const number = await this.#onlyPull(this.#system.repository);
    await this.check(workflow, number);
    await this.ask(`PUT …/pulls/${number}/merge`);
    this.#options.onManualStep?.(`An admin merges pull request #${number}.`);
  }

  /** The people of another repository merge the only open pull request there. In a rehearsal there is none. */
  async mergeIn(other: string): Promise<void> {
    const who = `People of ${other}`;
    if (this.isRehearsal) return this.#options.onManualStep?.(`${who} would merge that.`);
    const number = await this.#onlyPull(other);
    await this.ask(`PUT /repos/${other}/pulls/${number}/merge`);
    this.#options.onManualStep?.(`${who} merge pull request #${number}.`);
  }

  /** The promoter of kubernetes/k8s.io copies to production what its image lists name, and signs it. */
  async promoterRuns(): Promise<void> {
    await promote(this);
    this.#options.onManualStep?.(
      this.isRehearsal
        ? 'The promoter would copy that to production, and sign it.'
        : 'The promoter copies what the image lists name to production, and signs it.',
    );
  }

  /** Somebody writes into the newest issue. In a rehearsal there is none. */
  async comment(login: string, body: string): Promise<void> {
    this.tell(`${login} ${this.isRehearsal ? 'would write' : 'writes'} ${body} into the release issue.`);
    if (this.isRehearsal) return;
    type Listed = { readonly number: number; readonly updated_at: string; readonly pull_request?: unknown };
    const all = (await this.ask('GET …/issues?state=all')) as readonly Listed[];
    const issue = all.find(({ pull_request: pull }) => pull === undefined);
    // Who agrees has read the issue. What is written in the second of its last change could be about its former text.
    await setTimeout(Math.max(0, Date.parse(issue?.updated_at ?? '') + 1000 - Date.now()));
    await this.ask(`POST …/issues/${issue?.number}/comments`, { token: tokenOfPerson(login), body: { body } });
  }

  /** Tells the audience what others do. */
  tell(text: string): void {
    this.#options.onManualStep?.(text);
  }

  /** Runs the checks of a pull request. Throws if its author starts no workflows. */
  async check(workflow: string, number: number): Promise<EngineOutcome> {
    const { user } = (await this.ask(`GET …/pulls/${number}`)) as { user: { login: string } };
    if (user.login === 'github-actions[bot]')
      throw new Error(`Pull request ${number} was opened with the token of a job, which starts no workflow.`);
    return this.#run(workflow, { ref: await this.#mergeCommit(number), number });
  }

  /** The project's own build has pushed the images of a tag's commit. Other workflows than those of the release do that. */
  async imagesAreBuilt(tag: string): Promise<void> {
    const commit = await this.atTag('rev-parse', `${tag}^{commit}`);
    for (const name of [commit, `dev-${commit}`])
      await addImage(this.registry, this.#system.image, { tag: name, layers: [name] });
  }

  /** The output of git where tags are: on GitHub, or in a rehearsal where the runners have left them. */
  atTag(...args: readonly string[]): Promise<string> {
    const place = this.isRehearsal ? this.#rehearsalRepository : this.project.scratch.origin;
    return this.project.git('--git-dir', place, ...args);
  }

  /** Undoes the merges of the rehearsal, and removes what others have put into the registry meanwhile. */
  async endRehearsal(): Promise<void> {
    if (this.isRehearsal) await this.#clearRegistry();
    if (this.#mainBeforeRehearsal !== undefined)
      await this.origin('update-ref', 'refs/heads/main', this.#mainBeforeRehearsal);
  }

  /** The lines of a verification that prove nothing, or show a difference, for a person who gives these inputs. */
  async unprovenIn(tag: string, inputs: Inputs = {}): Promise<readonly string[]> {
    const reader = { env: this.#environment(), token: people.admin };
    const checkout = await this.project.clone({ depth: 0 });
    const { findings } = await verified(checkout, { tag, inputs, vars: this.#variables() }, reader);
    return findings.filter(({ verdict }) => verdict !== 'same').flatMap(linesOf);
  }

  /** Sends a request to GitHub as an admin, or with another token. Throws if it is refused. */
  async ask(request: string, options: Parameters<ScratchGitHub['ask']>[1] = {}): Promise<unknown> {
    const { status, body } = await this.project.ask(request, { token: people.admin, ...options });
    if (status >= 300) throw new Error(`${request}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** The paths of all files on the default branch of another repository. */
  async filesIn(other: string): Promise<readonly string[]> {
    return (await this.gitIn(other, 'ls-tree', '-r', '--name-only', 'HEAD')).split('\n');
  }

  /** A file on the default branch of another repository. */
  textIn(other: string, path: string): Promise<string> {
    return this.gitIn(other, 'show', `HEAD:${path}`);
  }

  /** The output of git for another repository, without the server. */
  gitIn(other: string, ...args: readonly string[]): Promise<string> {
    return this.project.git('--git-dir', originOf(this.project, other), ...args);
  }

  /** The output of git for the bare origin, without the server. */
  origin(...args: readonly string[]): Promise<string> {
    return this.project.git('--git-dir', this.project.scratch.origin, ...args);
  }

  /** What a page of the release shows. In a rehearsal, the tags are those that the runner has kept. */
  get servers(): Servers {
    const own = { name: this.#system.repository, git: this.atTag.bind(this) };
    const others = this.others.map((name) => ({ name, git: this.gitIn.bind(this, name) }));
    return { github: this.project.github, repositories: [own, ...others], registries: [this.registry] };
  }

  /** The output of Go in a checkout of origin. */
  async go(ref: string, ...args: readonly string[]): Promise<string> {
    const { folder } = await this.project.clone({ ref });
    const env = { ...this.project.environment, ...this.#goEnvironment };
    return (await promisify(execFile)(await tool('go'), args, { cwd: folder, env })).stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }

  async #start(workflow: string, payload: Payload): Promise<EngineOutcome> {
    for (const at of this.#killedAt.shift() ?? [])
      await this.#runKilledAt(at, (signal) => this.#run(workflow, payload, signal));
    return this.#run(workflow, payload);
  }

  async #run(workflow: string, payload: Payload, signal = this.#options.signal): Promise<EngineOutcome> {
    const { releaseTree, onRun, onStep, onRunEnd } = this.#options;
    const { ref, number, inputs = {} } = payload;
    const event = eventOf(payload);
    const commit = payload.commit ?? (await this.origin('rev-parse', `${ref}^{commit}`));
    const text = `${await this.origin('cat-file', 'blob', `${commit}:.github/workflows/${workflow}`)}\n`;
    const started = { workflow, event, inputs, ref, commit, ...(number !== undefined && { pull: number }) };
    onRun?.(started);
    const api = this.project.github.requests.length;
    const watched = this.#watch();
    if (this.isRehearsal) await this.#keepOrigin();
    const outcome = await performWorkflow({
      workflow: text,
      path: `.github/workflows/${workflow}`,
      event,
      payload,
      repository: this.project,
      commit,
      env: this.#environment(),
      vars: this.#variables(),
      secrets: {
        RELEASE_APP_PRIVATE_KEY: 'the key of the App',
        RELEASE_BOT_TOKEN: bot.token,
        ...(this.signingKey !== undefined && { RELEASE_SIGNING_KEY: this.signingKey.secret }),
        ...(this.slack !== undefined && { SLACK_WEBHOOK: this.slack.webhook }),
      },
      standIns: this.#standIns,
      ...(releaseTree !== undefined && { releaseTree }),
      ...(onStep !== undefined && { onStep }),
      ...(signal !== undefined && { signal }),
    });
    const writes = watched();
    this.writes.push(...writes);
    const refused = this.project.github.requests.slice(api).filter((request) => (request.status ?? 0) >= 400);
    onRunEnd?.({ ...started, outcome, writes, refused: refused.filter(isWrite) });
    if (outcome.exitCode !== 0) throw new FailedRun(workflow, outcome);
    return outcome;
  }

  get #standIns(): StandIns {
    return {
      'docker/build-push-action': this.#options.hasMadeUpImages === true ? makeUpImage : buildImage,
      'sigstore/cosign-installer': installCosign,
      ...(this.isRehearsal && { 'actions/checkout': checkoutOf(this.#rehearsalRepository) }),
    };
  }

  /** The variables of the repository. */
  #variables(): Record<string, string> {
    return {
      RELEASE_APP_CLIENT_ID: 'Iv1.0123456789abcdef',
      RELEASE_BOT: bot.login,
      IMAGE: `${this.registry.host}/${this.#system.image}`,
      ...(this.slack !== undefined && { SLACK_SERVER: this.slack.url }),
    };
  }

  #environment(): Record<string, string> {
    const { url } = this.project.github;
    return {
      GITHUB_API_URL: url,
      GITHUB_GRAPHQL_URL: `${url}/graphql`,
      ...this.#goEnvironment,
      ...this.#runner,
      ...towards(url),
      no_proxy: '127.0.0.1',
      RELEASE_ACTIONS_PACE: '0.2', // the pauses between writes are for the real GitHub
    };
  }

  get #goEnvironment(): Record<string, string> {
    if (this.#proxy === undefined) return {};
    return { GOFLAGS: '-modcacherw', GOPROXY: this.#proxy.url, GOSUMDB: 'off', GOTOOLCHAIN: 'local' };
  }

  /** Returns a function that lists the writes since this call. Refused requests are left out. */
  #watch(): () => readonly string[] {
    const { github, server } = this.project;
    const { registry } = this;
    const [api, git, images] = [github.requests.length, server.requests.length, registry.requests.length];
    return () => [
      ...github.requests
        .slice(api)
        .filter((request) => isWrite(request) && (request.status ?? 0) < 300)
        .map(({ method, path }) => `${method} ${path}`),
      ...server.requests
        .slice(git)
        .flatMap(({ path, updates }) =>
          updates.map(({ ref }) => `push ${path.replace('/git-receive-pack', '')} ${ref}`),
        ),
      ...registry.requests
        .slice(images)
        .filter(isImage)
        .map(({ path }) => `image ${path}`),
    ];
  }

  /** Kills the runner at a write. The write itself arrives. */
  async #runKilledAt(at: number, run: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
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
    this.registry.fault = (request) => (isImage(request) ? counted() : undefined);
    const end = await run(killing.signal).catch((error: unknown) => error);
    github.fault = undefined;
    server.fault = undefined;
    this.registry.fault = undefined;
    if (!killing.signal.aborted) throw new Error(`The runner was not killed, because it made only ${count} writes.`);
    if (!(end instanceof FailedRun))
      throw new Error('The runner was killed, but ended without a failure.', { cause: end });
  }

  /** The number of the only open pull request of a repository. */
  async #onlyPull(repository: string): Promise<number> {
    const open = (await this.ask(`GET /repos/${repository}/pulls`)) as readonly { number: number }[];
    const [{ number } = { number: 0 }] = open;
    if (open.length !== 1) throw new Error(`${open.length} pull requests of ${repository} are open, instead of one.`);
    return number;
  }

  /** Removes what the players of a rehearsal have put into the registry. Its workflows push nothing. */
  async #clearRegistry(): Promise<void> {
    for (const [name, tag] of imagesIn(this.registry))
      if (!this.#imagesBefore.has(`${name}:${tag}`))
        await askRegistry(this.registry, `DELETE /v2/${name}/manifests/${tag}`);
  }

  /** The merge commit that GitHub prepares for the checks of a pull request. */
  async #mergeCommit(number: number): Promise<string> {
    const [ours, theirs, merged] = ['refs/heads/main', `refs/pull/${number}/head`, `refs/pull/${number}/merge`];
    const tree = await this.origin('merge-tree', '--write-tree', ours, theirs);
    const commit = await this.origin('commit-tree', '-p', ours, '-p', theirs, '-m', `Merge ${theirs}`, tree);
    await this.origin('update-ref', merged, commit);
    return merged;
  }

  /** The repository in which the jobs of a rehearsal leave their tags and proposals. */
  get #rehearsalRepository(): string {
    return join(this.project.scratch.root, 'rehearsal.git');
  }

  /** What people have done on GitHub since the last job. */
  async #keepOrigin(): Promise<void> {
    const from = ['fetch', '--quiet', '--no-tags', this.project.scratch.origin];
    await this.project.git('--git-dir', this.#rehearsalRepository, ...from, '+refs/*:refs/*');
  }

  // Why: docs/decisions.md D32
  /** In a rehearsal there is no pull request on GitHub, so that the proposal comes from the runner. */
  async #mergeProposed(): Promise<void> {
    this.#mainBeforeRehearsal ??= await this.origin('rev-parse', 'main');
    await this.origin(
      'fetch',
      '--quiet',
      '--no-tags',
      this.#rehearsalRepository,
      'refs/heads/proposed:refs/heads/main',
    );
    this.#options.onManualStep?.('An admin would merge that. From here on, the rehearsal takes it as merged.');
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
  readonly proxy: ModuleProxyServer | undefined;
  readonly registry: Registry;
  readonly runner: Readonly<Record<string, string>>;
  readonly system: System;
  readonly issue: string;
  readonly signingKey: SigningKeys | undefined;
  readonly slack: SlackServer | undefined;
  /** Everything of these that runs. */
  readonly stack: AsyncDisposableStack;
};

/** Every tag of a registry, with the repository and the digest. */
export function imagesIn(registry: Registry): readonly (readonly [name: string, tag: string, digest: string])[] {
  return registry.repositories.flatMap((name) =>
    Object.entries(registry.repository(name).tags).map(([tag, digest]) => [name, tag, digest] as const),
  );
}

async function openIssue(project: ScratchGitHub, { issue: title }: System): Promise<string> {
  if (title === undefined) return '';
  const { body } = await project.ask('POST …/issues', { token: people.admin, body: { title } });
  return String(body.number);
}

function eventOf({ number, inputs, release }: Payload): string {
  if (number !== undefined) return 'pull_request';
  if (release !== undefined) return 'release';
  return inputs === undefined ? 'push' : 'workflow_dispatch';
}

/** Whether a request to the API can change something. */
const isWrite = ({ method, path, body }: Pick<GitHubRequest, 'method' | 'path' | 'body'>) =>
  path === '/graphql' ? isMutation(body) : method !== 'GET' && !path.endsWith('/generate-notes');

const isMutation = (body: unknown) => (body as { readonly query: string }).query.startsWith('mutation');

/** Whether a request to the registry writes a manifest. */
const isImage = ({ method, path }: { readonly method: string; readonly path: string }) =>
  method === 'PUT' && path.includes('/manifests/');

/** A workflow that failed or was killed. */
export class FailedRun extends Error {
  readonly #outcome: EngineOutcome;
  constructor(workflow: string, outcome: EngineOutcome) {
    const told = annotationsOf(outcome.record).map(({ message }) => message);
    const said = Object.values(outcome.steps).flatMap(({ annotations, result, log }) =>
      result === 'failure' && annotations.length === 0 ? log.slice(-10) : annotations,
    );
    super([`${workflow} failed.`, ...told, ...said].join('\n'));
    this.#outcome = outcome;
  }

  get outcome(): EngineOutcome {
    return this.#outcome;
  }
}
