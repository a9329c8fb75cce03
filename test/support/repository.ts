import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { appendFile, glob, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { withSlashes } from '../../src/domain/workspace-path.ts';
import { type GitServer, type GitServerOptions, startGitServer } from '../../src/embedded/git/server.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export type ScratchOptions = {
  /** Serves origin over HTTP, with these rules. Without it, the remote is a path. */
  readonly server?: Omit<GitServerOptions, 'root' | 'searchPath'>;
  /** `owner/name` of origin. */
  readonly name?: string;
};

/** An annotated tag that a repository has from the beginning. */
export type FirstTag = { readonly name: string; readonly message: string };

type TagOptions = {
  /** The exact message of an annotated tag. Without it, the tag is lightweight. */
  readonly annotated?: string;
  readonly at?: string;
  /** Path of an ssh key. */
  readonly signingKey?: string;
};

type CheckoutOptions = {
  /** As the input of actions/checkout: `refs/heads/…`, `refs/tags/…`, a short name or a full commit. */
  readonly ref?: string;
  /** The commit of the event, if the branch has moved on since. */
  readonly sha?: string;
  /** 0 fetches all branches and tags. */
  readonly depth?: number;
  readonly tags?: boolean;
  /** The token that `persist-credentials: true` leaves behind. */
  readonly token?: string;
};

/** A repository with one pushed commit of `files` on `main`, and its bare origin. Disposing removes both. */
export async function scratchRepository(files: Files = {}, options: ScratchOptions = {}): Promise<ScratchRepository> {
  const scratch = await scratchFolder(options.name);
  const searchPath = process.env['PATH'] ?? '';
  const server = options.server && (await startGitServer({ ...options.server, root: remotesOf(scratch), searchPath }));
  const remote = server === undefined ? scratch.origin : `${server.url}/${scratch.name}`;
  const repository = new ScratchRepository({ ...scratch, remote }, server);
  await repository.begin(files);
  return repository;
}

type ScratchFolder = {
  readonly root: string;
  /** `owner/name` of origin. */
  readonly name: string;
  readonly origin: string;
  readonly remote: string;
  /** Additional variables of the environment. */
  readonly variables: Readonly<Record<string, string>>;
  ticks: number;
};

/** A new folder for a scratch repository whose origin is a path. */
export async function scratchFolder(name = 'org/project'): Promise<ScratchFolder> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'scratch-repository-')));
  const origin = withSlashes(join(root, 'remotes', `${name}.git`)); // as git writes it into its configuration
  return { root, name, origin, remote: origin, variables: {}, ticks: 0 };
}

/** The folder that a server of origin serves. */
export function remotesOf({ root }: ScratchFolder): string {
  return join(root, 'remotes');
}

const firstCommitAt = Date.UTC(2026, 0, 1, 12) / 1000;

/** A working folder of a scratch repository. Commits and tags are a minute apart, so that their SHAs never change. */
export class Checkout {
  readonly folder: string;
  /** The URL or path by which git knows origin. */
  readonly remote: string;
  readonly scratch: ScratchFolder;

  constructor(scratch: ScratchFolder, folder: string) {
    this.scratch = scratch;
    this.folder = folder;
    this.remote = scratch.remote;
  }

  /** The environment of children, without the configuration of the person who runs the tests. */
  get environment(): Record<string, string> {
    const date = `@${firstCommitAt + this.scratch.ticks * 60} +0000`;
    return {
      ...isolated,
      ...this.scratch.variables,
      HOME: join(this.scratch.root, 'home'),
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    };
  }

