import { expect, it } from 'vitest';
import { refusalTexts, refusingSources, standsIn, testTexts } from './support/refusals.ts';

it('every message and every fix of a refusal stands in a test, word for word', async () => {
  const [sources, tests] = await Promise.all([
    refusingSources('{actions,src/{domain,init,plans,rehearsal,runtime,verification,world}}'),
    testTexts(),
  ]);
  const texts = sources.flatMap(([path, source]) => refusalTexts(path, source));
  expect(texts.length).toBeGreaterThan(400);
  expect(texts.filter((one) => !standsIn(tests, one)).map(({ place, parts }) => `${place} ${parts.join('…')}`)).toEqual(
    [],
  );
});

it('finds messages and fixes, also those of a choice, and takes anything for their values', () => {
  const source =
    "throw new ReleaseError(`No ${quoted(a ?? 'some text here')} in ${b}.`, {\n  fix: c ? 'Write it there.' : 'Leave it out then.',\n});";
  const texts = refusalTexts('a.ts', source);
  expect(texts).toEqual([
    { place: 'a.ts:1', parts: ['No ', ' in ', '.'] },
    { place: 'a.ts:1', parts: ['Write it there.'] },
    { place: 'a.ts:1', parts: ['Leave it out then.'] },
  ]);
  const tests = 'No "x" in y.\nWrite it there.';
  expect(texts.map((one) => standsIn(tests, one))).toEqual([true, true, false]);
});
