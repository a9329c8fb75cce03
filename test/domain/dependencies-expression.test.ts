import { execFile } from 'node:child_process';
import { sample, stringMatching, array, constantFrom, oneof } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { matcherOf } from '../../src/domain/dependencies/expression.ts';
import { tool } from '../support/tool.ts';

/** What Go makes of texts; null where it refuses the expression. */
type Verdict = readonly boolean[] | null;
type Question = { readonly expression: string; readonly texts: readonly string[] };

function ours({ expression, texts }: Question): Verdict {
  const matches = attempt(() => matcherOf(expression));
  return matches instanceof ReleaseError ? null : texts.map(matches);
}

async function inGo(questions: readonly Question[]): Promise<readonly Verdict[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = execFile(await tool('re2'), { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) =>
    error === null ? resolve(stdout) : reject(error),
  );
  child.stdin?.end(questions.map((question) => JSON.stringify(question)).join('\n'));
  const lines = (await promise).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Verdict);
}

async function differences(questions: readonly Question[]): Promise<readonly object[]> {
  const answers = await inGo(questions);
  expect(answers).toHaveLength(questions.length);
  return questions.flatMap((question, index) => {
    const [own, go] = [ours(question), answers[index] ?? null];
    if (JSON.stringify(own) === JSON.stringify(go)) return [];
    const texts = question.texts.filter((_, at) => own?.[at] !== go?.[at]);
    return { expression: question.expression, texts: own && go ? texts : { isTakenByUs: own !== null } };
  });
}

const texts = [
  '',
  'a',
  'A',
  'aab',
  'abcabc',
  'a\nb',
  '\n',
  'a\rb',
  'go 1.26.0',
  "  _IMG_VERSION: 'v4.5.1-0'",
  'VERSION=v4.5.1-rc.1+build.5',
  'FROM golang:1.26.0-trixie',
  'k',
  '\u212a', // Kelvin, which folds to k
  'ſ', // which folds to s
  'straße É é',
  'λόγος',
  '日本 1',
  '😀',
  '٣', // a digit, but not for \d
  '\u00a0\v\t',
  '*.+?()[]{}|\\^$-',
  ']',
  'x{2,1}{,5}',
  '\x07\x7f',
];

const taken = String.raw`
a|b  (a|b)*c  a{2}  a{2,}  a{0,2}b  a{,5}  x{2,1  a{0}  (a{2}){3}  a+?b*?  a??  (|a)+  (a*)*  (a*)+$  ^*  ^a$  (^a)|b$
\Aa  b\z  \ba\b  \Ba  a\b  (?m)^b$  (?m:^b)$  (?s)a.b  a.b  (?-s)a.b  (?s-i:a.b)  (?U)a+?  (?i)K  (?i)s  (?i)[k]  (?i)[^k]
(?i)É  (?i)λΌ  (?i)STRASSE  (?i)ß  (?i:a)B  a(?i)b|C  ((?i)a)B  (?i)\w  (?i)\W  (?i)[\W]  (?i)\pL  (?i)\p{Lu}  (?i)\P{Lu}
(?i)[^\p{Lu}]  (?i)[[:upper:]]  (?i)[[:^upper:]]  (?P<name>a)  (?<name>a)  (?P<a1_>a)  (?:a)  ()  (?i)  a(?i)*
\d  \D  \s  \S  \w  \W  [\d\s]  [^\d]  [\D]  [^\D]  [\w-]  [a-c]  [^a-c]  []a]  [^]a]  [a-]  [-a]  [a\]]  [\^a]  [a^]  [[]
[[:alpha:]]  [[:^alpha:]]  [[:word:][:space:]]  [^[:digit:]]  [[:punct:]]  [[:cntrl:]]  [[:graph:]]  [[:print:]]  [[:xdigit:]]
[[:blank:]]  [[:ascii:]]  [[:^ascii:]]  [[:alnum:]]  [[:lower:]]  \pN  \PN  \p{L}  \p{^L}  \P{^L}  \p{Greek}  \P{Greek}  [\p{Han}x]
\p{Any}  \p{Nd}  \pC  \p{Cn}  \p{LC}  \Qa.b\E  \Q*.+\E  \Q[  \Qaa\E+b  \Q\E  x\Q\Ea  \x41  \x{41}  \x{1F600}
\x{212a}  \101  \012  \07  \0  \a  \f  \t  \n  \r  \v  \*  \.  \-  \_  \/  \"  \'  \{  \]  [\x41-\x43]  [\n-\r]  [\a]  .{3}  ^.{1,3}$
日|😀  ^.$  [😀-😂]  [^x]  go·\d+.\d+  \.  $^  \b  \B  ^\B$  (?m)$\n^  (?:a|(?:b))+c  x{,5}{x  x{,}  x{01}  a{1000}  (a{10}){100}  \·+1  \~?a  ]  }  {  a{  -
`
  .trim()
  .split(/\s+/)
  .map((one) => one.replaceAll('·', ' '));

