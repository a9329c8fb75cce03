import { ReleaseError } from '../../src/domain/error.ts';
import { replaceText } from '../../src/domain/edits/text-replacement.ts';
import type { TextReplacement } from '../../src/domain/edits/text-replacement.ts';
import { quoted } from '../../src/domain/text.ts';
import type { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { Files } from '../../src/world/files.ts';

/** Plans replacements. A replacement is refused if no file has its old or its new text. */
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
      throw new ReleaseError(`${one.pattern} contains neither ${quoted(one.old)} nor ${quoted(one.now)}.`, {
        fix: 'Correct the input replace: the old text must be in the file now.',
      });
    }
  }
}
