import { expect, it } from 'vitest';
import bumpChart from '../../actions/bump-chart/action.ts';
import commitChanges from '../../actions/commit-changes/action.ts';
import ghRelease from '../../actions/gh-release/action.ts';
import goModuleTags from '../../actions/go-module-tags/action.ts';
import parseTag from '../../actions/parse-tag/action.ts';
import pushTag from '../../actions/push-tag/action.ts';
import setValues from '../../actions/set-values/action.ts';
import updateChangelog from '../../actions/update-changelog/action.ts';
import type { Action } from '../../src/runtime/action.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { refusal } from '../support/perform.ts';

const files = {
  'CHANGELOG.md': '# Changelog\n\n## 0.9.0\n\n- old\n',
  'Chart.yaml': 'name: c\nversion: 0.1.0\n',
  '.github/workflows/ci.yml': 'on: push\n',
};

const lines = (...all: string[]) => all.join('\n');
const token = { token: jobToken.token, 'job-token': jobToken.token };

type Row = readonly [
  action: string,
  plan: { readonly name: string; readonly plan: unknown },
  inputs: Readonly<Record<string, string>>,
  said: (folder: string) => string,
];

const rows: readonly Row[] = [
  [
    'gh-release',
    ghRelease,
    {
      ...token,
      tag: 'v1.0.0-rc.1',
      latest: 'true',
      start: 'release.yml',
      files: 'dist/*\nout/*',
      notes: 'file: notes.md\nchangelog: CHANGELOG.md',
    },
    (folder) =>
      lines(
        'Nothing matches dist/*.',
        `Correct the path or glob. It is relative to ${folder}.`,
        'Nothing matches out/*.',
        `Correct the path or glob. It is relative to ${folder}.`,
        'There is no file notes.md.',
        `Correct the path. It is relative to ${folder}.`,
        'CHANGELOG.md has no section of "v1.0.0-rc.1". It has sections of 0.9.0.',
        'Write the section before the release is tagged, or let update-changelog add it.',
        'The commit for v1.0.0-rc.1 has no file .github/workflows/release.yml.',
        'Correct the input start, or tag a commit that has the workflow.',
        'v1.0.0-rc.1 is a prerelease. GitHub never shows a prerelease as the latest release.',
        'Remove latest: true, or set prerelease: false.',
      ),
  ],
  [
    'push-tag',
    pushTag,
    {
      ...token,
      tag: 'v1.0.0',
      commit: 'nowhere',
      'message-path': 'notes.md',
      'signing-passphrase': 'x',
    },
    (folder) =>
      lines(
        'There is no commit "nowhere" in this checkout.',
        'Give a commit that is in this checkout. To have all commits, set fetch-depth: 0 for actions/checkout.',
        'There is no file notes.md.',
        `Correct the path. It is relative to ${folder}.`,
        'A signing-passphrase is given, but no signing-key.',
        'Check that the secret with the key exists, and that this job may read it.',
      ),
  ],
  [
    'push-tag with a key and a workflow that cannot be used',
    pushTag,
    { ...token, tag: 'v1.0.0', message: 'a', 'message-path': 'b', 'signing-key': 'id_rsa', start: 'ci.yml' },
    () =>
      lines(
        'Both message and message-path are given.',
        'Give only one of them.',
        'The input signing-key is neither an SSH nor a GPG private key.',
        'Store the whole key in the secret, from its BEGIN line to its END line: a file such as id_ed25519, or the output of gpg --armor --export-secret-keys.',
        'The workflow .github/workflows/ci.yml at v1.0.0 cannot be started: it has no workflow_dispatch.',
        'Add workflow_dispatch to the `on:` of the workflow, and tag a commit that has this change.',
      ),
  ],
  [
    'commit-changes',
    commitChanges,
    {
      ...token,
      via: 'pull-request',
      base: 'main',
      branch: 'main',
      'body-path': 'body.md',
      author: 'A <a@example.com>',
      'commit-through': 'api',
      title: 'x'.repeat(257),
    },
    (folder) =>
      lines(
        'There is no file body.md.',
        `Correct the path. It is relative to ${folder}.`,
        'author cannot be combined with commit-through: api.',
        'Leave the input author out: GitHub signs a commit only if no author is given.',
        'The title of the pull request has 257 characters. GitHub allows 256.',
        'Give a shorter title in the input title.',
      ),
  ],
  [
    'commit-changes to its own base',
    commitChanges,
    { ...token, via: 'pull-request', branch: 'main' },
    () =>
      lines(
        'The branch of the pull request is main, the same as its base.',
        'Set the input branch to another name, or leave it out.',
      ),
  ],
  [
    'go-module-tags',
    goModuleTags,
    { ...token, version: 'v1.0.0' },
    () => lines('The commit has no Go module to release.', 'Check the input commit. If a skipped directory is a module, add it to the input include.'), // prettier-ignore
  ],
  [
    'parse-tag',
    parseTag,
    { ...token, tag: 'v1.0.0+build', revision: '0' },
    () =>
      lines(
        'OCI does not allow the image tag "v1.0.0+build-0". It takes letters, digits, dots, hyphens and underscores, 128 at most.',
        'Release a version without build metadata (+), or remove the input revision.',
      ),
  ],
  [
    'update-changelog',
    updateChangelog,
    { ...token, version: 'one', path: 'HISTORY.md' },
    (folder) =>
      lines(
        'Tag "one" belongs to no stream:',
        '  image: v{version} (the pattern does not match)',
        '  chart: chart/{version} (the pattern does not match)',
        '  plain: {version} ("one" is not a SemVer 2 version: it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5)',
        'The tag does not end in a version, so no stream can match it. Use a tag such as v1.2.3.',
        'There is no file HISTORY.md.',
        `Correct the path. It is relative to ${folder}.`,
      ),
  ],
  [
    'bump-chart',
    bumpChart,
    { chart: '.\ncharts/*\n.github', dependencies: 'redis', values: 'a=b' },
    (folder) =>
      lines(
        'The input dependencies is given, but version is not.',
        'Give the input version: the dependencies get it, too.',
        'Nothing matches charts/*.',
        `Correct the path or glob. It is relative to ${folder}.`,
        '.github is not a chart: it has no Chart.yaml.',
        'Give the folder of a chart, or a glob of such folders.',
        'There is no file values.yaml.',
        `Correct the path. It is relative to ${folder}.`,
      ),
  ],
  [
    'set-values',
    setValues,
    {
      values: 'VERSION: 1.0.0\nChart.yaml: { nam: a, versoin: b }',
      from: 'v9',
      replace: 'Chart.yaml: 0.9.0 => 1.0.0\n*.txt: a => b',
      'dependencies-file': 'dependencies.yaml',
    },
    (folder) =>
      lines(
        'There is no commit "v9" in this checkout.',
        'Give a commit that is in this checkout. To have all commits, set fetch-depth: 0 for actions/checkout.',
        'Nothing matches VERSION.',
        `Correct the path or glob. It is relative to ${folder}.`,
        'Chart.yaml:1:1 has no nam.',
        'Did you mean name?',
        'Chart.yaml:1:1 has no versoin.',
        'Did you mean version?',
        'Chart.yaml contains neither "0.9.0" nor "1.0.0".',
        'Correct the input replace: the old text must be in the file now.',
        'Nothing matches *.txt.',
        `Correct the path or glob. It is relative to ${folder}.`,
        'There is no file dependencies.yaml.',
        `Correct the path. It is relative to ${folder}.`,
      ),
  ],
];

it.each(rows)('%s tells all local mistakes at once, and asks no server', async (_, action, inputs, said) => {
  await using project = await scratchGitHub(files);
  const asked = () => project.github.requests.length + project.github.git.requests.length;
  const before = asked();
  expect(await refusal(action as Action, project, { inputs })).toBe(said(project.folder));
  expect(asked()).toBe(before);
});
