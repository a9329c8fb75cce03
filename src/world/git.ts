import { ReleaseError } from '../domain/error.ts';
import { listed, quoted, short } from '../domain/text.ts';
import { parseTagObject } from '../domain/tag-object.ts';
import type { TagObject } from '../domain/tag-object.ts';
import { Moved } from './change.ts';
import type { Change } from './change.ts';
import type { Files } from './files.ts';
import { GitCommand } from './git/command.ts';
import { lastWords, refusal } from './git/refusal.ts';
import { openSigner } from './git/signing.ts';
import type { Signer, SigningKey } from './git/signing.ts';
import type { Host } from './host.ts';
import { repeated, Unanswered } from './retry.ts';
import type { Tools } from './tools.ts';

export type Commit = { readonly sha: string; /** Seconds, of the committer. */ readonly epoch: number };
/** Where a tag is: `object` is the tag object where there is one, `commit` what it leads to in the end. */
export type PlacedTag = { readonly object: string; readonly commit: string };
export type RemoteRefs = {
  readonly tags: ReadonlyMap<string, PlacedTag>;
  readonly branches: ReadonlyMap<string, string>;
};
export type NewTag = {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
  readonly tagger: string | undefined;
  readonly signer: Signer | undefined;
};

/** The repository of the workspace, and its remotes. */
export class Git implements AsyncDisposable {
  readonly #host: Host;
  readonly #git: GitCommand;
  readonly #files: Files;
  readonly #tools: Tools;
  readonly #signers: Signer[] = [];
  constructor(host: Host, { files, tools }: { readonly files: Files; readonly tools: Tools }) {
    this.#host = host;
    this.#git = new GitCommand(host, tools);
    this.#files = files;
    this.#tools = tools;
  }

