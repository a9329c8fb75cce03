import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, nat, record, sample } from 'fast-check';
import ghRelease from '../../actions/gh-release/action.ts';
import { succeed } from '../support/perform.ts';
import { releaseJob, releaseProject, shownReleases } from '../support/releases.ts';

const built = { a: 'a', b: 'bb', c: 'ccc' };

const race = record({
  /** How many runs of the same job are made at once. */
  runs: constantFrom(2, 4, 8),
  /** When each starts, in milliseconds. */
  starts: array(nat(400), { minLength: 8, maxLength: 8 }),
  /** The delay of each answer of the server, in milliseconds. */
  delays: array(nat(60), { minLength: 1, maxLength: 20 }),
  /** How many lists do not show a new release. */
  staleLists: nat(3),
});

/** What is wrong after several runs of one job at once. Nothing is if all are green, and there is one release. */
export async function releaseLossesOf(seed: number): Promise<readonly string[]> {
  const [{ runs, starts, delays, staleLists } = raise()] = sample(race, { seed, numRuns: 1 });
  await using scratch = await releaseProject(built, { settings: { staleLists } });
  const clones = [];
  for (const start of starts.slice(0, runs)) clones.push({ clone: await scratch.clone(), start });
  for (const { clone } of clones)
    for (const [name, text] of Object.entries(built)) await clone.write(`dist/${name}`, text);
  let requests = 0;
  scratch.github.fault = async () => {
    await sleep(delays[requests++ % delays.length]);
    return undefined;
  };
  const ends = await Promise.allSettled(
    clones.map(async ({ clone, start }) => {
      await sleep(start);
      await succeed(ghRelease, clone, { ...releaseJob({ files: 'dist/*' }), pace: 0.1 });
    }),
  );
  scratch.github.fault = undefined;
  for (let look = 0; look < staleLists; look++) await shownReleases(scratch);
  // A run that loses because of a stale list leaves a draft, which the next run removes.
  await succeed(ghRelease, clones[0]?.clone ?? raise(), { ...releaseJob({ files: 'dist/*' }), pace: 0.1 });
  const shown = (await shownReleases(scratch)).map(
    ({ draft, assets }) => `${draft ? 'draft' : 'release'} of ${assets.length}`,
  );
  return [
    ...ends.flatMap((end) =>
      end.status === 'rejected' ? [`one of ${runs} runs ended with: ${String(end.reason)}`] : [],
    ),
    ...(shown.length === 1 && shown[0] === 'release of 4' ? [] : [`in the end there is a ${shown.join(', a ')}`]),
  ];
}

function raise(): never {
  throw new Error('There are eight of everything.');
}
