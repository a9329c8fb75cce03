import { isLower } from '../versions/version.ts';
import { editText } from './edit.ts';
import type { Edit, Edited, Setting } from './edit.ts';
import { written } from './path.ts';
import type { Source } from './place.ts';

export type Settled = Edited & {
  /** What stayed as it is, because the new version would be lower. */
  readonly kept: readonly Setting[];
};

/** Edits a text; with `neverLower`, a version that is higher already stays. */
export async function settle(
  source: Source,
  edits: readonly Edit[],
  { neverLower }: { readonly neverLower: boolean },
): Promise<Settled> {
  const all = await editText(source, edits);
  const kept = neverLower
    ? all.settings.filter(({ before, after }) => before !== undefined && isLower(after, before))
    : [];
  if (kept.length === 0) return { ...all, kept };
  const paths = new Set(kept.map(({ path }) => path));
  return {
    ...(await editText(
      source,
      edits.filter(({ path }) => !paths.has(written(path))),
    )),
    kept,
  };
}
