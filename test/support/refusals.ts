import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A text of a refusal: the parts between its values, and where it stands. */
export type RefusalText = { readonly place: string; readonly parts: readonly string[] };

/** The messages and fixes of all refusals that sources construct, as far as they stand there. */
export const refusalTexts = (place: string, source: string): readonly RefusalText[] =>
  [...source.matchAll(/new ReleaseError\(/g)].flatMap(({ index }) => {
    const line = source.slice(0, index).split('\n').length;
    return literalsIn(source, index + 'new ReleaseError'.length)
      .filter((parts) => parts.join(' ').trim().split(/\s+/).length > 2)
      .map((parts) => ({ place: `${place}:${line}`, parts }));
  });

/** Whether a text stands in tests, word for word, with anything in the place of its values. */
export function standsIn(tests: string, { parts }: RefusalText): boolean {
  const [first = '', ...others] = parts.slice(parts.findIndex((part) => part.trim() !== ''));
  const text = [first.trimStart(), ...others].map((part) => RegExp.escape(part)).join('[^\\n]*?');
  return new RegExp(text).test(tests);
}

/** The sources whose refusals are looked at, by their paths. */
export const refusingSources = (folders: string): Promise<readonly (readonly [string, string])[]> =>
  Array.fromAsync(glob(`${folders}/**/*.ts`, { cwd: root }), async (path) => {
    return [path, await readFile(join(root, path), 'utf8')] as const;
  });

/** All tests as one text, with the escapes of their strings and expressions resolved. */
export async function testTexts(): Promise<string> {
  const files = glob('test/**/*.test.ts', { cwd: root });
  const texts = await Array.fromAsync(files, (path) => readFile(join(root, path), 'utf8'));
  return texts
    .join('\n')
    .replaceAll(/\\n/g, '\n')
    .replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/(['`])\s*\+\s*\1/g, '');
}

/** The string literals of a call that begins at a parenthesis, without those inside of templates. */
function literalsIn(source: string, start: number): readonly (readonly string[])[] {
  const found: string[][] = [];
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === "'" || sign === '"' || sign === '`') {
      const { parts, end } = literalAt(source, at);
      found.push(parts);
      at = end;
    } else if (sign === '/' && source.charAt(at + 1) === '/') at = source.indexOf('\n', at);
    else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth === 0) return found;
  }
  return found;
}

/** A string or a template: the parts between its values, and where it ends. */
function literalAt(source: string, start: number): { readonly parts: string[]; readonly end: number } {
  const quote = source.charAt(start);
  const parts = [''];
  const add = (text: string) => parts.push((parts.pop() ?? '') + text);
  for (let at = start + 1; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === quote) return { parts, end: at };
    if (sign === '\\') {
      const escaped = source.charAt(++at);
      add(escaped === 'n' ? '\n' : escaped);
    } else if (quote === '`' && sign === '$' && source.charAt(at + 1) === '{') {
      at = valueEnd(source, at + 2);
      parts.push('');
    } else add(sign);
  }
  throw new Error('A literal does not end.');
}

function valueEnd(source: string, start: number): number {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at);
    if (sign === "'" || sign === '"' || sign === '`') at = literalAt(source, at).end;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at;
  }
  throw new Error('A value in a template does not end.');
}
