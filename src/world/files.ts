import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import type { Host } from './host.ts';

const largestText = 10 * 1024 * 1024;

/** The files of the workspace, and a scratch folder beside it that is gone when the run ends. */
export class Files implements AsyncDisposable {
  readonly #workspace: string;
  readonly #temporary: string;
  readonly #scratch: string[] = [];
  constructor({ workspace, env }: Host) {
    this.#workspace = workspace;
    this.#temporary = env['RUNNER_TEMP'] ?? tmpdir(); // the runner empties its own, also after a kill
  }

  /** The text of a file, which must be in the workspace, also after all links are followed. */
  async text(path: string): Promise<string> {
    const bytes = await readFile(await this.#inside(path)).catch((cause: unknown) => {
      throw new ReleaseError(`${path} cannot be read.`, {
        fix: 'Check the path; it is relative to the workspace.',
        at: { file: path },
        cause,
      });
    });
    if (bytes.length > largestText)
      throw new ReleaseError(`${path} has ${bytes.length} bytes; ${largestText} is the bound here.`);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (cause) {
      throw new ReleaseError(`${path} is not UTF-8.`, { at: { file: path }, cause });
    }
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
    if (/^\.\.($|[/\\])/.test(way) || isAbsolute(way))
      throw new ReleaseError(`${path} leads out of the workspace.`, {
        fix: 'Give a path inside the checkout, without links that leave it.',
      });
    return real;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#scratch.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
