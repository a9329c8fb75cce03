/** A file to be uploaded to a release. */
export type LocalAsset = {
  readonly name: string;
  readonly path: string;
  readonly label: string | undefined;
  readonly size: number;
  /** `sha256:…` */
  readonly digest: string;
  /** Computed from the other files, and replaced when they change. */
  readonly isDerived?: true;
};

/** A file of a release, or an upload that was begun. */
export type FoundAsset = {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** As GitHub computed it, or computed from the file as GitHub serves it. */
  readonly digest: string;
  readonly isUploaded: boolean;
  /** When the upload began, in milliseconds. */
  readonly begunAt: number;
};

/** A release that exists. */
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

/** All releases of a tag: at most one is published, and there may be drafts. */
export type FoundReleases = { readonly published: FoundRelease | undefined; readonly drafts: readonly FoundRelease[] };

/** The files of a release whose upload is finished. */
export const uploadedIn = (release: FoundRelease | undefined) =>
  (release?.assets ?? []).filter(({ isUploaded }) => isUploaded);