  /** The trimmed output of git. If git fails, the error contains its message. */
  async git(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, { cwd: this.folder, env: this.environment });
    return stdout.trim();
  }

  /** Runs git with the path of origin: without the server, its rules, its faults and its record. */
  direct(...args: string[]): Promise<string> {
    return this.git('-c', `url.${this.scratch.origin}.insteadOf=${this.remote}`, ...args);
  }

  /** Runs a command line in the folder. */
  async shell(command: string): Promise<void> {
    await promisify(execFile)('sh', ['-c', command], { cwd: this.folder, env: this.environment });
  }

  async head(): Promise<string> {
    return (await this.#ref('HEAD')) ?? this.git('rev-parse', '--verify', 'HEAD');
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  /** Writes `files`, commits everything that changed, and returns the SHA of the commit. */
  async commit(message: string, files: Files = {}): Promise<string> {
    for (const [path, content] of Object.entries(files)) await this.write(path, content);
    this.scratch.ticks++;
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--allow-empty', '--cleanup=verbatim', `--message=${message}`);
    return this.head();
  }

  /** Makes a tag, and returns the SHA of the tag object, or of the commit if the tag is lightweight. */
  async tag(name: string, { annotated, at = 'HEAD', signingKey }: TagOptions = {}): Promise<string> {
    this.scratch.ticks++;
    const signing = signingKey === undefined ? [] : ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${signingKey}`];
    const kind = signingKey === undefined ? '--annotate' : '--sign';
    const content = annotated === undefined ? [] : [kind, '--cleanup=verbatim', `--message=${annotated}`];
    await this.git(...signing, 'tag', ...content, '--', name, at);
    const ref = `refs/tags/${name}`;
    return (await this.#ref(ref)) ?? this.git('rev-parse', '--verify', ref);
  }

  /** Pushes a tag without the server. Makes the tag first if it does not exist. */
  async pushTag(name: string, options?: TagOptions): Promise<string> {
    const known = await this.#ref(`refs/tags/${name}`);
    const sha = known ?? (await this.tag(name, options));
    await this.push(`refs/tags/${name}`);
    return sha;
  }

  /** Pushes without the server: `main` by default. */
  async push(...refspecs: string[]): Promise<void> {
    await this.direct('push', '--quiet', 'origin', ...(refspecs.length === 0 ? ['main'] : refspecs));
  }

  /** Every ref of origin. `<ref>^{}` is the commit of an annotated tag. */
  async remoteRefs(): Promise<Map<string, string>> {
    const lines = (await this.git('--git-dir', this.scratch.origin, 'show-ref', '--head', '--dereference')).split('\n');
    return new Map(lines.map((line) => line.split(' ')).map(([sha = '', ref = '']) => [ref, sha]));
  }

  /** A second working folder of the same origin, as actions/checkout@v7 leaves it. */
  async clone({
    ref = 'refs/heads/main',
    sha,
    depth = 1,
    tags = false,
    token,
  }: CheckoutOptions = {}): Promise<Checkout> {
    const clone = new Checkout(this.scratch, await mkdtemp(join(this.scratch.root, 'checkout-')));
    await clone.git('init', '--quiet');
    await clone.git('remote', 'add', 'origin', this.remote);
    await appendFile(join(clone.folder, '.git', 'config'), '[gc]\n\tauto = 0\n');
    if (token !== undefined) await persistCredentials(clone, token);
    const fetch = (...args: string[]) => clone.direct('fetch', '--quiet', '--no-tags', '--prune', ...args);
    if (depth === 0) await fetch('origin', ...everything);
    else await fetch(`--depth=${depth}`, 'origin', ...(tags ? [allTags] : []), ...refspecsOf(ref, sha));
    if (depth === 0 && sha !== undefined) await fetch('origin', ...refspecsOf(ref, sha));
    await clone.git('checkout', '--quiet', '--force', ...startOf(ref, await this.remoteRefs()));
    return clone;
  }

  /** The object of a ref, read from git's own files. A process for each would be much of the time of the tests. */
  async #ref(name: string): Promise<string | undefined> {
    const folder = join(this.folder, '.git');
    const loose = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    const target = loose?.startsWith('ref: ') === true ? loose.slice('ref: '.length).trim() : undefined;
    if (target !== undefined) return this.#ref(target);
    if (loose !== undefined) return loose.trim();
    const packed = await readFile(join(folder, 'packed-refs'), 'utf8').catch(() => '');
    return packed
      .split('\n')
      .find((line) => line.endsWith(` ${name}`))
      ?.split(' ')[0];
  }
}

export class ScratchRepository extends Checkout implements AsyncDisposable {
  readonly #server: GitServer | undefined;

  constructor(scratch: ScratchFolder, server: GitServer | undefined) {
    super(scratch, join(scratch.root, 'work'));
    this.#server = server;
  }

  /** The server of origin, if the repository was made with one. */
  get server(): GitServer {
    if (this.#server === undefined) throw new Error('This scratch repository was made without a server.');
    return this.#server;
  }

  /** Takes over a repository with these files that git made before: most tests begin with the same few. */
  async begin(files: Files, tag?: FirstTag): Promise<void> {
    const model = await modelOf(this.scratch.name, files, tag);
    cpSync(model.root, this.scratch.root, { recursive: true });
    this.scratch.ticks = model.ticks;
    const config = join(this.folder, '.git', 'config');
    await writeFile(config, (await readFile(config, 'utf8')).replace(model.remote, this.remote));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server?.close();
    await rm(this.scratch.root, { recursive: true, force: true });
  }
}

/** They stay until the temporary folder of the tests is removed. */
const models = new Map<string, Promise<ScratchFolder>>();
function modelOf(name: string, files: Files, tag: FirstTag | undefined): Promise<ScratchFolder> {
  const key = JSON.stringify([name, files, tag]);
  const model = models.get(key) ?? makeModel(name, files, tag);
  models.set(key, model);
  return model;
}

async function makeModel(name: string, files: Files, tag: FirstTag | undefined): Promise<ScratchFolder> {
  const scratch = await scratchFolder(name);
  const model = new Checkout(scratch, join(scratch.root, 'work'));
  await Promise.all([mkdir(model.folder), mkdir(join(scratch.root, 'home'))]);
  await model.git('init', '--quiet', '--bare', '--initial-branch=main', scratch.origin);
  await model.git('init', '--quiet', '--initial-branch=main');
  for (const folder of [scratch.origin, join(model.folder, '.git')]) {
    await appendFile(join(folder, 'config'), withoutUpkeep);
    for await (const sample of glob(join(folder, 'hooks', '*.sample'))) await rm(sample);
  }
  await model.git('remote', 'add', 'origin', scratch.remote);
  await model.commit('Initial commit', files);
  await model.push();
  if (tag !== undefined) await model.pushTag(tag.name, { annotated: tag.message });
  return scratch;
}

const withoutUpkeep = '[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n[receive]\n\tautoGc = false\n';

const isolated = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'A U Thor',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'C O Mitter',
  GIT_COMMITTER_EMAIL: 'committer@example.com',
};

const allTags = '+refs/tags/*:refs/tags/*';
const everything = ['+refs/heads/*:refs/remotes/origin/*', allTags];
const isCommit = (ref: string) => /^[0-9a-f]{40}$/.test(ref);

// https://github.com/actions/checkout/blob/v7.0.1/src/ref-helper.ts
function refspecsOf(ref: string, sha = ref): string[] {
  if (isCommit(ref)) return [ref];
  if (ref.startsWith('refs/heads/')) return [`+${sha}:refs/remotes/origin/${ref.slice('refs/heads/'.length)}`];
  if (ref.startsWith('refs/')) return [`+${ref}:${ref}`];
  return [`+refs/heads/${ref}*:refs/remotes/origin/${ref}*`, `+refs/tags/${ref}*:refs/tags/${ref}*`];
}

function startOf(ref: string, remoteRefs: Map<string, string>): string[] {
  if (isCommit(ref) || ref.startsWith('refs/tags/')) return [ref];
  const branch = ref.replace('refs/heads/', '');
  if (!remoteRefs.has(`refs/heads/${branch}`)) return [`refs/tags/${ref}`];
  return ['-B', branch, `refs/remotes/origin/${branch}`];
}

/** Since version 6, actions/checkout keeps the token outside .git, in a file that .git/config includes. */
async function persistCredentials(clone: Checkout, token: string): Promise<void> {
  const file = join(clone.scratch.root, `git-credentials-${randomUUID()}.config`);
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  await writeFile(
    file,
    `[http "${new URL(clone.remote).origin}/"]\n\textraheader = AUTHORIZATION: basic ${credentials}\n`,
  );
  await clone.git('config', `includeIf.gitdir:${clone.folder}/.git.path`, file);
}
