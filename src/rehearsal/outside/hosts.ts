/** What a rehearsal does with a connection to a host. */
export type HostKind =
  /** The embedded GitHub and git server answer. What they do not have is read from the real one. */
  | 'github'
  /** Nothing is looked at: packages are read there, and nothing can be published. */
  | 'source'
  /** Packages are read there. What would publish something is refused. */
  | 'shared source'
  /** The embedded registry answers to what registries are asked. Everything else is refused. */
  | 'other';

const github = new Set(['github.com', 'www.github.com', 'api.github.com', 'uploads.github.com']);

/** Hosts that only give. */
const sources = new Set([
  // Python
  'pypi.org',
  'files.pythonhosted.org',
  'bootstrap.pypa.io',
  'repo.anaconda.com',
  // Go
  'proxy.golang.org',
  'sum.golang.org',
  'index.golang.org',
  'go.dev',
  'dl.google.com',
  // JavaScript
  'nodejs.org',
  'npm.jsr.io',
  'deno.land',
  // Rust
  'index.crates.io',
  'static.crates.io',
  'static.rust-lang.org',
  // Java
  'repo.maven.apache.org',
  'repo1.maven.org',
  'services.gradle.org',
  'downloads.gradle.org',
  // .NET
  'api.nuget.org',
  // Ruby
  'index.rubygems.org',
  // Systems
  'deb.debian.org',
  'security.debian.org',
  'archive.ubuntu.com',
  'security.ubuntu.com',
  'azure.archive.ubuntu.com',
  'ports.ubuntu.com',
  'dl-cdn.alpinelinux.org',
  'mirrors.fedoraproject.org',
  'download.docker.com',
  'apt.releases.hashicorp.com',
  'releases.hashicorp.com',
  // Kubernetes
  'get.helm.sh',
  'dl.k8s.io',
  'cdn.dl.k8s.io',
  'pkgs.k8s.io',
  // What GitHub serves from other hosts
  'codeload.github.com',
  'raw.githubusercontent.com',
  'objects.githubusercontent.com',
  'release-assets.githubusercontent.com',
]);

/** Hosts where the same server reads and publishes. */
const shared = new Set([
  'registry.npmjs.org',
  'registry.yarnpkg.com',
  'crates.io',
  'rubygems.org',
  'plugins.gradle.org',
  'jsr.io',
  'storage.googleapis.com',
]);

export function kindOf(host: string): HostKind {
  if (github.has(host)) return 'github';
  if (sources.has(host)) return 'source';
  return shared.has(host) ? 'shared source' : 'other';
}

/** Registries whose hosts answer to little else. What is pushed there never leaves the machine, whatever is permitted. */
const registries =
  /^(?:ghcr\.io|(?:index\.|registry-1\.)?docker\.io|quay\.io|(?:.+\.)?(?:gcr\.io|pkg\.dev|azurecr\.io)|registry\.k8s\.io|registry\.gitlab\.com|mcr\.microsoft\.com|public\.ecr\.aws|.+\.dkr\.ecr\..+)$/;

export const isRegistry = (host: string): boolean => registries.test(host);

export const isLoopback = (host: string): boolean =>
  /^(?:127(?:\.\d+){3}|\[?::1\]?|localhost|.*\.localhost)$/.test(host);
