import { expect, it } from 'vitest';
import { afterwards, gone, inTree, ofTheTag, type Planted, withdrawn } from './planted.ts';
import { SmallRelease } from './small-release.ts';

const patience = 120_000;

it('has forty planted differences and more', () => {
  expect([afterwards, gone, withdrawn, ofTheTag, inTree].flat().length).toBeGreaterThan(40);
});

it(
  'finds none in a release that nobody touched, and every one that somebody plants',
  async () => {
    await using release = await SmallRelease.make();
    expect(await release.differences()).toEqual([]);
    for (const { plant } of afterwards) await plant(release);
    expect(between(afterwards, await release.differences())).toEqual(nothing);
  },
  patience,
);

it(
  'finds what is gone, and what became of the page of the release',
  { timeout: patience, tags: 'exhaustive' },
  async () => {
    await using release = await SmallRelease.make();
    for (const { plant } of gone) await plant(release);
    expect(between(gone, await release.differences())).toEqual(nothing);
    for (const { plant, ...planted } of withdrawn) {
      await plant(release);
      expect(between([planted], await release.differences())).toMatchObject({ notToldOnce: [] });
    }
  },
);

it(
  'finds what was done to the tag, and what the tagged commit says otherwise',
  { timeout: patience, tags: 'exhaustive' },
  async () => {
    await using release = await SmallRelease.make();
    for (const { plant, undo, ...planted } of ofTheTag) {
      await plant(release);
      expect(between([planted], await release.differences())).toMatchObject({ notToldOnce: [] });
      await undo(release);
    }
    await release.retag(inTree);
    expect(between(inTree, await release.differences())).toMatchObject({ notToldOnce: [] });
  },
);

type Told = Pick<Planted, 'what' | 'told'>;

const nothing = { notToldOnce: [], notPlanted: [] };

/** What was planted and is not told exactly once, and what is told and was not planted. */
function between(planted: readonly Told[], differences: readonly string[]) {
  const isToldOnce = ({ told }: Told) => differences.filter((line) => told.test(line)).length === 1;
  return {
    notToldOnce: planted.filter((one) => !isToldOnce(one)).map(({ what }) => what),
    notPlanted: differences.filter((line) => !planted.some(({ told }) => told.test(line))),
  };
}
