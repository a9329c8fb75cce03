import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { BorrowedRepository, refsOf } from '../borrowed-repository.ts';
import { type Checkout, workflowsOf } from '../checkout.ts';
import type { SourceFile } from '../workflow/source.ts';

type Parts = { readonly name: string; readonly defaultBranch: string; readonly own: BorrowedRepository };

/** The bare repository that the embedded servers serve: the refs of the checkout, without a copy of its objects. */
export class RehearsedRepository {
  /** `owner/name` */
  readonly name: string;
  readonly folder: string;
  readonly defaultBranch: string;
  readonly #checkout: Checkout;
  readonly #own: BorrowedRepository;
  readonly #files = new Map<string, Promise<string | undefined>>();
  readonly #workflows = new Map<string, Promise<readonly SourceFile[]>>();

  static async prepare(checkout: Checkout, root: string): Promise<RehearsedRepository> {
    const all = [checkout.name(), checkout.defaultBranch(), checkout.head(), refsOf(checkout, ...served)] as const;
    const [name, defaultBranch, head, refs] = await Promise.all(all);
    const parts = { isBare: true, head: defaultBranch, refs: servedRefs(refs, { defaultBranch, head }) };
    const own = await BorrowedRepository.make(checkout, join(root, `${name}.git`), parts);
    return new RehearsedRepository(checkout, { name, defaultBranch, own });
  }

  private constructor(checkout: Checkout, { name, defaultBranch, own }: Parts) {
    this.#checkout = checkout;
    this.#own = own;
    this.name = name;
    this.folder = own.folder;
    this.defaultBranch = defaultBranch;
  }

  /** The trimmed output of git. What it refuses is an error of this program. */
  async git(...args: readonly string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await this.#own.run(args, { env: rehearser });
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
    return stdout.toString('utf8').trimEnd();
  }

  /** The trimmed output of git; undefined if git finds nothing. */
  look(...args: readonly string[]): Promise<string | undefined> {
    return this.#own.look(...args);
  }

  commitOf(name: string): Promise<string | undefined> {
    return this.look('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  }

  /** Every ref, with the commit to which it leads. */
  async refs(): Promise<ReadonlyMap<string, string>> {
    const printed = await this.git('for-each-ref', '--format=%(refname) %(objectname) %(*objectname)');
    const lines = printed === '' ? [] : printed.split('\n').map((line) => line.split(' '));
    return new Map(lines.map(([ref = '', sha = '', peeled = '']) => [ref, peeled === '' ? sha : peeled]));
  }

  /** A folder with all files of a commit, for actions that are used without a checkout. */
  files(name: string): Promise<string | undefined> {
    const known = this.#files.get(name) ?? this.#written(name);
    this.#files.set(name, known);
    return known;
  }

  async #written(name: string): Promise<string | undefined> {
    const commit = await this.commitOf(name);
    if (commit === undefined) return undefined;
    const folder = `${this.folder}.files/${commit}`;
    await mkdir(folder, { recursive: true });
    const env = { GIT_WORK_TREE: folder, GIT_INDEX_FILE: `${folder}.index` };
    const { stderr, exitCode } = await this.#own.run(['checkout', '--force', commit, '--', '.'], { env });
    if (exitCode !== 0) throw new Error(`git checkout of ${commit} ended with ${exitCode}: ${stderr}`);
    return folder;
  }

  /** Commits everything that is in the folder of the checkout, with these files besides or instead. */
  async commitUncommitted(index: string, proposed: readonly SourceFile[]): Promise<string> {
    const head = await this.#checkout.head();
    const { folder } = this.#checkout;
    const env = { GIT_WORK_TREE: folder, GIT_INDEX_FILE: index, ...rehearser };
    const git = async (args: readonly string[], input = '') => {
      const all = ['-C', folder, ...args];
      const { stdout, stderr, exitCode } = await this.#own.run(all, { env, input: Buffer.from(input) });
      if (exitCode !== 0) throw new ReleaseError(`git ${args[0]} refused the files of the checkout: ${stderr.trim()}`);
      return stdout.toString('utf8').trim();
    };
    await git(['read-tree', head]);
    // In a submodule, `git add` would start a git that obeys the settings there: they stay at their commits.
    const entries = (await git(['ls-files', '--stage', '-z'])).split('\0');
    const submodules = entries.flatMap((entry) => /^160000 .*?\t(.*)$/s.exec(entry)?.[1] ?? []);
    await git(['add', '--all', '--', ':/', ...submodules.map((path) => `:(top,exclude,literal)${path}`)]);
    for (const { path, text } of proposed) {
      const blob = await git(['hash-object', '-w', '--stdin'], text);
      await git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
    }
    const tree = await git(['write-tree']);
    if (tree === (await git(['rev-parse', `${head}^{tree}`]))) return head;
    const commit = await git(['commit-tree', '-p', head, '-m', 'Uncommitted changes of the rehearsal', tree]);
    await git(['update-ref', `refs/heads/${this.defaultBranch}`, commit]);
    return commit;
  }

  /** Makes a tag, which is annotated, or the merge of a pull request, if there is none with that name. */
  async haveRef(ref: string, commit: string): Promise<void> {
    if (ref.startsWith('refs/heads/') || (await this.commitOf(ref)) !== undefined) return;
    const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
    if (tag === undefined) await this.git('update-ref', ref, commit);
    else await this.git('tag', '--annotate', '--message', `Release ${tag}`, '--', tag, commit);
  }

  /** The workflows of a commit. */
  workflows(commit: string): Promise<readonly SourceFile[]> {
    const known = this.#workflows.get(commit) ?? workflowsOf(commit, this.#own.look);
    this.#workflows.set(commit, known);
    return known;
  }

  /** A file of a commit. */
  file(commit: string, path: string): Promise<string | undefined> {
    return this.look('cat-file', 'blob', `${commit}:${path}`);
  }
}

const served = ['refs/remotes/origin', 'refs/heads', 'refs/tags'];

/** Branches as origin has them, unless there is a local one; tags as they are here. */
function servedRefs(
  refs: ReadonlyMap<string, string>,
  { defaultBranch, head }: { readonly defaultBranch: string; readonly head: string },
): ReadonlyMap<string, string> {
  const all = [...refs];
  const ofOrigin = all.map(([ref, sha]) => [ref.replace(/^refs\/remotes\/origin\//, 'refs/heads/'), sha] as const);
  const own = all.filter(([ref]) => !ref.startsWith('refs/remotes/'));
  return new Map([[`refs/heads/${defaultBranch}`, head], ...ofOrigin, ...own]);
}

const rehearser = {
  GIT_AUTHOR_NAME: 'You',
  GIT_AUTHOR_EMAIL: 'you@example.com',
  GIT_COMMITTER_NAME: 'You',
  GIT_COMMITTER_EMAIL: 'you@example.com',
};
