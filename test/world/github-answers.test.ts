import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/embedded/github/server.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { Moved } from '../../src/world/change.ts';
import { Credentials } from '../../src/world/credentials.ts';
import type { Client } from '../../src/world/github/client.ts';
import type { GitHub } from '../../src/world/github/github.ts';
import { record, string } from '../../src/world/shape.ts';
import { World } from '../../src/world/world.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { hostOf, nothingMade } from '../support/host.ts';

const repository = 'org/project';
const place = { repository, tag: 'v1.0.0' };
const route = { repository, base: 'main', head: 'org:topic' };
const sha = 'a'.repeat(40);

/** A server that gives the same answer to every request. */
async function answeredBy(project: ScratchGitHub, answer: Fault | ((path: string) => Fault)): Promise<GitHub> {
  project.github.fault = ({ path }) => (typeof answer === 'function' ? answer(path) : answer);
  const { environment: env, folder: workspace } = project;
  const credentials = Credentials.forGitHub(env, jobToken.token);
  return new World(hostOf({ env, workspace, credentials, isJobToken: true, pace: 0.001 })).github();
}

const headers = { 'content-type': 'application/json; charset=utf-8' };
const json = (value: unknown): Fault => ({ status: 200, headers, body: JSON.stringify(value) });
const nothing: Fault = { status: 204 };

const release = {
  id: 1,
  html_url: 'https://github.com/org/project/releases/1',
  upload_url: 'https://uploads.github.com/up{?name}',
  tag_name: 'v1.0.0',
  draft: false,
  prerelease: false,
  created_at: '2026-01-01T00:00:00Z',
  assets: [],
};
const asset = { id: 2, name: 'a', size: 1, url: 'https://api.github.com/a', state: 'uploaded', created_at: 'then' };
const without = (name: string) => Object.fromEntries(Object.entries(release).filter(([field]) => field !== name));
const fullPage = Array.from({ length: 100 }, () => ({ ...release, tag_name: 'v0.1.0' }));

type Read = (github: GitHub) => Promise<unknown>;

const reads: Readonly<Record<string, Read>> = {
  'a repository': ({ repositories }) => repositories.find(repository),
  'a milestone': ({ repositories }) => repositories.milestone(repository, 'v1'),
  'a comparison': ({ commits }) => commits.ahead(route),
  'a pull request': ({ proposals }) => proposals.find(route),
  'what was merged and closed': ({ completedWork }) =>
    completedWork.since(repository, { merged: undefined, closed: undefined }),
  'the releases': ({ releases }) => releases.find(place),
  'generated notes': ({ releases }) => releases.generatedNotes(place, { commit: sha, previous: undefined }),
  'a run of a workflow': ({ workflows }) => workflows.findRun({ ...place, workflow: 'release.yml', commit: sha }),
  'a file': ({ files }) => files.text(repository, sha, 'a.yaml'),
  'files of folders': ({ files }) => files.inSubfolders({ repository, folder: 'a', name: 'b.yaml' }),
  'the name of a file': ({ files }) => files.objectAt(repository, sha, 'a.yaml'),
  'a ref': ({ refs }) => refs.at(repository, 'refs/heads/main'),
  'a fork': ({ repositories }) => repositories.reach(repository),
  'a commit': ({ commits }) => commits.find(repository, sha),
  'a closed pull request': ({ proposals }) => proposals.lastClosed(route),
  'whether a pull request is open': ({ proposals }) => proposals.isOpen({ repository, number: 1 }),
  'the account of the token': ({ accounts }) => accounts.ofToken(),
};

const nonsense: Readonly<Record<string, Fault>> = {
  'an object': json({ a: 1 }),
  '[null]': json([null]),
  '["x"]': json(['x']),
  '[[]]': json([[]]),
  null: json(null),
  'a text': json('x'),
  'a number': json(12_345_678_901_234),
  'no content': nothing,
  'another type of content': { status: 200, headers: { 'content-type': ';;' }, body: '[]' },
  'a refusal in another form': { status: 400, headers, body: '{"message":{},"errors":[12345678901234567890]}' },
};

