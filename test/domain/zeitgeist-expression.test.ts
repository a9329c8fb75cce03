import { execFile } from 'node:child_process';
import { sample, stringMatching, array, constantFrom, oneof } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { automatonOf } from '../../src/domain/dependencies/automaton.ts';
import { parseExpression } from '../../src/domain/dependencies/expression.ts';
import { tool } from '../support/tool.ts';

const matcher = (expression: string) => automatonOf(parseExpression(expression));

/** What Go makes of texts; null where it refuses the expression. */
type Verdict = readonly boolean[] | null;
type Question = { readonly expression: string; readonly texts: readonly string[] };

function ours({ expression, texts }: Question): Verdict {
  const matches = attempt(() => matcher(expression));
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
(?i)[^\p{Lu}]  (?i)[[:upper:]]  (?i)[[:^upper:]]  (?P<name>a)  (?<name>a)  (?P<a1_>a)(?P<a1_>b)  (?:a)  ()  (?i)  a(?i)*
\d  \D  \s  \S  \w  \W  [\d\s]  [^\d]  [\D]  [^\D]  [\w-]  [a-c]  [^a-c]  []a]  [^]a]  [a-]  [-a]  [a\]]  [\^a]  [a^]  [[]  [[:]
[[:alpha:]]  [[:^alpha:]]  [[:word:][:space:]]  [^[:digit:]]  [[:punct:]]  [[:cntrl:]]  [[:graph:]]  [[:print:]]  [[:xdigit:]]
[[:blank:]]  [[:ascii:]]  [[:^ascii:]]  [[:alnum:]]  [[:lower:]]  \pN  \PN  \p{L}  \p{^L}  \P{^L}  \p{Greek}  \P{Greek}  [\p{Han}x]
\p{Any}  \p{ASCII}  \p{Nd}  \p{Letter}  \pC  \p{Cn}  \p{LC}  \Qa.b\E  \Q*.+\E  \Q[  \Qaa\E+b  \Q\E  x\Q\Ea  \x41  \x{41}  \x{1F600}
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
  ['(?P=a)', /no reference to a group/],
  ['(?P>a)', /no reference to a group/],
  ['(?P<a-b>c)', /name of a group/],
  ['(?P<>c)', /name of a group/],
  ['(?>a)', /no group that begins with/],
  ['(?#a)', /no group that begins with/],
  ['(?x)a', /no group that begins with/],
  ['(?i-)a', /no group that begins with/],
  ['(?i', /no group that begins with/],
  ['a**', /repetition is repeated/],
  ['a++', /repetition is repeated/],
  ['a{2}{3}', /repetition is repeated/],
  ['*a', /nothing stands before/],
  ['(+)', /nothing stands before/],
  ['a|?', /nothing stands before/],
  ['a{1001}', /above 1000/],
  ['a{99999}', /above 1000/],
  ['a{2,1}', /above the higher/],
  ['(a{100}){11}', /more than 1000/],
  [`${'('.repeat(1001)}${')'.repeat(1001)}`, /more than 1000 groups/],
  ['(a', /never closed/],
  ['a)', /never opened/],
  ['[a', /never closed/],
  ['[]', /never closed/],
  ['[b-a]', /runs backwards/],
  [String.raw`[a-\d]`, /has no "\\d"/],
  ['[[:foo:]]', /no class \[:foo:]/],
  ['a\\', /ends in a backslash/],
  [String.raw`\Z`, /has no "\\Z"/],
  [String.raw`\C`, /has no "\\C"/],
  [String.raw`\h`, /has no "\\h"/],
  [String.raw`\é`, /has no "\\é"/],
  [String.raw`\x{110000}`, /no character 110000/],
  [String.raw`\p{Foo}`, /JavaScript does not know the class \\p\{Foo}/],
  [String.raw`\pX`, /JavaScript does not know the class \\pX/],
  [String.raw`\p{Alphabetic}`, /JavaScript does not know the class/],
];

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

  it.each(refused)('is refused with the reason: %s', (expression, why) => {
    expect(() => matcher(expression)).toThrow(why);
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
      expect(matcher(expression)(`${'a'.repeat(50_000)}!`)).toBe(false);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );

  it('is refused with a name of Unicode that only newer versions of Go read', async () => {
    const questions = [String.raw`\p{greek}`, String.raw`\pl`].map((expression) => ({ expression, texts: ['λ'] }));
    expect(await inGo(questions)).toEqual([[true], [true]]);
    expect(questions.map(ours)).toEqual([null, null]);
  });

  it('is refused where it comes to too many states', () => {
    expect(() => matcher(`(${'a'.repeat(100)}){101}`)).toThrow(/more than 10000 states/);
    expect(() => matcher('a'.repeat(20_000))).toThrow(/more than 10000 states/);
  });

  it('forgets what it learnt, and stays right', () => {
    const matches = matcher(String.raw`^(\pL|\pN)+$`);
    const every = Array.from({ length: 60_000 }, (_, index) => String.fromCodePoint(0x3400 + index));
    const verdicts = every.filter((text) => matches(`${text}1`));
    expect(verdicts).toEqual(every.filter((text) => /^[\p{L}\p{N}]$/u.test(text)));
  });
});
