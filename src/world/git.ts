import { ReleaseError } from '../domain/error.ts';
import { githubBot } from '../domain/identity.ts';
import { quoted, short } from '../domain/text.ts';
import { parseTagObject } from '../domain/tag-object.ts';
import type { TagObject } from '../domain/tag-object.ts';
import type { TreeEntry } from '../domain/tree-entry.ts';
import { Moved } from './change.ts';
import type { Change } from './change.ts';
import type { Files } from './files.ts';
import { Checkout } from './git/checkout.ts';
import { GitCommand, runAgain } from './git/command.ts';
import { lastWords } from './git/refusal.ts';
import { rangeOf } from './git/range.ts';
import type { Range } from './git/range.ts';
import { parseBranches, parseRefs } from './git/refs.ts';
import type { Branches, PlacedTag, Refs } from './git/refs.ts';
import { quietFetch, Remotes } from './git/remotes.ts';
import type { Where } from './git/remotes.ts';
import { TagSets } from './git/tag-sets.ts';
import { contentsOf, filesOf } from './git/trees.ts';
import { openSigner } from './git/signing.ts';
import type { Signer, SigningKey } from './git/signing.ts';
import { makeTag, storeCommit } from './git/objects.ts';
import type { NewCommit, NewTag } from './git/objects.ts';
import type { Host } from './host.ts';
import type { Tools } from './tools.ts';

export type { PlacedTag, Refs };

export type Commit = {
  readonly sha: string;
  /** When it was committed, in seconds. */
  readonly epoch: number;
};

/** The repository of the workspace, and its remotes. */
export class Git implements AsyncDisposable {
  readonly #git: GitCommand;
  readonly #remotes: Remotes;
  readonly #desk: { readonly files: Files; readonly tools: Tools };
  readonly #signers: Signer[] = [];
  readonly #isJobToken: boolean | undefined;
  #checkout?: Checkout;
  #tagSets?: TagSets;
  constructor(host: Host, desk: { readonly files: Files; readonly tools: Tools }) {
    this.#git = new GitCommand(host, desk.tools);
    this.#remotes = new Remotes(host, this.#git);
    this.#desk = desk;
    this.#isJobToken = host.isJobToken;
  }

