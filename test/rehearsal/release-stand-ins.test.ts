import { expect, it } from 'vitest';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

/** What is printed when a tag starts jobs with these steps, each with its permissions. */
async function rehearsed(jobs: Readonly<Record<string, readonly [permissions: string, ...steps: readonly string[]]>>) {
  const written = Object.entries(jobs).map(([name, [permissions, ...steps]]) =>
    [`  ${name}:`, '    runs-on: ubuntu-latest', `    permissions: { ${permissions} }`, '    steps:']
      .concat(steps.map((step) => `      - ${step}`))
      .join('\n'),
  );
  await using repo = await scratchRepository({
    '.github/workflows/release.yml': `on: { push: { tags: ['v1.0.0'] } }\njobs:\n${written.join('\n')}\n`,
  });
  return await rehearsedIn(repo.folder, ['v1.0.0']);
}

const write = 'contents: write';
const files = 'run: mkdir dist; printf a > a.txt; printf bb > b.txt; printf w > dist/demo-1.0-py3-none-any.whl';
const token = 'env: { GITHUB_TOKEN: "${{ github.token }}" }';
const release = (inputs: string) => `uses: ncipollo/release-action@v1\n        with: { ${inputs} }`;
const uploaded = (inputs: string) => `uses: svenstaro/upload-release-action@v2\n        with: { ${inputs} }`;
const pypi = (inputs = '') => `uses: pypa/gh-action-pypi-publish@release/v1\n        with: { ${inputs} }`;

it('makes releases, uploads their files, and shows what PyPI would get', async () => {
  const { exitCode, text } = await rehearsed({
    github: [
      write,
      files,
      `{ id: made, uses: actions/create-release@v1, ${token}, with: { tag_name: v1.0.0, release_name: One } }`,
      `{ uses: actions/upload-release-asset@v1, ${token}, with: { upload_url: "\${{ steps.made.outputs.upload_url }}", asset_path: a.txt, asset_name: one.txt } }`,
    ],
    action: [
      write,
      files,
      release('tag: v2.0.0, commit: main, artifacts: "a.txt, gone*", prerelease: true, name: Two'),
      release('tag: v2.0.0, allowUpdates: true, omitNameDuringUpdate: true, artifacts: "*.txt", draft: false'),
      release('tag: v2.0.0, skipIfReleaseExists: true'),
    ],
    upload: [
      write,
      files,
      uploaded('tag: v3.0.0, file: b.txt, asset_name: three-$tag.txt, draft: true, make_latest: false'),
      uploaded('tag: v3.0.0, file: "*.txt", file_glob: true'),
      uploaded('tag: v3.0.0, file: a.txt, overwrite: true'),
      uploaded('tag: v3.0.0, file: a.txt'),
    ],
    trusted: ['id-token: write', files, pypi()],
    password: ['contents: read', files, pypi('password: secret, repository-url: "https://test.pypi.org/legacy/"')],
    unbuilt: ['id-token: write', 'uses: example/build@v1', pypi()],
    goreleaser: [
      write,
      'uses: goreleaser/goreleaser-action@v7\n        with: { install-only: true }',
      'uses: goreleaser/goreleaser-action@v7',
    ],
  });
  expect(text).not.toContain('✗');
  expect(exitCode).toBe(0);
  const digest = 'sha256:[0-9a-f]{64}';
  expect(text).toMatch(new RegExp(`^  release v1\\.0\\.0 \\(the latest\\)\n    one\\.txt, 1 bytes, ${digest}$`, 'm'));
  expect(text).toMatch(
    new RegExp(`^  release v2\\.0\\.0\n    a\\.txt, 1 bytes, ${digest}\n    b\\.txt, 2 bytes, ${digest}$`, 'm'),
  );
  expect(text).toMatch(
    new RegExp(
      `^  draft release v3\\.0\\.0\n    a\\.txt, 1 bytes, ${digest}\n    b\\.txt, 2 bytes, ${digest}\n    three-v3\\.0\\.0\\.txt, 2 bytes, ${digest}$`,
      'm',
    ),
  );
  expect(text).toMatch(
    new RegExp(
      `^What would be published:\n  (?:test\\.)?(?:upload\\.)?pypi\\.org: demo-1\\.0-py3-none-any\\.whl, ${digest}\n  .*pypi\\.org: demo.*$`,
      'm',
    ),
  );
  for (const reason of [
    'dist has no packages, and an earlier step was not performed',
    'this machine has no goreleaser',
    'what goreleaser would release is not known here',
  ])
    expect(text).toContain(`, because ${reason}.\n`);
  expect(text).toContain('Artifact pattern gone* did not match any files.');
});

