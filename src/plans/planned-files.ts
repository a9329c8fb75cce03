import type { Edit, AppliedEdit } from '../domain/edits/edit.ts';
import { editUnlessLower } from '../domain/edits/never-lower.ts';
import { divided, refuseAll, ReleaseError } from '../domain/error.ts';
import type { Place } from '../domain/place.ts';
import { listed } from '../domain/text.ts';
import type { Change } from '../world/change.ts';
import type { Files, SeenFile } from '../world/files.ts';
import { orRefusal, together } from '../world/parallel.ts';

/** file → path → the value before. */
export type Previous = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/** A file as it was read, its planned text, and the values that were set. */
type PlannedFile = {
  readonly seen: SeenFile;
  text: string;
  readonly set: AppliedEdit[];
  /** Whether something else was planned than values. */
  hasOtherText: boolean;
};

/** The planned texts of files. Each step of a plan edits the texts that the steps before it planned. Nothing is written. */
export class PlannedFiles {
  readonly #files: Files;
  readonly #planned = new Map<string, PlannedFile>();
  readonly #refusals: ReleaseError[] = [];
  constructor(files: Files) {
    this.#files = files;
  }

  /** Keeps refusals of the plan. `result` throws all of them at once. */
  refuse(refusals: readonly ReleaseError[]): void {
    this.#refusals.push(...refusals);
  }

  /** The result of a part of the plan. Undefined if it is refused, which is kept. */
  async part<T>(work: Promise<T>): Promise<T | undefined> {
    const made = await orRefusal(work);
    if (!(made instanceof ReleaseError)) return made;
    this.refuse([made]);
    return undefined;
  }

  async text(path: string): Promise<string> {
    const planned = this.#planned.get(path);
    if (planned !== undefined) return planned.text;
    const seen = await this.#files.look(path);
    this.#planned.set(path, { seen, text: seen.text, set: [], hasOtherText: false });
    return seen.text;
  }

  /** Plans another text for a file that was read. */
  set(path: string, text: string): void {
    const planned = this.#fileAt(path);
    planned.text = text;
    planned.hasOtherText = true;
  }

  /** Plans values in files. All values that cannot be set are refused at once. */
  async edit(
    edits: ReadonlyMap<string, readonly Edit[]>,
    options: { readonly neverLower: boolean },
  ): Promise<{ readonly previous: Previous; readonly notes: readonly string[] }> {
    const { values, refusals } = divided(
      await together([...edits].map(([path, some]) => orRefusal(this.#editOne(path, some, options)))),
    );
    refuseAll('Some values cannot be set.', refusals);
    return {
      previous: Object.fromEntries(
        values.map(({ path, all }) => [path, Object.fromEntries(all.map((one) => [one.path, one.before]))]),
      ),
      notes: values.flatMap(({ path, kept }) =>
        kept.map((one) => `${path}: ${one.path} stays ${one.before}, because ${one.after} is lower.`),
      ),
    };
  }

  /** One Change for each file that gets another text, and all of them as a diff. Throws what was refused. */
  async result(): Promise<{
    readonly changes: readonly Change[];
    readonly paths: readonly string[];
    readonly diff: string;
  }> {
    refuseAll('Some values cannot be set.', this.#refusals);
    const sorted = [...this.#planned.values()].toSorted((one, other) => (one.seen.path < other.seen.path ? -1 : 1));
    const all = sorted.map(async (planned) => {
      const { seen, text, hasOtherText } = planned;
      const places = hasOtherText ? undefined : placesOf(planned);
      const change = await this.#files.edit(seen, text, { title: titleOf(planned), places });
      return change === undefined ? [] : [{ path: seen.path, change }];
    });
    const changed = (await Promise.all(all)).flat();
    return {
      changes: changed.map(({ change }) => change),
      paths: changed.map(({ path }) => path),
      diff: changed.map(({ change }) => change.detail).join('\n'),
    };
  }

  async #editOne(path: string, edits: readonly Edit[], options: { readonly neverLower: boolean }) {
    const {
      text,
      applied: settings,
      kept,
    } = await editUnlessLower({ file: path, text: await this.text(path) }, edits, options);
    const planned = this.#fileAt(path);
    planned.text = text;
    planned.set.push(...settings.filter((one) => one.before !== one.after));
    const all: readonly AppliedEdit[] = [...settings, ...kept];
    return { path, all, kept };
  }

  #fileAt(path: string): PlannedFile {
    const planned = this.#planned.get(path);
    if (planned === undefined) throw new Error(`${path} was not read`);
    return planned;
  }
}

/** `Set version and appVersion in chart/Chart.yaml` */
function titleOf({ seen: { path }, set }: PlannedFile): string {
  if (set.length === 0) return `Edit ${path}`;
  return `Set ${set.length > 3 ? `${set.length} values` : listed(set.map((one) => one.path))} in ${path}`;
}

const placesOf = ({ seen, set }: PlannedFile): readonly Place[] =>
  set.map(({ path, line, before, after }) => ({
    at: { file: seen.path, line },
    name: path,
    actual: before,
    wanted: after,
  }));
