import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Token } from '../../src/embedded/github/server.ts';
import { type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { linesOf } from '../../src/verification/finding.ts';
import type { Again } from './called-workflows.ts';
import { performWorkflow, type WorkflowOutcome, type WorkflowRun } from './engine.ts';
import { personalToken, scratchGitHub, type ScratchGitHub } from './github.ts';
import { helmPath } from './helm.ts';
import { imageBuilder } from './image-builder.ts';
import { tokensOfJobs } from './job-tokens.ts';
import { offlineBuilds } from './python-projects.ts';
import type { Files } from './repository.ts';
import { attestInto, buildImage } from './stand-ins.ts';
import { verified } from './verified.ts';

type Asset = { readonly name: string; readonly url: string; readonly digest: string };
type Release = { readonly tag_name: string; readonly draft: boolean; readonly assets: readonly Asset[] };

export type Servers = { readonly repository: ScratchGitHub; readonly registry: Registry };
type Parts = Servers & {
  readonly workflow: string;
  readonly kept: string;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
};

type CallingOptions = {
  /** Tokens of other people. */
  readonly tokens?: readonly Token[];
  readonly secrets?: Readonly<Record<string, string>>;
};

/** What kills a run, and what is told of its steps. */
type Watching = Pick<WorkflowRun, 'signal' | 'onStep'>;

type Payload = { readonly ref: string; readonly inputs?: Readonly<Record<string, string>> };

/** A small repository that calls a reusable workflow. The artifacts of its runs are kept, as those of one run are. */
export class CallingRepository implements AsyncDisposable {
  readonly repository: ScratchGitHub;
  readonly registry: Registry;
  readonly #parts: Parts;

  /** `caller` makes the text of its workflow, which may name the servers. */
  static async open(
    called: string,
    caller: (servers: Servers) => string | Promise<string>,
    { tokens = [], secrets = {} }: CallingOptions = {},
  ): Promise<CallingRepository> {
    const repository = await scratchGitHub({}, { tokens: [...(await tokensOfJobs(called)), personalToken, ...tokens] });
    const registry = await startRegistry();
    const kept = await mkdtemp(join(tmpdir(), 'kept-'));
    const env = {
      ...(await offlineBuilds()),
      ...(await imageBuilder(registry, { python: '3.12-slim', path: await helmPath() })),
      GITHUB_API_URL: repository.github.url,
      GITHUB_GRAPHQL_URL: `${repository.github.url}/graphql`,
      RELEASE_ACTIONS_PACE: '0.2',
    };
    const workflow = await caller({ repository, registry });
    return new CallingRepository({ repository, registry, workflow, kept, env, secrets });
  }

  constructor(parts: Parts) {
    this.#parts = parts;
    this.repository = parts.repository;
    this.registry = parts.registry;
  }

  /** Runs the workflow for a tag that was pushed, or only some jobs of such a run again. */
  pushed(tag: string, again?: Again, watching: Watching = {}): Promise<WorkflowOutcome> {
    return this.#run('push', { ref: `refs/tags/${tag}` }, again, watching);
  }

  /** Runs the workflow for a tag, and kills the runner when an image gets a manifest. The manifest arrives. */
  async killed(tag: string, image: string): Promise<WorkflowOutcome> {
    const killing = new AbortController();
    this.registry.fault = ({ method, path }) => {
      if (method === 'PUT' && path.startsWith(`/v2/${image}/manifests/`)) killing.abort();
      return undefined;
    };
    const outcome = await this.pushed(tag, undefined, { signal: killing.signal });
    this.registry.fault = undefined;
    if (!killing.signal.aborted) throw new Error(`The runner was not killed, because ${image} got no manifest.`);
    return outcome;
  }

  /** Runs the workflow by its button. */
  dispatched(
    inputs: Readonly<Record<string, string>>,
    again?: Again,
    watching: Watching = {},
  ): Promise<WorkflowOutcome> {
    return this.#run('workflow_dispatch', { ref: 'refs/heads/main', inputs }, again, watching);
  }

  #run(event: string, payload: Payload, again: Again | undefined, watching: Watching): Promise<WorkflowOutcome> {
    const { workflow, repository, env, secrets, kept: folder } = this.#parts;
    const standIns = {
      'actions/attest': attestInto(join(folder, 'attested')),
      'docker/build-push-action': buildImage,
    };
    const options = { workflow, event, payload, repository, env, secrets, folder, standIns, ...watching };
    return performWorkflow({ ...options, ...(again !== undefined && { again }) });
  }

  /** A file with the workflow that calls. */
  get file(): Files {
    return { '.github/workflows/release.yml': this.#parts.workflow };
  }

  /** What a verification says of the release of a tag that has this file. */
  async verified(tag: string): Promise<readonly string[]> {
    const checkout = await this.repository.clone({ depth: 0 });
    const reader = { env: this.#parts.env, token: personalToken.token };
    const { findings } = await verified(checkout, { tag, inputs: {}, vars: {} }, reader);
    return findings
      .flatMap(linesOf)
      .map((line) =>
        line
          .replaceAll(/sha256:[0-9a-f]{12}/g, 'DIGEST')
          .replaceAll(/org\/release-actions\/[\w-]+\.yml@v1:\d+/g, 'FILE'),
      );
  }

  /** A folder for files of a test. */
  get kept(): string {
    return this.#parts.kept;
  }

  async releases(): Promise<readonly Release[]> {
    return (await this.repository.ask('GET …/releases', { token: personalToken.token })).body as readonly Release[];
  }

  /** What got a manifest in the registry, in this order, as `org/staging/app`. */
  images(): readonly string[] {
    return this.registry.requests.flatMap(({ method, path, status }) =>
      method === 'PUT' && status === 201 ? (/^\/v2\/(.+)\/manifests\//.exec(path)?.[1] ?? []) : [],
    );
  }

  /** What has an attestation, as digest and name. */
  async attested(): Promise<readonly string[]> {
    const file = join(this.kept, 'attested');
    return existsSync(file) ? (await readFile(file, 'utf8')).trim().split('\n').toSorted() : [];
  }

  /** Everything that a run can write on servers. */
  async world() {
    const refs = [...(await this.repository.remoteRefs())];
    return { refs, releases: await this.releases(), images: this.images(), attested: await this.attested() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.registry[Symbol.asyncDispose]();
    await this.repository[Symbol.asyncDispose]();
  }
}
