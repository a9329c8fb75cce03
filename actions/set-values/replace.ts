import { ReleaseError } from '../../src/domain/error.ts';
import { replaceText } from '../../src/domain/edits/text-replacement.ts';
import type { TextReplacement } from '../../src/domain/edits/text-replacement.ts';
import { quoted } from '../../src/domain/text.ts';
import type { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { Files } from '../../src/world/files.ts';

/** Plans replacements. One that finds neither the old nor the new text anywhere is a mistake. */
export async function replaceAll(
  replacements: readonly TextReplacement[],
  { plannedFiles, files }: { plannedFiles: PlannedFiles; files: Files },
): Promise<void> {
  for (const one of replacements) {
    let isFound = false;
    for (const path of await files.find(one.pattern, 'file')) {
      const text = replaceText(await plannedFiles.text(path), one);
      if (text === undefined) continue;
      isFound = true;
      plannedFiles.set(path, text);
    }
    if (!isFound) {
      throw new ReleaseError(`Neither ${quoted(one.old)} nor ${quoted(one.now)} stands in ${one.pattern}.`, {
        fix: 'Correct the input replace: the old text is what stands there now.',
      });
    }
  }
}