const refused: readonly (readonly [expression: string, why: RegExp])[] = [
  ['(?=a)', /no lookaround: \(\?=/],
  ['(?!a)', /no lookaround: \(\?!/],
  ['(?<=a)b', /no lookaround: \(\?<=/],
  ['(?<!a)b>', /no lookaround: \(\?<!/],
  [String.raw`(a)\1`, /no backreference: \\1/],
  [String.raw`(a)\8`, /no backreference: \\8/],
  ['(?P=a)', /invalid or unsupported Perl syntax "\(\?P"/],
  ['(?P>a)', /invalid or unsupported Perl syntax "\(\?P"/],
  ['(?P<a-b>c)', /invalid named capture "\(\?P<a-b>"/],
  ['(?P<>c)', /invalid named capture "\(\?P<>"/],
  ['(?>a)', /invalid or unsupported Perl syntax "\(\?>"/],
  ['(?#a)', /invalid or unsupported Perl syntax "\(\?#"/],
  ['(?x)a', /invalid or unsupported Perl syntax "\(\?x"/],
  ['(?i-)a', /invalid or unsupported Perl syntax "\(\?i-\)"/],
  ['(?i', /invalid or unsupported Perl syntax "\(\?i"/],
  ['a**', /invalid nested repetition operator "\*\*"/],
  ['a++', /invalid nested repetition operator "\+\+"/],
  ['a{2}{3}', /invalid nested repetition operator "\{2}\{3}"/],
  ['*a', /missing argument to repetition operator "\*"/],
  ['(+)', /missing argument to repetition operator "\+"/],
  ['a|?', /missing argument to repetition operator "\?"/],
  ['a{1001}', /invalid repeat count "\{1001}"/],
  ['a{99999}', /invalid repeat count "\{99999}"/],
  ['a{2,1}', /invalid repeat count "\{2,1}"/],
  ['(a{100}){11}', /invalid repeat count "\{11}"/],
  [`${'('.repeat(1001)}${')'.repeat(1001)}`, /more than 1000 characters/],
  ['(a', /missing closing \) "\(a"/],
  ['a)', /unexpected \) "a\)"/],
  ['[a', /missing closing ] "\[a"/],
  ['[]', /missing closing ] "\[]"/],
  ['[b-a]', /invalid character class range "b-a"/],
  [String.raw`[a-\d]`, /invalid escape sequence "\\d"/],
  ['[[:foo:]]', /invalid character class range "\[:foo:]"/],
  ['a\\', /trailing backslash at end of expression/],
  [String.raw`\Z`, /invalid escape sequence "\\Z"/],
  [String.raw`\C`, /invalid escape sequence "\\C"/],
  [String.raw`\h`, /invalid escape sequence "\\h"/],
  [String.raw`\é`, /invalid escape sequence "\\é"/],
  [String.raw`\x{110000}`, /invalid escape sequence "\\x\{110000"/],
  [String.raw`\p{Foo}`, /invalid character class range "\\p\{Foo}"/],
  [String.raw`\pX`, /invalid character class range "\\pX"/],
];

