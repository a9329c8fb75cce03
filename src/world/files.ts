import { createHash } from 'node:crypto';
import { glob, lstat, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, normalize, relative, resolve, sep } from 'node:path';
import { unifiedDiff } from '../domain/diff.ts';
import { decodeText } from '../domain/edits/decode-text.ts';
import { ReleaseError } from '../domain/error.ts';
import { refuseCostlyGlob } from '../domain/globs.ts';
import { placesIn } from '../domain/place.ts';
import type { Place } from '../domain/place.ts';
import { withSlashes } from '../domain/workspace-path.ts';
import { Moved } from './change.ts';
import type { Change } from './change.ts';
import { piecesOf } from './file-pieces.ts';
import type { Host } from './host.ts';
import { notAFile, openFile } from './open-file.ts';
import { isAt, OpenFolder } from './open-folder.ts';

const mostFiles = 10_000;
// Before Linux 6.13, all writes within a tick of the clock have the same time. A tick has at most 10 ms.
const clockTick = 10n;

/** A text file as it was seen. */
export type SeenFile = { readonly path: string; readonly text: string };

/** How an edit is told. Places that are not given are found in the diff. */
type FileEditNames = { readonly title: string; readonly places?: readonly Place[] | undefined };

/** A file of any kind, by its real path. */
export type MeasuredFile = { readonly file: string; readonly size: number };

/** A file that this run built outside the workspace. */
export type BuiltFile = {
  readonly size: number;
  /** `sha256:…` */
  readonly digest: string;
  readonly pieces: () => AsyncIterable<Uint8Array>;
};

/** The files of the workspace, and temporary folders outside it that are removed when the run ends. */
export class Files implements AsyncDisposable {
  readonly #workspace: string;
  readonly #temporary: string;
  readonly #scratch: string[] = [];
  readonly #digests = new Map<string, { readonly state: string; readonly digest: string }>();
  constructor({ workspace, env }: Pick<Host, 'workspace' | 'env'>) {
    this.#workspace = workspace;
    this.#temporary = env['RUNNER_TEMP'] || tmpdir(); // the runner empties its own, also after a kill
  }