describe.each(Object.entries(reads))('%s', (_, read) => {
  it.each(Object.entries(nonsense))('is never a bug, also if the answer is %s', async (_what, answer) => {
    await using project = await scratchGitHub();
    const github = await answeredBy(project, answer);
    const end: unknown = await read(github).catch((thrown: unknown) => thrown);
    expect(end instanceof ReleaseError || !(end instanceof Error)).toBe(true);
  });
});

const listing = 'GET /repos/org/project/releases';

describe('GitHub answers something else than', () => {
  it.each<[what: string, answer: Fault, route: string, misfit: string]>([
    ['a list: an object', json({}), listing, 'the answer is an object, not a list'],
    ['releases: null', json([null]), listing, '[0] is null, not an object'],
    ['releases: texts', json(['x']), listing, '[0] is "x", not an object'],
    ['a release: no assets', json([without('assets')]), listing, '[0].assets is missing, not a list'],
    ['a release: assets: null', json([{ ...release, assets: null }]), listing, '[0].assets is null, not a list'],
    ['a release: no number', json([{ ...release, id: '1' }]), listing, '[0].id is "1", not a whole number'],
    [
      'an asset: no time',
      json([{ ...release, assets: [asset] }]),
      listing,
      '[0].assets[0].created_at is "then", not a time',
    ],
    ['a list: no content', nothing, listing, 'the answer is missing, not a list'],
    [
      'a list: too many',
      json(Array.from({ length: 1001 }, () => release)),
      listing,
      'the answer has 1001 entries, more than 1000',
    ],
  ])('%s', async (_, answer, asked, misfit) => {
    await using project = await scratchGitHub();
    const github = await answeredBy(project, answer);
    await expect(github.releases.find(place)).rejects.toMatchObject({
      name: 'ReleaseError',
      message: `GitHub answered something else than ${asked} asks for: ${misfit} (tried several times)`,
      fix: `Find out what answers at ${project.github.url}, and run it again. What is already done is not repeated.`,
    });
    expect(project.github.requests).toHaveLength(4);
  });

  it('one release: a list, where it is asked for by its tag', async () => {
    await using project = await scratchGitHub();
    const github = await answeredBy(project, (path) => json(path.includes('/tags/') ? [release] : fullPage));
    await expect(github.releases.find(place)).rejects.toThrow(
      'GitHub answered something else than GET /repos/org/project/releases/tags/v1.0.0 asks for: the answer is a list, not an object',
    );
  });
});

describe('the list that GitHub answers', () => {
  const anIssue = (number: number) => ({
    number,
    title: 'An issue',
    html_url: 'https://github.com/org/project/issues/1',
    labels: [],
    user: null,
    updated_at: '2026-01-01T00:00:00Z',
    merged_at: null,
    merge_commit_sha: null,
  });
  const ending = 'GitHub answers to GET /repos/org/project/pulls does not end:';
  const pulls = '/repos/org/project/pulls';

  it.each<[what: string, page: (number: number) => number, next: (number: number) => number, says: string]>([
    ['the same address again', (number) => number, () => 2, 'page 2 names an earlier page as the next one.'],
    ['two addresses in turn', (number) => number, (number) => (number === 2 ? 3 : 2), 'page 3 names an earlier page'],
    ['the same page again', () => 7, (number) => number + 1, 'page 2 is page 1 again.'],
    [
      'ever more pages',
      (number) => number,
      (number) => number + 1,
      'it has more than 1000 pages, which is the limit here.',
    ],
  ])(
    'has an end, also with %s',
    async (_, entryOf, next, says) => {
      await using project = await scratchGitHub();
      const { environment: env, folder: workspace, github } = project;
      github.fault = ({ path, query }) => {
        if (!path.endsWith('/pulls')) return json([]);
        const page = Number(query['page'] ?? 1);
        const link = `<${github.url}${pulls}?page=${next(page)}>; rel="next"`;
        return { status: 200, headers: { ...headers, link }, body: JSON.stringify([anIssue(entryOf(page))]) };
      };
      const { completedWork } = await new World(hostOf({ env, workspace, pace: 0.1 })).github();
      const all = completedWork.since(repository, { merged: undefined, closed: undefined });
      await expect(all).rejects.toThrow(`The list that ${ending} ${says}`);
      expect(github.requests.length).toBeLessThan(1010);
    },
    60_000,
  );

  it('is not whole where GitHub finds one of its pages no more', async () => {
    await using project = await scratchGitHub();
    const github = await answeredBy(project, (path) =>
      path === '/next'
        ? { status: 404 }
        : { status: 200, headers: { ...headers, link: `<${project.github.url}/next>; rel="next"` }, body: '[]' },
    );
    await expect(github.repositories.milestone(repository, 'v1')).rejects.toThrow(
      'GitHub finds nothing for GET /repos/org/project/milestones, or the token may not see it.',
    );
  });
});

