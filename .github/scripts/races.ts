// `npm run races -- [commits | releases | tags | modules | promotions | proposals | freezes | issues | openings | announcements] [--seed N] [--count N]`: eight runners commit to one branch at once, two,
// four or eight make one release, three push one tag or one set of module tags, two or eight promote one list of images, two
// to four propose lines of one image list, two to four releases freeze one branch, eight runs tick boxes of one release
// issue, comment and close it, four open one, and two to eight announce one release. Ends with 1 where something was lost.
import { parseArgs } from 'node:util';
import { announcementLossesOf } from '../../test/races/announcements.ts';
import { freezeLossesOf } from '../../test/races/freezes.ts';
import { issueLossesOf, openingLossesOf } from '../../test/races/issues.ts';
import { promotionLossesOf } from '../../test/races/promotions.ts';
import { releaseLossesOf } from '../../test/races/releases.ts';
import { listProposalLossesOf } from '../../test/races/list-proposals.ts';
import { lossesOf } from '../../test/races/runners.ts';
import { moduleTagLossesOf, tagLossesOf } from '../../test/races/tags.ts';

const races = {
  commits: lossesOf,
  releases: releaseLossesOf,
  tags: tagLossesOf,
  modules: moduleTagLossesOf,
  promotions: promotionLossesOf,
  proposals: listProposalLossesOf,
  freezes: freezeLossesOf,
  issues: issueLossesOf,
  openings: openingLossesOf,
  announcements: announcementLossesOf,
};

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, count: { type: 'string' } },
  allowPositionals: true,
});
const first = Number(values.seed ?? 1);
const count = Number(values.count ?? 100);
const unknown = positionals.find((name) => !(name in races));
if (unknown !== undefined)
  throw new Error(`There are no races of ${unknown}, only of ${Object.keys(races).join(', ')}.`);

for (const [name, race] of Object.entries(races)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const begin = performance.now();
  for (let seed = first; seed < first + count; seed++) {
    const losses = await race(seed);
    if (losses.length === 0) continue;
    console.error(
      `${name}, seed ${seed}: ${losses.join('; ')}. Again with: npm run races -- ${name} --seed ${seed} --count 1`,
    );
    process.exitCode = 1;
  }
  console.log(`${count} races of ${name}, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}
