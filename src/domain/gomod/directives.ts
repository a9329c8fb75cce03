import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** A directive of a go.mod file, such as `require` with its arguments, alone or as a line of a block. */
export type Directive = {
  readonly verb: string;
  readonly words: readonly string[];
  /** What follows `//` on the same line. */
  readonly comment: string;
  readonly line: number;
};

/**
 * The directives of a go.mod file, as Go reads them: https://go.dev/ref/mod#go-mod-file-grammar. Unknown directives are
 * accepted, as Go does it in the go.mod files of dependencies.
 */
export function directivesOf(text: string, file: string): readonly Directive[] {
  const directives: Directive[] = [];
  let block: Directive | undefined;
  for (const [index, source] of text.split('\n').entries()) {
    const position = { file, line: index + 1 };
    const { words, comment } = scanLine(source, position);
    const [verb, ...rest] = words;
    if (verb === undefined) continue;
    if (block !== undefined && verb === ')') {
      if (rest.length > 0) throw unreadableGoMod('has text after a closing parenthesis', position);
      block = undefined;
    } else if (block !== undefined) directives.push({ verb: block.verb, words, comment, line: position.line });
    else if (rest.at(-1) === '(') block = { verb: words.slice(0, -1).join(' '), words, comment, line: position.line };
    else if (rest.slice(-2).join('') !== '()') directives.push({ verb, words: rest, comment, line: position.line });
  }
  if (block !== undefined) throw unreadableGoMod('begins a block that is never closed', { file, line: block.line });
  return directives;
}

type LinePosition = { readonly file: string; readonly line: number };
type ScannedLine = Pick<Directive, 'words' | 'comment'>;

// In this order: space, comment, punctuation, string, and whatever else can be seen.
const token =
  /[ \t\r]+|\/\/(?<comment>.*)|(?<mark>[()[\]{},])|(?<string>"(?:[^"\\]|\\.)*"|`[^`]*`)|(?<word>(?:(?!\/\/|\/\*)[^\s()[\]{},\p{C}\p{Z}])+)/suy;

function scanLine(source: string, position: LinePosition): ScannedLine {
  const words: string[] = [];
  let comment = '';
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const groups = token.exec(source)?.groups;
    if (groups === undefined)
      throw unreadableGoMod(`has ${quoted(source.slice(at).trim())}, which Go cannot read`, position);
    if (groups['word'] !== undefined && /^["`]/.test(groups['word']))
      throw unreadableGoMod('has a string that is not closed on its line', position);
    comment = groups['comment']?.replace(/\r$/, '') ?? comment;
    const word = groups['mark'] ?? groups['string'] ?? groups['word'];
    if (word !== undefined) words.push(word);
  }
  return { words, comment };
}

/** The refusal of a go.mod file that Go would refuse too. */
export const unreadableGoMod = (problem: string, { file, line }: LinePosition): ReleaseError =>
  new ReleaseError(`${file}:${line} ${problem}.`, {
    fix: 'Correct the line. The command go mod edit -json shows what Go reads.',
    at: { file, line },
  });
