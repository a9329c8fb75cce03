import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** A part of a path: a key, an index of a list, or the item of a list in which a key has a certain value. */
export type Segment =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'where'; readonly key: string; readonly value: string };

const quotedText = String.raw`"((?:[^"\\]|\\.)*)"`;
const key = new RegExp(String.raw`(\.?)(?:${quotedText}|([^.[\]"]+))`, 'y');
const selector = new RegExp(String.raw`\[(?:(\d{1,9})|([^=\]"]+)=(?:${quotedText}|([^\]"]*)))\]`, 'y');

/** Reads `image.tag`, `images[name=proxy].newTag`, `dependencies[0].version`, `annotations."example.com/a.b"`. */
export function parsePath(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  while (end < text.length) {
    const [segment, length] = text[end] === '[' ? selectorAt(text, end) : keyAt(text, end);
    if (segment === undefined) break;
    segments.push(segment);
    end += length;
  }
  if (segments.length > 0 && end === text.length) return segments;
  throw new ReleaseError(`${quoted(text)} is not a path to a value. The mistake is at column ${end + 1}.`, {
    fix: 'Write a path such as image.tag, images[name=proxy].newTag, dependencies[0].version or annotations."example.com/a.b".',
  });
}

type Read = readonly [segment: Segment | undefined, length: number];

function keyAt(text: string, start: number): Read {
  key.lastIndex = start;
  const [whole = '', dot = '', inQuotes, bare] = key.exec(text) ?? [];
  const name = unescaped(inQuotes) ?? bare;
  const isSeparated = (dot === '') === (start === 0);
  return [name === undefined || !isSeparated ? undefined : { kind: 'key', key: name }, whole.length];
}

function selectorAt(text: string, start: number): Read {
  selector.lastIndex = start;
  const match = selector.exec(text);
  if (match === null) return [undefined, 0];
  const [whole, index, name = '', inQuotes, bare = ''] = match;
  if (index !== undefined) return [{ kind: 'index', index: Number(index) }, whole.length];
  return [{ kind: 'where', key: name, value: unescaped(inQuotes) ?? bare }, whole.length];
}

/** A path as people write it. */
export const formatPath = (segments: readonly Segment[]): string =>
  segments
    .map((segment, position) => {
      if (segment.kind === 'index') return `[${segment.index}]`;
      if (segment.kind === 'where') return `[${segment.key}=${segment.value}]`;
      return (
        (position === 0 ? '' : '.') + (/^[^.[\]"]+$/.test(segment.key) ? segment.key : JSON.stringify(segment.key))
      );
    })
    .join('');

const unescaped = (text: string | undefined) => text?.replaceAll(/\\(.)/g, '$1');
