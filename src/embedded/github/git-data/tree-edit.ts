import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unprocessable } from '../core/answer.ts';
import type { BareRepository } from '../core/bare-repository.ts';

/** The new object at a path. Without `sha` the path is deleted. */
export type TreeEntry = { readonly path: string; readonly mode: string; readonly sha: string | undefined };

/** Stores a copy of the tree `base` with some entries changed, and returns its SHA. */
export async function editedTree(
  bare: BareRepository,
  base: string | undefined,
  entries: readonly TreeEntry[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'github-index-'));
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  try {
    if (base !== undefined) await bare.print(['read-tree', base], { env });
    for (const { path, sha } of entries.filter(({ mode }) => mode === '040000')) {
      await bare.print(['read-tree', `--prefix=${path}/`, sha ?? ''], { env });
    }
    await bare.print(['update-index', '-z', '--add', '--replace', '--index-info'], { env, input: indexLines(entries) });
    const { stdout, exitCode } = await bare.run(['write-tree'], { env });
    if (exitCode !== 0) throw unprocessable('GitRPC::BadObjectState');
    return stdout.toString('utf8').trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

function indexLines(entries: readonly TreeEntry[]): Buffer {
  const absent = '0'.repeat(40);
  const files = entries.filter(({ mode }) => mode !== '040000');
  const line = ({ path, mode, sha }: TreeEntry) =>
    sha === undefined ? `0 ${absent}\t${path}\0` : `${mode} ${sha}\t${path}\0`;
  return Buffer.from(files.map(line).join(''));
}
