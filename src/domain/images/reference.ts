import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { parseDigest } from './digest.ts';
import type { Digest } from './digest.ts';

/** A repository of a registry. */
export type ImageRepository = {
  /** The host, with its port if it has one: `registry.k8s.io`, `localhost:5000`. */
  readonly registry: string;
  /** `kustomize/kustomize` */
  readonly repository: string;
};

/** An image by its tag, by its digest, or by both: then the tag is expected to have this digest. */
export type Reference = ImageRepository & { readonly tag?: string; readonly digest?: Digest };

/** A tag that is to be written. */
export type TagReference = ImageRepository & { readonly tag: string };

const longestRepository = 255; // with the registry, as in Docker's own rules
const host =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
export const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagName = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;

/** Reads `registry/repository:tag@digest`. Refuses a reference without a registry, and one without tag and digest. */
export function parseReference(text: string): Reference {
  const { name, tag, digest } = split(text);
  if (tag === undefined && digest === undefined)
    throw new ReleaseError(`${quoted(text)} has no tag and no digest.`, {
      fix: `Write ${text}:v1.2.3, or ${text}@sha256:… The tag "latest" is never assumed.`,
    });
  return {
    ...parseImageRepository(name),
    ...(tag !== undefined && { tag: parseTag(tag) }),
    ...(digest !== undefined && { digest: parseDigest(digest) }),
  };
}

// Why: docs/decisions.md D51
/** Reads `registry/repository`. */
export function parseImageRepository(text: string): ImageRepository {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(slash, 0));
  if (!/[.:]/.test(first) && first.toLowerCase() !== 'localhost') throw withoutRegistry(text);
  if (!host.test(first))
    throw new ReleaseError(`${quoted(first)} in ${quoted(text)} is not the host of a registry.`, {
      fix: 'Write a host such as registry.k8s.io or localhost:5000, without https:// before it.',
    });
  const registry = first.toLowerCase();
  const repository = text.slice(slash + 1);
  if (!repositoryName.test(repository) || text.length > longestRepository)
    throw new ReleaseError(`${quoted(repository.slice(0, 300))} is not the name of a repository of ${registry}.`, {
      fix: 'Its parts have lower-case letters and digits, with single dots, underscores or hyphens between them, and slashes between the parts. With the registry it has at most 255 characters.',
    });
  return inDockerHub.has(registry) ? ofDockerHub(repository) : { registry, repository };
}

export function parseTag(text: string): string {
  if (tagName.test(text)) return text;
  throw new ReleaseError(`${quoted(text.slice(0, 200))} is not a tag of an image.`, {
    fix: 'A tag has at most 128 letters, digits, underscores, dots and hyphens, and begins with none of the last two.',
  });
}

/** The repository of a reference, without its tag and digest. */
export const repositoryOf = ({ registry, repository }: ImageRepository): ImageRepository => ({ registry, repository });

/** A repository in a folder; the folder itself for an empty name. A name may be too long only together with its folder. */
export const below = (folder: ImageRepository, name: string): ImageRepository =>
  name === '' ? folder : parseImageRepository(`${referenceText(folder)}/${name}`);

/** The whole reference as text. */
export const referenceText = ({ registry, repository, tag, digest }: Reference): string =>
  `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;

/** The digest stands behind `@`, the tag behind the last colon of what is left, if no slash follows it. */
function split(text: string): { readonly name: string; readonly tag?: string; readonly digest?: string } {
  const at = text.indexOf('@');
  const [rest, digest] = at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
  const colon = rest.lastIndexOf(':');
  const isTag = colon > rest.lastIndexOf('/');
  return {
    name: isTag ? rest.slice(0, colon) : rest,
    ...(isTag && { tag: rest.slice(colon + 1) }),
    ...(digest !== undefined && { digest }),
  };
}

const inDockerHub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/** Docker Hub has its official images below `library`. */
const ofDockerHub = (repository: string): ImageRepository => ({
  registry: 'docker.io',
  repository: repository.includes('/') ? repository : `library/${repository}`,
});

function withoutRegistry(text: string): ReleaseError {
  const [name = ''] = text.split('@');
  return new ReleaseError(`${quoted(text.slice(0, 300))} names no registry.`, {
    fix: `Write the host of the registry in front of it. For Docker Hub: docker.io/${name.slice(0, 300)}`,
  });
}
