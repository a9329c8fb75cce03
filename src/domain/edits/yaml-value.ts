import { parseDocument } from 'yaml';
import { ReleaseError } from '../error.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';

/** A YAML text as plain values. Keys and aliases have to be valid. */
export function parseYamlValue(source: Source): unknown {
  const document = parseDocument(source.text, { logLevel: 'error' });
  const [error] = document.errors;
  if (error === undefined) return document.toJS({ maxAliasCount: 100 }) as unknown;
  throw new ReleaseError(`${source.file} is not valid YAML: ${error.message.split('\n')[0]}`, {
    at: positionAt(source, error.pos[0]),
  });
}
