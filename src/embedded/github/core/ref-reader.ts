import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Ref = { readonly sha: string; readonly type: string };

/** Every ref of a repository by its full name. */
export type Refs = ReadonlyMap<string, Ref>;

type Seen = { readonly files: string; readonly refs: Refs };

/** Reads refs with git, but only if their files have changed. Every request asks for them, and starting git is slow. */
export class RefReader {
  readonly #seen = new Map<string, Seen>();

  async read(folder: string, ask: () => Promise<Refs>): Promise<Refs> {
    const files = refFiles(folder);
    const seen = this.#seen.get(folder);
    if (files !== undefined && seen?.files === files) return seen.refs;
    const refs = await ask();
    if (files !== undefined && refFiles(folder) === files) this.#seen.set(folder, { files, refs });
    return refs;
  }
}

/** All that git stores about refs: https://git-scm.com/docs/gitrepository-layout. Undefined if it changes meanwhile. */
function refFiles(folder: string): string | undefined {
  const packed = join(folder, 'packed-refs');
  try {
    const loose = readdirSync(join(folder, 'refs'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted();
    const files = existsSync(packed) ? [packed, ...loose] : loose;
    return files.map((file) => `${file} ${readFileSync(file, 'latin1')}`).join('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
