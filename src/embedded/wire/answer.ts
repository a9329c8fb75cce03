/** The bytes of a file, from `start` on. `size` is the number of these bytes. */
export type StoredFile = { readonly path: string; readonly size: number; readonly start?: number };

/** An answer as it is sent. */
export type WireAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent instead of `body`. */
  readonly file?: StoredFile;
};
