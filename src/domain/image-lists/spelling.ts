import type { ImageList, ListEntry } from './image-list.ts';
import type { Promotion } from './promotion.ts';

// Why: docs/decisions.md D57
/** The line of a new entry: always with double quotes, and otherwise spelled as its neighbour. */
export function entryLine(
  list: ImageList,
  { indent, neighbour }: { readonly indent: number; readonly neighbour?: ListEntry | undefined },
  { digest, tags }: Promotion,
): string {
  const all = list.groups.flatMap(({ entries }) => entries);
  const model = [neighbour, ...all].find((entry) => entry?.line.inside !== undefined);
  const space = /^ .* $/.test(model?.line.inside ?? '') ? ' ' : '';
  const text = tags.map((tag) => `"${tag}"`).join(separatorOf(list, neighbour));
  return `${' '.repeat(indent)}"${digest}": [${space}${text}${space}]`;
}

/** The lines of a new group with one entry. */
export function groupLines(list: ImageList, promotion: Promotion): readonly string[] {
  const [model] = list.groups;
  const [, before = '- '] = /^( *- +)/.exec(list.source.text.slice(model?.start ?? 0)) ?? [];
  const indent = model?.indent ?? before.length + 2;
  return [
    `${before}name: ${promotion.name}`,
    `${' '.repeat(before.length)}dmap:`,
    entryLine(list, { indent, neighbour: model?.entries[0] }, promotion),
  ];
}

/** The lines of an entry with more tags. They become one line with double quotes, and its comments stay. */
export function withTags(list: ImageList, entry: ListEntry, tags: readonly string[]): string {
  const { line, items, end } = entry;
  const text = list.source.text.slice(line.start, end);
  const head = text.replace(/^( *)(?:"[^"]*"|'[^']*'|sha256:\w*)/, `$1"${entry.digest}"`);
  const separator = separatorOf(list, entry);
  const added = tags.map((tag) => `"${tag}"`).join(separator);
  if (line.inside !== undefined) {
    const [, before = '', after = ''] = /^(.*?),?( *)$/.exec(line.inside) ?? [];
    const inside = before.trim() === '' ? added + after : before + separator + added + after;
    return head.replace(/\[[^\]]*\]/, () => `[${inside}]`);
  }
  const comments = [line, ...items].flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  const [ending = ''] = /(?:\r?\n)?$/.exec(text) ?? [];
  const { digest } = entry;
  const whole = entryLine(
    list,
    { indent: line.indent, neighbour: entry },
    { name: '', digest, tags: [...entry.tags, ...tags] },
  );
  return [whole, ...comments].join(' ') + ending;
}

/** How tags are separated there, or else elsewhere in the list. */
function separatorOf(list: ImageList, neighbour: ListEntry | undefined): string {
  const all = list.groups.flatMap(({ entries }) => entries);
  for (const entry of [neighbour, ...all]) {
    const [, separator] = /["'](\s*,\s*)["']/.exec(entry?.line.inside ?? '') ?? [];
    if (separator !== undefined) return separator;
  }
  return ', ';
}

export const newlineOf = ({ source }: ImageList): string => (source.text.includes('\r\n') ? '\r\n' : '\n');
