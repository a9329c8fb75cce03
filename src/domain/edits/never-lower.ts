import { isLower } from '../versions/version.ts';
import { editText } from './edit.ts';
import type { Edit, Edited, AppliedEdit } from './edit.ts';
import { formatPath } from './path.ts';
import type { Source } from './source.ts';

export type EditsWithKept = Edited & {
  /** The values that stayed as they are, because the new version would be lower. */
  readonly kept: readonly AppliedEdit[];
};

/** Edits a text. With `neverLower`, a version that is higher than the new one stays. */
export async function editUnlessLower(
  source: Source,
  edits: readonly Edit[],
  { neverLower }: { readonly neverLower: boolean },
): Promise<EditsWithKept> {
  const all = await editText(source, edits);
  const kept = neverLower
    ? all.applied.filter(({ before, after }) => before !== undefined && isLower(after, before))
    : [];
  if (kept.length === 0) return { ...all, kept };
  const paths = new Set(kept.map(({ path }) => path));
  return {
    ...(await editText(
      source,
      edits.filter(({ path }) => !paths.has(formatPath(path))),
    )),
    kept,
  };
}
