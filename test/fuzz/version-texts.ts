import * as fc from 'fast-check';
import { dotted, joined, mutated, noise, prefixed, rarely } from './texts.ts';

/** Versions, or nearly: alike enough that their order is not always decided by the first number. */
export type Texts = readonly [string, string, string];

/** Numbers as people write them, and around the bound. */
const number = fc.oneof(
  { weight: 20, arbitrary: fc.nat(2).map(String) },
  { weight: 4, arbitrary: fc.nat(120).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('20260131', '20260131123456789', '20260131123456790') },
  { weight: 1, arbitrary: fc.bigInt(9007199254740989n, 9007199254740994n).map(String) },
);
const looseNumber = fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: prefixed('0', number) });

const word = fc.constantFrom('alpha', 'beta', 'rc', 'dev', 'a', 'b', 'x', 'Z', '-', '--', '0a', '1-', 'RC', 'snapshot');
const identifiers = fc.oneof(
  joined(fc.constantFrom('alpha', 'beta', 'rc', 'dev'), fc.constantFrom('.', ''), number),
  dotted(fc.oneof(number, word), 3),
);
const metadata = dotted(fc.oneof(looseNumber, word, fc.constantFrom('exp', 'sha', '5114f85')), 3);

/** What decides the order of versions first, and what decides it where that is equal. */
type Scheme = { readonly head: fc.Arbitrary<string>; readonly tail: fc.Arbitrary<string> };

/** SemVer 2, and nothing else but for numbers above the bound. */
const semver: Scheme = {
  head: fc.tuple(number, number, number).map((numbers) => numbers.join('.')),
  tail: joined(rarely(2, prefixed('-', identifiers)), rarely(6, prefixed('+', metadata))),
};

const separator = fc.constantFrom('', '', '.', '-', '_');
const suffix = (...words: string[]) => joined(separator, fc.constantFrom(...words), separator, rarely(2, looseNumber));
const pre = suffix('a', 'b', 'c', 'rc', 'alpha', 'beta', 'pre', 'preview', 'RC', 'Alpha');
const post = fc.oneof(suffix('post', 'rev', 'r', 'Post'), prefixed('-', looseNumber));
const dev = suffix('dev', 'DEV');
const around = fc.constantFrom('v', 'v', 'v', 'V', ' ', '\n', '\t', '\u00A0', '\u001F', '\u0085', '\uFEFF');

/** PEP 440 in all its spellings. */
const pep440: Scheme = {
  head: joined(rarely(30, around), rarely(12, joined(looseNumber, fc.constant('!'))), dotted(looseNumber, 4)),
  tail: joined(
    rarely(2, pre),
    rarely(4, post),
    rarely(3, dev),
    rarely(20, prefixed('+', metadata)),
    rarely(30, around),
  ),
};

/** Around 256 characters, which is where SemVer ends here. */
const long = fc
  .tuple(fc.constantFrom('1.0.0-', '1.0.0+', '1.0.0-0+', '1.0.0-x.'), fc.integer({ min: 254, max: 258 }))
  .map(([start, length]) => start.padEnd(length, 'a7'));

const whole = ({ head, tail }: Scheme) => joined(head, tail);

/** Versions of SemVer 2. */
export const semverTexts = whole(semver);

const three = (text: fc.Arbitrary<string>): fc.Arbitrary<Texts> => fc.tuple(text, text, text);
const kin = ({ head, tail }: Scheme): fc.Arbitrary<Texts> =>
  fc.tuple(head, three(tail)).map(([first, [one, other, third]]) => [first + one, first + other, first + third]);

/** One series of prereleases. */
const series = fc
  .tuple(semver.head, fc.constantFrom('-rc.', '-', '-x.0.', '-dev.', '.dev', 'rc', '.post', 'a'), three(number))
  .map(([head, kind, [one, other, third]]): Texts => [head + kind + one, head + kind + other, head + kind + third]);

export const semverText = whole(semver);
export const pep440Text = whole(pep440);

export const versionTexts: fc.Arbitrary<Texts> = fc.oneof(
  { weight: 3, arbitrary: three(semverText) },
  { weight: 3, arbitrary: three(pep440Text) },
  { weight: 3, arbitrary: kin(semver) },
  { weight: 3, arbitrary: kin(pep440) },
  { weight: 2, arbitrary: series },
  { weight: 3, arbitrary: three(mutated(semverText)) },
  { weight: 3, arbitrary: three(mutated(pep440Text)) },
  { weight: 1, arbitrary: three(fc.oneof(semverText, pep440Text)) },
  { weight: 1, arbitrary: three(fc.oneof(noise, long)) },
);
