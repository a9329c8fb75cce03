import type { BareRepository } from '../core/bare-repository.ts';
import type { World } from '../core/world.ts';

export type ChangedFile = {
  readonly path: string;
  readonly previous: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly blob: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | undefined;
};

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const absent = /^0+$/;

/** The files that differ between two commits. Without the first, all files are new. */
export async function changedFiles(bare: BareRepository, from = emptyTree, to = 'HEAD'): Promise<ChangedFile[]> {
  const diff = (...options: string[]) =>
    bare.print(['diff', '--find-renames', '--no-color', ...options, from, to, '--']);
  const [raw, patches] = await Promise.all([diff('--raw', '--abbrev=40', '-z'), diff('--patch', '--full-index')]);
  const hunks = patches
    .split(/^diff --git .*$/m)
    .slice(1)
    .map(hunksOf);
  return changedPaths(raw).map((entry, index) => ({
    ...entry,
    additions: hunks[index]?.match(/^\+/gm)?.length ?? 0,
    deletions: hunks[index]?.match(/^-/gm)?.length ?? 0,
    patch: hunks[index],
  }));
}

/** A changed file as GitHub shows it. */
export function fileView(world: World, { name, sha }: { name: string; sha: string }, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${world.instance.gitUrl}/${name}/blob/${sha}/${path}`,
    raw_url: `${world.instance.gitUrl}/${name}/raw/${sha}/${path}`,
    contents_url: `${world.instance.url}/repos/${name}/contents/${path}?ref=${sha}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previous !== undefined && { previous_filename: file.previous }),
  };
}

type ChangedPath = Pick<ChangedFile, 'path' | 'previous' | 'status' | 'blob'>;

function changedPaths(raw: string): ChangedPath[] {
  const parts = raw.split('\0').filter(Boolean);
  const found: ChangedPath[] = [];
  while (parts.length > 0) {
    const [, , before = '', after = '', letter = ''] = (parts.shift() ?? '').split(' ');
    const first = parts.shift() ?? '';
    const renamed = letter.startsWith('R') ? parts.shift() : undefined;
    const blob = absent.test(after) ? before : after;
    found.push({ path: renamed ?? first, previous: renamed && first, status: changeStatus(letter), blob });
  }
  return found;
}

function changeStatus(letter: string): ChangedFile['status'] {
  const statuses = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', T: 'changed' } as const;
  return statuses[letter[0] as keyof typeof statuses] ?? 'changed';
}

/** The numbers of added and deleted lines of each file. The names of a renamed file are in separate fields. */
function hunksOf(patch: string): string | undefined {
  const start = patch.indexOf('\n@@');
  return start === -1 ? undefined : patch.slice(start + 1).replace(/\n$/, '');
}
