import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { Checkout } from '../checkout.ts';
import type { SourceFile } from '../workflow/source.ts';

/** The bare repository that the embedded servers serve: the refs of the checkout, without a copy of its objects. */
export class RehearsedRepository {
  /** `owner/name` */
  readonly name: string;
  readonly folder: string;
  readonly defaultBranch: string;
  readonly #checkout: Checkout;
  readonly #files = new Map<string, Promise<string | undefined>>();

  static async prepare(checkout: Checkout, root: string): Promise<RehearsedRepository> {
    const [name, defaultBranch] = [await checkout.name(), await checkout.defaultBranch()];
    const repository = new RehearsedRepository(checkout, { name, defaultBranch, folder: join(root, `${name}.git`) });
    await repository.#prepare();
    return repository;
  }

  private constructor(checkout: Checkout, parts: Pick<RehearsedRepository, 'name' | 'folder' | 'defaultBranch'>) {
    this.#checkout = checkout;
    this.name = parts.name;
    this.folder = parts.folder;
    this.defaultBranch = parts.defaultBranch;
  }

  /**
   * Branches as origin has them, unless there is a local one; tags as they are here. The files are written by hand: git would
   * need ten processes for it.
   */
  async #prepare(): Promise<void> {
    const places = await this.#checkout.look(
      'rev-parse',
      '--path-format=absolute',
      '--git-path',
      'objects',
      '--git-path',
      'shallow',
    );
    const [objects = '', shallow = ''] = (places ?? '').split('\n');
    const refs = await this.#refsOfCheckout();
    const files = {
      HEAD: `ref: refs/heads/${this.defaultBranch}\n`,
      config: '[core]\n\trepositoryformatversion = 0\n\tbare = true\n',
      'objects/info/alternates': `${objects}\n`,
      'packed-refs': [...refs]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([ref, sha]) => `${sha} ${ref}\n`)
        .join(''),
    };
    await mkdir(join(this.folder, 'objects/info'), { recursive: true });
    await mkdir(join(this.folder, 'refs'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(this.folder, name), text);
    await copyFile(shallow, join(this.folder, 'shallow')).catch(() => undefined); // most checkouts are whole
  }

  async #refsOfCheckout(): Promise<ReadonlyMap<string, string>> {
    const format = '--format=%(objectname) %(refname)';
    const listed = await this.#checkout.look('for-each-ref', format, 'refs/remotes/origin', 'refs/heads', 'refs/tags');
    const all = (listed ?? '').split('\n').flatMap((line) => {
      const [sha = '', ref = ''] = line.split(' ');
      return ref === '' || ref === 'refs/remotes/origin/HEAD' ? [] : [[ref, sha] as const];
    });
    const ofOrigin = all.map(([ref, sha]) => [ref.replace(/^refs\/remotes\/origin\//, 'refs/heads/'), sha] as const);
    const own = all.filter(([ref]) => !ref.startsWith('refs/remotes/'));
    const head = [`refs/heads/${this.defaultBranch}`, await this.#checkout.head()] as const;
    return new Map([head, ...ofOrigin, ...own]);
  }

  /** The trimmed output of git. What it refuses is an error of this program. */
  async git(...args: readonly string[]): Promise<string> {
    const { stdout, stderr, exitCode } = await this.#checkout.git.run(args, {
      env: { GIT_DIR: this.folder, ...rehearser },
    });
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')} ended with ${exitCode}: ${stderr}`);
    return stdout.toString('utf8').trimEnd();
  }

  /** The trimmed output of git; undefined if git finds nothing. */
  async look(...args: readonly string[]): Promise<string | undefined> {
    const { stdout, exitCode } = await this.#checkout.git.run(args, { env: { GIT_DIR: this.folder } });
    return exitCode === 0 ? stdout.toString('utf8').trimEnd() : undefined;
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
    const env = { GIT_DIR: this.folder, GIT_WORK_TREE: folder, GIT_INDEX_FILE: `${folder}.index` };
    const { stderr, exitCode } = await this.#checkout.git.run(['checkout', '--force', commit, '--', '.'], { env });
    if (exitCode !== 0) throw new Error(`git checkout of ${commit} ended with ${exitCode}: ${stderr}`);
    return folder;
  }

  /** Commits everything that is in the folder of the checkout, with these files besides or instead. */
  async commitUncommitted(index: string, proposed: readonly SourceFile[]): Promise<string> {
    const head = await this.#checkout.head();
    const env = { GIT_DIR: this.folder, GIT_WORK_TREE: this.#checkout.folder, GIT_INDEX_FILE: index, ...rehearser };
    const git = async (args: readonly string[], input = '') => {
      const all = ['-C', this.#checkout.folder, ...args];
      const { stdout, stderr, exitCode } = await this.#checkout.git.run(all, { env, input: Buffer.from(input) });
      if (exitCode !== 0) throw new ReleaseError(`git ${args[0]} refused the files of the checkout: ${stderr.trim()}`);
      return stdout.toString('utf8').trim();
    };
    await git(['read-tree', head]);
    await git(['add', '--all']);
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

  /** A file of a commit. */
  file(commit: string, path: string): Promise<string | undefined> {
    return this.look('cat-file', 'blob', `${commit}:${path}`);
  }
}

const rehearser = {
  GIT_AUTHOR_NAME: 'You',
  GIT_AUTHOR_EMAIL: 'you@example.com',
  GIT_COMMITTER_NAME: 'You',
  GIT_COMMITTER_EMAIL: 'you@example.com',
};
