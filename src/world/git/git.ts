import { ReleaseError } from '../../domain/error.ts';
import { githubBot } from '../../domain/repositories/identity.ts';
import type { TagObject } from '../../domain/tags/tag-object.ts';
import type { TreeEntry } from '../../domain/repositories/tree-entry.ts';
import type { Change } from '../change.ts';
import type { Files } from '../files.ts';
import { Checkout } from './checkout.ts';
import { GitCommand, runAgain } from './command.ts';
import type { Desk } from './desk.ts';
import { commitOf, nameOf, storeCommit } from './objects.ts';
import type { Commit, NewCommit, NewTag } from './objects.ts';
import { isOnBranch, rangeOf } from './range.ts';
import type { Range } from './range.ts';
import { lastWords } from './refusal.ts';
import { parseBranches, parseRefs } from './refs.ts';
import type { Branches, PlacedTag, Refs } from './refs.ts';
import { Remotes } from './remotes.ts';
import type { Where } from './remotes.ts';
import { openSigner } from './signing.ts';
import type { Signer, SigningKey } from './signing.ts';
import { TagSets } from './tag-sets.ts';
import { Tags } from './tags.ts';
import { contentsOf, filesOf } from './trees.ts';
import type { Host } from '../host.ts';
import type { Tools } from '../tools.ts';

export { branchOf, commitOn } from './checkout.ts';
export { tagOn } from './tags.ts';
export type { Commit, PlacedTag, Refs };

/** The repository of the workspace, and its remotes. */
export class Git implements AsyncDisposable {
  readonly #git: GitCommand;
  readonly #remotes: Remotes;
  readonly #desk: Desk & { readonly tools: Tools };
  readonly #tags: Tags;
  readonly #signers: Signer[] = [];
  readonly #isJobToken: boolean | undefined;
  #checkout?: Checkout;
  #tagSets?: TagSets;
  constructor(host: Host, { files, tools }: { readonly files: Files; readonly tools: Tools }) {
    this.#git = new GitCommand(host, tools);
    this.#remotes = new Remotes(host, this.#git);
    this.#desk = { git: this.#git, remotes: this.#remotes, files, tools };
    this.#tags = new Tags(this.#desk);
    this.#isJobToken = host.isJobToken;
  }

