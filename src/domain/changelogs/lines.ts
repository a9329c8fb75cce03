/** A line of a text: where it starts, where the next one does, and what stands in it. */
export type MarkdownLine = {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** The lines of a Markdown text that are neither in fenced code nor in a comment, where headings are examples. */
export function proseLines(text: string): readonly MarkdownLine[] {
  const prose: MarkdownLine[] = [];
  let closing: RegExp | undefined;
  for (const line of linesOf(text)) {
    if (closing !== undefined) {
      if (closing.test(line.text)) closing = undefined;
      continue;
    }
    closing = closingOf(line.text);
    if (closing === undefined) prose.push(line);
  }
  return prose;
}

/** The line end of a text: that of its first line. */
export const lineEndOf = (text: string): string => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

function* linesOf(text: string): Generator<MarkdownLine> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let number = 1; start < text.length; number++) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed + 1;
    yield { number, start, end, text: text.slice(start, end).replace(/\r?\n$/, '') };
    start = end;
  }
}

/** What ends the fence or the comment that a line begins. In a list, a fence stands behind the marker or below it. */
function closingOf(text: string): RegExp | undefined {
  const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
  if (fence !== undefined) return new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*$`);
  return /^ {0,3}<!--(?!.*-->)/.test(text) ? /-->/ : undefined;
}
