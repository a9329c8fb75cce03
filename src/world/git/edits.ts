import { copyFile, lstat, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import type { GitCommand } from './command.ts';
import { has } from './objects.ts';

/** A file in a commit: what kind it is, and the name of its content. */
export type Entry = { readonly mode: string; readonly blob: string };

/** A file that differs from HEAD; undefined: there is none, before or after. */
export type FileEdit = {
  readonly path: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
};

/** What is to be committed, what else differs, and the tree of HEAD with the edits. */
export type Edits = {
  readonly files: readonly FileEdit[];
  readonly others: readonly string[];
  /** Paths that mean nothing here, such as one that was deleted before. */
  readonly unmatched: readonly string[];
  readonly tree: string;
};

/** The checkout, its HEAD, and a scratch folder. */
export type Worktree = {
  readonly git: GitCommand;
  readonly folder: string;
  readonly head: string;
  readonly scratch: string;
};

/** What differs from HEAD in some paths; without paths, in the files that git knows. The checkout's own index stays as it is. */
export async function editsIn(worktree: Worktree, paths: readonly string[] | undefined): Promise<Edits> {
  const { git, head, scratch } = worktree;
  const index = join(scratch, 'edits.index');
  const env = { GIT_INDEX_FILE: index };
  const own = await git.read(['rev-parse', '--path-format=absolute', '--git-path', 'index']);
  await copyIndex(own, index);
  // Without paths, what somebody has staged belongs to it, as with git commit --all.
  if (paths !== undefined || !(await exists(index))) await git.read(['read-tree', '--reset', head], { env });
  if (paths === undefined) await git.read(['add', '--update', '--', ':/'], { env });
  const unmatched: string[] = [];
  for (const path of paths ?? []) if (!(await stage(worktree, path, env))) unmatched.push(path);
  if (unmatched.length > 0 && unmatched.length === paths?.length) throw nothingMatches(unmatched);
  const [tree, changed, status] = [
    await git.read(['write-tree'], { env }),
    await git.read(['diff-index', '--cached', '--raw', '-z', '--abbrev=64', '--no-renames', head], { env }),
    await git.read(['status', '--porcelain', '-z', '--untracked-files=normal', '--no-renames'], { env }),
  ];
  const files = parseRaw(changed);
  refuseNested(files);
  return { files, others: parseStatus(status), unmatched, tree };
}

/** The index knows which files are as they were, which spares reading them. */
async function copyIndex(own: string, index: string): Promise<void> {
  const seen = await stat(own).catch(() => undefined);
  if (seen === undefined) return;
  await copyFile(own, index);
  // Git reads a file again that is not older than the index, which a copy of now would forbid:
  // https://git-scm.com/docs/racy-git
  const second = Math.floor(seen.mtimeMs / 1000);
  await utimes(index, second, second);
}

/** What exists is literal before it is a glob; a file that is ignored is meant when it is named. */
async function stage(
  { git, folder, head }: Worktree,
  path: string,
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  if ((await has(git, `${head}:${path}`)) || (await exists(join(folder, path)))) {
    const all = /^\.\/?$/.test(path);
    await git.read(all ? ['add', '--all', '--', ':/'] : ['add', '--all', '--force', '--', `:(top,literal)${path}`], {
      env,
    });
    return true;
  }
  const glob = `:(top,glob)${path}`;
  const matching = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', glob];
  if ((await git.read(matching, { env })) === '') return false;
  await git.read(['add', '--all', '--', glob], { env });
  return true;
}

const exists = async (path: string): Promise<boolean> => (await lstat(path).catch(() => undefined)) !== undefined;

/** Reads what diff-index and diff-tree print: https://git-scm.com/docs/git-diff-index#_raw_output_format */
export function parseRaw(text: string): readonly FileEdit[] {
  const parts = text.split('\0');
  return parts.flatMap((part, index) => {
    const [, before = '', after = '', from = '', to = ''] = /^:(\d+) (\d+) ([\da-f]+) ([\da-f]+) \w/.exec(part) ?? [];
    const path = parts[index + 1];
    return to === '' || path === undefined ? [] : [{ path, before: entry(before, from), after: entry(after, to) }];
  });
}

const entry = (mode: string, blob: string): Entry | undefined => (/^0+$/.test(blob) ? undefined : { mode, blob });

/** The second column tells what differs from the index, in which the edits stand already. */
const parseStatus = (text: string): readonly string[] =>
  text.split('\0').flatMap((line) => (line.charAt(1).trim() === '' ? [] : [line.slice(3)]));

const nothingMatches = (paths: readonly string[]) =>
  new ReleaseError(`Nothing in the checkout matches ${listed(paths.map(quoted))}.`, {
    fix: 'Correct the input paths; they are relative to the checkout.',
  });

/** A repository in a folder would become a link to a commit that nobody else has. */
function refuseNested(files: readonly FileEdit[]): void {
  const nested = files.filter(({ before, after }) => after?.mode === '160000' && before?.mode !== '160000');
  refuseIfAny(
    'Repositories in folders are not committed.',
    nested.map(
      ({ path }) =>
        new ReleaseError(`${path} is a checkout of its own.`, {
          fix: `Leave it out of the input paths; to commit in it, give path: ${path}`,
        }),
    ),
  );
}
