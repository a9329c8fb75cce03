import type { TokenRules } from './auth/authentication.ts';
import type { Settings } from './settings.ts';

export type Known = { readonly settings: Settings; readonly tokens?: TokenRules };

const mebibyte = 1024 * 1024;

/** None of them lists repositories, and none lets blobs be deleted. */
const hosted = { catalog: false, deletes: 'nothing', wholeInPost: false } as const;

const known = {
  /** Chunks: https://github.com/ocx-sh/ocx/pull/237 */
  'ghcr.io': {
    settings: { ...hosted, referrers: false, elsewhere: 'blobs', largestChunk: 4 * mebibyte },
    tokens: { service: 'ghcr.io', refuses: true },
  },
  /** https://distribution.github.io/distribution/spec/auth/token/ */
  'docker.io': {
    settings: { ...hosted, referrers: false, elsewhere: 'blobs', absoluteLocations: true },
    tokens: { service: 'registry.docker.io', elsewhere: true },
  },
  /** Referrers: https://github.com/oras-project/oras-go/issues/1396 */
  'registry.gitlab.com': {
    settings: { ...hosted, referrers: false, elsewhere: 'blobs', digestAsTag: true, deletes: 'manifests' },
    tokens: { service: 'container_registry', elsewhere: true },
  },
  /**
   * Chunks: https://cloud.google.com/artifact-registry/docs/reference/docker-api
   * Children: https://pkg.go.dev/github.com/google/go-containerregistry/pkg/v1/google#Tags
   * One page: https://github.com/google/go-containerregistry/issues/897 and pull/1645
   */
  'pkg.dev': {
    settings: { ...hosted, children: true, pageSize: 10_000, deletes: 'manifests', chunks: 'one', elsewhere: 'blobs' },
    tokens: { service: 'us-docker.pkg.dev' },
  },
  /** https://github.com/kubernetes/registry.k8s.io/blob/main/cmd/archeio/docs/request-handling.md */
  'registry.k8s.io': {
    settings: { ...hosted, referrers: false, elsewhere: 'everything', readOnly: true, openPing: true },
  },
} satisfies Record<string, Known>;

export type KnownRegistry = keyof typeof known;

/** How public registries differ from the specification, as far as it is known and matters here. */
export const knownRegistries: Readonly<Record<KnownRegistry, Known>> = known;
