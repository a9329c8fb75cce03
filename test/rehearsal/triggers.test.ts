import { describe, expect, it } from 'vitest';
import { problemsIn, ReleaseError } from '../../src/domain/error.ts';
import { explained, explanation } from '../../src/rehearsal/explain.ts';
import { matchesPattern } from '../../src/rehearsal/triggers/filter-pattern.ts';
import type { RepositoryEvent } from '../../src/rehearsal/triggers/event.ts';
import { readWorkflow } from '../../src/rehearsal/workflow/workflow.ts';

const path = '.github/workflows/release.yml';

// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
describe('a pattern of a filter', () => {
  it.each<[pattern: string, matching: string, others: string]>([
    ['feature/*', 'feature/my-branch feature/your-branch', 'feature/a/b feature'],
    ['feature/**', 'feature/beta-a/my-branch feature/your-branch feature/mona/the/octocat', 'features/a'],
    ['releases/mona-the-octocat', 'releases/mona-the-octocat', 'releases/mona-the-octocat/2 mona-the-octocat'],
    ['*', 'main releases', 'all/the/branches'],
    ['**', 'all/the/branches every/tag main', ''],
    ['*feature', 'mona-feature feature ver-10-feature', 'feature-1 a/feature'],
    ['v2*', 'v2 v2.0 v2.9', 'v1 chart/v2'],
    ['v[12].[0-9]+.[0-9]+', 'v1.10.1 v2.0.0', 'v3.0.0 v1.0 v1.0.0-rc.1 v1x0y0'],
    ['v[0-9]+.[0-9]+.[0-9]+*', 'v1.2.3 v1.2.3-rc.1', 'chart/v1.2.3 v1.2'],
    ['*.jsx?', 'page.js page.jsx', 'page.jsxx a/page.js'],
    ['*.js', 'app.js index.js', 'js/index.js'],
    ['**.js', 'index.js js/index.js src/js/app.js', 'index.ts'],
    ['docs/*', 'docs/README.md docs/file.txt', 'docs/a/b.md'],
    ['docs/**', 'docs/README.md docs/mona/octocat.txt', 'README.md'],
    ['docs/**/*.md', 'docs/README.md docs/mona/hello-world.md docs/a/markdown/file.md', 'docs/a.txt README.md'],
    ['**/docs/**', 'docs/hello.md dir/docs/my-file.txt space/docs/plan/space.doc', 'mydocs/a'],
    ['**/README.md', 'README.md js/README.md', 'MY-README.md'],
    ['**/*src/**', 'a/src/app.js my-src/code/js/app.js', 'src-1/a'],
    ['**/*-post.md', 'my-post.md path/their-post.md', 'post.md'],
    ['**/migrate-*.sql', 'migrate-10909.sql db/migrate-v1.0.sql db/sept/migrate-v1.sql', 'db/migrate.sql'],
    [String.raw`a\*b`, 'a*b', 'acb'],
    ['a.b', 'a.b', 'axb'],
    ['release-[A-Ca]', 'release-B release-a', 'release-b release-D'],
  ])('%s matches %s', (pattern, matching, others) => {
    const all = [...matching.split(' '), ...others.split(' ').filter(Boolean)];
    expect(all.filter((name) => matchesPattern(name, pattern))).toEqual(matching.split(' '));
  });
});

