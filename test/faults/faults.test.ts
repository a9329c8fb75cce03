import { beforeAll, describe, expect, it } from 'vitest';
import { actionNames } from '../../.github/scripts/actions.ts';
import { scratchRepository } from '../support/repository.ts';
import { tool } from '../support/tool.ts';
import { prepare } from './campaign.ts';
import { snapshotOfFiles } from './files.ts';
import { scenariosOf } from './scenario.ts';
import { missesOf } from './tables.ts';
import { trialsOf } from './trial.ts';

const seed = 1;

// It takes longer to build than a test may last.
beforeAll(() => tool('helm4'));

describe.each(actionNames)('%s', (action) => {
  it('has scenarios', async () => {
    expect((await scenariosOf(action)).length).toBeGreaterThan(0);
  });

  it(
    'survives a sample of what can go wrong, or ends clearly, and the next run converges',
    { timeout: 120_000, tags: 'exhaustive' },
    async () => {
      const { trials, perform } = await prepare({ actions: [action], sample: 4, seed });
      expect(trials).toHaveLength(4);
      expect(missesOf(await perform(() => {}))).toEqual([]);
    },
  );
});

it(
  'two of the likeliest faults in one run are survived, or end it clearly',
  { timeout: 120_000, tags: 'exhaustive' },
  async () => {
    const { trials, perform } = await prepare({ actions: ['commit-changes', 'gh-release'], pairs: 4, seed });
    expect(trials).toHaveLength(4);
    expect(trials.map(({ second }) => second)).not.toContain(undefined);
    expect(missesOf(await perform(() => {}))).toEqual([]);
  },
);

const versionFile = (inputs: Readonly<Record<string, string>>, expected: Readonly<Record<string, string>>) => ({
  title: 'a version file',
  async arrange() {
    const repo = await scratchRepository({ VERSION: '1.0.0\n' });
    return {
      checkout: repo,
      inputs,
      snapshot: () => snapshotOfFiles(repo.folder),
      expected,
      [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
    };
  },
});

describe('the steps of an action', () => {
  it('are found by counting, in the same order each time', async () => {
    const scenario = versionFile({ values: 'VERSION: 1.1.0' }, { VERSION: '1.1.0\n' });
    const steps = async () =>
      (await trialsOf('set-values', [scenario])).map(({ step, mode }) => `${step.name} ${mode}`);
    const found = await steps();
    expect(found).toContainEqual(expect.stringMatching(/^rename .* VERSION kill-after$/));
    expect(found).toContainEqual(expect.stringMatching(/^writeFile .* kill-midway$/));
    expect(await steps()).toEqual(found);
  });

  it('are not counted where the world does not become as expected without any fault', async () => {
    const scenario = versionFile({ values: 'VERSION: 1.1.0' }, { VERSION: '1.2.0\n' });
    await expect(trialsOf('set-values', [scenario])).rejects.toThrow(
      String.raw`without any fault, the run ended green, but VERSION is "1.1.0\n", not "1.2.0\n"`,
    );
  });
});

it('a seed draws the same sample each time, another one another', async () => {
  const drawn = async (by: number) => {
    const { trials } = await prepare({ actions: ['bump-chart'], sample: 6, seed: by });
    return trials.map(({ number, mode }) => `${number} ${mode}`);
  };
  const sample = await drawn(seed);
  expect(await drawn(seed)).toEqual(sample);
  expect(await drawn(seed + 1)).not.toEqual(sample);
});
