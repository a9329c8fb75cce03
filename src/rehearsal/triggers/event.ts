/** Who or what did something. What the token of a job does starts no workflow. */
export type Actor = {
  readonly login: string;
  readonly kind: 'person' | 'app' | 'job';
  /** The run in which it was done, or whose end it was. */
  readonly run?: number;
};

/** Something that happened in a repository, as GitHub tells workflows of it. */
export type RepositoryEvent = {
  /** `push`, `release`, `workflow_dispatch` … */
  readonly name: string;
  /** The activity, such as `published` of a release. */
  readonly activity?: string;
  /** What `github.ref` is: the full name of a branch, a tag or a pull request's merge. */
  readonly ref: string;
  /** The commit of the event. Its workflows are those that count. */
  readonly sha: string;
  readonly actor: Actor;
  /** `github.event` */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The branch into which a pull request goes. */
  readonly baseBranch?: string;
  /** The branch from which a pull request comes. */
  readonly headBranch?: string;
  /** The paths that a push or a pull request changed; undefined where GitHub does not look at them. */
  readonly changedPaths?: readonly string[];
  /** How many tags were pushed at once. */
  readonly tagsInPush?: number;
  /** The message of the last commit. */
  readonly message?: string;
  /** The name of the workflow whose run has ended, of `workflow_run` only. */
  readonly completed?: string;
  /** Which file is started, of `workflow_dispatch` only. */
  readonly workflow?: string;
  readonly inputs?: Readonly<Record<string, string | number | boolean | null>>;
};

/** `tag v1.2.3`, `branch main` */
export function refName(ref: string): string {
  if (ref.startsWith('refs/tags/')) return `tag ${ref.slice('refs/tags/'.length)}`;
  if (ref.startsWith('refs/heads/')) return `branch ${ref.slice('refs/heads/'.length)}`;
  return ref;
}

/** What `github.ref_name` is. */
export const shortRef = (ref: string): string => ref.replace(/^refs\/(?:heads|tags|pull)\//, '');
