import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Content, GrowingContent, sizeOf } from './content.ts';
import type { Manifest } from './manifest.ts';

export type Repository = {
  readonly name: string;
  readonly blobs: Map<string, Content>;
  /** By digest, in the order in which they were pushed. */
  readonly manifests: Map<string, Manifest>;
  readonly tags: Map<string, string>;
};

/** An upload that has begun. */
export type Session = {
  readonly id: string;
  readonly repository: string;
  readonly content: GrowingContent;
  /** Ends when the request before has ended. */
  turn: Promise<unknown>;
};

/** Everything that a registry holds. Large blobs are in a temporary folder. */
export class Contents {
  /** Every change of a tag, such as `create org/app:v1`. */
  readonly tagUpdates: string[] = [];
  readonly repositories = new Map<string, Repository>();
  readonly sessions = new Map<string, Session>();
  readonly #folder: string;
  readonly #blobs = new Map<string, Content>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(parent: string): Promise<Contents> {
    return new Contents(await mkdtemp(join(parent, 'registry-')));
  }

  /** Makes the repository if there is none: a registry has no other way to create one. */
  writable(name: string): Repository {
    const found = this.repositories.get(name);
    if (found !== undefined) return found;
    const made = { name, blobs: new Map(), manifests: new Map(), tags: new Map() };
    this.repositories.set(name, made);
    return made;
  }

  newContent(): GrowingContent {
    return new GrowingContent(join(this.#folder, randomUUID()));
  }

  begin(repository: string): Session {
    const session = { id: randomUUID(), repository, content: this.newContent(), turn: Promise.resolve() };
    this.sessions.set(session.id, session);
    return session;
  }

  /** Adds a blob. All repositories share the bytes of a digest. */
  async addBlob(name: string, digest: string, content: Content): Promise<void> {
    const known = this.#blobs.get(digest);
    if (known !== undefined && known !== content && !Buffer.isBuffer(content)) await rm(content.path);
    this.#blobs.set(digest, known ?? content);
    this.writable(name).blobs.set(digest, known ?? content);
  }

  addManifest({ name, manifests, tags }: Repository, manifest: Manifest, tag?: string): void {
    const { digest } = manifest;
    manifests.set(digest, manifest);
    if (tag === undefined || tags.get(tag) === digest) return;
    this.tagUpdates.push(`${tags.has(tag) ? 'move' : 'create'} ${name}:${tag}`);
    tags.set(tag, digest);
  }

  deleteTag({ name, tags }: Repository, tag: string): void {
    if (tags.delete(tag)) this.tagUpdates.push(`delete ${name}:${tag}`);
  }

  /** Its tags are deleted with it. */
  deleteManifest(repository: Repository, digest: string): void {
    repository.manifests.delete(digest);
    for (const [tag, target] of repository.tags) if (target === digest) this.deleteTag(repository, tag);
  }

  /** A blob that was removed from every repository keeps its bytes until then. */
  async remove(): Promise<void> {
    await Promise.all([...this.sessions.values()].map(({ content }) => content.discard()));
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The size of a blob or a manifest that a repository has. */
export function sizeIn(
  { blobs, manifests }: Repository,
  kind: 'blob' | 'manifest',
  digest: string,
): number | undefined {
  if (kind === 'manifest') return manifests.get(digest)?.bytes.length;
  const content = blobs.get(digest);
  return content && sizeOf(content);
}
