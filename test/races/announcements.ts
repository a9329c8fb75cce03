import { setTimeout as sleep } from 'node:timers/promises';
import { array, constantFrom, nat, record, sample } from 'fast-check';
import announce from '../../actions/announce/action.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import { explain } from '../../src/runtime/report.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { perform } from '../support/perform.ts';
import { startSlack, taken } from '../support/slack.ts';

const race = record({
  runs: constantFrom(2, 4, 8),
  /** When each starts, in milliseconds. */
  starts: array(constantFrom(0, 0, 5, 50), { minLength: 8, maxLength: 8 }),
  /** The delay of each answer of GitHub, in milliseconds. */
  delays: array(nat(40), { minLength: 1, maxLength: 20 }),
  /** How many answers of GitHub to writes get lost after their effect. */
  lost: nat(3),
  /** What Slack does with the first message. */
  slack: constantFrom('takes', 'takes', 'is busy', 'loses its answer'),
});

const token = { ...jobToken, permissions: { issues: 'write', discussions: 'write', contents: 'read' } } as Token;

/** What is wrong after several runs have announced one release at once. Nothing is if each place has it once, or says that it may be missing. */
export async function announcementLossesOf(seed: number): Promise<readonly string[]> {
  const [{ runs, starts, delays, lost, slack: behaviour } = raise()] = sample(race, { seed, numRuns: 1 });
  const settings = { discussionCategories: ['Announcements'] };
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' }, { tokens: [token], settings });
  await using slack = await startSlack();
  await repo.ask('POST …/issues', { token: token.token, body: { title: 'Release v1.0.0' } });
  const first = { 'is busy': { status: 429, body: '' }, 'loses its answer': 'reset', takes: taken } as const;
  slack.answer = (count) => (count === 1 ? first[behaviour] : taken);
  let [requests, writes] = [0, 0];
  repo.github.fault = async ({ method, body }) => {
    await sleep(delays[requests++ % delays.length]);
    const isWrite = method !== 'GET' && !JSON.stringify(body ?? '').includes('"query":"{');
    return isWrite && ++writes <= lost ? 'reset-after' : undefined;
  };
  const inputs = {
    tag: 'v1.0.0',
    to: 'issue\nslack\ndiscussion: Announcements',
    text: 'v1.0.0 is out.',
    issue: '1',
    'slack-webhook': slack.webhook,
    'slack-server': slack.url,
    token: token.token,
  };
  const ends = await Promise.all(
    starts.slice(0, runs).map(async (start) => {
      await sleep(start);
      return perform(announce, repo, { inputs, pace: 0.15 });
    }),
  );
  const { issues, discussions } = repo.github.repository('org/project');
  const comments = issues.get(1)?.comments ?? [];
  const isUncertain = comments.some(({ body }) => body.includes('may not have been announced'));
  return [
    ...ends.flatMap(({ outcome: { failure } }) =>
      failure === undefined ? [] : explain(failure).map(({ message }) => `one of ${runs} runs ended with: ${message}`),
    ),
    ...(slack.messages.length === 1 ? [] : [`Slack has the message ${slack.messages.length} times`]),
    ...(isUncertain === (behaviour === 'loses its answer') ? [] : [`whether it is uncertain is ${isUncertain}`]),
    ...(comments.length === 2 ? [] : [`the issue has ${comments.length} comments`]),
    ...(discussions.length === 1 ? [] : [`there are ${discussions.length} discussions`]),
  ];
}

function raise(): never {
  throw new Error('There are eight of everything.');
}