describe('whether a workflow runs', () => {
  it.each<[on: string, event: Partial<RepositoryEvent>, told: string]>([
    ['push', {}, 'runs: every push starts it (line 1).'],
    ["\n  push:\n    tags: ['v*']", {}, "runs: tag v1.2.3 matches 'v*' (line 3)."],
    [
      "\n  push:\n    tags:\n      - 'v*'\n      - '!v*-*'",
      { ref: 'refs/tags/v1.2.3-rc.1' },
      "does not run: tag v1.2.3-rc.1 is taken out by '!v*-*' (line 5).",
    ],
    ["\n  push:\n    tags: ['!v*']", {}, "does not run: tag v1.2.3 is taken out by '!v*' (line 3)."],
    [
      "\n  push:\n    tags: ['v*']",
      { ref: 'refs/tags/chart/v0.1.0' },
      "does not run: tag chart/v0.1.0 matches none of the tags: 'v*' (line 3).\n" +
        "    'v*' does not match a slash. If chart/v0.1.0 should start it, add chart/v* to the list.",
    ],
    ["\n  push:\n    tags-ignore: ['v*']", {}, "does not run: tag v1.2.3 matches 'v*' of tags-ignore (line 3)."],
    [
      "\n  push:\n    tags-ignore: ['v*']",
      { ref: 'refs/tags/w' },
      'runs: tag w is not among those of tags-ignore (line 3).',
    ],
    [
      '\n  push:\n    branches: [main]',
      {},
      'does not run: tag v1.2.3 starts nothing: its push is limited to branches (line 3).\n' +
        "    To let tags start it too, add tags: ['**'], or the patterns that are meant.",
    ],
    [
      "\n  push:\n    tags: ['*']",
      { ref: 'refs/heads/main' },
      'does not run: branch main starts nothing: its push is limited to tags (line 3).\n' +
        "    To let branches start it too, add branches: ['**'], or the patterns that are meant.",
    ],
    ['\n  push:\n    paths: [docs/**]', {}, 'runs: every push starts it (line 2).'],
    [
      '\n  push:\n    paths: [docs/**]',
      { ref: 'refs/heads/main', changedPaths: ['src/a.ts', 'b', 'c', 'd'] },
      'does not run: no changed path matches its paths (src/a.ts, b, c and 1 more) (line 3).',
    ],
    [
      "\n  push:\n    paths: ['docs/**', '!docs/*.txt']",
      { ref: 'refs/heads/main', changedPaths: ['docs/a.txt', 'docs/a.md'] },
      'runs: docs/a.md is one of its paths (line 3).',
    ],
    [
      '\n  push:\n    paths-ignore: [docs/**]',
      { ref: 'refs/heads/main', changedPaths: ['docs/a.txt'] },
      'does not run: all changed paths are among its paths-ignore (docs/a.txt) (line 3).',
    ],
    [
      '\n  push:\n    paths-ignore: [docs/**]',
      { ref: 'refs/heads/main', changedPaths: ['docs/a.txt', 'x'] },
      'runs: x is not among its paths-ignore (line 3).',
    ],
    [
      '[release, workflow_call]',
      {},
      'does not run: it does not listen to push, but to release, workflow_call (line 1).',
    ],
    ['release', { name: 'release', activity: 'created' }, 'runs: it listens to release created (line 1).'],
    [
      '\n  release:\n    types: [published]',
      { name: 'release', activity: 'created' },
      'does not run: it does not listen to release created, but to published (line 3).',
    ],
    [
      'pull_request',
      { name: 'pull_request', activity: 'labeled', baseBranch: 'main' },
      'does not run: it does not listen to pull_request labeled, but to opened, synchronize, reopened (line 1).',
    ],
    [
      '\n  pull_request:\n    branches: [release-*]',
      { name: 'pull_request', activity: 'opened', baseBranch: 'main' },
      "does not run: base branch main matches none of the branches: 'release-*' (line 3).",
    ],
    [
      '\n  push:\n    tags: [v*]',
      { tagsInPush: 4 },
      'does not run: 4 tags were pushed at once, and GitHub makes no events for more than 3 (line 2).\n' +
        '    Push at most 3 tags at once.',
    ],
    [
      '\n  push:\n    tags: [v*]',
      { actor: { login: 'github-actions[bot]', kind: 'job' } },
      'does not run: the token of a job did this, which starts no workflow: push at tag v1.2.3 (line 2).\n' +
        '    Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
    ],
    ['push', { actor: { login: 'app[bot]', kind: 'app' } }, 'runs: every push starts it (line 1).'],
    [
      'workflow_dispatch',
      { name: 'workflow_dispatch', actor: { login: 'github-actions[bot]', kind: 'job' } },
      'runs: it listens to workflow_dispatch (line 1).',
    ],
    [
      'push',
      { message: 'Release\n\n[skip ci]' },
      'does not run: the message of the commit has [skip ci] (line 1).\n    Commit again without [skip ci].',
    ],
    [
      'push',
      { message: 'Release\n\nskip-checks: true' },
      'does not run: the message of the commit has skip-checks: true (line 1).\n    Commit again without skip-checks: true.',
    ],
    [
      '\n  workflow_dispatch:\n    inputs:\n      bump: { type: choice, options: [minor, patch] }',
      { name: 'workflow_dispatch', workflow: path, inputs: { bump: 'mayor' } },
      'does not run: Input bump has to be minor or patch, not "mayor" (line 4).\n    Did you mean minor?',
    ],
    [
      '\n  workflow_dispatch:\n    inputs:\n      tag: { required: true }',
      { name: 'workflow_dispatch', workflow: path, inputs: {} },
      'does not run: Input tag is required (line 4).\n    Give it with --input tag=VALUE.',
    ],
    [
      '\n  workflow_dispatch:\n    inputs:\n      dry: { type: boolean }\n      count: { type: number }',
      { name: 'workflow_dispatch', workflow: path, inputs: { dry: 'yes', count: 'two', dri: 'x' } },
      'does not run: The workflow has no input "dri"; Input dry has to be true or false, not "yes"; ' +
        'Input count has to be a number, not "two" (line 2).\n    Did you mean dry?',
    ],
    [
      'workflow_dispatch',
      { name: 'workflow_dispatch', workflow: 'other.yml' },
      'does not run: another workflow is started (line 1).',
    ],
  ])('on: %s, %o', (on, event, told) => {
    const head = `${event.name ?? 'push'}${event.activity === undefined ? '' : ` (${event.activity})`}`;
    const text = explanation(explained([{ path, text: `on: ${on}\n${jobs}` }], { ...push, ...event }), {
      ...push,
      ...event,
    });
    const [first, ...rest] = text.split('\n');
    expect(first).toMatch(new RegExp(`^${RegExp.escape(head)} at `));
    expect(rest.join('\n')).toBe(`  ${path} ${told}`);
  });
});

