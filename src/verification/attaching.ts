import type { SourceFile } from '../rehearsal/workflow/source.ts';
import { placeOf } from './finding.ts';

/** Actions of others, and programs, that attach files to releases. */
const attaches =
  /^(?!\s*#).*(?:\bgh release (?:create|upload)\b|\buses:\s*['"]?(?!\S*release-actions\/)\S*(?:release|sbom|slsa)\S*@|\bgoreleaser release\b)/;

/** The lines of workflows by which something else than gh-release may attach files to a release. */
export const attachingLines = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (attaches.test(line) ? [placeOf({ file: path, line: index + 1 })] : [])),
  );
