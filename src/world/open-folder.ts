import { constants, existsSync } from 'node:fs';
import { lstat, mkdir, open, readlink, realpath, rename, rm, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Moved } from './change.ts';

// Why: docs/decisions.md D44
/**
 * A folder that stays the same, even if another program puts a link in its place or in the place of a folder above it. On
 * Linux it is reached through its handle. Elsewhere Node has no such way: there, its path is checked before something is
 * written.
 */
export class OpenFolder implements AsyncDisposable {
  readonly #path: string;
  readonly #handle: FileHandle | undefined;
  private constructor(path: string, handle: FileHandle | undefined) {
    this.#path = path;
    this.#handle = handle;
  }

  /** Opens a folder by its path from a root. No link on the way is followed. */
  static async open(root: string, parts: readonly string[], by: boolean = hasHandles): Promise<OpenFolder> {
    const path = join(root, ...parts);
    if (!by) return new OpenFolder(path, undefined);
    let folder = new OpenFolder(root, await open(root, asFolder));
    for (const part of parts) {
      await using above = folder;
      const below = await open(above.to(part), asFolder | constants.O_NOFOLLOW).catch(moved(path));
      folder = new OpenFolder(join(above.#path, part), below);
    }
    return folder;
  }

  /** The same for a folder that is made if it is missing. */
  static async make(root: string, parts: readonly string[]): Promise<OpenFolder> {
    let folder = await OpenFolder.open(root, []);
    for (const [index, part] of parts.entries()) {
      await using above = folder;
      await mkdir(above.to(part)).catch(isThere);
      folder = await OpenFolder.open(root, parts.slice(0, index + 1));
    }
    return folder;
  }

  /** A path to something in this folder. */
  to(name: string): string {
    return this.#handle === undefined ? join(this.#path, name) : `/proc/self/fd/${this.#handle.fd}/${name}`;
  }

  /** Puts a new file in the place of another one, at once, with exactly this mode. */
  async replace(name: string, content: string | AsyncIterable<Uint8Array>, mode: number): Promise<void> {
    await this.#replace(name, content, mode).catch((error: unknown) => {
      throw this.#named(error);
    });
  }

  async #replace(name: string, content: string | AsyncIterable<Uint8Array>, mode: number): Promise<void> {
    const part = this.to(`${name}.release-actions.part`); // always the same name, so that the next run replaces what a killed run left
    try {
      await rm(part, { force: true });
      await this.#write(`${name}.release-actions.part`, content, mode);
      await rename(part, this.to(name));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  async #write(name: string, content: string | AsyncIterable<Uint8Array>, mode: number): Promise<void> {
    await using file = await open(this.to(name), 'wx', 0o600);
    await this.#check(name);
    await writeFile(file, content);
    await file.chmod(mode); // the mode of `open` is narrowed by the umask
  }

  async #check(name: string): Promise<void> {
    const path = join(this.#path, name);
    if (this.#handle === undefined && (await realpath(path)) !== path) throw replaced(this.#path);
  }

  /** The same error, for people: with the path of a file instead of the way to it through the handle. */
  #named(error: unknown): unknown {
    if (!(error instanceof Error && 'path' in error && typeof error.path === 'string')) return error;
    return Object.assign(error, { path: error.path.replace(this.to(''), join(this.#path, '/')) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle?.close();
  }
}

/** Whether a file that was opened is the one at a path without links. */
export async function isAt(handle: FileHandle, path: string): Promise<boolean> {
  if (hasHandles) return (await readlink(`/proc/self/fd/${handle.fd}`)) === path;
  const [opened, there] = [await handle.stat({ bigint: true }), await lstat(path, { bigint: true })];
  return opened.ino === there.ino && opened.dev === there.dev && (await realpath(path)) === path;
}

const hasHandles = process.platform === 'linux' && existsSync('/proc/self/fd');
const asFolder = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0);

const replaced = (path: string) => new Moved(`${path} was replaced by another program`);

function isThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

function moved(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw ['ELOOP', 'ENOTDIR', 'ENOENT'].includes(error.code ?? '') ? replaced(path) : error;
  };
}
