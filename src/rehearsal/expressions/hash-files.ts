import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `hashFiles` of GitHub: one hash over those of all files that match. Empty if none does. */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const negated = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const found = globSync([...wanted], { cwd: workspace, exclude: negated })
    .filter((path) => statSync(join(workspace, path)).isFile())
    .toSorted();
  if (found.length === 0) return '';
  const all = createHash('sha256');
  for (const path of new Set(found))
    all.update(
      createHash('sha256')
        .update(readFileSync(join(workspace, path)))
        .digest(),
    );
  return all.digest('hex');
}
