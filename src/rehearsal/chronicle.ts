import type { SourcePosition } from '../domain/error.ts';

/**
 * What happened in a release, and what is there afterwards. Plain values only: whoever performed or looked at a release
 * writes one, and the page shows it. Times are in ISO 8601.
 */
export type Chronicle = {
  /** `owner/name` */
  readonly repository: string;
  /** What was released, such as `v1.2.0`. */
  readonly title: string;
  readonly isDone: boolean;
  /** Whether nothing was to leave the runner. */
  readonly isRehearsal: boolean;
  /** What ended the rehearsal before its end. */
  readonly interruption?: Interruption;
  readonly begin: string;
  readonly seconds: number;
  readonly course: readonly Occurrence[];
  /** What stops the release, the first one first. */
  readonly refusals: readonly Remark[];
  /** What may go wrong, although the release goes on. */
  readonly risks: readonly Remark[];
  /** What was not performed, and what is not known because of that. */
  readonly unknown: readonly Remark[];
  /** What people still have to do. */
  readonly pending: readonly Remark[];
  /** What has to be there, and could not be looked at. */
  readonly needs: readonly Remark[];
  /** What was published where no server stands for the registry. */
  readonly packages: readonly Package[];
} & World;

/** A file in a registry of packages, such as PyPI. */
export type Package = { readonly registry: string; readonly name: string; readonly digest: string };

/** What was begun or left out when somebody ended the rehearsal. */
export type Interruption = {
  readonly signal: 'SIGINT' | 'SIGTERM';
  /** Where it was, and what was not begun. */
  readonly remarks: readonly Remark[];
};

export type Remark = {
  readonly what: string;
  /** What was said of it, and how it is mended. */
  readonly why?: string;
  /** The line that decides. */
  readonly at?: SourcePosition;
  /** The run in which it happened. */
  readonly run?: string;
};

/** What can be seen on the servers. */
export type World = {
  /** The newest first, and each before its parents. */
  readonly commits: readonly Commit[];
  readonly refs: readonly Ref[];
  readonly pulls: readonly Pull[];
  readonly releases: readonly Release[];
  readonly images: readonly ImageRepository[];
  readonly notices: readonly Notice[];
};

export type Occurrence = Chapter | Deed | Run;

/** A part of the written process. What follows belongs to it. */
export type Chapter = { readonly kind: 'chapter'; readonly title: string };

/** What a person or another service did, other than starting a workflow. */
export type Deed = { readonly kind: 'deed'; readonly at: string; readonly text: string };

export type Run = {
  readonly kind: 'run';
  /** Unique in the chronicle. */
  readonly id: string;
  /** The file, such as `release.yml`. */
  readonly workflow: string;
  readonly event: string;
  /** The run that started it. Without it, a person did. */
  readonly startedBy?: string;
  /** The person who started it, such as `you`. */
  readonly by?: string;
  readonly ref: string;
  readonly commit: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The pull request that it checked. */
  readonly pull?: number;
  readonly at: string;
  readonly seconds: number;
  readonly result: string;
  readonly jobs: readonly Job[];
};

export type Job = {
  readonly name: string;
  readonly result: string;
  readonly steps: readonly Step[];
  /** What was said of it besides its steps. */
  readonly said: readonly string[];
};

export type Step = {
  readonly name: string;
  readonly result: string;
  readonly seconds: number;
  readonly changes: readonly StepChange[];
  /** What is shown as an annotation. */
  readonly said: readonly string[];
  /** The end of the log, if it failed without a word. */
  readonly log: readonly string[];
  /** Why it was not performed, though GitHub would perform it. */
  readonly notPerformed?: string;
};

export type StepChange = { readonly title: string; readonly detail: string; readonly isMade: boolean };

export type Commit = {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly subject: string;
  readonly author: string;
  readonly at: string;
};

export type Ref = {
  readonly kind: 'branch' | 'tag';
  readonly name: string;
  readonly commit: string;
  /** The message of an annotated tag. */
  readonly message?: string;
  /** Whether it was not there, or elsewhere, before. */
  readonly isNew: boolean;
};

export type Pull = {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly state: 'open' | 'merged' | 'closed';
  readonly head: string;
  readonly base: string;
  /** The commit of the merge, or the last one of its branch. */
  readonly commit: string;
  readonly diff: string;
};

export type Release = {
  readonly tag: string;
  readonly name: string;
  readonly state: 'draft' | 'prerelease' | 'release' | 'latest';
  readonly author: string;
  readonly at: string;
  readonly notes: string;
  readonly assets: readonly Asset[];
};

export type Asset = {
  readonly name: string;
  readonly label: string;
  readonly size: number;
  readonly digest: string;
};

/** A repository of a registry. */
export type ImageRepository = {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly manifests: readonly Manifest[];
};

export type Manifest = {
  readonly digest: string;
  /** What it is, such as `image`, `index` or `signature`. */
  readonly kind: string;
  readonly size: number;
  readonly platforms: readonly string[];
  /** The digest of the manifest that it belongs to, if it is a referrer. */
  readonly subject?: string;
};

/** What people were told, or what keeps them from something. */
export type Notice = { readonly where: string; readonly author: string; readonly text: string };
