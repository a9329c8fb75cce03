import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/embedded/github/server.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { Moved } from '../../src/world/change.ts';
import type { Change } from '../../src/world/change.ts';
import { Credentials } from '../../src/world/credentials.ts';
import { World } from '../../src/world/world.ts';
import { hostOf, nothingMade } from '../support/host.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';

const repository = 'org/project';
const place = { repository, base: 'main', head: 'org:topic' };
const proposal = {
  title: 'A title',
  body: '',
  isDraft: false,
  labels: [],
  assignees: [],
  milestone: undefined,
  reviewers: [],
  teamReviewers: [],
};

function worldOf(
  { environment, folder }: ScratchGitHub,
  { isAnonymous = false, ...given }: { pace?: number; isAnonymous?: boolean; signal?: AbortSignal } = {},
) {
  const log: string[] = [];
  const world = new World(
    hostOf({
      env: environment,
      workspace: folder,
      credentials: Credentials.forGitHub(environment, isAnonymous ? undefined : jobToken.token),
      isJobToken: true,
      progress: (line) => log.push(line),
      pace: 0.02,
      ...given,
    }),
  );
  return { world, log };
}

/** What a refused change says, with the way out. */
async function refused(change: Change): Promise<string> {
  const error: unknown = await change.apply(nothingMade).catch((thrown: unknown) => thrown);
  if (!(error instanceof ReleaseError)) throw error;
  return `${error.message} ${error.fix}`;
}

/** The first `times` requests of a kind meet a fault. */
function disturb({ github }: ScratchGitHub, method: string, fault: Fault, times = 1) {
  let left = times;
  github.fault = (request) => (request.method === method && left-- > 0 ? fault : undefined);
}

const secondary = { message: 'You have exceeded a secondary rate limit. Please wait.' };
const answer = (status: number, headers: Record<string, string> = {}, body: object = secondary): Fault => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const passing: readonly (readonly [string, Fault])[] = [
  ['a reset before it', 'reset-before'],
  ['a reset after it', 'reset-after'],
  ['a 500', answer(500)],
  ['a 502', answer(502)],
  ['a 503 of a proxy, in HTML', { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Sorry' }],
  ['half an answer', 'truncated'],
  ['an answer that is no JSON', 'malformed'],
  ['no answer at all', 'hang'],
];

const limits: readonly (readonly [string, Fault])[] = [
  ['a secondary limit (403)', answer(403, { 'retry-after': '1' })],
  ['a secondary limit (429)', answer(429, { 'retry-after': '1' })],
  ['a 429 in other words', answer(429, { 'retry-after': '1' }, { message: 'Too many requests' })],
  ['a secondary limit without a time', answer(403)],
  [
    'a spent limit that begins anew at once',
    answer(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.floor(Date.now() / 1000)) }),
  ],
];

describe('a look survives', () => {
  it.each([...passing, ...limits])('%s', async (_, fault) => {
    await using project = await scratchGitHub();
    const { world } = worldOf(project);
    disturb(project, 'GET', fault, 2);
    expect(await (await world.github()).repositories.find(repository)).toMatchObject({ defaultBranch: 'main' });
    expect(project.github.requests).toHaveLength(3);
  });

  it('nothing that lasts, and says so', async () => {
    await using project = await scratchGitHub();
    disturb(project, 'GET', answer(502), 99);
    await expect((await worldOf(project).world.github()).repositories.find(repository)).rejects.toThrow(
      /GitHub did not answer GET \/repos\/org\/project: .* \(tried several times\)/,
    );
  });

  it('a question by GraphQL is a look, though it is a POST', async () => {
    await using project = await scratchGitHub();
    disturb(project, 'POST', 'reset-before');
    expect(await (await worldOf(project).world.github()).accounts.ofToken()).toMatchObject({
      login: 'github-actions[bot]',
    });
  });
});