  /** The working folder, what was edited in it, and commits of that. */
  get checkout(): Checkout {
    return (this.#checkout ??= new Checkout(this.#desk));
  }

  /** Many tags at once. */
  get tagSets(): TagSets {
    return (this.#tagSets ??= new TagSets(this.#desk));
  }

  /** A commit by any name that git understands. */
  commit(revision: string): Promise<Commit> {
    return commitOf(this.#git, revision);
  }

  /** The name of what stands at a path of a commit, such as a folder's tree; undefined where nothing does. */
  objectAt(commit: string, path: string): Promise<string | undefined> {
    return nameOf(this.#git, `${commit}:${path}`);
  }

  /** The text of a file in a commit; undefined where there is none. */
  async textAt(commit: string, path: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run(['cat-file', 'blob', `${commit}:./${path}`]);
    return code === 0 ? stdout : undefined;
  }

  /** Every file of a commit. */
  files(commit: string): Promise<readonly TreeEntry[]> {
    return filesOf(this.#git, commit);
  }

  /** What files of a commit hold, by the names of their objects. */
  contents(objects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return contentsOf(this.#git, objects);
  }

  /** Puts a commit into the object store, where no branch or tag leads to it; the same facts give the same name. */
  storeCommit(commit: NewCommit): Promise<string> {
    return storeCommit(this.#git, commit);
  }

  /** `Name <address>` that git would write, if somebody has told it. */
  async identity(): Promise<string | undefined> {
    const settings = [['user.useConfigOnly', 'true']] as const;
    const { code, stdout, stderr } = await this.#git.run(['var', 'GIT_COMMITTER_IDENT'], { settings });
    if (code !== 0 && !/tell me who you are|(?:email|name) was given|empty ident/i.test(stderr))
      throw new ReleaseError(`git cannot say who makes the tag: ${lastWords(stderr)}`, { fix: runAgain });
    return code === 0 ? /^(.*>) \d+ [+-]\d{4}$/.exec(stdout.trim())?.[1] : undefined;
  }

  hasRemote(remote: string): Promise<boolean> {
    return this.#remotes.has(remote);
  }

  /** The tags of a remote, and where one of its branches is, in one advertisement. */
  async remoteRefs(where: Where, branch?: string): Promise<Refs> {
    const wanted = ['HEAD', 'refs/tags/*', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
    return parseRefs(await this.#remotes.refs(where, wanted));
  }

  /** Where some branches of a remote are, and which one is its default. */
  async remoteBranches(where: Where, names: readonly string[]): Promise<Branches> {
    const wanted = ['HEAD', ...names.map((name) => `refs/heads/${name}`)];
    return parseBranches(await this.#remotes.refs(where, wanted, ['--symref']));
  }

  /** The address behind a remote's name. */
  address(where: Where): Promise<string> {
    return this.#remotes.address(where);
  }

  /** Whether the token is what a push to this remote is made with. */
  takesToken(remote: string): Promise<boolean> {
    return this.#remotes.takesToken(remote);
  }

  /** Whether what is pushed to a remote starts workflows; undefined where it is pushed with nobody knows whose credentials. */
  async startsWorkflows(remote: string): Promise<boolean | undefined> {
    const isJobToken = this.#isJobToken;
    if (isJobToken === undefined) return undefined;
    return (await this.takesToken(remote)) ? !isJobToken : isJobToken ? undefined : true;
  }

  /** In whose name a tag is made, where nobody says it. */
  async tagger(signer: Signer | undefined): Promise<string> {
    return (await this.identity()) ?? signer?.identity ?? githubBot;
  }

  /** The tags of the checkout itself, some of which nobody else may have yet. */
  localTags(): Promise<Refs['tags']> {
    return this.#tags.local();
  }

  /** What an annotated tag says; undefined for a lightweight one. Fetched where the checkout does not have it. */
  tagObject(where: Where, name: string, placed: PlacedTag): Promise<TagObject | undefined> {
    return this.#tags.object(where, name, placed);
  }

  /** Whether a commit is part of a branch of the remote. Its history comes without files where it is not here. */
  isOnBranch(commit: string, remote: string, tip: string, branch: string): Promise<boolean> {
    return isOnBranch(this.#desk, commit, { remote, name: branch, tip });
  }

  /** What a commit has and an earlier one has not. The history comes without files where it is not here. */
  range(where: Where, from: string | undefined, to: string): Promise<Range> {
    return rangeOf(this.#desk, where, from, to);
  }

  /** A key that has proven that it can sign. It is gone when the run ends. */
  async signer(secret: SigningKey): Promise<Signer> {
    const signer = await openSigner(secret, this.#desk);
    this.#signers.push(signer);
    return signer;
  }

  /** An annotated tag in the checkout; read back, because a tag cannot be mended later. */
  createTag(tag: NewTag): Change<PlacedTag> {
    return this.#tags.create(tag);
  }

  /** Sets a tag of the checkout to what the remote has, whose object was fetched. */
  adoptTag(name: string, here: PlacedTag, there: PlacedTag): Change<void> {
    return this.#tags.adopt(name, here, there);
  }

  /** Pushes one tag of the checkout, and nothing with it. */
  pushTag(remote: string, name: string, commit: string): Change<PlacedTag> {
    return this.#tags.push(remote, name, commit);
  }

  /** Sets a tag that is meant to move, such as v1, if it still is where it was seen. */
  setTag(remote: string, name: string, seen: PlacedTag | undefined, commit: string): Change<void> {
    return this.#tags.set(remote, name, seen, commit);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#signers.map((signer) => signer.end()));
  }
}
