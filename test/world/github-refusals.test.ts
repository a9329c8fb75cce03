import { once } from 'node:events';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { Credentials } from '../../src/world/credentials.ts';
import type { GitHub } from '../../src/world/github/github.ts';
import { World } from '../../src/world/world.ts';
import { hostOf, nothingMade } from '../support/host.ts';

type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
/** By `METHOD path`. Everything else gets the answer of `*`, or 404. */
type Script = Readonly<Record<string, Answer>>;

/** A GitHub that says what is written for it. */
async function scriptedGitHub(script: Script, token: string | undefined) {
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?');
    const { status = 200, headers, body } = script[`${request.method} ${path}`] ?? script['*'] ?? { status: 404 };
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/json', ...JSON.parse(filled(headers)) });
      response.end(body === undefined ? '' : filled(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const filled = (value: unknown = {}) => JSON.stringify(value).replaceAll('SERVER', url);
  const env = { GITHUB_API_URL: url };
  const credentials = Credentials.forGitHub(env, token);
  const host = hostOf({ env, workspace: '/', credentials, isJobToken: token === 'job', pace: 0.001 });
  return {
    url,
    github: await new World(host).github(),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const repository = 'org/project';
const api = `/repos/${repository}`;
const [one, other] = ['a'.repeat(40), 'b'.repeat(40)];
const route = { repository, base: 'main', head: 'topic' };
const all = { merged: undefined, closed: undefined };
const aCommit = { sha: one, commit: { message: 'x' }, parents: [] };
const newCommit = {
  repository,
  branch: 'main',
  seen: one,
  parent: one,
  tree: one,
  files: [],
  message: 'x',
  replaces: false,
};
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
const open = ({ proposals }: GitHub) => proposals.open(route, proposal).apply(nothingMade);
const pulls = `POST ${api}/pulls`;
const says = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Script => ({
  '*': { status, headers, body: { message } },
});

type Row = readonly [
  title: string,
  script: Script,
  act: (github: GitHub, server: string) => Promise<unknown>,
  /** SERVER is the address of the server. */
  message: string,
  fix: string,
];

const rows: readonly Row[] = [
  [
    'an account that is not shown',
    { 'POST /graphql': { body: { data: null, errors: [{ message: 'It is not told.' }] } } },
    ({ accounts }) => accounts.ofToken(),
    'GitHub does not say which account the token belongs to.',
    'Pass another token as the input token. For commit-changes, the input author is enough.',
  ],
  [
    'a file that is gone',
    {},
    ({ uploads }, server) => uploads.digest(`${server}/file`, 1),
    'SERVER/file does not exist any more.',
    'Run it again.',
  ],
  [
    'no answer',
    { '*': { status: 502, body: { message: 'Bad gateway' } } },
    ({ repositories }) => repositories.find(repository),
    'GitHub did not answer GET /repos/org/project: Bad gateway (tried several times)',
    'Run it again when GitHub answers again. What is already done is not repeated.',
  ],
  [
    'a page that is gone',
    { [`GET ${api}/milestones`]: { headers: { link: '<SERVER/next>; rel="next"' }, body: [] } },
    ({ repositories }) => repositories.milestone(repository, 'v1'),
    'GitHub finds nothing for GET /repos/org/project/milestones, or the token may not see it.',
    'Check the names, and the permissions of the token.',
  ],
  [
    'a page that is its own next page',
    {
      [`GET ${api}/milestones`]: { headers: { link: '<SERVER/next>; rel="next"' }, body: [] },
      'GET /next': {
        headers: { link: '<SERVER/next>; rel="next"' },
        body: [],
      },
    },
    ({ repositories }) => repositories.milestone(repository, 'v1'),
    'The list that GitHub answers to GET /repos/org/project/milestones does not end: page 2 names an earlier page as the next one.',
    'Find out what answers at SERVER, and run it again. What is already done is not repeated.',
  ],
  [
    'a milestone that is not open',
    {
      [`GET ${api}/milestones`]: {
        body: [
          { number: 1, title: 'v2' },
          { number: 2, title: 'v3' },
        ],
      },
    },
    ({ repositories }) => repositories.milestone(repository, 'v1'),
    'org/project has no open milestone "v1".',
    'Open it first, or use v2 or v3.',
  ],
  [
    'a token that is not valid',
    says(401, 'Bad credentials'),
    open,
    'GitHub does not accept the token. It says: Bad credentials',
    'Pass a valid token as the input token; on the command line, set GH_TOKEN. A token may have expired: the token of a job is valid until the job ends.',
  ],
  [
    'a job that may not open pull requests',
    says(403, 'GitHub Actions is not permitted to create or approve pull requests.'),
    open,
    'In this repository, the token of a job may not open pull requests. It says: GitHub Actions is not permitted to create or approve pull requests.',
    'In the settings of the repository or of its organization (Actions → General), tick "Allow GitHub Actions to create and approve pull requests". Or pass the token of a GitHub App as the input token.',
  ],
  [
    'a job without a permission',
    says(403, 'Resource not accessible by integration', {
      'x-accepted-github-permissions': 'pull_requests=write; a=b',
    }),
    open,
    'The token has no permission for POST /repos/org/project/pulls. It says: Resource not accessible by integration',
    'Add to the job: permissions: { pull-requests: write }',
  ],
  [
    'a rule that protects a branch',
    says(422, 'Repository rule violations found - https://docs.github.com/x'),
    open,
    'A rule of the repository protects this branch. It says: Repository rule violations found',
    'Open a pull request instead, with via: pull-request. Or let the account of this token bypass the rule (Settings → Rules).',
  ],
  [
    'another refusal',
    { [pulls]: { status: 422, body: { message: 'Validation Failed: no commits between main and topic' } } },
    open,
    'GitHub refused POST /repos/org/project/pulls with status 422. It says: Validation Failed: no commits between main and topic',
    'Correct what GitHub names, and run it again. What is already done is not repeated.',
  ],
  [
    'a branch without common history',
    {},
    ({ commits }) => commits.ahead(route),
    'topic has no history in common with main of org/project.',
    'Use another name in the input branch: the commits on this branch would be lost.',
  ],
  [
    'a branch with more commits than GitHub lists',
    { [`GET ${api}/compare/main...topic`]: { body: { total_commits: 300, commits: [aCommit] } } },
    ({ commits }) => commits.ahead(route),
    'topic is 300 commits ahead of main, so it is not a proposal of one commit.',
    'Use another name in the input branch: the commits on this branch would be lost.',
  ],
  [
    'another tree than that of git',
    { [`POST ${api}/git/trees`]: { status: 201, body: { sha: other } } },
    ({ commits }) => commits.create(newCommit).apply(nothingMade),
    'GitHub made the tree bbbbbbbbbbbb of these files, but git made aaaaaaaaaaaa. Nothing was committed.',
    'Set commit-through: git, which pushes the tree that git made.',
  ],
  [
    'pull requests that are not shown',
    { [`GET ${api}/issues`]: { body: [] } },
    ({ completedWork }) => completedWork.since(repository, all),
    'GitHub shows no pull requests of org/project: there are none, or the token may not see them.',
    'Give the token the permissions issues: read and pull-requests: read for this repository; in a job, under permissions.',
  ],
];

const told = async (acting: Promise<unknown>) => {
  const refusal: unknown = await acting.catch((thrown: unknown) => thrown);
  if (!(refusal instanceof ReleaseError)) throw refusal;
  return [refusal.message, refusal.fix];
};

it.each(rows)('%s: the refusal says what, and what to do', async (_, script, act, message, fix) => {
  await using server = await scriptedGitHub(script, 'job');
  const said = await told(act(server.github, server.url));
  expect(said.map((text) => text?.replaceAll(server.url, 'SERVER'))).toEqual([message, fix]);
});

it('without a token, the refusal says where to give one', async () => {
  await using server = await scriptedGitHub({}, undefined);
  expect(await told(open(server.github))).toEqual([
    'Writing to GitHub needs a token.',
    'Pass one as the input token, or in the environment variable GITHUB_TOKEN.',
  ]);
});

it.each([
  [
    'that GitHub gives another name',
    { name: 'a.b', size: 1 },
    'GitHub stored the file "a b" under another name: "a.b".',
    'Rename the file to a name that GitHub keeps, such as a.b',
  ],
  [
    'that changes meanwhile',
    { name: 'a b', size: 2 },
    'FILE has changed since this run began.',
    'Run it again when no other program writes to this file any more.',
  ],
])('a file %s is refused with what to do', async (_, { name, size }, message, fix) => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'upload-'));
  const path = join(scratch.path, 'a b');
  await writeFile(path, 'x');
  const made = { name, size: 1, url: 'SERVER/file', state: 'uploaded', digest: 'sha256:x' };
  await using server = await scriptedGitHub({ 'POST /up': { status: 201, body: made } }, 'job');
  const asset = { path, name: 'a b', label: undefined, size, digest: 'sha256:x' };
  const sending = server.github.uploads.send({ uploadUrl: `${server.url}/up`, assets: [asset], isDraft: false });
  const [said, way] = await told(sending);
  expect([said?.replace(path, 'FILE'), way]).toEqual([message, fix]);
});