  /** The working folder, what was edited in it, and commits of that. */
  get checkout(): Checkout {
    return (this.#checkout ??= new Checkout(this.#git, this.#remotes, this.#desk.files));
  }

  /** Many tags at once. */
  get tagSets(): TagSets {
    return (this.#tagSets ??= new TagSets({ git: this.#git, remotes: this.#remotes, files: this.#desk.files }));
  }

  /** A commit by any name that git understands. */
  async commit(revision: string): Promise<Commit> {
    await this.#git.read(['rev-parse', '--git-dir']); // where there is no repository, that is what is wrong
    const parse = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const { code, stdout } = await this.#git.run(parse);
    if (code !== 0) {
      throw new ReleaseError(`There is no commit ${quoted(revision)} in this checkout.`, {
        fix: 'Give a commit that is fetched here; fetch-depth: 0 at actions/checkout brings all of them.',
      });
    }
    const sha = stdout.trim();
    if (!/^[0-9a-f]+$/.test(sha))
      throw new ReleaseError(`${quoted(revision)} is not one commit.`, { fix: 'Give a commit, a branch or a tag.' });
    const header = (await this.#git.read(['cat-file', 'commit', sha])).split('\n\n', 1)[0] ?? '';
    return { sha, epoch: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0) };
  }

  /** The name of what stands at a path of a commit, such as a folder's tree; undefined where nothing does. */
  async objectAt(commit: string, path: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${commit}:${path}`,
    ]);
    return code === 0 ? stdout.trim() : undefined;
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
  async localTags(): Promise<Refs['tags']> {
    const { code, stdout, stderr } = await this.#git.run(['show-ref', '--tags', '--dereference']);
    if (code > 1)
      throw new ReleaseError(`The tags of the checkout cannot be read: ${lastWords(stderr)}`, {
        fix: runAgain,
        cause: new Error(stderr),
      });
    return parseRefs(stdout).tags; // it ends with 1 where there are none
  }

  /** What an annotated tag says; undefined for a lightweight one. Fetched where the checkout does not have it. */
  async tagObject(where: Where, name: string, { object, commit }: PlacedTag): Promise<TagObject | undefined> {
    if (object === commit) return undefined;
    if (!(await this.#has(object))) await this.#remotes.look(where, quietFetch, [`refs/tags/${name}`]);
    return this.#tagObject(object);
  }

  /** Whether a commit is part of a branch of the remote. Its history comes without files where it is not here. */
  async isOnBranch(commit: string, remote: string, tip: string, branch: string): Promise<boolean> {
    if (commit === tip) return true;
    const isComplete = (await this.#git.read(['rev-parse', '--is-shallow-repository'])) === 'false';
    if (isComplete && (await this.#has(tip))) return this.#isAncestor(commit, tip);
    const folder = await this.#desk.files.scratch();
    await this.#git.read(['init', '--quiet', '--bare', folder]);
    const refspec = `refs/heads/${branch}:refs/heads/${branch}`;
    await this.#remotes.look(
      { remote, direction: 'fetch' },
      ['-C', folder, ...quietFetch, '--filter=tree:0'],
      [refspec],
    );
    return this.#isAncestor(commit, tip, folder);
  }

  /** What a commit has and an earlier one has not. The history comes without files where it is not here. */
  range(where: Where, from: string | undefined, to: string): Promise<Range> {
    return rangeOf({ git: this.#git, remotes: this.#remotes, files: this.#desk.files }, where, from, to);
  }

  /** A key that has proven that it can sign. It is gone when the run ends. */
  async signer(secret: SigningKey): Promise<Signer> {
    const signer = await openSigner(secret, this.#desk);
    this.#signers.push(signer);
    return signer;
  }

  /** An annotated tag in the checkout; read back, because a tag cannot be mended later. */
  createTag(tag: NewTag): Change<PlacedTag> {
    const { name, commit, message, tagger, signer } = tag;
    const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
    return {
      title: `Create tag ${name} at ${short(commit)}`,
      detail: `${how}, by ${tagger}\n\n${message}`,
      reach: 'local',
      apply: async () =>
        this.#readBack(tag, await makeTag(this.#git, tag, await this.#desk.files.scratchFile('message', message))),
    };
  }

  /** Sets a tag of the checkout to what the remote has, whose object was fetched. */
  adoptTag(name: string, here: PlacedTag, there: PlacedTag): Change<void> {
    const apply = async () => {
      const { code, stderr } = await this.#git.run(['update-ref', `refs/tags/${name}`, there.object, here.object]);
      if (code !== 0) throw new Moved(`tag ${name} of the checkout was moved meanwhile: ${lastWords(stderr)}`);
    };
    const detail = `refs/tags/${name}: ${here.object} → ${there.object}`;
    return { title: `Take tag ${name} as the remote has it`, detail, reach: 'local', apply };
  }

  /** Pushes one tag of the checkout, and nothing with it. */
  pushTag(remote: string, name: string, commit: string): Change<PlacedTag> {
    const ref = `refs/tags/${name}`;
    const apply = async () => {
      const tag = (await this.localTags()).get(name);
      if (tag?.commit !== commit) throw new Moved(`tag ${name} of the checkout was moved meanwhile`);
      await this.#remotes.push(remote, new Map([[ref, tag.object]]));
      return tag;
    };
    return { title: titleOfPush(name, remote), detail: `${ref} → ${commit}`, reach: 'remote', apply };
  }

  /** Sets a tag that is meant to move, such as v1, if it still is where it was seen. */
  setTag(remote: string, name: string, seen: PlacedTag | undefined, commit: string): Change<void> {
    const ref = `refs/tags/${name}`;
    return {
      title: `${seen === undefined ? 'Create' : 'Move'} tag ${name} on ${remote}`,
      detail: `${ref}: ${seen?.commit ?? 'none'} → ${commit}`,
      reach: 'remote',
      apply: () => this.#remotes.push(remote, new Map([[ref, commit]]), { seen: new Map([[ref, seen?.object ?? '']]) }),
    };
  }

  async #readBack({ name, message, signer }: NewTag, failed: string | undefined): Promise<PlacedTag> {
    const made = (await this.localTags()).get(name);
    if (failed !== undefined && made !== undefined) throw new Moved(`tag ${name} was made meanwhile`);
    if (made === undefined)
      throw new ReleaseError(`git could not make the tag ${name}: ${lastWords(failed ?? '')}`, { fix: runAgain });
    const { message: written, isSigned } = await this.#tagObject(made.object);
    if (written === message && isSigned === (signer !== undefined)) return made;
    await this.#git.read(['update-ref', '-d', `refs/tags/${name}`, made.object]);
    if (signer !== undefined && !isSigned)
      throw new ReleaseError(`git made the tag ${name} without the signature that it was asked for.`, {
        fix: runAgain,
      });
    throw new ReleaseError(`git wrote another message into tag ${name}: ${quoted(written)}.`, {
      fix: `Delete the tag of the checkout: git tag -d ${name}`,
    });
  }

  async #tagObject(object: string): Promise<TagObject> {
    const { code, stdout } = await this.#git.run(['cat-file', 'tag', object]);
    if (code === 0) return parseTagObject(stdout);
    throw new ReleaseError(`Tag object ${short(object)} is gone: the tag was moved while it was read.`, {
      fix: 'Run it again, and find out who moved it.',
    });
  }

  async #has(object: string): Promise<boolean> {
    return (await this.#git.run(['cat-file', '-e', object])).code === 0;
  }

  async #isAncestor(commit: string, tip: string, folder = '.'): Promise<boolean> {
    return (await this.#git.run(['-C', folder, 'merge-base', '--is-ancestor', commit, tip])).code === 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#signers.map((signer) => signer.end()));
  }
}

/** By which a run knows its own push again. */
export const titleOfPush = (tag: string, remote: string): string => `Push tag ${tag} to ${remote}`;