describe('a write', () => {
  it.each(passing)('is not repeated after %s: the world has to be looked at', async (_, fault) => {
    await using project = await scratchGitHub();
    await project.commit('topic');
    await project.push('HEAD:refs/heads/topic');
    const { world } = worldOf(project);
    disturb(project, 'POST', fault);
    await expect((await world.github()).proposals.open(place, proposal).apply(nothingMade)).rejects.toThrow(Moved);
    expect(project.github.requests).toHaveLength(1);
  });

  it.each(limits)('is repeated after %s, which has not let it in', async (_, fault) => {
    await using project = await scratchGitHub();
    await project.commit('topic');
    await project.push('HEAD:refs/heads/topic');
    const { world, log } = worldOf(project);
    disturb(project, 'POST', fault, 2);
    expect(await (await world.github()).proposals.open(place, proposal).apply(nothingMade)).toMatchObject({
      number: 1,
    });
    expect(log.join()).toMatch('GitHub limits requests: trying');
  });

  it('waits as long as Retry-After says', async () => {
    await using project = await scratchGitHub();
    await project.commit('topic');
    await project.push('HEAD:refs/heads/topic');
    disturb(project, 'POST', answer(403, { 'retry-after': '40' }));
    const begin = performance.now();
    await (await worldOf(project).world.github()).proposals.open(place, proposal).apply(nothingMade);
    expect(performance.now() - begin).toBeGreaterThan(40 * 1000 * 0.02);
  });

  it('does not wait for a limit that lasts, and says until when', async () => {
    await using project = await scratchGitHub();
    const reset = Math.floor(Date.now() / 1000) + 3600;
    const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    disturb(project, 'POST', answer(403, spent, { message: 'API rate limit exceeded for user ID 1.' }));
    expect(await refused((await worldOf(project).world.github()).proposals.open(place, proposal))).toBe(
      `The token has reached a rate limit of GitHub. It says: API rate limit exceeded for user ID 1. Run it again after ${new Date(reset * 1000).toISOString()}. What is already done is not repeated.`,
    );
  });

  it('needs a token', async () => {
    await using project = await scratchGitHub();
    const { world } = worldOf(project, { isAnonymous: true });
    await expect((await world.github()).proposals.open(place, proposal).apply(nothingMade)).rejects.toThrow(
      'Writing to GitHub needs a token.',
    );
    expect(project.github.requests).toEqual([]);
  });

  it('is refused with a token that has expired', async () => {
    await using project = await scratchGitHub();
    disturb(project, 'POST', 'expired-token');
    expect(await refused((await worldOf(project).world.github()).proposals.open(place, proposal))).toMatch(
      'GitHub does not accept the token. It says: Bad credentials Pass a valid token as the input token; on the command line, set GH_TOKEN.',
    );
  });

  it('is a second apart from the next, and three where people are told', async () => {
    await using project = await scratchGitHub();
    await project.commit('topic');
    await project.push('HEAD:refs/heads/topic');
    const { world } = worldOf(project, { pace: 1 });
    const begin = performance.now();
    const marked = { ...proposal, labels: ['a'], assignees: ['mona'] };
    await (await world.github()).proposals.open(place, marked).apply(nothingMade);
    const parent = await project.head();
    const tree = await project.git('rev-parse', 'HEAD^{tree}');
    const commit = {
      repository,
      branch: 'other',
      seen: undefined,
      parent,
      tree,
      files: [],
      message: 'x',
      replaces: false,
    };
    await (await world.github()).commits.create(commit).apply(nothingMade);
    const seconds = (performance.now() - begin) / 1000;
    expect(project.github.requests).toHaveLength(6);
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(12);
  });
});

const invalid = (...errors: readonly object[]) => ({ message: 'Validation Failed', errors });
const taken = { resource: 'Release', code: 'already_exists', field: 'tag_name' };

describe('a write for which GitHub gives a reason', () => {
  it.each<[what: string, body: object]>([
    ['a release of that tag', invalid(taken)],
    ['a file of that name', invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })],
    [
      'a pull request from there',
      invalid({ resource: 'PullRequest', code: 'custom', message: 'A pull request already exists for org:topic.' }),
    ],
    ['a branch of that name', { message: 'Reference already exists' }],
    ['no such branch any more', { message: 'Reference does not exist' }],
    ['other commits on the branch', { message: 'Update is not a fast forward' }],
  ])('has lost a race where there is %s', async (_, body) => {
    await using project = await scratchGitHub();
    disturb(project, 'POST', answer(422, {}, body));
    await expect(
      (await worldOf(project).world.github()).proposals.open(place, proposal).apply(nothingMade),
    ).rejects.toThrow(Moved);
  });

  it.each<[what: string, status: number, body: object]>([
    [
      'a tag of a deleted immutable release',
      422,
      invalid(taken, { ...taken, code: 'custom', message: 'tag_name was used by an immutable release' }),
    ],
    ['a rule', 422, { message: 'Repository rule violations found' }],
    ['a field that is wrong', 422, invalid({ resource: 'PullRequest', code: 'invalid', field: 'head' })],
    ['the same sentence with another status', 403, { message: 'Reference already exists' }],
    ['a repository that is not there', 404, { message: 'Not Found' }],
  ])('is refused for %s', async (_, status, body) => {
    await using project = await scratchGitHub();
    disturb(project, 'POST', answer(status, {}, body));
    await expect(
      (await worldOf(project).world.github()).proposals.open(place, proposal).apply(nothingMade),
    ).rejects.toThrow(ReleaseError);
  });
});

describe('a run that is cancelled', () => {
  it('ends its requests', async () => {
    await using project = await scratchGitHub();
    const controller = new AbortController();
    project.github.fault = () => {
      controller.abort();
      return 'hang';
    };
    const { world } = worldOf(project, { signal: controller.signal, pace: 1 });
    await expect((await world.github()).repositories.find(repository)).rejects.toThrow(/abort/i);
  });
});
