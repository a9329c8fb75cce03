import { ReleaseError } from '../error.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import { listLines, unreadLine } from './list-lines.ts';
import type { ListLine } from './list-lines.ts';

/** A digest that a list promotes, and its tags. */
export type ListEntry = {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly line: ListLine;
  /** The lines below it, if its tags stand there. */
  readonly items: readonly ListLine[];
  /** Where the line after its last one begins. */
  readonly end: number;
};

/** The entries below one `- name:`. A name may have several such groups. */
export type ListGroup = {
  readonly name: string;
  readonly start: number;
  readonly line: number;
  /** Where its first entry begins, or would begin. */
  readonly top: number;
  /** How far its entries are indented. */
  readonly indent: number;
  readonly entries: readonly ListEntry[];
  /** Where the line after its last one begins. */
  readonly end: number;
};

/** An image list of kubernetes/k8s.io, which says what a robot promotes. */
export type ImageList = { readonly source: Source; readonly groups: readonly ListGroup[] };

// Why: docs/decisions.md D57
/** Reads an image list. Its lines have few forms, which every YAML reader understands in the same way. */
export function readImageList(source: Source): ImageList {
  const lines = listLines(source);
  if (lines.length === 1 && lines[0]?.kind === 'empty') return { source, groups: [] };
  const heads = lines.flatMap(({ kind }, index) => (kind === 'group' ? [index] : []));
  const [first] = lines;
  if (first !== undefined && (first.kind !== 'group' || first.indent > 8)) throw unreadLine(source, first.start);
  const groups = heads.map((head, index) => {
    const [line, ...others] = lines.slice(head, heads[index + 1]);
    if (line === undefined || line.indent !== first?.indent) throw unreadLine(source, line?.start ?? 0);
    return groupOf(source, line, others);
  });
  return { source, groups };
}

function groupOf(source: Source, head: ListLine, [map, ...lines]: readonly ListLine[]): ListGroup {
  if (map?.kind !== 'map' || map.indent !== head.indent) throw unreadLine(source, map?.start ?? head.start);
  const indent = lines[0]?.indent ?? map.indent + 2;
  const starts = lines.flatMap(({ kind }, index) => (kind === 'item' ? [] : [index]));
  const entries = starts.map((start, index) => {
    const [line, ...items] = lines.slice(start, starts[index + 1]);
    if (line === undefined || line.indent !== indent || indent <= map.indent)
      throw unreadLine(source, line?.start ?? map.start);
    return entryOf(source, line, items);
  });
  if (lines[0]?.kind === 'item') throw unreadLine(source, lines[0].start);
  refuseRepeated(source, entries);
  const { text: name, start, number } = head;
  return { name, start, line: number, top: map.end, indent, entries, end: entries.at(-1)?.end ?? map.end };
}

function entryOf(source: Source, line: ListLine, items: readonly ListLine[]): ListEntry {
  const [first] = items;
  const stray = items.find(({ indent }) => indent !== first?.indent || indent < line.indent);
  if (stray !== undefined) throw unreadLine(source, stray.start);
  if (line.kind !== 'block' && first !== undefined) throw unreadLine(source, first.start);
  const tags = line.inside === undefined ? items.map(({ text }) => text) : flowTags(source, line, line.inside);
  return { digest: line.text, tags, line, items, end: items.at(-1)?.end ?? line.end };
}

const flowTag = /^ *(?:"([^"\\]*)"|'([^']*)'|(\w[\w.-]*)) *$/;

function flowTags(source: Source, line: ListLine, inside: string): readonly string[] {
  const parts = inside.split(',');
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.map((part) => {
    const [, double, single, plain] = flowTag.exec(part) ?? [];
    const tag = double ?? single ?? plain;
    if (tag === undefined) throw unreadLine(source, line.start);
    return tag;
  });
}

function refuseRepeated(source: Source, entries: readonly ListEntry[]): void {
  const seen = new Map<string, ListEntry>();
  for (const entry of entries) {
    const before = seen.get(entry.digest);
    if (before !== undefined)
      throw new ReleaseError(
        `${entry.digest} is there twice below one name in ${source.file}, at lines ${before.line.number} and ${entry.line.number}.`,
        {
          fix: 'Put the tags of both lines on one of them, and remove the other.',
          at: positionAt(source, entry.line.start),
        },
      );
    seen.set(entry.digest, entry);
  }
}