it('refuses what these actions refuse', async () => {
  const { exitCode, text } = await rehearsed({
    untrusted: ['contents: read', files, pypi()],
    empty: ['id-token: write', pypi()],
    tokenless: [write, 'uses: actions/create-release@v1\n        with: { tag_name: v1.0.0 }'],
    branch: [write, `{ uses: actions/create-release@v1, ${token}, with: { tag_name: refs/heads/main } }`],
    twice: [write, release('tag: v2.0.0, commit: main'), release('tag: v2.0.0')],
    nowhere: [write, release('tag: refs/heads/main')],
    final: [
      write,
      release('tag: v4.0.0, commit: main'),
      release('tag: v4.0.0, allowUpdates: true, updateOnlyUnreleased: true'),
    ],
    unmatched: [write, release('tag: v5.0.0, commit: main, artifacts: gone, artifactErrorsFailBuild: true')],
    missing: [write, uploaded('tag: v6.0.0, file: gone')],
    tagless: [write, uploaded('tag: refs/heads/main, file: gone')],
  });
  expect(exitCode).toBe(1);
  for (const said of [
    'Trusted publishing exchange failure: OpenID Connect token retrieval failed. Add id-token: write to the permissions of the job, or set the input password.',
    'There are no Python packages in dist. Build them, or download their artifact, in an earlier step, or correct packages-dir.',
    'The step has no token. Set GITHUB_TOKEN in the env of the step.',
    'A release needs a tag. Set tag_name.',
    'There is a release of v2.0.0 already. Set allowUpdates: true.',
    'No tag found in ref or input! Set tag.',
    'The release of v4.0.0 is neither a draft nor a prerelease. Remove updateOnlyUnreleased, or release another tag.',
    'Artifact pattern gone did not match any files. Correct artifacts.',
    'No file matches gone. Correct file.',
    'There is no tag to upload to. Set tag.',
  ])
    expect(text).toContain(said);
});

it('releases the charts that changed, and adds them to the index of the pages', async () => {
  const releaser = (more: string, id = '') =>
    `      - {${id} continue-on-error: true, uses: helm/chart-releaser-action@v1, ${more} }\n`;
  const tokenOfCharts = 'env: { CR_TOKEN: "${{ github.token }}" }';
  const chart = (name: string, version: string) => `name: ${name}\nversion: ${version} # now\n`;
  await using repo = await scratchRepository({
    'charts/a/Chart.yaml': chart('a', '0.1.0'),
    'charts/b/Chart.yaml': chart('b', '1.0.0'),
    'index.yaml': 'apiVersion: v1\nentries:\n  a:\n  - version: 0.1.0\ngenerated: "2026"\n',
    '.github/workflows/charts.yml': [
      'on: { push: { branches: [main] } }',
      'jobs:',
      '  release:',
      '    runs-on: ubuntu-latest',
      '    permissions: { contents: write }',
      '    steps:',
      '      - { uses: actions/checkout@v6, with: { fetch-depth: 0 } }',
      `${releaser(tokenOfCharts, ' id: cr,')}      - run: echo "::notice::\${{ steps.cr.outputs.changed_charts }} since \${{ steps.cr.outputs.chart_version }}"`,
      '      - run: git fetch -q origin gh-pages && git show FETCH_HEAD:index.yaml > index.txt',
      '      - { uses: actions/upload-artifact@v7, with: { path: index.txt } }',
      `      - run: 'printf "apiVersion: v1\\nentries:\\n  a:\\n  - name: a\\n    urls:\\n    - %s\\n    version: 0.2.0\\n  - version: 0.1.0\\ngenerated: \\"2026\\"\\n" "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/releases/download/a-0.2.0/a-0.2.0.tgz" | diff - index.txt'`,
      `${releaser(tokenOfCharts)}${releaser('with: {}')}${releaser(`${tokenOfCharts}, with: { skip_existing: true, pages_branch: other }`)}${releaser('with: { install_only: true }')}`,
    ].join('\n'),
  });
  await repo.push('main:gh-pages');
  await repo.pushTag('a-0.1.0');
  await repo.write('charts/a/Chart.yaml', chart('a', '0.2.0'));
  await repo.git('add', '--all');
  await repo.commit('Raise a');
  await repo.git('fetch', '--quiet');
  const { exitCode, text } = await rehearsedIn(repo.folder, ['main']);
  for (const said of [
    'charts/a since a-0.1.0',
    'There is a release a-0.2.0 already. Raise the version in charts/a/Chart.yaml, or set skip_existing: true.',
    'CR_TOKEN is not set. Set CR_TOKEN in the env of the step.',
    'There is no branch other, on which the index of the charts is kept. Push an empty branch with that name once.',
    'because what a script does with cr is not known here',
  ])
    expect(text).toContain(said);
  expect(text).toMatch(/^ {2}release a-0\.2\.0 \(the latest\)\n {4}a-0\.2\.0\.tgz, \d+ bytes, sha256:[0-9a-f]{64}$/m);
  expect(exitCode).toBe(0);
});
