// `npm run races -- [--seed N] [--count N]`: eight runners commit to one branch at once, again and again. Ends with 1
// where an edit was lost.
import { parseArgs } from 'node:util';
import { lossesOf } from '../../test/races/runners.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
const first = Number(values.seed ?? 1);
const count = Number(values.count ?? 100);

const begin = performance.now();
for (let seed = first; seed < first + count; seed++) {
  const losses = await lossesOf(seed);
  if (losses.length === 0) continue;
  console.error(`Seed ${seed}: ${losses.join('; ')}. Again with: npm run races -- --seed ${seed} --count 1`);
  process.exitCode = 1;
}
console.log(`${count} races of eight runners, ${((performance.now() - begin) / 1000).toFixed(0)} s`);
