/** A line of a text: its offset, the offset of the next line, and its text. */
export type MarkdownLine = {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** The lines of a Markdown text outside of fenced code and comments, in which headings are only examples. */
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

/** What ends the code block or the comment that a line begins. In a list, the fence may follow the marker. */
function closingOf(text: string): RegExp | undefined {
  const fence = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[1];
  if (fence !== undefined) return new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*$`);
  return /^ {0,3}<!--(?!.*-->)/.test(text) ? /-->/ : undefined;
}
