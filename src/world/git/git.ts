import type { Files } from '../files.ts';
import type { Host } from '../host.ts';
import type { Tools } from '../tools.ts';
import { Checkout } from './checkout.ts';
import { GitCommand } from './command.ts';
import { Commits } from './commits.ts';
import type { GitContext } from './context.ts';
import { History } from './history.ts';
import { Remotes } from './remotes.ts';
import { Signing } from './signing.ts';
import { TagSets } from './tag-sets.ts';
import { Tags } from './tags.ts';
import { Transport } from './transport.ts';

export { branchOf, commitOn } from './checkout.ts';
export type { Checkout } from './checkout.ts';
export { GitCommand } from './command.ts';
export type { Destination } from './destination.ts';
export type { Edits, FileEdit } from './edits.ts';
export type { Commit } from './objects.ts';
export { noRefs } from './refs.ts';
export type { PlacedTag } from './refs.ts';
export { signingKeyOf } from './signer.ts';
export type { Signer } from './signer.ts';
export { tagOn } from './tags.ts';
export type { DirectedRemote } from './transport.ts';

/** The repository of the workspace, and its remotes. */
export class Git implements AsyncDisposable {
  /** Commits and their content. */
  readonly commits: Commits;
  /** Ancestors of commits. */
  readonly history: History;
  /** The refs and addresses of remotes. */
  readonly remotes: Remotes;
  readonly signing: Signing;
  /** Single tags. */
  readonly tags: Tags;
  /** Many tags at once. */
  readonly tagSets: TagSets;
  /** The working folder, what was edited in it, and commits of these edits. */
  readonly checkout: Checkout;
  constructor(host: Host, ports: { readonly files: Files; readonly tools: Tools }) {
    const git = new GitCommand(host, ports.tools);
    const transport = new Transport(host, git);
    const context: GitContext = { git, transport, files: ports.files };
    this.commits = new Commits(git);
    this.history = new History(context);
    this.remotes = new Remotes(host, context);
    this.signing = new Signing(git, ports);
    this.tags = new Tags(context);
    this.tagSets = new TagSets(context);
    this.checkout = new Checkout(context);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.signing[Symbol.asyncDispose]();
  }
}
