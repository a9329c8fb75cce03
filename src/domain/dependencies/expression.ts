import { RE2JS, RE2JSSyntaxException } from 're2js';
import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

const mostCharacters = 1000;
const mostStates = 10_000;

// Why: docs/decisions.md D14
/** Whether a line matches a Go RE2 expression. The time grows with the length of the line, and no faster. */
export function matcherOf(text: string): (line: string) => boolean {
  if (text.length > mostCharacters) throw tooLarge(`has more than ${mostCharacters} characters`);
  const expression = compiled(text);
  if (expression.programSize() > mostStates) throw tooLarge(`needs more than ${mostStates} states`);
  return (line) => expression.test(line);
}

function compiled(text: string): RE2JS {
  try {
    return RE2JS.compile(text);
  } catch (cause) {
    if (!(cause instanceof RE2JSSyntaxException)) throw cause;
    throw new ReleaseError(`${quoted(text)} is not a Go RE2 expression that can be used here: ${reasonOf(cause)}.`, {
      fix: 'The syntax: https://github.com/google/re2/wiki/Syntax',
      cause,
    });
  }
}

/** The reason in Go's words. What people miss most is named. */
function reasonOf(error: RE2JSSyntaxException): string {
  const [description, part] = [error.getDescription(), error.getPattern() ?? ''];
  const lookaround = /^\(\?<?[=!]/.exec(part)?.[0];
  if (lookaround !== undefined) return `RE2 has no lookaround: ${lookaround}`;
  if (/^\\[1-9]/.test(part)) return `RE2 has no backreference: ${part}`;
  return part === '' ? description : `${description} ${quoted(part)}`;
}

const tooLarge = (why: string) =>
  new ReleaseError(`The expression ${why}, which is the limit.`, {
    fix: 'Use a shorter expression, and smaller counts in { }.',
  });
