import { ReleaseError } from '../error.ts';
import type { Source } from './source.ts';
import { refuseUnprintable, yamlDocuments } from './yaml-documents.ts';

const mostAliases = 100;

/** A YAML text as plain values. Keys and aliases have to be valid. */
export function parseYamlValue(source: Source): unknown {
  refuseUnprintable(source);
  const [document, second] = yamlDocuments(source, { uniqueKeys: true });
  if (second !== undefined)
    throw new ReleaseError(`${source.file} has more than one YAML document.`, {
      fix: 'Give each document a file of its own.',
      at: { file: source.file },
    });
  try {
    return document?.toJS({ maxAliasCount: mostAliases }) as unknown;
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new ReleaseError(`${source.file} has aliases that cannot be followed: ${cause.message}.`, {
      fix: `Write the values instead of aliases, or fewer than ${mostAliases} of them.`,
      at: { file: source.file },
      cause,
    });
  }
}
