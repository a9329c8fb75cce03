import * as fc from 'fast-check';

export const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''));

export const prefixed = (before: string, part: fc.Arbitrary<string>) => part.map((text) => before + text);

export const dotted = (part: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(part, { minLength: 1, maxLength }).map((parts) => parts.join('.'));

/** Nothing, but for one in `oneIn` texts. */
export const rarely = (oneIn: number, part: fc.Arbitrary<string>) =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: part });

/** Each character of a text, and whole texts. */
export const oneOf = (characters: string, ...more: string[]) => fc.constantFrom(...Array.from(characters), ...more);

const odd = fc.oneof(
  oneOf('0019.-+_!/avrce', '..', '--', '00'),
  oneOf(' \t\n\r\0\v\f\u0085\u00A0\u2028\u2029\u3000\uFEFF\u001F'),
  // Digits and letters that only look like ASCII, or become ASCII when their case is changed.
  oneOf('１٣۲৩²Ⅳſıİʀ\u212Aａｖ\u0410\u0430', '𝟙', 'ﬀ'),
  oneOf('\u202E\u2066\u200F\u061C\u200B\u200D\u00AD\u3164\uFE0F\u034F', '\u{E0001}', '\uD800', '\uDC00'),
  oneOf('~^:?*[]\\@{}$`"\'()&|;<>#%,=', '@{', '${{ x }}', '$(id)', '.lock'),
);

/** The text after a few slips of the keyboard. */
export const mutated = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(6), fc.nat(400), odd), { minLength: 1, maxLength: 3 }))
    .map(([start, slips]) => slips.reduce(slipped, start));

type Slip = readonly [kind: number, at: number, text: string];

function slipped(text: string, [kind, where, piece]: Slip): string {
  const at = where % (text.length + 1);
  const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  const ways = [
    before + piece + here + after,
    before + piece + after,
    before + after,
    before + here + here + after,
    before.slice(0, -1) + here + before.slice(-1) + after,
    before + here.toUpperCase() + after,
    before + here.repeat(300) + after,
  ];
  return ways[kind] ?? text;
}

/** Texts that nobody would take for a version. */
export const noise = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.array(odd, { maxLength: 6 }).map((parts) => parts.join('')),
);
