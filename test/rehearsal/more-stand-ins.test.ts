import { expect, it } from 'vitest';
import { unknownActions } from '../../src/rehearsal/actions/unknown.ts';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';
const others = Object.keys(unknownActions);
const deploying = 'permissions: { pages: write, id-token: write }';
const files = {
  'site/index.html': '<p>\n',
  'more.md': 'more\n',
  [path]: [
    "on: { push: { tags: ['v*'] } }",
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - { id: pages, uses: actions/configure-pages@v5 }',
    '      - run: test "${{ steps.pages.outputs.base_url }}" = https://org.github.io/project',
    '      - { uses: actions/upload-pages-artifact@v4, with: { path: site } }',
    '  deploy:',
    '    needs: build',
    `    ${deploying}`,
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - { id: deployed, uses: actions/deploy-pages@v4 }',
    '      - run: test "${{ steps.deployed.outputs.page_url }}" = https://org.github.io/project/',
    '  comment:',
    '    permissions: { issues: write }',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - id: issue',
    '        uses: actions/github-script@v8',
    '        with: { script: "return (await github.rest.issues.create({ ...context.repo, title: \'Release\' })).data.number" }',
    '      - id: first',
    '        uses: peter-evans/create-or-update-comment@v5',
    '        with: { issue-number: "${{ steps.issue.outputs.result }}", body: first }',
    '      - uses: peter-evans/create-or-update-comment@v5',
    '        with: { comment-id: "${{ steps.first.outputs.comment-id }}", body-path: more.md }',
    '      - uses: actions/github-script@v8',
    '        with: { script: "core.notice(JSON.stringify((await github.rest.issues.getComment({ ...context.repo, comment_id: ${{ steps.first.outputs.comment-id }} })).data.body))" }',
    '  auto:',
    '    permissions: { contents: write }',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - { uses: actions/checkout@v6, with: { ref: main } }',
    '      - { id: none, uses: stefanzweifel/git-auto-commit-action@v7 }',
    '      - run: test "${{ steps.none.outputs.changes_detected }}" = false && echo 1.2.0 > version && echo 1 > other',
    '      - id: some',
    '        uses: stefanzweifel/git-auto-commit-action@v7',
    '        with: { commit_message: Raise, file_pattern: version, tagging_message: auto-1 }',
    '      - run: test "$(git ls-remote origin main | cut -f1)" = "${{ steps.some.outputs.commit_hash }}"',
    '  detached:',
    '    permissions: { contents: write }',
    '    runs-on: ubuntu-latest',
    '    steps: [{ uses: actions/checkout@v6 }, { run: echo 2 > version }, { uses: stefanzweifel/git-auto-commit-action@v7 }]',
    '  others:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    ...others.map((name) => `      - uses: ${name}@v1`),
    '  forbidden: { runs-on: ubuntu-latest, steps: [{ uses: actions/deploy-pages@v4 }] }',
    `  lacking: { ${deploying}, runs-on: ubuntu-latest, steps: [{ uses: actions/deploy-pages@v4, with: { artifact_name: other } }] }`,
    '  nowhere: { runs-on: ubuntu-latest, steps: [{ uses: peter-evans/create-or-update-comment@v5, with: { body: a } }] }',
    '',
  ].join('\n'),
};

it('stand in for pages and comments, and say of others why nobody can', async () => {
  await using repo = await scratchRepository(files);
  const { text } = await rehearsedIn(repo.folder, ['v1.2.0']);
  const failed = text.split('\n').flatMap((line) => /^  release\.yml (\w+): ✗/.exec(line)?.[1] ?? []);
  expect(failed.toSorted()).toEqual(['detached', 'forbidden', 'lacking', 'nowhere']);
  expect(text).toContain('      "first\\nmore\\n"\n');
  expect([...text.matchAll(/release\.yml others: \? Run (\S+)@v1/g)].map(([, name]) => name)).toEqual(others);
  expect(text).toContain(
    'googleapis/release-please-action@v1, because it depends on the commits since the last release whether it opens a pull request or makes a release.\n',
  );
  expect(text).toMatch(/^  tag auto-1 at /m);
  for (const said of [
    'git pushes nothing: the checkout is at no branch. Set ref of actions/checkout to a branch, or set branch.',
    'Failed to create deployment: the job lacks pages: write and id-token: write. Add pages: write and id-token: write to the permissions of the job.',
    'No artifacts named "other" were found for this workflow run. Upload it with actions/upload-pages-artifact in a job that is in needs.',
    "Missing either 'issue-number' or 'comment-id'. Set issue-number.",
  ])
    expect(text).toContain(said);
});
