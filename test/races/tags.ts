import { setTimeout as sleep } from 'node:timers/promises';
import { array, boolean, nat, record, sample } from 'fast-check';
import { runBundle } from '../support/bundle.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import type { Checkout } from '../support/repository.ts';

const race = record({
  /** When each run starts, in milliseconds. */
  starts: array(nat(300), { minLength: 3, maxLength: 3 }),
  /** The delay of each answer of the servers, in milliseconds. */
  delays: array(nat(80), { minLength: 1, maxLength: 20 }),
  /** Whether nobody may push before all have seen that there is no tag. */
  isTight: boolean(),
});

const files = {
  '.github/workflows/release.yml': 'on: { workflow_dispatch: }\n',
  ...Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}/go.mod`, `module example.com/project/${name}\n`])),
  'a/a.go': 'package a\n',
};

type Tagging = {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** How often the workflow is to be started. */
  readonly starts: number;
};

/** What is wrong after three runs of push-tag, as processes, that make the very same tag object at once. */
export const tagLossesOf = (seed: number): Promise<readonly string[]> =>
  lossesOf(seed, {
    action: 'push-tag',
    inputs: { tag: 'v1.0.0', message: 'The first', start: 'release.yml' },
    starts: 1,
  });

/** The same for three runs of go-module-tags, which push one set of tags. */
export const moduleTagLossesOf = (seed: number): Promise<readonly string[]> =>
  lossesOf(seed, { action: 'go-module-tags', inputs: { version: 'v1.0.0', include: 'a\nb\nc' }, starts: 0 });

async function lossesOf(seed: number, { action, inputs, ...wanted }: Tagging): Promise<readonly string[]> {
  const [{ starts, delays, isTight } = raise()] = sample(race, { seed, numRuns: 1 });
  await using project = await scratchGitHub(files);
  const clones: Checkout[] = [];
  for (const _ of starts) clones.push(await project.clone());
  let requests = 0;
  const delayed = async () => {
    await sleep(delays[requests++ % delays.length]);
    return undefined;
  };
  project.github.fault = delayed;
  const looked = Promise.withResolvers<void>();
  let looks = 0;
  project.github.git.fault = async ({ service, method }) => {
    if (service === 'git-upload-pack' && method === 'POST' && ++looks === starts.length) looked.resolve();
    if (isTight && service === 'git-receive-pack' && method === 'GET')
      await Promise.race([looked.promise, sleep(5000)]);
    return delayed();
  };
  const GIT_COMMITTER_DATE = `@${Math.floor(Date.now() / 1000)} +0000`; // of the tag: the same for all
  const env = { GIT_COMMITTER_DATE, RELEASE_ACTIONS_PACE: '0.3' };
  const go = async (clone: Checkout, index: number) => {
    await sleep(starts[index]);
    return runBundle(action, clone, { inputs, env, jobToken: jobToken.token });
  };
  const ends = await Promise.all(clones.map(go));
  const made = ends.filter(({ outputs }) => !['', 'false'].includes(outputs['created'] ?? '')).length;
  const pushers = ends.filter(({ outputs }) => /Push (?:tag|\d+ tags)/.test(outputs['changes'] ?? '')).length;
  const { dispatches } = project.github.repository('org/project');
  return [
    ...ends.flatMap(({ exitCode, log }) => (exitCode === 0 ? [] : [`a run ended with ${exitCode}: ${log}`])),
    ...(made === 1 ? [] : [`${made} runs say that they created it`]),
    ...(pushers === 1 ? [] : [`${pushers} runs say that they pushed it`]),
    ...(dispatches.length === wanted.starts ? [] : [`the workflow was started ${dispatches.length} times`]),
  ];
}

function raise(): never {
  throw new Error('There is one race of each seed.');
}
