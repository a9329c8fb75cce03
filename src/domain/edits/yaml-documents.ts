import { isCollection, isPair, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { nestedTooDeeply, refuseDeepNesting, withinStack } from './nesting.ts';
import { positionAt } from './source.ts';
import type { Source } from './source.ts';

// https://yaml.org/spec/1.2.2/#51-character-set
const unprintable = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Refuses characters that no YAML file may have. */
export function refuseUnprintable(source: Source): void {
  const found = unprintable.exec(source.text);
  if (found === null) return;
  throw new ReleaseError(`${source.file} has the character ${quoted(found[0])}, which YAML does not allow.`, {
    fix: 'Remove the character.',
    at: positionAt(source, found.index),
  });
}

/** The documents of a text, valid and not nested too deeply. */
export function yamlDocuments(source: Source, options: { readonly uniqueKeys: boolean }): readonly Document.Parsed[] {
  const documents = withinStack(source, () => [...parseAllDocuments(source.text, { ...options, logLevel: 'error' })]);
  for (const { errors, contents } of documents) {
    const [error] = errors;
    if (error === undefined) refuseDeepNesting<unknown>(source, contents, partsOf);
    else if (isOutOfStack(error)) throw nestedTooDeeply(source, error.pos[0]);
    else {
      const why = error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, ''); // the place is told anyway
      throw new ReleaseError(`${source.file} is not valid YAML: ${why}`, {
        fix: 'Correct the YAML there.',
        at: positionAt(source, error.pos[0]),
      });
    }
  }
  return documents;
}

const isOutOfStack = ({ code }: { readonly code: string }) => code === 'RESOURCE_EXHAUSTION';

function partsOf(node: unknown) {
  const start = (node as Node | null)?.range?.[0] ?? 0; // a node of the tree, which may be missing
  if (!isCollection(node)) return { start, parts: [] };
  return { start, parts: node.items.flatMap((item) => (isPair(item) ? [item.key, item.value] : [item])) };
}
