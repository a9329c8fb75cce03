import { setTimeout as sleep } from 'node:timers/promises';
import { array, boolean, nat, record, sample } from 'fast-check';
import releaseIssue from '../../actions/release-issue/action.ts';
import { commentMarker, proposalIn, proposalMarker, withOrigin } from '../../src/domain/release-issues/marker.ts';
import type { IssueRecord } from '../../src/embedded/github/core/records.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { keepIssue } from '../support/issues.ts';
import { perform } from '../support/perform.ts';

const race = record({
  /** When each run starts, in milliseconds. */
  starts: array(nat(60), { minLength: 8, maxLength: 8 }),
  /** The delay of each answer, in milliseconds. */
  delays: array(nat(25), { minLength: 1, maxLength: 30 }),
  /** The writes before which a person edits the text. */
  edits: array(nat(12), { minLength: 1, maxLength: 3 }),
  /** Whether nobody may write the text before six have read it. */
  isTight: boolean(),
});

const boxes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const evidence = (box: string) => `https://example.org/${box}`;
const marker = proposalMarker({ tags: ['v1.0.0'], commit: 'c'.repeat(40) });
const before = `${boxes.map((box) => `- [ ] ${box}`).join('\r\n')}\r\n\r\n${marker}`;
const after = `${boxes.map((box) => `- [x] ${box} (${evidence(box)})`).join('\r\n')}\r\n\r\n${marker}`;

/** What six runs tick: two boxes of the same three have two of them. */
const ticks = [['a'], ['b', 'c'], ['c', 'd'], ['e'], ['f'], ['g', 'a']];

/** What is wrong after six runs that tick boxes and two that comment and close, while a person edits the text. */
export async function issueLossesOf(seed: number): Promise<readonly string[]> {
  const [{ starts, delays, edits, isTight } = raise()] = sample(race, { seed, numRuns: 1 });
  await using project = await scratchGitHub();
  const issue = keepIssue(project, { title: 'Release v1.0.0', body: before, author: jobToken.login });
  const all = Promise.withResolvers<void>();
  const counts = { requests: 0, reads: 0, writes: 0 };
  const lines: string[] = [];
  project.github.fault = async ({ method, path }) => {
    await sleep(delays[counts.requests++ % delays.length]);
    if (method === 'GET' && path.endsWith('/issues') && ++counts.reads === ticks.length) all.resolve();
    if (method !== 'PATCH') return undefined;
    if (isTight) await Promise.race([all.promise, sleep(1000)]);
    if (edits.includes(counts.writes++)) lines.push(editByHand(issue));
    return undefined;
  };
  const inputs = [
    ...ticks.map((some) => ({ do: 'tick', items: some.map((box) => `${box} => ${evidence(box)}`).join('\n') })),
    ...['One', 'Two'].map((comment) => ({ do: 'close', comment })),
  ];
  const ends = await Promise.all(
    inputs.map(async (given, index) => {
      await sleep(starts[index]);
      const options = { inputs: { tag: 'v1.0.0', token: jobToken.token, ...given }, pace: 0.1 };
      return perform(releaseIssue, project, options);
    }),
  );
  const said = issue.comments.map(({ body }) => body.replace(`\n\n${commentMarker('close v1.0.0')}`, ''));
  const wanted = [...lines, after].join('\r\n').split('\r\n').toSorted();
  const there = withOrigin(issue.body ?? '', undefined)
    .split('\r\n')
    .toSorted();
  return [
    ...ends.flatMap(({ outcome, log }) =>
      outcome.failure === undefined
        ? []
        : [`a run failed: ${log} ${outcome.failure instanceof Error ? outcome.failure.message : ''}`],
    ),
    ...(there.join('|') === wanted.join('|') ? [] : [`the text is ${JSON.stringify(issue.body)}`]),
    ...(said.length === 1 && /^(?:One|Two)$/.test(said[0] ?? '')
      ? []
      : [`there are the comments ${JSON.stringify(said)}`]),
    ...(issue.state === 'closed' ? [] : ['the issue is open']),
  ];
}

/** What is wrong after four runs that open the issue of one release at once. */
export async function openingLossesOf(seed: number): Promise<readonly string[]> {
  const [{ starts, delays } = raise()] = sample(race, { seed, numRuns: 1 });
  await using project = await scratchGitHub();
  let requests = 0;
  project.github.fault = async () => {
    await sleep(delays[requests++ % delays.length]);
    return undefined;
  };
  const inputs = { do: 'open', tag: 'v1.0.0', title: 'Release', template: '', 'body-path': 'text.md' };
  await project.write('text.md', 'Text\n');
  const ends = await Promise.all(
    starts.slice(0, 4).map(async (start) => {
      await sleep(start);
      return perform(releaseIssue, project, { inputs: { ...inputs, token: jobToken.token }, pace: 0.1 });
    }),
  );
  const issues = [...project.github.repository('org/project').issues.values()];
  const followed = issues.filter(({ body = '' }) => proposalIn(body) !== undefined);
  const open = issues.filter(({ state }) => state === 'open');
  const numbers = new Set(ends.map(({ outputs }) => outputs['number']));
  return [
    ...ends.flatMap(({ outcome, log }) => (outcome.failure === undefined ? [] : [`a run failed: ${log}`])),
    ...(followed.length === 1 && open.length === 1 && open[0] === followed[0]
      ? []
      : [`${followed.length} issues follow the release, and ${open.length} are open`]),
    ...(numbers.size === 1 ? [] : [`the runs name ${[...numbers].join()}`]),
  ];
}

/** A person adds a line at the top, at the version that is there: GitHub's page refuses to save any other. */
function editByHand(issue: IssueRecord): string {
  const { edits, body = '' } = issue;
  const line = `Line ${edits.length}`;
  const at = new Date().toISOString();
  if (edits.length === 0) edits.push({ id: 1, editor: issue.author, at, text: body });
  issue.body = `${line}\r\n${body}`;
  edits.push({ id: 2_000_000 + edits.length, editor: 'mona', at, text: issue.body });
  return line;
}

function raise(): never {
  throw new Error('There is one race of each seed.');
}
