import type { SourcePosition } from '../error.ts';

/** A text and the name of its file, for errors. */
export type Source = { readonly file: string; readonly text: string };

/** Line and column of a character, as editors count them. */
export function positionAt({ file, text }: Source, offset: number): Required<SourcePosition> {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return { file, line: before.split('\n').length, column: Math.max(1, offset - start - mark + 1) };
}