// docs/dependencies.md names them.
const refusedOnlyHere: readonly (readonly [expression: string, why: RegExp])[] = [
  ['(?P<a>a)(?P<a>b)', /duplicate capture group name "a"/],
  ['[[:]', /invalid character class range "\[:]"/],
  [String.raw`\p{ASCII}`, /invalid character class range "\\p\{ASCII}"/],
  [String.raw`\p{Letter}`, /invalid character class range "\\p\{Letter}"/],
  [String.raw`\p{greek}`, /invalid character class range "\\p\{greek}"/],
  [String.raw`\pl`, /invalid character class range "\\pl"/],
];
const takenOnlyHere = ['Alphabetic', 'Lowercase', 'White_Space', 'Emoji'].map((name) => String.raw`\p{${name}}`);

describe('an expression of zeitgeist', () => {
  beforeAll(() => tool('re2'));

  it('matches what Go matches', async () => {
    const questions = taken.map((expression) => ({ expression, texts }));
    expect(taken.filter((expression) => ours({ expression, texts }) === null)).toEqual([]);
    expect(await differences(questions)).toEqual([]);
  });

  it('is refused where Go refuses it', async () => {
    expect(await differences(refused.map(([expression]) => ({ expression, texts })))).toEqual([]);
  });

  it.each([...refused, ...refusedOnlyHere])('is refused with the reason: %s', (expression, why) => {
    expect(() => matcherOf(expression)).toThrow(why);
  });

  it('agrees with Go on 3,000 made of pieces, whether they are expressions or not', async () => {
    const pieces = [
      ...taken.filter((one) => one.length < 9),
      ...String.raw`( (?: (?i: (?m: (?s) (?-i) ) | * + ? +? {2} {0,3} [ [^ ] - ^ $`.split(' '),
    ];
    const piece = oneof(
      constantFrom(...pieces),
      constantFrom('a', 'b', 'k', 'S', '.', '1', ' ', '\n'),
      stringMatching(/^[ -~]$/),
    );
    const expressions = sample(array(piece, { minLength: 1, maxLength: 7 }), { seed: 4, numRuns: 3000 });
    const questions = expressions.map((parts) => ({ expression: parts.join(''), texts }));
    expect(questions.filter((question) => ours(question) !== null).length).toBeGreaterThan(1000);
    expect(await differences(questions)).toEqual([]);
  });

  it.each(['(a+)+$', '^(a|a)*$', '(a*)*b', '(.*)(.*)(.*)(.*)(.*)x$', String.raw`(\w+\s?)+:$`, '(a?){500}a{500}b'])(
    'takes no longer than the text is long: %s',
    (expression) => {
      const start = performance.now();
      expect(matcherOf(expression)(`${'a'.repeat(50_000)}!`)).toBe(false);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );

  it('is refused where few are refused only here, and taken where few are taken only here', async () => {
    const known = [...refusedOnlyHere.map(([expression]) => expression), ...takenOnlyHere];
    const answers = await inGo(known.map((expression) => ({ expression, texts })));
    expect(known.filter((_, index) => answers[index] === null)).toEqual(takenOnlyHere);
    expect(known.filter((expression) => ours({ expression, texts }) !== null)).toEqual(takenOnlyHere);
  });

  it('is refused where it is too large', () => {
    expect(() => matcherOf('a'.repeat(1001))).toThrow('has more than 1000 characters');
    expect(() => matcherOf(`(${'a'.repeat(100)}){101}`)).toThrow('needs more than 10000 states');
  });

  it.each([
    ['(a|b)*a(a|b){999}$', Array.from({ length: 10_000 }, (_, index) => 'ab'[index.toString(2).split('1').length % 2])],
    [String.raw`\pL{1000}`.repeat(9), Array.from({ length: 3000 }, () => 'é')],
  ])('takes seconds at most where every state is in use: %s', (expression, characters) => {
    const start = performance.now();
    expect(matcherOf(expression)(`${characters.join('')}!`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is right for every character that a line has', () => {
    const matches = matcherOf(String.raw`^(\pL|\pN)+$`);
    const every = Array.from({ length: 60_000 }, (_, index) => String.fromCodePoint(0x3400 + index));
    const verdicts = every.filter((text) => matches(`${text}1`));
    expect(verdicts).toEqual(every.filter((text) => /^[\p{L}\p{N}]$/u.test(text)));
  });
});
