import { glob, lstat, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, normalize, relative, resolve } from 'node:path';
import { unifiedDiff } from '../domain/diff.ts';
import { decodeText } from '../domain/edits/decode-text.ts';
import { ReleaseError } from '../domain/error.ts';
import { Moved } from './change.ts';
import type { Change } from './change.ts';
import { piecesOf } from './file-pieces.ts';
import type { Host } from './host.ts';

const mostFiles = 10_000;

/** A text file as it was seen. */
export type SeenFile = { readonly path: string; readonly text: string };

/** A file of any kind, by its real path. */
export type MeasuredFile = { readonly file: string; readonly size: number };

/** The files of the workspace, and a scratch folder beside it that is gone when the run ends. */
export class Files implements AsyncDisposable {
  readonly #workspace: string;
  readonly #temporary: string;
  readonly #scratch: string[] = [];
  constructor({ workspace, env }: Host) {
    this.#workspace = workspace;
    this.#temporary = env['RUNNER_TEMP'] || tmpdir(); // the runner empties its own, also after a kill
  }

  /** The files or folders that a path or a glob means, sorted. What exists is literal before it is a glob. */
  async find(pattern: string, kind: 'file' | 'folder'): Promise<readonly string[]> {
    if (await this.has(pattern)) return [normalize(pattern)];
    const found: string[] = [];
    const options = { cwd: this.#workspace, exclude: ['**/.git', '**/node_modules'], withFileTypes: true } as const;
    for await (const entry of glob(pattern, options)) {
      if (kind === 'folder' ? !entry.isDirectory() : entry.isDirectory()) continue;
      found.push(relative(this.#workspace, join(entry.parentPath, entry.name)));
      if (found.length > mostFiles) {
        throw new ReleaseError(`${pattern} matches more than ${mostFiles} files, which is the bound here.`);
      }
    }
    if (found.length > 0) return found.toSorted();
    throw new ReleaseError(`Nothing matches ${pattern}.`, {
      fix: `Correct it; it is looked for in ${this.#workspace}.`,
    });
  }

  /** Whether there is a file or a folder, or a link to one. */
  async has(path: string): Promise<boolean> {
    return (await lstat(resolve(this.#workspace, path)).catch(() => undefined)) !== undefined;
  }

  /** The text of a file, which must be in the workspace, also after all links are followed. */
  async text(path: string): Promise<string> {
    const bytes = await readFile(await this.#inside(path)).catch((cause: unknown) => {
      throw new ReleaseError(`${path} cannot be read.`, { fix: 'Give the path of a file.', at: { file: path }, cause });
    });
    return decodeText(path, bytes);
  }

  /** A file of any kind and size, unread: where it is, and how long. */
  async measure(path: string): Promise<MeasuredFile> {
    const file = await this.#inside(path);
    const found = await stat(file);
    if (found.isFile()) return { file, size: found.size };
    throw new ReleaseError(`${path} is ${found.isDirectory() ? 'a folder' : 'no file'}.`, {
      fix: found.isDirectory() ? `Give the files in it: ${path}/*` : 'Give the path of a file.',
      at: { file: path },
    });
  }

  /** The checksum of a file, which has to keep its length meanwhile. */
  async digest({ file, size }: MeasuredFile): Promise<string> {
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256');
    let read = 0;
    for await (const chunk of piecesOf(file)) {
      hash.update(chunk);
      read += chunk.length;
    }
    if (read === size) return `sha256:${hash.digest('hex')}`;
    throw new ReleaseError(`${file} had ${size} bytes, and has ${read} now: something writes to it.`, {
      fix: 'Run it again when nothing writes there any more.',
    });
  }

  /** A file that is to be edited: it must not be behind a link, which would change another file. */
  async look(path: string): Promise<SeenFile> {
    const [root, real] = [await realpath(this.#workspace), await this.#inside(path)];
    if (real === resolve(root, path)) return { path, text: await this.text(path) };
    throw new ReleaseError(`${path} is behind a link: the file is ${relative(root, real)}.`, {
      fix: 'Give the path of the file itself.',
      at: { file: path },
    });
  }

  /** Gives a file another text, if it still has the one that was seen. Nothing to do where they are equal. */
  async edit({ path, text: before }: SeenFile, after: string, title: string): Promise<Change<void> | undefined> {
    if (before === after) return undefined;
    const apply = async () => {
      if ((await this.text(path)) !== before) throw new Moved(`${path} was changed meanwhile`);
      const file = await this.#inside(path);
      const part = `${file}.release-actions.part`; // always the same, so that the next run takes what a killed one left
      try {
        await rm(part, { force: true });
        await writeFile(part, after, { mode: (await stat(file)).mode, flag: 'wx' });
        await rename(part, file);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    };
    const detail = await unifiedDiff(path, before, after);
    return { keys: [`file ${path}`], title, detail, reach: 'local', apply };
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
    const real = await realpath(resolve(root, path)).catch((cause: unknown) => {
      throw new ReleaseError(`There is no file ${path}.`, {
        fix: `It is looked for in ${this.#workspace}.`,
        at: { file: path },
        cause,
      });
    });
    const way = relative(root, real);
    if (/(^|[/\\])\.git($|[/\\])/i.test(way)) {
      throw new ReleaseError(`${path} leads into the folder of git, where credentials may stand.`, {
        fix: 'Give a file of the checkout.',
      });
    }
    if (!/^\.\.($|[/\\])/.test(way) && !isAbsolute(way)) return real;
    throw new ReleaseError(`${path} leads out of the workspace.`, {
      fix: 'Give a path inside the checkout, without links that leave it.',
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#scratch.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