const fixes = [
  ['No job', 'Remove one of their needs.'],
  ['push has tags', 'Write what is left out into tags, each with ! before it.'],
  ['The id', 'It has to begin with a letter or _, and may have letters, digits, - and _.'],
  ['Two steps', 'Give one of them another id.'],
  ['"actions/checkout" names', 'Write owner/name@ref, owner/name/path@ref, or ./path for an action of the checkout.'],
] as const;

describe('a workflow that GitHub does not accept', () => {
  it.each<[text: string, refusals: readonly string[]]>([
    [
      'on: push\njobs:\n  a:\n    runs-on: x\n    step: []\n',
      [`5 GitHub does not accept ${path}: Unexpected value 'step'.`],
    ],
    [
      'on: push\njobs: [\n',
      [
        `3 GitHub does not accept ${path}: Flow sequence in block collection must be sufficiently indented and end with a ].`,
      ],
    ],
    [
      'on: push\njobs:\n  a:\n    runs-on: x\n    if: secrets.A\n    steps:\n      - run: ${{ secretz.A }}\n',
      [
        `5 GitHub does not accept ${path}: Unrecognized named-value: 'secrets'.`,
        `7 GitHub does not accept ${path}: Unrecognized named-value: 'secretz'.`,
      ],
    ],
    [
      'on: push\njobs:\n  build: { runs-on: x, steps: [{ run: a }] }\n  b:\n    needs: biuld\n    runs-on: x\n',
      ['5 Job b needs the job biuld, which the workflow does not have.'],
    ],
    [
      "on:\n  push:\n    tags: ['v*']\n    tags-ignore: ['v2*']\njobs:\n  1a:\n    runs-on: x\n    steps:\n      - { id: a, run: a }\n      - { id: A, uses: $/b }\n      - uses: actions/checkout\n      - uses: docker://alpine\n",
      [
        '4 push has tags and tags-ignore, of which GitHub takes only one.',
        '6 The id "1a" is not valid.',
        '10 Two steps of the job have the id A.',
        '11 "actions/checkout" names no action.',
      ],
    ],
    [
      'on: push\njobs:\n  a: { needs: b, runs-on: x }\n  b: { needs: a, runs-on: x }\n  c: { needs: a, runs-on: x }\n',
      ['3 No job of these can ever start, because each needs another one: a, b, c.'],
    ],
  ])('%j', (text, refusals) => {
    const refused = (() => {
      try {
        return readWorkflow({ path, text });
      } catch (error) {
        return error;
      }
    })();
    if (!(refused instanceof ReleaseError)) throw refused;
    const all = problemsIn(refused);
    expect(all.map(({ message, at }) => `${at?.line} ${message}`)).toEqual(refusals);
    for (const { message, fix } of all)
      for (const [begin, mended] of fixes) if (message.startsWith(begin)) expect(fix).toBe(mended);
  });
});

const jobs = 'jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 0\n';
const push: RepositoryEvent = {
  name: 'push',
  ref: 'refs/tags/v1.2.3',
  sha: '1'.repeat(40),
  actor: { login: 'you', kind: 'person' },
  payload: {},
};
