import { expect, it } from 'vitest';
import { SmallRelease } from './small-release.ts';

it('finds no difference in a release that nobody touched', async () => {
  await using release = await SmallRelease.make();
  const { findings } = await release.verify();
  expect(findings.filter(({ verdict }) => verdict === 'different')).toEqual([]);
}, 60_000);
