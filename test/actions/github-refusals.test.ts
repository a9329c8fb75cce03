import { expect, it } from 'vitest';
import commitChanges from '../../actions/commit-changes/action.ts';
import ghRelease from '../../actions/gh-release/action.ts';
import type { Action } from '../../src/runtime/action.ts';
import type { Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { refusal } from '../support/perform.ts';

type Inputs = Readonly<Record<string, string>>;
type Row = readonly [
  title: string,
  action: { readonly name: string },
  arrange: (repo: ScratchGitHub) => Promise<Inputs>,
  /** SERVER is the address of the server, API that of its API, and a commit is COMMIT. */
  said: readonly string[],
];

const readingToken: Token = {
  token: 'reading',
  login: 'github-actions[bot]',
  kind: 'job',
  permissions: { contents: 'read' },
  repositories: ['org/project'],
};
const job = { token: jobToken.token, 'job-token': jobToken.token };
const proposing = { ...job, via: 'pull-request' };
const edit = (repo: ScratchGitHub) => repo.write('VERSION', '2\n');

/** What GitHub does not allow, or what is not there, with all that a person is told. */
const rows: readonly Row[] = [
  [
    'a draft of a release that is published',
    ghRelease,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      await repo.ask('POST …/releases', { body: { tag_name: 'v1.0.0' } });
      return { ...job, tag: 'v1.0.0', draft: 'true' };
    },
    [
      'The release v1.0.0 is already published: SERVER/org/project/releases/tag/v1.0.0',
      'Remove draft: true. A published release cannot become a draft again.',
    ],
  ],
  [
    'the message of a tag that has none',
    ghRelease,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      return { ...job, tag: 'v1.0.0', notes: 'tag' };
    },
    ['The tag v1.0.0 has no message.', 'Use an annotated tag, or remove the line tag from the input notes.'],
  ],
  [
    'a tag that does not exist',
    ghRelease,
    async () => ({ ...job, tag: 'v1.0.0' }),
    ['Missing: tag v1.0.0 on origin.', 'Push it with push-tag, or set create-tag: true.'],
  ],
  [
    'a tag that is elsewhere',
    ghRelease,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      await repo.commit('Later');
      return { ...job, tag: 'v1.0.0' };
    },
    [
      'Tag v1.0.0 is at COMMIT, not at COMMIT.',
      'Check out the tag (git checkout v1.0.0, or ref: v1.0.0 of actions/checkout), or set the input commit.',
    ],
  ],
  [
    'a token that is not valid',
    ghRelease,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      return { tag: 'v1.0.0', token: 'old' };
    },
    [
      `origin did not accept the credentials. It says: fatal: could not read Username for 'SERVER': terminal prompts disabled`,
      'Pass a valid token as the input token (in a job: github.token), or set up git credentials.',
    ],
  ],
  [
    'a token that may only read',
    ghRelease,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      return { tag: 'v1.0.0', token: readingToken.token, 'job-token': readingToken.token };
    },
    [
      'The token has no permission for POST /repos/org/project/releases. It says: Resource not accessible by integration',
      'Add to the job: permissions: { contents: write }',
    ],
  ],
  [
    'a repository that is not there',
    ghRelease,
    async (repo) => {
      await repo.pushTag('v1.0.0');
      return { ...job, tag: 'v1.0.0', repository: 'org/other' };
    },
    [
      `There is no repository at SERVER/org/other, or the token has no access to it. It says: fatal: repository 'SERVER/org/other/' not found`,
      'Check the address (git remote -v). Check that the token has contents: read for that repository.',
    ],
  ],
  [
    'an own review',
    commitChanges,
    async (repo) => {
      await edit(repo);
      return { ...proposing, reviewers: 'github-actions[bot]' };
    },
    [
      'github-actions[bot] opens the pull request, so this account cannot review it.',
      'Remove this account from the input reviewers.',
    ],
  ],
  [
    'a milestone that is not open',
    commitChanges,
    async (repo) => {
      await edit(repo);
      return { ...proposing, milestone: 'v2' };
    },
    ['org/project has no open milestone "v2".', 'Open it first.'],
  ],
  [
    'a fork that is none',
    commitChanges,
    async (repo) => {
      await edit(repo);
      return { ...proposing, token: personalToken.token, fork: 'mona/other' };
    },
    [
      'GitHub finds no repository mona/other, or the token may not see it.',
      'Check the name, and that the token has contents: read for this repository.',
    ],
  ],
  [
    'a repository that is not a fork',
    commitChanges,
    async (repo) => {
      await edit(repo);
      return { ...proposing, token: personalToken.token, fork: 'org/project' };
    },
    ['org/project is not a fork of org/project.', 'Fork org/project, and set the input fork to that fork.'],
  ],
  [
    'unpushed commits in a pull request',
    commitChanges,
    async (repo) => {
      await repo.commit('Mine');
      await edit(repo);
      return proposing;
    },
    [
      'The checkout has commits that main does not have: COMMIT.',
      'Push these commits first, or leave the edits uncommitted.',
    ],
  ],
  [
    'unpushed commits through the API',
    commitChanges,
    async (repo) => {
      await repo.commit('Mine');
      return { ...job, 'commit-through': 'api' };
    },
    [
      'commit-through: api cannot push commits, but the checkout has unpushed ones: COMMIT.',
      'Use commit-through: git, which pushes these commits, too.',
    ],
  ],
  [
    'a commit of somebody else on the branch of the pull request',
    commitChanges,
    async (repo) => {
      await repo.git('checkout', '--quiet', '-b', 'topic');
      await repo.commit('Theirs', { 'b.txt': 'b' });
      await repo.push('HEAD:refs/heads/topic');
      await repo.git('checkout', '--quiet', 'main');
      await edit(repo);
      return { ...proposing, branch: 'topic' };
    },
    [
      'Commit COMMIT on topic is by author@example.com, committer@example.com: "Theirs".',
      'Merge the pull request, or delete its branch. Or set the input branch to another name.',
    ],
  ],
];

it.each(rows)('%s', async (_, action, arrange, said) => {
  await using repo = await scratchGitHub({ VERSION: '1\n' }, { tokens: [jobToken, personalToken, readingToken] });
  const inputs = await arrange(repo);
  const refused = await refusal(action as Action, repo, { inputs, pace: 0.1 });
  const named = refused
    .replaceAll(repo.github.git.url, 'SERVER')
    .replaceAll(repo.github.url, 'API')
    .replaceAll(/\b[0-9a-f]{12}\b/g, 'COMMIT');
  expect(named).toBe(said.join('\n'));
});
