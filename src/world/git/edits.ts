import { copyFile, lstat, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import type { GitCommand } from './command.ts';
import { hasObject } from './objects.ts';

/** A file in a commit: its mode, and the name of its blob. */
export type FileVersion = { readonly mode: string; readonly blob: string };

/** A file that differs between two commits. `before` or `after` is undefined if the file does not exist there. */
export type FileEdit = {
  readonly path: string;
  readonly before: FileVersion | undefined;
  readonly after: FileVersion | undefined;
};

/** The files to commit, other files with changes, and the tree of HEAD with the edits. */
export type Edits = {
  readonly files: readonly FileEdit[];
  readonly others: readonly string[];
  /** Paths that match nothing, such as a file that was deleted before. */
  readonly unmatched: readonly string[];
  readonly tree: string;
};

/** The checkout, its HEAD, and a temporary folder. */
export type Worktree = {
  readonly git: GitCommand;
  readonly folder: string;
  readonly head: string;
  readonly scratch: string;
};

/** The changes against HEAD in some paths, by default in all tracked files. The index of the checkout is not changed. */
export async function editsIn(worktree: Worktree, paths: readonly string[] | undefined): Promise<Edits> {
  const { git, head, scratch } = worktree;
  const index = join(scratch, 'edits.index');
  const env = { GIT_INDEX_FILE: index };
  const own = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'index']);
  await copyIndex(own, index);
  // Without paths, staged changes are included, as with git commit --all.
  if (paths !== undefined || !(await exists(index))) await git.read(['read-tree', '--reset', head], { env });
  if (paths === undefined) await add(worktree, ['--update'], ':/', env);
  const unmatched: string[] = [];
  for (const path of paths ?? []) if (!(await stagePath(worktree, path, env))) unmatched.push(path);
  if (unmatched.length > 0 && unmatched.length === paths?.length) throw nothingMatches(unmatched);
  const [tree, changed, status] = [
    await git.read(['write-tree'], { env }),
    await git.read(['diff-index', '--cached', '--raw', '-z', '--abbrev=64', '--no-renames', head], { env }),
    await git.read(['status', ...briefly], { env }),
  ];
  const files = parseRaw(changed);
  refuseNested(files);
  return { files, others: parseStatus(status), unmatched, tree };
}

const briefly = ['--porcelain', '-z', '--untracked-files=normal', '--no-renames', '--ignore-submodules=dirty'];

/** The index records which files are unchanged, so that git need not read them. */
async function copyIndex(own: string, index: string): Promise<void> {
  const seen = await stat(own).catch(() => undefined);
  if (seen === undefined) return;
  await copyFile(own, index);
  // git reads a file again if it is not older than the index. A copy with the current time would prevent that:
  // https://git-scm.com/docs/racy-git
  const second = Math.floor(seen.mtimeMs / 1000);
  await utimes(index, second, second);
}

type Variables = Readonly<Record<string, string>>;

/** Stages a path or glob. A path that exists is never read as a glob, and is staged even if git ignores it. */
async function stagePath(worktree: Worktree, path: string, env: Variables): Promise<boolean> {
  const { git, folder, head } = worktree;
  if ((await hasObject(git, `${head}:${path}`)) || (await exists(join(folder, path)))) {
    if (/^\.\/?$/.test(path)) await add(worktree, ['--all'], ':/', env);
    else await add(worktree, ['--all', '--force'], `:(top,literal)${path}`, env);
    return true;
  }
  const glob = `:(top,glob)${path}`;
  const matching = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', glob];
  if ((await git.read(matching, { env })) === '') return false;
  await add(worktree, ['--all'], glob, env);
  return true;
}

/**
 * Stages what a pathspec matches. `git add` would ask a git in each submodule whether something was edited there, and that
 * git would start the programs that are set there. So for a submodule, only its commit is compared.
 */
async function add(
  { git, folder }: Worktree,
  options: readonly string[],
  pathspec: string,
  env: Variables,
): Promise<void> {
  const list = (...what: string[]) => git.read(['ls-files', ...what, '-z', '--full-name', '--', pathspec], { env });
  const entries = (await list('--stage')).split('\0').filter((entry) => entry !== '');
  const submodules = entries.flatMap((entry) => /^160000 .*?\t(.*)$/s.exec(entry)?.[1] ?? []);
  const others = submodules.map((path) => `:(top,exclude,literal)${path}`);
  const isMore = submodules.length < entries.length || (await list('--others')) !== '';
  if (submodules.length === 0 || isMore) await git.read(['add', ...options, '--', pathspec, ...others], { env });
  if (submodules.length === 0) return;
  const input = `${submodules.join('\0')}\0`;
  const update = ['update-index', '--remove', '--ignore-skip-worktree-entries', '-z', '--stdin'];
  await git.read(update, { env, input, cwd: folder });
}

const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined;

/** Reads what diff-index and diff-tree print: https://git-scm.com/docs/git-diff-index#_raw_output_format */
export function parseRaw(text: string): readonly FileEdit[] {
  const parts = text.split('\0');
  return parts.flatMap((part, index) => {
    const [, before = '', after = '', from = '', to = ''] = /^:(\d+) (\d+) ([\da-f]+) ([\da-f]+) \w/.exec(part) ?? [];
    const path = parts[index + 1];
    return to === '' || path === undefined
      ? []
      : [{ path, before: fileVersion(before, from), after: fileVersion(after, to) }];
  });
}

const fileVersion = (mode: string, blob: string): FileVersion | undefined =>
  /^0+$/.test(blob) ? undefined : { mode, blob };

/** The second column shows differences to the index, which already has the edits. */
const parseStatus = (text: string): readonly string[] =>
  text.split('\0').flatMap((line) => (line.charAt(1).trim() === '' ? [] : [line.slice(3)]));

const nothingMatches = (paths: readonly string[]) =>
  new ReleaseError(`Nothing in the checkout matches ${listed(paths.map(quoted))}.`, {
    fix: 'Correct the input paths. They are relative to the checkout.',
  });

/** Refuses nested repositories. They would become links to commits that nobody else has. */
function refuseNested(files: readonly FileEdit[]): void {
  const nested = files.filter(({ before, after }) => after?.mode === '160000' && before?.mode !== '160000');
  refuseIfAny(
    'Nested repositories cannot be committed.',
    nested.map(
      ({ path }) =>
        new ReleaseError(`${path} is a checkout of another repository.`, {
          fix: `Leave ${path} out of the input paths. To commit in it, set path: ${path}`,
        }),
    ),
  );
}
