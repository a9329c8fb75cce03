/** How a registry differs from one that does everything the specification describes. */
export type Settings = {
  /** Whether it answers questions for referrers. Without them, clients keep a list under the tag `sha256-…`. */
  readonly referrers?: boolean;
  /** Whether it lists its repositories. */
  readonly catalog?: boolean;
  /** Whether a list of tags also names the repositories below, and has one page only, as on Google's registries. */
  readonly children?: boolean;
  /** Whether it takes nothing, as registry.k8s.io. */
  readonly readOnly?: boolean;
  /** What can be deleted. */
  readonly deletes?: 'everything' | 'manifests' | 'nothing';
  /** Whether blobs are mounted from other repositories. Without it, every mount begins an upload. */
  readonly mounts?: boolean;
  /** Whether the request that begins an upload may have the whole blob. Without it, its body is ignored. */
  readonly wholeInPost?: boolean;
  /** Whether a blob may arrive in the request that ends its upload. */
  readonly bytesInPut?: boolean;
  /** In how many requests of their own the bytes of a blob may arrive. */
  readonly chunks?: 'many' | 'one' | 'none';
  /** The most bytes of a chunk that has a range. */
  readonly largestChunk?: number;
  /** The size of a chunk that is not the last must be at least this. */
  readonly smallestChunk?: number;
  /** What is at another origin: the bytes of blobs, as in cloud storage, or manifests and tags as well. */
  readonly elsewhere?: 'nothing' | 'blobs' | 'everything';
  /** Whether everybody may ask whether this is a registry, although everything else needs a token. */
  readonly openPing?: boolean;
  /** Whether the tag `sha256-…`, if there is none, leads to the manifest with that digest. */
  readonly digestAsTag?: boolean;
  /** Whether the addresses in answers name the host. */
  readonly absoluteLocations?: boolean;
  /** Whether the answer for a manifest tells its digest. */
  readonly digestHeader?: boolean;
  /** The most entries of a list of tags, repositories, or referrers in one answer. */
  readonly pageSize?: number;
  /** Every request takes at least this many milliseconds. */
  readonly delay?: number;
  /** Whoever asks more often gets 429. */
  readonly limit?: RequestLimit;
};

export type RequestLimit = {
  /** The most requests that are served at the same time. */
  readonly atOnce?: number;
  /** The most requests in a second. */
  readonly perSecond?: number;
  /** How many seconds a client is told to wait. */
  readonly retryAfter?: number;
};

/** A registry that does everything. */
const everything: Required<Settings> = {
  referrers: true,
  catalog: true,
  children: false,
  readOnly: false,
  deletes: 'everything',
  mounts: true,
  wholeInPost: true,
  bytesInPut: true,
  chunks: 'many',
  largestChunk: Infinity,
  smallestChunk: 0,
  elsewhere: 'nothing',
  openPing: false,
  digestAsTag: false,
  absoluteLocations: false,
  digestHeader: true,
  pageSize: 1000,
  delay: 0,
  limit: {},
};

export function withDefaults(settings: Settings): Required<Settings> {
  return { ...everything, ...settings };
}
