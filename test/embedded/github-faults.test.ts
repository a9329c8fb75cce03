import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Fault, secondaryLimit } from '../../src/embedded/github/wire/faults.ts';
import { type ScratchGitHub, scratchGitHub } from '../support/github.ts';

const label = { body: { name: 'x' } };
const labels = async (repo: ScratchGitHub) => (await repo.ask('GET …/labels')).body.length;

/** The answer to a POST that meets a fault, or how the connection ended, and how many labels there are then. */
async function met(fault: Fault): Promise<{ outcome: string; labels: number }> {
  await using repo = await scratchGitHub();
  repo.github.fault = ({ method }) => (method === 'POST' ? fault : undefined);
  const outcome = await repo.ask('POST …/labels', label).then(
    ({ status }) => String(status),
    (error: Error) => error.constructor.name,
  );
  return { outcome, labels: await labels(repo) };
}

describe('a fault', () => {
  it.each<[string, Fault, string, number]>([
    ['a reset before the effect', 'reset-before', 'TypeError', 0],
    ['a reset after the effect', 'reset-after', 'TypeError', 1],
    ['an answer instead', { status: 502, body: '{}' }, '502', 0],
    ['an answer after the effect', { after: { status: 502, body: '{}' } }, '502', 1],
    ['a body that is cut off', 'truncated', 'TypeError', 1],
    ['half of the JSON', 'malformed', 'SyntaxError', 1],
    ['a late answer', 50, '201', 1],
    ['an answer in pieces', 'trickle', '201', 1],
    ['a token that ran out', 'expired-token', '401', 0],
    ['a secondary limit', secondaryLimit(403), '403', 0],
  ])('%s', async (_, fault, outcome, count) => {
    expect(await met(fault)).toEqual({ outcome, labels: count });
  });

  it('can be a secondary limit that says how long to wait', async () => {
    await using repo = await scratchGitHub();
    repo.github.fault = () => secondaryLimit(429, 3);
    const { status, headers, body } = await repo.ask('GET …');
    expect([status, headers.get('retry-after')]).toEqual([429, '3']);
    expect(body.message).toContain('exceeded a secondary rate limit');
  });

  it('can be that no answer is sent until the server closes', async () => {
    await using repo = await scratchGitHub();
    repo.github.fault = () => 'hang';
    const outcome = repo.ask('GET …').then(
      () => 'answered',
      () => 'ended',
    );
    expect(await Promise.race([outcome, setTimeout(100, 'waiting')])).toBe('waiting');
    await repo.github.close();
    expect(await outcome).toBe('ended');
  });

  it('can be a read of the state before the last write', async () => {
    await using repo = await scratchGitHub({ a: '1' });
    const { sha } = (await repo.ask('GET …/git/ref/heads/main')).body.object;
    await repo.ask('POST …/git/refs', { body: { ref: 'refs/heads/topic', sha } });
    await repo.ask('POST …/labels', label);
    repo.github.fault = () => 'stale';
    expect(await labels(repo)).toBe(0);
    expect((await repo.ask('GET …/branches')).body).toHaveLength(2);
    repo.github.fault = undefined;
    expect(await labels(repo)).toBe(1);
  });

  it('of a stale read hides the last push', async () => {
    await using repo = await scratchGitHub({ a: '1' });
    const before = await repo.head();
    const after = await repo.commit('Later', { a: '2' });
    await repo.git('-c', 'http.extraHeader=Authorization: Bearer job-token', 'push', '--quiet', 'origin', 'main');
    const tip = async () => (await repo.ask('GET …/git/ref/heads/main')).body.object.sha;
    expect(await tip()).toBe(after);
    repo.github.fault = () => 'stale';
    expect(await tip()).toBe(before);
  });
});

it('records every request, with its answer', async () => {
  await using repo = await scratchGitHub();
  await repo.ask('POST …/labels', label);
  await repo.ask('GET …/labels?per_page=1');
  expect(repo.github.requests).toMatchObject([
    { method: 'POST', path: '/repos/org/project/labels', body: { name: 'x' }, status: 201 },
    { method: 'GET', query: { per_page: '1' }, authorization: 'Bearer job-token', status: 200 },
  ]);
});
