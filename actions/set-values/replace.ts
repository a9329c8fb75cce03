import { ReleaseError } from '../../src/domain/error.ts';
import { replaceText } from '../../src/domain/edits/text-replacement.ts';
import type { TextReplacement } from '../../src/domain/edits/text-replacement.ts';
import { quoted } from '../../src/domain/text.ts';
import type { PlannedFiles } from '../../src/plans/planned-files.ts';
import type { Files } from '../../src/world/files.ts';

/** Plans a replacement. It is refused if no file has its old or its new text. */
export async function replaceIn(
  replacement: TextReplacement,
  { plannedFiles, files }: { plannedFiles: PlannedFiles; files: Files },
): Promise<void> {
  const { pattern, old, now } = replacement;
  let isFound = false;
  for (const path of await files.find(pattern, 'file')) {
    const text = replaceText(await plannedFiles.text(path), replacement);
    if (text === undefined) continue;
    isFound = true;
    plannedFiles.set(path, text);
  }
  if (isFound) return;
  throw new ReleaseError(`${pattern} contains neither ${quoted(old)} nor ${quoted(now)}.`, {
    fix: 'Correct the input replace: the old text must be in the file now.',
  });
}
