import { ReleaseError } from '../error.ts';
import { parseJson } from './json.ts';
import type { Source } from './source.ts';
import type { Tree } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** The documents of a file. Its name tells the format. */
export async function parseTrees(source: Source): Promise<readonly Tree[]> {
  const kind = fileFormatOf(source);
  if (kind === 'json') return parseJson(source);
  if (kind === 'toml') return [(await import('./toml.ts')).parseToml(source)];
  if (kind === 'yaml') return parseYaml(source);
  throw new ReleaseError(`${source.file} is not a file whose values have paths.`, {
    fix: 'Use paths for YAML, JSON, TOML and CFF files. For any other file, give the text of the whole file.',
    at: { file: source.file },
  });
}

type FileFormat = 'yaml' | 'json' | 'toml';

/** The format of a file by its name. Undefined if its values have no paths. */
export function fileFormatOf({ file }: Source): FileFormat | undefined {
  if (/(^|\/)(Chart|requirements)\.lock$/.test(file)) return 'yaml'; // Helm's
  if (/\.(ya?ml|cff)$/i.test(file)) return 'yaml';
  return /\.json$/i.test(file) ? 'json' : /\.toml$/i.test(file) ? 'toml' : undefined;
}
