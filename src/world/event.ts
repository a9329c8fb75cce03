import { serverUrl } from './environment.ts';
import type { Host } from './host.ts';

/** What started the run, read from the variables that GitHub sets. On a laptop, everything is undefined. */
export class Event {
  readonly #env: Host['env'];
  /** Whether the token is the job's own, which starts no workflows; undefined if that is unknown. */
  readonly isJobToken: boolean | undefined;
  constructor({ env, isJobToken }: Host) {
    this.#env = env;
    this.isJobToken = isJobToken;
  }

  /** Whether this is a job of a workflow. If not, a person runs it, or another CI system. */
  get isJob(): boolean {
    return this.#env['GITHUB_ACTIONS'] === 'true';
  }

  get name(): string | undefined {
    return this.#env['GITHUB_EVENT_NAME'];
  }

  /** The full ref: of a tag push, a release, a dispatch at a tag or a branch. */
  get ref(): string | undefined {
    return this.#env['GITHUB_REF'];
  }

  /** The tag that triggered the run, if a tag did. */
  get tag(): string | undefined {
    return this.ref?.startsWith('refs/tags/') ? this.ref.slice('refs/tags/'.length) : undefined;
  }

  /** The branch that triggered the run, if one did. */
  get branch(): string | undefined {
    return this.ref?.startsWith('refs/heads/') ? this.ref.slice('refs/heads/'.length) : undefined;
  }

  /** The workflow and the job of this run. */
  get job(): string | undefined {
    const [workflow, job] = [this.#env['GITHUB_WORKFLOW'], this.#env['GITHUB_JOB']];
    return workflow === undefined || job === undefined ? undefined : `${workflow} ${job}`;
  }

  /** The commit that the ref was at when the event happened. */
  get sha(): string | undefined {
    return this.#env['GITHUB_SHA'];
  }

  /** The server that repositories are on. */
  get server(): string {
    return serverUrl(this.#env);
  }

  /** The page of the repository. */
  get repositoryUrl(): string | undefined {
    const repository = this.#env['GITHUB_REPOSITORY'];
    return repository === undefined ? undefined : this.urlOf(repository);
  }

  /** The page of a repository, given as `owner/name`. git accepts it as an address. */
  urlOf(repository: string): string {
    return `${this.server}/${repository}`;
  }

  /** The remote to use for a repository; origin if none is given. */
  remoteFor(repository: string | undefined): string {
    return repository === undefined ? 'origin' : this.urlOf(repository);
  }
}
