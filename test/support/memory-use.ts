import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const telling = `data:text/javascript,${encodeURIComponent(
  "import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.USAGE_FILE,String(process.resourceUsage().maxRSS)))",
)}`;

/** Lets a process of Node write down the most memory that it had. */
export class MemoryUse implements AsyncDisposable {
  readonly #folder: Awaited<ReturnType<typeof mkdtempDisposable>>;
  private constructor(folder: Awaited<ReturnType<typeof mkdtempDisposable>>) {
    this.#folder = folder;
  }

  static async begin(): Promise<MemoryUse> {
    return new MemoryUse(await mkdtempDisposable(join(tmpdir(), 'memory-use-')));
  }

  /** What the process needs in its environment. */
  get env(): Readonly<Record<string, string>> {
    return { NODE_OPTIONS: `--import=${telling}`, USAGE_FILE: this.#file };
  }

  /** The most memory that the process had, when it has ended. */
  async megabytes(): Promise<number> {
    return Number(await readFile(this.#file, 'utf8')) / 1024;
  }

  get #file(): string {
    return join(this.#folder.path, 'usage');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]();
  }
}
