import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, nat, record, sample } from 'fast-check';
import freezeBranch from '../../actions/freeze-branch/action.ts';
import { explain } from '../../src/runtime/report.ts';
import { personalToken, scratchGitHub, type ScratchGitHub } from '../support/github.ts';
import { perform } from '../support/perform.ts';

const race = record({
  /** How many releases freeze the same branch. */
  releases: constantFrom(2, 3, 4),
  /** When each begins, in milliseconds. Most begin at once. */
  starts: array(constantFrom(0, 0, 0, 10, 100), { minLength: 4, maxLength: 4 }),
  /** How long each needs the freeze, in milliseconds. */
  needs: array(nat(80), { minLength: 4, maxLength: 4 }),
  /** The delay of each answer of the server, in milliseconds. */
  delays: array(nat(40), { minLength: 1, maxLength: 20 }),
  /** How many answers get lost after their effect. */
  lost: nat(3),
});

/** What is wrong after several releases have frozen one branch. Nothing is if each had it alone, and the others waited by name. */
export async function freezeLossesOf(seed: number): Promise<readonly string[]> {
  const [{ releases, starts, needs, delays, lost } = raise()] = sample(race, { seed, numRuns: 1 });
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  await repo.ask('POST …/rulesets', { token: personalToken.token, body: byHand });
  let [requests, writes] = [0, 0];
  repo.github.fault = async ({ method }) => {
    await sleep(delays[requests++ % delays.length]);
    return method !== 'GET' && ++writes <= lost ? 'reset-after' : undefined;
  };
  const begun = repo.github.requests.length;
  const holders = new Set<string>();
  const losses: string[] = [];
  const release = async (owner: string, index: number) => {
    await sleep(starts[index]);
    losses.push(...(await ended(repo, 'frozen', owner)));
    const others = [...holders].join(', ');
    if (others !== '') losses.push(`${owner} has the branch together with ${others}`);
    holders.add(owner);
    await sleep(needs[index]);
    if (!names(repo).includes(`Release freeze ${owner}`)) losses.push(`the freeze of ${owner} was lost`);
    holders.delete(owner);
    losses.push(...(await ended(repo, 'thawed', owner)));
  };
  await Promise.all(['v1.0.0', 'v2.0.0', 'v3.0.0', 'v4.0.0'].slice(0, releases).map(release));
  const left = names(repo).join(', ');
  return [
    ...losses,
    ...(left === byHand.name ? [] : [`these rulesets are left: ${left}`]),
    ...(repo.github.requests.length > begun ? [] : ['nothing was asked']),
  ];
}

/** What is wrong with a run. One that waits has to say for whom. */
async function ended(repo: ScratchGitHub, state: string, owner: string): Promise<readonly string[]> {
  const inputs = { state, while: owner, wait: '60s', token: personalToken.token };
  const { outcome, log } = await perform(freezeBranch, repo, { inputs, pace: 0.05 });
  const failures = outcome.failure === undefined ? [] : explain(outcome.failure);
  const isNamed = !log.includes('Waiting: ') || /Waiting: the end of "Release freeze v\d\.0\.0", which/.test(log);
  return [
    ...failures.map(({ message }) => `${owner} is not ${state}: ${message}`),
    ...(isNamed ? [] : [`${owner} does not say for whom it waits: ${log}`]),
  ];
}

const byHand = {
  name: 'Nobody pushes',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~ALL'], exclude: [] } },
  rules: [{ type: 'update' }],
};

const names = ({ github }: ScratchGitHub) =>
  [...github.repository('org/project').rulesets.values()].map(({ name }) => name);

function raise(): never {
  throw new Error('There are four of everything.');
}
