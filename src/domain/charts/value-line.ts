import type { Edit } from '../edits/edit.ts';
import { parsePath } from '../edits/path.ts';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** Reads `image.tag=v1.2.0`, a value to set in a values.yaml. */
export function parseValueLine(line: string): Edit {
  // A selector such as [name=proxy] contains an equals sign, too.
  const [, where, value] = /^((?:\[[^\]]*\]|"(?:[^"\\]|\\.)*"|[^=["])+)=(.*)$/.exec(line) ?? [];
  if (where === undefined || value === undefined)
    throw new ReleaseError(`has the line ${quoted(line)}, which sets no value.`, {
      fix: 'Write path=value, such as image.tag=v1.2.0.',
    });
  return { path: parsePath(where.trim()), value: value.trim() };
}
