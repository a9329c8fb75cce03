import type { Files } from '../files.ts';
import type { Host } from '../host.ts';
import type { Tools } from '../tools.ts';
import type { Checkout } from './checkout.ts';
import { GitCommand } from './command.ts';
import { Commits } from './commits.ts';
import type { GitContext } from './context.ts';
import type { History } from './history.ts';
import { Remotes } from './remotes.ts';
import type { Signing } from './signing.ts';
import type { TagSets } from './tag-sets.ts';
import { Tags } from './tags.ts';
import { Transport } from './transport.ts';

export type { Checkout } from './checkout.ts';
export { GitCommand } from './command.ts';
export type { Destination } from './destination.ts';
export type { Edits, FileEdit } from './edits.ts';
export { branchOf, commitOn } from './keys.ts';
export { contentsOf } from './objects.ts';
export type { Commit } from './objects.ts';
export { noRefs } from './refs.ts';
export type { PlacedTag } from './refs.ts';
export type { Signer } from './signer.ts';
export { signingKeyOf } from './signing-key.ts';
export { tagOn } from './tags.ts';
export type { DirectedRemote } from './transport.ts';

type Ports = { readonly files: Files; readonly tools: Tools };

// Why: docs/decisions.md D36
/** The repository of the workspace, and its remotes. The parts that few actions need are loaded by the first call. */
export class Git implements AsyncDisposable {
  readonly #context: GitContext;
  readonly #ports: Ports;
  #checkout?: Promise<Checkout>;
  #history?: Promise<History>;
  #signing?: Promise<Signing>;
  #tagSets?: Promise<TagSets>;
  /** Commits and their content. */
  readonly commits: Commits;
  /** The refs and addresses of remotes. */
  readonly remotes: Remotes;
  /** Single tags. */
  readonly tags: Tags;
  constructor(host: Host, ports: Ports) {
    const git = new GitCommand(host, ports.tools);
    this.#context = { git, transport: new Transport(host, git), files: ports.files };
    this.#ports = ports;
    this.commits = new Commits(git);
    this.remotes = new Remotes(host, this.#context);
    this.tags = new Tags(this.#context);
  }

  /** The working folder, what was edited in it, and commits of these edits. */
  readonly checkout = (): Promise<Checkout> => (this.#checkout ??= this.#loadCheckout());

  /** Ancestors of commits. */
  readonly history = (): Promise<History> => (this.#history ??= this.#loadHistory());

  readonly signing = (): Promise<Signing> => (this.#signing ??= this.#loadSigning());

  /** Many tags at once. */
  readonly tagSets = (): Promise<TagSets> => (this.#tagSets ??= this.#loadTagSets());

  async #loadCheckout(): Promise<Checkout> {
    const { Checkout } = await import('./checkout.ts');
    return new Checkout(this.#context);
  }

  async #loadHistory(): Promise<History> {
    const { History } = await import('./history.ts');
    return new History(this.#context);
  }

  async #loadSigning(): Promise<Signing> {
    const { Signing } = await import('./signing.ts');
    return new Signing(this.#context.git, this.#ports);
  }

  async #loadTagSets(): Promise<TagSets> {
    const { TagSets } = await import('./tag-sets.ts');
    return new TagSets(this.#context);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await (await this.#signing)?.[Symbol.asyncDispose]();
  }
}