  /** The files or folders that match a path or a glob, sorted. A path that exists is never read as a glob. */
  async find(pattern: string, kind: 'file' | 'folder'): Promise<readonly string[]> {
    if (!isAbsolute(pattern) && isOutside(normalize(pattern))) throw outside(pattern);
    if (await this.has(pattern)) return [withSlashes(normalize(pattern))];
    refuseCostlyGlob(pattern);
    const found: string[] = [];
    const options = { cwd: this.#workspace, exclude: ['**/.git', '**/node_modules'], withFileTypes: true } as const;
    for await (const entry of glob(pattern, options)) {
      if (kind === 'folder' ? !entry.isDirectory() : entry.isDirectory()) continue;
      found.push(withSlashes(relative(this.#workspace, join(entry.parentPath, entry.name))));
      if (found.length > mostFiles) {
        throw new ReleaseError(`${pattern} matches more than ${mostFiles} files, which is the limit.`, {
          fix: 'Give a narrower pattern.',
        });
      }
    }
    if (found.length > 0) return found.toSorted();
    throw new ReleaseError(`Nothing matches ${pattern}.`, {
      fix: `Correct the path or glob. It is relative to ${this.#workspace}.`,
    });
  }

  /** Whether there is a file, a folder or a link. */
  async has(path: string): Promise<boolean> {
    return (await lstat(resolve(this.#workspace, path)).catch(() => undefined)) !== undefined;
  }

  /** The text of a file. It must be in the workspace, also after all symbolic links are followed. */
  async text(path: string): Promise<string> {
    const real = await this.#inside(path);
    await using file = await openFile(real, path).catch(unreadable(path));
    if (!(await isAt(file, real))) throw new Moved(`${path} was replaced by another program`);
    return decodeText(path, await file.readFile());
  }

  /** The real path and the size of a file of any kind. The file is not read. */
  async measure(path: string): Promise<MeasuredFile> {
    const file = await this.#inside(path);
    const found = await stat(file);
    if (found.isFile()) return { file, size: found.size };
    if (!found.isDirectory()) throw notAFile(path);
    throw new ReleaseError(`${path} is a folder, not a file.`, {
      fix: `Give the files in it: ${path}/*`,
      at: { file: path },
    });
  }

  /** The checksum of a file. Its size must not change meanwhile. A later plan reads only what was written to since then. */
  async digest({ file, size }: MeasuredFile): Promise<string> {
    const { dev, ino, size: now, mtimeNs, ctimeNs, ctimeMs } = await stat(file, { bigint: true });
    const isSettled = BigInt(Date.now()) - ctimeMs > clockTick;
    const state = [dev, ino, now, mtimeNs, ctimeNs].join();
    const known = this.#digests.get(file);
    if (known?.state === state && now === BigInt(size)) return known.digest;
    const digest = await this.#read({ file, size });
    if (isSettled) this.#digests.set(file, { state, digest });
    return digest;
  }

  async #read({ file, size }: MeasuredFile): Promise<string> {
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of piecesOf(file)) {
      hash.update(chunk);
      read += chunk.length;
    }
    if (read === size) return `sha256:${hash.digest('hex')}`;
    throw new ReleaseError(`${file} had ${size} bytes and has ${read} now: another program is writing to it.`, {
      fix: 'Run it again when the file is complete.',
    });
  }

  /** Reads a file that is to be edited. A path through a symbolic link is refused: the edit would change another file. */
  async look(path: string): Promise<SeenFile> {
    const [root, real] = [await realpath(this.#workspace), await this.#inside(path)];
    if (real === resolve(root, path)) return { path, text: await this.text(path) };
    throw new ReleaseError(`${path} leads through a symbolic link to ${relative(root, real)}.`, {
      fix: `Give the path of the file itself: ${relative(root, real)}`,
      at: { file: path },
    });
  }

  /** Writes another text into a file, if the file still has the text that was seen. undefined if the texts are equal. */
  async edit(
    { path, text: before }: SeenFile,
    after: string,
    { title, places }: FileEditNames,
  ): Promise<Change<void> | undefined> {
    if (before === after) return undefined;
    const apply = async () => {
      await this.#inside(path);
      const parts = normalize(path).split(sep);
      const name = parts.pop() ?? '';
      await using folder = await OpenFolder.open(await realpath(this.#workspace), parts);
      const mode = await modeOfUnchanged({ path, text: before }, folder.to(name));
      await folder.replace(name, after, mode);
    };
    const detail = await unifiedDiff(path, before, after);
    return { keys: [`file ${path}`], title, detail, places: places ?? placesIn(detail, path), reach: 'local', apply };
  }

  /** Writes a file that was built, also into folders that are missing. undefined if the same bytes are there. */
  async place({ size, digest, pieces }: BuiltFile, path: string): Promise<Change<void> | undefined> {
    if ((await this.has(path)) && (await this.digest(await this.measure(path))) === digest) return undefined;
    const parts = normalize(path).split(/[\\/]/);
    const name = parts.pop() ?? '';
    const apply = async () => {
      await using folder = await OpenFolder.make(await realpath(this.#workspace), parts);
      await folder.replace(name, pieces(), 0o644);
    };
    return {
      keys: [`file ${path}`],
      title: `Write ${path}`,
      detail: `${size} bytes, ${digest}`,
      reach: 'local',
      apply,
    };
  }

  /** The names of what is in a folder, sorted; none if there is no such folder. */
  async names(folder: string): Promise<readonly string[]> {
    if (!(await this.has(folder))) return [];
    await this.refuseUnlessFolder(folder);
    return (await readdir(resolve(this.#workspace, folder))).toSorted();
  }

  /** Removes a file, or a link instead of what it leads to. */
  remove(path: string): Change<void> {
    const apply = async () => {
      const parts = normalize(path).split(sep);
      const name = parts.pop() ?? '';
      await using folder = await OpenFolder.open(await realpath(this.#workspace), parts);
      await rm(folder.to(name), { force: true });
    };
    return { keys: [`file ${path}`], title: `Remove ${path}`, reach: 'local', apply };
  }

  /** Refuses everything but a folder of the workspace itself: a link could lead to another repository. */
  async refuseUnlessFolder(path: string): Promise<void> {
    const root = await realpath(this.#workspace);
    const real = await realpath(resolve(root, path)).catch((cause: unknown) => {
      throw new ReleaseError(`There is no folder ${path}.`, {
        fix: `Correct the path. It is relative to ${this.#workspace}.`,
        cause,
      });
    });
    const inside = relative(root, real);
    if (real !== resolve(root, path))
      throw isOutside(inside)
        ? new ReleaseError(`${path} leads through a symbolic link out of the workspace.`, {
            fix: 'Give a folder of the workspace itself.',
          })
        : new ReleaseError(`${path} leads through a symbolic link to ${inside}.`, {
            fix: `Give the path of the folder itself: ${inside}`,
          });
    if (!(await stat(real)).isDirectory())
      throw new ReleaseError(`${path} is not a folder.`, { fix: 'Give the path of a folder.' });
  }

  /** A new folder, outside the workspace. */
  async scratch(): Promise<string> {
    const folder = await mkdtemp(join(this.#temporary, 'release-'));
    this.#scratch.push(folder);
    return folder;
  }

  /** A file that only this user can read, in a folder of its own. */
  async scratchFile(name: string, content: string, mode = 0o600): Promise<string> {
    const file = join(await this.scratch(), name);
    await writeFile(file, content, { mode });
    return file;
  }

  async #inside(path: string): Promise<string> {
    const root = await realpath(this.#workspace);
    const real = await realpath(resolve(root, path)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT' && cause.code !== 'ENOTDIR') return unreadable(path)(cause);
      throw new ReleaseError(`There is no file ${path}.`, {
        fix: `Correct the path. It is relative to ${this.#workspace}.`,
        at: { file: path },
      });
    });
    const realPath = relative(root, real);
    if (/(^|[/\\])\.git($|[/\\])/i.test(realPath)) {
      throw new ReleaseError(`${path} is inside the .git folder, which may hold credentials.`, {
        fix: 'Give a file outside .git.',
      });
    }
    if (!isOutside(realPath)) return real;
    throw outside(path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#scratch.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** The mode of a file that still has the text that was seen. It is closed again: Windows does not replace an open file. */
async function modeOfUnchanged({ path, text }: SeenFile, at: string): Promise<number> {
  await using file = await openFile(at, path).catch(unreadable(path));
  if (decodeText(path, await file.readFile()) !== text) throw new Moved(`${path} was changed by another program`);
  return (await file.stat()).mode & 0o7777;
}

/** Whether a path that is relative to the workspace leads out of it. */
const isOutside = (path: string) => /^\.\.($|[/\\])/.test(path) || isAbsolute(path);

const outside = (path: string) =>
  new ReleaseError(`${path} is outside the workspace.`, {
    fix: 'Give a path inside the workspace. A symbolic link must not lead out of it.',
  });

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  ELOOP: 'its symbolic links form a circle',
};

/** What cannot be opened: a socket, or what this user may not read. */
function unreadable(path: string): (cause: NodeJS.ErrnoException) => never {
  return (cause) => {
    if (cause instanceof ReleaseError) throw cause;
    const why = reasons[cause.code ?? ''];
    throw new ReleaseError(`${path} cannot be read${why === undefined ? '' : `: ${why}`}.`, {
      fix: 'Give the path of a file that can be read.',
      at: { file: path },
      cause: why === undefined ? cause : undefined,
    });
  };
}
