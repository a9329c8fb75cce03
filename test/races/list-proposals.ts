import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, nat, record, sample } from 'fast-check';
import { additionsOf } from '../../src/domain/image-lists/list-proposal.ts';
import {
  byTag,
  chart,
  fork,
  image,
  listAt,
  listPath,
  merge,
  proposing,
  pullsOf,
  scratchK8sIo,
} from '../support/list-proposals.ts';
import { succeed } from '../support/perform.ts';

const race = record({
  /** How many runs there are at once. With four, one tag has two. */
  runs: constantFrom(2, 3, 4),
  /** When each starts, in milliseconds. */
  starts: array(nat(300), { minLength: 4, maxLength: 4 }),
  /** The delay of each answer of GitHub, in milliseconds. */
  delays: array(nat(30), { minLength: 1, maxLength: 30 }),
  /** Before which request somebody merges what is open; often it is never reached. */
  mergedAt: constantFrom(undefined, 30, 45, 60, 75, 90),
});

const tool = { ...image, name: 'dra-example-tool', digest: image.digest.replace(/7{8}$/, '12345678') };

const tags = [
  { tag: 'v0.5.0', promotion: image },
  { tag: 'chart/0.5.0', promotion: chart },
  { tag: 'tool/v0.5.0', promotion: tool },
];

/** What is wrong after the runs of some tags of one commit have proposed their lines at once. Nothing is if each line is proposed once. */
export async function listProposalLossesOf(seed: number): Promise<readonly string[]> {
  const [{ runs, starts, delays, mergedAt } = raise()] = sample(race, { seed, numRuns: 1 });
  await using project = await scratchK8sIo();
  let requests = 0;
  project.github.fault = async ({ method }) => {
    if (++requests === mergedAt && method === 'GET')
      for (const { number } of await pullsOf(project)) await merge(project, number);
    return delays[requests % delays.length];
  };
  const all = [...tags, ...tags].slice(0, runs);
  const ends = await Promise.allSettled(
    all.map(async ({ tag, promotion }, index) => {
      await sleep(starts[index] ?? 0);
      await succeed(proposing([promotion]), project, byTag(tag, { pace: 0.3 }));
    }),
  );
  project.github.fault = undefined;
  const begun = project.github.requests.length;
  for (const { tag, promotion } of all) await succeed(proposing([promotion]), project, byTag(tag, { pace: 0.1 }));
  const changed = project.github.requests.slice(begun).filter(({ path }) => path.endsWith('/git/commits'));
  const open: readonly { readonly body: string; readonly head: { readonly ref: string } }[] = await pullsOf(project);
  const base = { file: listPath, text: await listAt(project, 'main') };
  const proposed = await Promise.all(
    open.map(async ({ head }) => additionsOf(base, { file: listPath, text: await listAt(project, head.ref, fork) })),
  );
  const names = new Set(proposed.flat().map(({ name }) => name));
  const lost = all.filter(({ promotion: { name, digest } }) => !base.text.includes(digest) && !names.has(name));
  const unsaid = proposed.flatMap((lines, index) => lines.filter(({ digest }) => !open[index]?.body.includes(digest)));
  return [
    ...ends.flatMap((end) => (end.status === 'rejected' ? [`a run ended with: ${String(end.reason)}`] : [])),
    ...(open.length > 1 ? [`there are ${open.length} pull requests`] : []),
    ...lost.map(({ tag }) => `${tag} is proposed nowhere`),
    ...unsaid.map(({ name }) => `no text says the digest of ${name}`),
    ...(changed.length > 0 ? ['a run after the race was not the last one'] : []),
  ];
}

function raise(): never {
  throw new Error('There is always one.');
}
