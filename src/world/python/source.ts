import { chmodSync, constants, copyFileSync, mkdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { FoundEntry } from '../../domain/archives/links.ts';
import { refuseIfAny, ReleaseError } from '../../domain/error.ts';
import { isLeftover } from '../../domain/wheels/leftovers.ts';
import { withSlashes } from '../../domain/workspace-path.ts';

type Copying = {
  /** The folder of the project, with its real path, and what is in it. */
  readonly root: string;
  readonly found: readonly FoundEntry[];
  /** Files outside of this folder are never copied. */
  readonly workspace: string;
  readonly into: string;
  /** The time that every file gets. */
  readonly epoch: number;
  /** What earlier runs made, by paths that are relative to the folder. */
  readonly isProduct: (path: string) => boolean;
};

/**
 * Copies a project, without what earlier builds left in it. Modes and times are the same as in every other copy: a backend
 * writes them into its wheel.
 */
export async function copySource({ root, found, workspace, into, epoch, isProduct }: Copying): Promise<void> {
  const named = found.map((entry) => ({ ...entry, path: Buffer.from(entry.path).toString() }));
  const isLeftOut = isLeftover(named.map(({ path }) => path));
  const refusals: ReleaseError[] = [];
  mkdirSync(into, { recursive: true });
  for (const { path, kind, mode, target } of named.filter((one) => !isLeftOut(one.path) && !isProduct(one.path))) {
    const [from, to] = [join(root, path), join(into, path)];
    if (kind === 'folder') mkdirSync(to, 0o755);
    else if (kind === 'file') copyFile(from, to, { mode, epoch });
    else if (kind === 'link') {
      const refusal = await copyLink({ from, to, text: Buffer.from(target ?? []).toString(), root, workspace, epoch });
      if (refusal !== undefined) refusals.push(refusal);
    }
  }
  refuseIfAny('The project has links that lead out of it.', refusals);
}

function copyFile(from: string, to: string, { mode, epoch }: { readonly mode: number; readonly epoch: number }): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  chmodSync(to, (mode & 0o100) === 0 ? 0o644 : 0o755);
  utimesSync(to, epoch, epoch);
}

type Link = Pick<Copying, 'root' | 'workspace' | 'epoch'> & {
  readonly from: string;
  readonly to: string;
  /** What the link says. */
  readonly text: string;
};

/** A link stays a link if it leads to something in the project. A file beside the project is copied. */
async function copyLink({ from, to, text, root, workspace, epoch }: Link): Promise<ReleaseError | undefined> {
  const real = await realpath(from).catch(() => undefined);
  if (real === undefined || (isBelow(root, real) && !isAbsolute(text))) {
    symlinkSync(text, to);
    return undefined;
  }
  const { mode } = statSync(real);
  if (isBelow(workspace, real) && statSync(real).isFile()) {
    copyFile(real, to, { mode, epoch });
    return undefined;
  }
  const path = withSlashes(relative(workspace, from));
  return new ReleaseError(`${path} is a link that leads to ${real}.`, {
    fix: 'A link has to lead to something in the project, or to a file in the workspace. Put a copy in its place.',
    at: { file: path },
  });
}

const isBelow = (folder: string, path: string): boolean => !/^\.\.($|[/\\])/.test(relative(folder, path));