describe('an answer', () => {
  it('of millions of small values is refused before it is read', async () => {
    await using project = await scratchGitHub();
    const body = `[${'{},'.repeat(1_000_000)}{}]`;
    const github = await answeredBy(project, { status: 200, headers, body });
    await expect(github.releases.find(place)).rejects.toMatchObject({
      message: `${project.github.url}/repos/org/project/releases?per_page=100 has more than a million values, which is the limit here.`,
      fix: `Find out what answers at ${project.github.url}.`,
    });
  });

  it('that is a file of more bytes than GitHub says is not read to its end', async () => {
    await using project = await scratchGitHub();
    const url = `${project.github.url}/file`;
    const shown = {
      ...release,
      upload_url: `${project.github.url}/up`,
      assets: [{ ...asset, url, created_at: release.created_at }],
    };
    const github = await answeredBy(project, (path) =>
      path === '/file' ? { status: 200, body: 'more than one byte' } : json([shown]),
    );
    await expect(github.releases.find(place)).rejects.toThrow(
      `The download of ${url} has more than 1 bytes (tried 4 times)`,
    );
  });
});

describe('a read', () => {
  it.each<[string, Fault, (github: GitHub) => Promise<unknown>, object]>([
    ['by REST', json(['x']), ({ repositories }) => repositories.find(repository), { defaultBranch: 'main' }],
    ['by GraphQL', json({}), ({ accounts }) => accounts.ofToken(), { login: 'github-actions[bot]' }],
  ])('gets the right answer after a wrong one, %s', async (_, fault, read, right) => {
    await using project = await scratchGitHub();
    let wrong = 2;
    project.github.fault = () => (wrong-- > 0 ? fault : undefined);
    const { environment: env, folder: workspace } = project;
    const credentials = Credentials.forGitHub(env, jobToken.token);
    const world = new World(hostOf({ env, workspace, credentials, pace: 0.1 }));
    expect(await read(await world.github())).toMatchObject(right);
    expect(project.github.requests).toHaveLength(3);
  });
});

it('a shape cannot demand what GitHub does not promise', () => {
  const ask = (client: Client) =>
    client.look(
      'GET /repos/{owner}/{repo}/releases/{release_id}',
      { owner: 'org', repo: 'project', release_id: 1 },
      // @ts-expect-error: a release may have no name
      record({ name: string }),
    );
  expect(ask).toBeInstanceOf(Function);
});

it('a limit that ends at no possible time is a limit all the same', async () => {
  await using project = await scratchGitHub();
  const spent = { ...headers, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999999999999' };
  const github = await answeredBy(project, {
    status: 403,
    headers: spent,
    body: '{"message":"API rate limit exceeded"}',
  });
  await expect(github.repositories.find(repository)).rejects.toMatchObject({
    message: 'The token has reached a rate limit of GitHub. It says: API rate limit exceeded',
    fix: 'Run it again in a few minutes. What is already done is not repeated.',
  });
});

describe('a write', () => {
  it.each(Object.entries(nonsense).slice(0, 9))('is not confirmed by %s', async (_, answer) => {
    await using project = await scratchGitHub();
    const github = await answeredBy(project, answer);
    const metadata = { labels: [], assignees: [], milestone: undefined, reviewers: [], teamReviewers: [] };
    const proposal = { title: 'A title', body: '', isDraft: false, ...metadata };
    await expect(github.proposals.open(route, proposal).apply(nothingMade)).rejects.toThrow(Moved);
    expect(project.github.requests).toHaveLength(1);
  });
});
