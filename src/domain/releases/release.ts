/** A file that a release shall have. */
export type LocalAsset = {
  readonly name: string;
  readonly path: string;
  readonly label: string | undefined;
  readonly size: number;
  /** `sha256:…` */
  readonly digest: string;
  /** Made from the others, so that it is made anew when they change. */
  readonly isDerived?: true;
};

/** A file that a release has, or that somebody began to upload. */
export type FoundAsset = {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** As GitHub computed it, or as it was computed from what GitHub serves. */
  readonly digest: string;
  readonly isUploaded: boolean;
  /** When somebody began, in milliseconds. */
  readonly begunAt: number;
};

/** A release that is there. */
export type FoundRelease = {
  readonly id: number;
  readonly url: string;
  readonly uploadUrl: string;
  readonly tag: string;
  readonly isDraft: boolean;
  readonly isPrerelease: boolean;
  readonly isImmutable: boolean;
  readonly name: string;
  readonly body: string;
  readonly assets: readonly FoundAsset[];
};

/** All releases that are there for a tag: one may be published, and there may be drafts beside it. */
export type FoundReleases = { readonly published: FoundRelease | undefined; readonly drafts: readonly FoundRelease[] };

/** The files of a release that are whole. */
export const uploadedIn = (release: FoundRelease | undefined) =>
  (release?.assets ?? []).filter(({ isUploaded }) => isUploaded);
