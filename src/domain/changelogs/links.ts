import { proseLines } from './markdown-lines.ts';
import type { Changelog, LinkDefinition } from './section.ts';

/** The definitions of links that a part of a changelog uses, and that are elsewhere in the file. */
export function linksFor(part: string, { text, definitions }: Changelog): readonly string[] {
  if (definitions.length === 0) return [];
  const prose = proseLines(part)
    .map((line) => line.text)
    .join('\n');
  const used = new Set(labelsIn(prose, /\[([^[\]]+)\](?!:)/g));
  const own = new Set(labelsIn(prose, /^ {0,3}\[([^[\]]+)\]:/gm));
  const first = new Map<string, LinkDefinition>();
  for (const definition of definitions) {
    const key = labelKey(definition.label);
    if (used.has(key) && !own.has(key) && !first.has(key)) first.set(key, definition);
  }
  return [...first.values()].map(({ start, end }) => text.slice(start, end).trim());
}

const labelsIn = (prose: string, shape: RegExp) => [...prose.matchAll(shape)].map(([, label = '']) => labelKey(label));

/** Upper and lower case, and how many spaces there are, make no difference: https://spec.commonmark.org/0.31.2/#matches */
const labelKey = (label: string) => label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