  /** A commit by any name that git understands. */
  async commit(revision: string): Promise<Commit> {
    await this.#git.read(['rev-parse', '--git-dir']); // where there is no repository, that is what is wrong
    const { code, stdout } = await this.#git.run([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    if (code !== 0)
      throw new ReleaseError(`There is no commit ${quoted(revision)} in this checkout.`, {
        fix: 'Give a commit that is fetched here; fetch-depth: 0 at actions/checkout brings all of them.',
      });
    const sha = stdout.trim();
    return { sha, epoch: Number(await this.#git.read(['show', '-s', '--format=%ct', sha])) };
  }

  async hasRemote(remote: string): Promise<boolean> {
    return isAddress(remote) || (await this.#git.read(['remote'])).split('\n').includes(remote);
  }

  /** The tags of a remote, and where one of its branches is, in one advertisement. */
  async remoteRefs(remote: string, branch?: string): Promise<RemoteRefs> {
    const url = await this.#url(remote, 'fetch');
    const wanted = ['refs/tags/*', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
    const text = await this.#look(remote, url, ['ls-remote', '--', url, ...wanted]);
    return parseRefs(text);
  }

  /** The tags of the checkout itself, some of which nobody else may have yet. */
  async localTags(): Promise<ReadonlyMap<string, PlacedTag>> {
    const { stdout } = await this.#git.run(['show-ref', '--tags', '--dereference']); // ends with 1 where there are none
    return parseRefs(stdout.replaceAll(' ', '\t')).tags;
  }

  /** What an annotated tag says; undefined for a lightweight one. Fetched where the checkout does not have it. */
  async tagObject(remote: string, name: string, { object, commit }: PlacedTag): Promise<TagObject | undefined> {
    if (object === commit) return undefined;
    if (!(await this.#has(object))) {
      const url = await this.#url(remote, 'fetch');
      await this.#look(remote, url, ['fetch', ...quietFetch, '--', url, `refs/tags/${name}`]);
    }
    return parseTagObject((await this.#git.run(['cat-file', 'tag', object])).stdout);
  }

  /** Whether a commit is part of a branch of the remote. Its history comes without files where it is not here. */
  async isOnBranch(commit: string, remote: string, tip: string, branch: string): Promise<boolean> {
    if (commit === tip) return true;
    const isComplete = (await this.#git.read(['rev-parse', '--is-shallow-repository'])) === 'false';
    if (isComplete && (await this.#has(tip))) return this.#isAncestor(commit, tip);
    const [url, folder] = [await this.#url(remote, 'fetch'), await this.#files.scratch()];
    await this.#git.read(['init', '--quiet', '--bare', folder]);
    const fetch = ['-C', folder, 'fetch', ...quietFetch, '--filter=tree:0', '--', url, `refs/heads/${branch}`];
    await this.#look(remote, url, fetch);
    return this.#isAncestor(commit, tip, folder);
  }

  async hasFile(commit: string, path: string): Promise<boolean> {
    return (await this.#git.run(['cat-file', '-e', `${commit}:${path}`])).code === 0;
  }

  /** `Name <address>` that git would write, if somebody has told it. */
  async identity(): Promise<string | undefined> {
    const { code, stdout } = await this.#git.run(['var', 'GIT_COMMITTER_IDENT'], {
      settings: [['user.useConfigOnly', 'true']],
    });
    return code === 0 ? /^(.*>) \d+ [+-]\d{4}$/.exec(stdout.trim())?.[1] : undefined;
  }

  /** A key that has proven that it can sign. It is gone when the run ends. */
  async signer(secret: SigningKey): Promise<Signer> {
    const signer = await openSigner(secret, { files: this.#files, tools: this.#tools });
    this.#signers.push(signer);
    return signer;
  }

  /** An annotated tag in the checkout; read back, because a tag cannot be mended later. */
  createTag({ name, commit, message, tagger, signer }: NewTag): Change<PlacedTag> {
    const apply = async () => {
      const file = await this.#files.scratchFile('message', message);
      const { settings = [], env = {} } = signer ?? {};
      const args = [
        'tag',
        '--annotate',
        signer === undefined ? '--no-sign' : '--sign',
        '--cleanup=verbatim',
        `--file=${file}`,
        '--',
        name,
        commit,
      ];
      const { code, stderr } = await this.#git.run(args, { settings, env: { ...env, ...identityOf(tagger) } });
      const made = (await this.localTags()).get(name);
      if (code !== 0 && made !== undefined) throw new Moved(`tag ${name} was made meanwhile`);
      if (code !== 0 || made === undefined)
        throw new ReleaseError(`git could not make the tag ${name}: ${lastWords(stderr)}`, {
          cause: new Error(stderr),
        });
      await this.#refuseOther(name, made, message);
      return made;
    };
    const how = signer === undefined ? 'annotated' : `annotated, signed with ${signer.key}`;
    return {
      title: `Create tag ${name} at ${short(commit)}`,
      detail: `${how}${tagger === undefined ? '' : ` by ${tagger}`}\n\n${message}`,
      reach: 'local',
      apply,
    };
  }

  /** Pushes one tag of the checkout, and nothing with it. The server refuses if the tag is there meanwhile. */
  pushTag(remote: string, name: string, commit: string): Change<PlacedTag> {
    const ref = `refs/tags/${name}`;
    const apply = async () => {
      const tag = (await this.localTags()).get(name);
      if (tag?.commit !== commit) throw new Moved(`tag ${name} of the checkout was moved meanwhile`);
      const url = await this.#url(remote, 'push');
      const args = [
        'push',
        '--porcelain',
        '--no-verify',
        '--no-follow-tags',
        '--no-signed',
        '--recurse-submodules=no',
        '--',
        url,
        `${tag.object}:${ref}`,
      ];
      const { code, stdout, stderr } = await this.#git.talk(url, args);
      if (code === 0) return tag;
      throw (
        refusal(`${stderr}\n${stdout}`, remote, 'write') ??
        new Moved(`the push of ${name} to ${remote} was not confirmed: ${lastWords(`${stderr}\n${stdout}`)}`)
      );
    };
    return { title: `Push tag ${name} to ${remote}`, detail: `${ref} → ${commit}`, reach: 'remote', apply };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#signers.map((signer) => signer.end()));
  }

  async #refuseOther(name: string, { object }: PlacedTag, message: string): Promise<void> {
    const written = parseTagObject((await this.#git.run(['cat-file', 'tag', object])).stdout).message;
    if (written !== message)
      throw new ReleaseError(`git wrote another message into tag ${name}: ${quoted(written)}.`, {
        fix: `Delete the tag of the checkout: git tag -d ${name}`,
      });
  }

  /** A look at a remote: repeated while nothing definite was answered. */
  #look(remote: string, url: string, args: readonly string[]): Promise<string> {
    return repeated(async () => {
      const { code, stdout, stderr } = await this.#git.talk(url, args);
      if (code === 0) return stdout;
      throw refusal(stderr, remote, 'read') ?? new Unanswered(`${remote} did not answer: ${lastWords(stderr)}`);
    }, this.#host);
  }

  /** The address behind a name. Named on the command line it is used as it is, and no refspec of the remote applies. */
  async #url(remote: string, direction: 'fetch' | 'push'): Promise<string> {
    if (isAddress(remote)) return remote;
    const { code, stdout } = await this.#git.run([
      'remote',
      'get-url',
      ...(direction === 'push' ? ['--push'] : []),
      '--',
      remote,
    ]);
    if (code === 0) return stdout.trim();
    const names = (await this.#git.read(['remote'])).split('\n').filter((name) => name !== '');
    throw new ReleaseError(`There is no remote ${quoted(remote)} in this checkout.`, {
      fix: names.length === 0 ? 'Give the address of a repository.' : `Give one of ${listed(names)}, or an address.`,
    });
  }

  async #has(object: string): Promise<boolean> {
    return (await this.#git.run(['cat-file', '-e', object])).code === 0;
  }

  async #isAncestor(commit: string, tip: string, folder = '.'): Promise<boolean> {
    return (await this.#git.run(['-C', folder, 'merge-base', '--is-ancestor', commit, tip])).code === 0;
  }
}

// Nothing of the checkout moves: no refs, no FETCH_HEAD, no depth.
const quietFetch = ['--quiet', '--no-tags', '--no-write-fetch-head', '--refmap=', '--recurse-submodules=no'];

const isAddress = (remote: string) => /[:/\\]/.test(remote);

function parseRefs(text: string): RemoteRefs {
  const [tags, branches] = [new Map<string, PlacedTag>(), new Map<string, string>()];
  for (const line of text.split('\n')) {
    const [sha = '', ref = ''] = line.split('\t');
    const [, kind, name = '', peeled] = /^refs\/(heads|tags)\/(.+?)(\^\{\})?$/.exec(ref) ?? [];
    if (kind === 'heads') branches.set(name, sha);
    if (kind === 'tags')
      tags.set(name, { object: peeled === undefined ? sha : (tags.get(name)?.object ?? sha), commit: sha });
  }
  return { tags, branches };
}

function identityOf(tagger: string | undefined): Record<string, string> {
  const [, name, address] = /^(.*) <(.*)>$/.exec(tagger ?? '') ?? [];
  return name === undefined || address === undefined ? {} : { GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: address };
}
