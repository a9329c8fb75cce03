import { join, matchesGlob, relative } from 'node:path';
import { attempt, ReleaseError } from '../domain/error.ts';
import { textLines } from '../domain/text.ts';
import { parseWorkspacePath } from '../domain/workspace-path.ts';
import { filesOf } from '../rehearsal/actions/artifacts.ts';
import { unknownMark } from './unknown.ts';

type Inputs = Readonly<Record<string, string>>;

/** The artifacts of a run. Nothing is copied: a file that a job has downloaded is known by its path there. */
export class Artifacts {
  readonly #all = new Map<string, ReadonlyMap<string, string>>();
  #here = new Map<string, string>();

  /** The files that the current job has downloaded: where they are, by the path at which the job has them. */
  get here(): ReadonlyMap<string, string> {
    return this.#here;
  }

  /** A job begins in an empty folder. */
  beginJob(): void {
    this.#here = new Map();
  }

  async upload({ name = 'artifact', path = '', ...more }: Inputs, folder: string): Promise<void> {
    if ([name, path].some((text) => text.includes(unknownMark))) return;
    const paths = textLines(path).map((one) => attempt(() => parseWorkspacePath(one.replace(/^!/, ''))));
    if (paths.some((one) => one instanceof ReleaseError)) return;
    const { files, root } = await filesOf(path, folder, more['include-hidden-files'] === 'true');
    this.#all.set(name, new Map(files.map((file) => [relative(root, file), file])));
  }

  download({ name = '', pattern = '*', path = '.', ...more }: Inputs): void {
    const isMerged = name !== '' || more['merge-multiple'] === 'true';
    for (const [one, files] of this.#all)
      if (name === '' ? matchesGlob(one, pattern) : one === name)
        for (const [inside, file] of files) this.#here.set(join(path, isMerged ? '' : one, inside), file);
  }
}
