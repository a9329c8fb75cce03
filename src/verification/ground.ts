import type { Digest } from '../domain/images/digest.ts';
import type { Reference } from '../domain/images/reference.ts';
import type { SourceFile } from '../rehearsal/workflow/source.ts';
import type { Finding } from './finding.ts';
import type { PushedImage } from './images.ts';
import type { Performer } from './performer.ts';
import type { ReleaseClaim } from './release-claim.ts';
import type { VerifiedImage } from './told.ts';

/** What a walk needs of the release and of the person. */
export type Ground = {
  readonly tag: string;
  readonly commit: string;
  readonly repository: string;
  readonly server: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly performer: Performer;
  /** A fresh checkout of the tag. */
  readonly checkOut: () => Promise<string>;
  /** What a registry has for the tag of an image; undefined if it has nothing. */
  readonly digestOf: (image: Reference) => Promise<Digest | undefined>;
  /** A workflow that a job calls: of the tag, or of this release of release-actions. */
  readonly workflowFile: (uses: string, caller: string) => Promise<SourceFile | undefined>;
};

/** What is found in one run of a workflow. */
export type Account = {
  readonly findings: Finding[];
  readonly claims: ReleaseClaim[];
  readonly leftOut: LeftOut[];
  readonly images: PushedImage[];
  readonly verified: VerifiedImage[];
  /** The places of steps with gh-release that are not performed. They may have attached files. */
  readonly unseen: string[];
};

/** A step about which nothing can be said after the release. */
export type LeftOut = { readonly name: string; readonly why: string; readonly place: string };

/** The workflow is about another tag. */
export class OtherTag extends Error {}
