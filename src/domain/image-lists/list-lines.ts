import { ReleaseError } from '../error.ts';
import { positionAt } from '../edits/source.ts';
import type { Source } from '../edits/source.ts';
import { quoted } from '../text.ts';
import { refuseOddCharacters } from './odd-characters.ts';

/** A line of an image list. */
export type ListLine = {
  readonly kind: 'group' | 'map' | 'flow' | 'block' | 'item' | 'empty';
  /** The column of what the line says. */
  readonly indent: number;
  /** The name, the digest or the tag. */
  readonly text: string;
  /** What stands between the brackets of a line that has both digest and tags. */
  readonly inside: string | undefined;
  readonly comment: string | undefined;
  readonly number: number;
  /** Where it begins, and where the line after it begins. */
  readonly start: number;
  readonly end: number;
};

const name = String.raw`(?:"([^"\\]*)"|'([^']*)'|(\w[\w./-]*))`;
const digest = String.raw`(?:"(sha256:[^"\\]*)"|'(sha256:[^']*)'|(sha256:\w*))`;
const tail = '(?: +(#.*))? *$';
// What is in front, the text in double, single or no quotes, what is inside brackets, the comment.
const forms: readonly (readonly [ListLine['kind'], RegExp])[] = [
  ['flow', new RegExp(String.raw`^( *)${digest}: +\[([^\][{}#]*)\]${tail}`)],
  ['group', new RegExp(`^( *- +)name: +${name}()${tail}`)],
  ['map', new RegExp(`^( *)dmap()()():()${tail}`)],
  ['block', new RegExp(`^( *)${digest}:()${tail}`)],
  ['item', new RegExp(`^( *)- +${name}()${tail}`)],
  ['empty', new RegExp(String.raw`^( *)\[\]()()()()${tail}`)],
];
const nothing = /^(?: *| *#.*)$/;

/** The lines of a list that say something. Refuses a line of a form that such lists do not have. */
export function listLines(source: Source): readonly ListLine[] {
  refuseOddCharacters(source, 'image lists');
  const lines: ListLine[] = [];
  for (let [start, number] = [source.text.startsWith('\uFEFF') ? 1 : 0, 1]; start < source.text.length; number++) {
    const found = source.text.indexOf('\n', start);
    const end = found === -1 ? source.text.length : found + 1;
    const text = source.text.slice(start, end).replace(/\r?\n$/, '');
    const line = lineOf(text, { number, start, end });
    if (line !== undefined) lines.push(line);
    else if (!nothing.test(text) && !(number === 1 && text.trimEnd() === '---')) throw unreadLine(source, start);
    start = end;
  }
  return lines;
}

function lineOf(text: string, place: Pick<ListLine, 'number' | 'start' | 'end'>): ListLine | undefined {
  for (const [kind, form] of forms) {
    const found = form.exec(text);
    if (found === null) continue;
    const { 1: before = '', 2: double, 3: single, 4: plain, 5: inside, 6: comment } = found;
    const said = double ?? single ?? plain ?? '';
    return { ...place, kind, indent: before.length, text: said, inside: kind === 'flow' ? inside : undefined, comment };
  }
  return undefined;
}

/** The refusal of the line that begins at an offset. */
export function unreadLine(source: Source, start: number): ReleaseError {
  const [line = ''] = source.text.slice(start).split(/\r?\n/, 1);
  return new ReleaseError(`A line of ${source.file} has no form that image lists have: ${quoted(line.slice(0, 100))}`, {
    fix: 'Write "- name: <image>", below it "dmap:", and below that lines such as "sha256:…": ["v1.0.0"], each indented further.',
    at: positionAt(source, start),
  });
}
