import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import type { Chronicle } from '../../src/rehearsal/chronicle.ts';
import { command } from '../../src/rehearsal/command.ts';
import { dist, searchPath } from '../support/bundle.ts';
import { type Files, scratchRepository } from '../support/repository.ts';

/** What the command prints, without times and commits, and its exit code. */
async function rehearsed(files: Files, ...args: readonly string[]) {
  await using repo = await scratchRepository(files);
  const printed: string[] = [];
  const terminal = {
    folder: repo.folder,
    env: { PATH: searchPath },
    releaseTree: dist,
    note: () => {},
    variable: () => undefined,
    print: (text: string) => void printed.push(text),
  };
  const exitCode = await command(args)(terminal);
  const text = printed
    .join('')
    .replaceAll(/ \(\d+\.\d s\)/g, '')
    .replaceAll(/\b[0-9a-f]{12}\b/g, 'COMMIT');
  return { exitCode, text };
}

const workflow = (on: string, jobs: string, more = '') => `on:\n  ${on}\n${more}jobs:\n${jobs}`;
const job = (name: string, ...lines: readonly string[]) =>
  [`  ${name}:`, '    runs-on: ubuntu-latest', ...lines.map((line) => `    ${line}`), ''].join('\n');
const path = '.github/workflows/release.yml';
const tags = "push: { tags: ['v*'] }";

describe('a release that goes on to its end', () => {
  it('is shown with what is there afterwards', async () => {
    const release = workflow(
      tags,
      job(
        'guard',
        'outputs: { version: "${{ steps.tag.outputs.version }}" }',
        'steps:',
        '  - uses: actions/checkout@v6',
        '    with: { fetch-depth: 0 }',
        '  - { id: tag, uses: org/release-actions/parse-tag@v1, with: { branch: main } }',
      ) +
        job(
          'publish',
          'needs: guard',
          'environment: release',
          'permissions: { contents: write }',
          'steps:',
          '  - run: echo "${{ needs.guard.outputs.version }} ${{ secrets.KEY }}" | tee notes.md; echo "${{ vars.COLOR }}"',
          '  - uses: softprops/action-gh-release@v2',
          '    with: { files: notes.md, body_path: notes.md }',
          '  - { id: scan, uses: example/unknown@v1 }',
          '  - run: echo "${{ steps.scan.outputs.report }}"',
        ),
      'permissions: { contents: read }\n',
    );
    const opened = await rehearsed({ [path]: release }, 'v1.2.0', '--var', 'OTHER=1', '--open');
    const { exitCode } = opened;
    const page = /\nPage: (.+)\n\n/.exec(opened.text)?.[1] ?? '';
    const html = await readFile(page, 'utf8');
    await rm(dirname(page), { recursive: true });
    for (const shown of [
      'You push the tag v1.2.0.',
      'Started by the tag v1.2.0',
      '2 jobs, 6 steps',
      'notes.md',
      `<code>${path}:21</code>`,
    ])
      expect(html).toContain(shown);
    const text = opened.text.replace(`Page: ${page}\n\n`, '');
    expect(text).toBe(
      [
        '',
        'push at tag v1.2.0, by you',
        '  release.yml guard: ✓ Run actions/checkout@v6',
        '  release.yml guard: ✓ Run org/release-actions/parse-tag@v1',
        '  release.yml publish: ✓ Run echo "1.2.0 ***" | tee notes.md; echo ""',
        '  release.yml publish: ✓ Run softprops/action-gh-release@v2',
        '  release.yml publish: ? Run example/unknown@v1',
        `      ${path}:21: Not performed, because nothing stands in for example/unknown@v1.`,
        '  release.yml publish: ✓ Run echo ""',
        `${path} (run 1001) succeeded.`,
        '',
        'What was not performed:',
        `  ${path}:21: example/unknown@v1, because nothing stands in for example/unknown@v1.`,
        `    So it is not known what ${path}:22 gets of it.`,
        '',
        'What is there afterwards:',
        '  tag v1.2.0 at COMMIT',
        '  release v1.2.0 (the latest)',
        '    notes.md, 18 bytes, sha256:97323e169e2e25e039fca4bfeb265ed0766b3a3289f73783eb1b72f08a94fcd3',
        '',
        'What waits for people:',
        `  ${path}:12: Job publish waits for the environment release, if that has reviewers or a timer.`,
        '',
        'What has to be there:',
        `  ${path}:18: Secret KEY of the environment release, or of the repository. Its value was made up.`,
        `  ${path}:18: The variable COLOR has no value here: a rehearsal sees no variables.`,
        '    Give it one with --var COLOR=VALUE.',
        '',
        '✓ The release would go on to its end, as far as it could be performed.',
        '',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
  });
});

/** What a report says behind the course of the runs. */
const report = (text: string) => text.slice(text.indexOf('\n\nWhat ') + 2);

const madeTag = [
  'What has to be there:',
  '  The tag v1.2.0 is not in this checkout: an annotated one without a signature stood for it.',
  '    To rehearse a signed tag, make it first: git tag --sign v1.2.0',
];

describe('what would stop a release is found, with its line:', () => {
  it('a permission that the job does not have', async () => {
    const release = workflow(
      tags,
      job('publish', 'permissions:', '  contents: read', 'steps:', '  - uses: softprops/action-gh-release@v2'),
    );
    const { exitCode, text } = await rehearsed({ [path]: release }, 'v1.2.0');
    expect(exitCode).toBe(1);
    expect(report(text)).toBe(
      [
        'What stops the release:',
        `  ${path}:7: POST /repos/org/project/releases of job publish was refused: 403 Resource not accessible by integration`,
        '    Its token has contents: read. It needs contents: write.',
        `  ${path}:9: Step "Run softprops/action-gh-release@v2" of job publish failed.`,
        '    POST …/releases was refused: 403 Resource not accessible by integration.',
        '',
        'What is there afterwards:',
        '  tag v1.2.0 at COMMIT',
        '',
        ...madeTag,
        '',
        `✗ The release would stop, first at ${path}:7.`,
        '',
      ].join('\n'),
    );
  });

  it('a permission that the token of an App does not have, and one that nobody wrote', async () => {
    const release = workflow(
      tags,
      job('tag', 'steps:', app('issues'), ...pushed('${{ steps.app.outputs.token }}', 'v2')) +
        job('publish', 'needs: tag', 'if: always()', 'steps: [{ uses: softprops/action-gh-release@v2 }]'),
    );
    const { exitCode, text } = await rehearsed({ [path]: release }, 'v1.2.0');
    expect(exitCode).toBe(1);
    expect(report(text)).toContain(
      [
        'What stops the release:',
        `  ${path}:7: git push of job tag was refused: 403 Permission denied.`,
        '    The token of the App has issues: write. It needs contents: write.',
        `  ${path}:11: POST /repos/org/project/releases of job publish was refused: 403 Resource not accessible by integration`,
        '    Its token has contents: read and packages: read, because no line gives it permissions. It needs contents: write.',
        `  ${path}:10: Step 'Run for tag in v2; do git tag "$tag"; done; git push origin --tags' of job tag failed.`,
        '    remote: Permission to org/project.git denied to release-app[bot].',
        '',
      ].join('\n'),
    );
  });

  it('a tag that no filter matches', async () => {
    const files = { [path]: workflow(tags, job('a', 'steps: [{ run: exit 0 }]')) };
    const { exitCode, text } = await rehearsed(files, 'chart/v1.2.0');
    expect(exitCode).toBe(1);
    const json = JSON.parse((await rehearsed(files, 'chart/v1.2.0', '--json')).text) as Chronicle;
    expect(json).toMatchObject({ title: 'chart/v1.2.0', isDone: false, refusals: [{ at: { file: path, line: 2 } }] });
    expect(text).toBe(
      [
        '',
        'What stops the release:',
        `  ${path}:2 does not run: tag chart/v1.2.0 matches none of the tags: 'v*'.`,
        "    'v*' does not match a slash. If chart/v1.2.0 should start it, add chart/v* to the list.",
        '',
        'What is there afterwards:',
        '  tag chart/v1.2.0 at COMMIT',
        '',
        `✗ The release would stop, first at ${path}:2.`,
        '',
      ].join('\n'),
    );
  });

  it('a workflow that nobody can start so, or that is not there', async () => {
    const files = {
      [path]: workflow(
        'workflow_dispatch: { inputs: { tag: { required: true } } }',
        job('a', 'steps: [{ run: exit 0 }]'),
      ),
      '.github/workflows/other.yml': workflow('workflow_dispatch:', job('a', 'steps: [{ run: exit 0 }]')),
    };
    const wrong = await rehearsed(files, 'release.yml', '--input', 'tga=v1');
    expect(wrong.text).toBe(
      [
        '',
        'What stops the release:',
        `  ${path}:2 does not run: The workflow has no input "tga"; Input tag is required.`,
        '    Did you mean tag? Give it with --input tag=VALUE.',
        '',
        `✗ The release would stop, first at ${path}:2.`,
        '',
      ].join('\n'),
    );
    const gone = await rehearsed(files, 'gone.yml');
    expect([wrong.exitCode, gone.exitCode]).toEqual([1, 1]);
    expect(gone.text).toBe(
      [
        '',
        'What stops the release:',
        '  This commit has no workflow .github/workflows/gone.yml.',
        '    With --explain, rehearse says of every workflow what it listens to.',
        '',
        '✗ The release would stop.',
        '',
      ].join('\n'),
    );
  });

  it('a tag that is pushed with the token of a job', async () => {
    const files = {
      [path]: workflow(tags, job('a', 'steps: [{ run: exit 0 }]')),
      '.github/workflows/tag.yml': workflow(
        'workflow_dispatch:',
        pushing('permissions: { contents: write }', '${{ github.token }}'),
      ),
    };
    const { exitCode, text } = await rehearsed(files, 'tag.yml');
    expect(exitCode).toBe(1);
    expect(report(text)).toBe(
      [
        'What stops the release:',
        `  ${path}:2 does not run: the token of a job did this, which starts no workflow: push at tag v1.2.0.`,
        '    Use the token of a GitHub App instead, such as of actions/create-github-app-token, or start the workflow with workflow_dispatch.',
        '',
        'What is there afterwards:',
        '  tag v1.2.0 at COMMIT',
        '',
        `✗ The release would stop, first at ${path}:2.`,
        '',
      ].join('\n'),
    );
  });

  it('more than three tags in one push', async () => {
    const files = {
      [path]: workflow(tags, job('a', 'steps: [{ run: exit 0 }]')),
      '.github/workflows/tag.yml': workflow(
        'workflow_dispatch:',
        pushing('', '${{ steps.app.outputs.token }}', 'v1 v2 v3 v4'),
      ),
    };
    const { exitCode, text } = await rehearsed(files, 'tag.yml');
    expect(exitCode).toBe(1);
    expect(report(text)).toBe(
      [
        'What stops the release:',
        `  ${path}:2 does not run: 4 tags were pushed at once, and GitHub makes no events for more than 3.`,
        '    Push at most 3 tags at once.',
        '',
        'What is there afterwards:',
        ...['v1', 'v2', 'v3', 'v4'].map((tag) => `  tag ${tag} at COMMIT`),
        '',
        `✗ The release would stop, first at ${path}:2.`,
        '',
      ].join('\n'),
    );
  });

  it('a secret that is not there', async () => {
    const files = {
      [path]: workflow(tags, job('a', 'steps:', '  - env: { KEY: "${{ secrets.KEY }}" }', '    run: test -n "$KEY"')),
    };
    const { exitCode, text } = await rehearsed(files, 'v1.2.0', '--secret', 'OTHER');
    expect(exitCode).toBe(1);
    expect(report(text)).toBe(
      [
        'What stops the release:',
        `  ${path}:7: The secret KEY is not there, so that it was empty.`,
        '    Make it in the settings of the repository. If it is there, name it with --secret.',
        `  ${path}:7: Step 'Run test -n "$KEY"' of job a failed.`,
        '    The program ended with exit code 1.',
        '',
        'What is there afterwards:',
        '  tag v1.2.0 at COMMIT',
        '',
        ...madeTag,
        '',
        `✗ The release would stop, first at ${path}:7.`,
        '',
      ].join('\n'),
    );
  });

  it('a called workflow whose outputs are empty', async () => {
    const called = `on:\n  workflow_call:\n    outputs:\n      digest:\n        value: \${{ jobs.inner.outputs.digest }}\njobs:\n${job('inner', 'steps: [{ run: exit 0 }]')}`;
    const build =
      '  build: { uses: ./.github/workflows/called.yml }\n  other: { uses: ./.github/workflows/called.yml }\n';
    const push = job('push', 'needs: build', 'steps: [{ run: "echo ${{ needs.build.outputs.digest }}" }]');
    const files = { [path]: workflow(tags, build + push), '.github/workflows/called.yml': called };
    const { exitCode, text } = await rehearsed(files, 'v1.2.0');
    expect(exitCode).toBe(0);
    expect(text).toContain(
      `  .github/workflows/called.yml:4: The output digest of this workflow is empty. No job reads it.\n`,
    );
    expect(report(text)).toBe(
      [
        'What may go wrong:',
        `  .github/workflows/called.yml:4: The output digest of this workflow is empty, and ${path}:9 reads it.`,
        '',
        'What is there afterwards:',
        '  tag v1.2.0 at COMMIT',
        '',
        '✓ The release would go on to its end.',
        '',
      ].join('\n'),
    );
  });

  it('a release that waits, and is cancelled by another one', async () => {
    const one = workflow(tags, job('a', 'steps: [{ run: sleep 0.5 }]'), 'concurrency: release\n');
    const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`.github/workflows/${name}.yml`, one]));
    const { exitCode, text } = await rehearsed(files, 'v1.2.0');
    expect(exitCode).toBe(1);
    expect(report(text)).toBe(
      [
        'What stops the release:',
        '  .github/workflows/b.yml:3 was cancelled.',
        '    Cancelled, because Run 1 of .github/workflows/c.yml took its place in the concurrency group release, in which only one may wait.',
        '',
        'What is there afterwards:',
        '  tag v1.2.0 at COMMIT',
        '',
        ...madeTag,
        '',
        '✗ The release would stop, first at .github/workflows/b.yml:3.',
        '',
      ].join('\n'),
    );
  });
});

it.each([
  ['a job', { [path]: workflow(tags, job('a', 'concurrency: A', 'steps: [{ run: exit 0 }]'), 'concurrency: a\n') }],
  [
    'a called workflow',
    {
      [path]: workflow(tags, '  a: { uses: ./.github/workflows/b.yml }\n', 'concurrency: "${{ github.ref }}"\n'),
      '.github/workflows/b.yml': workflow(
        'workflow_call:',
        job('b', 'steps: [{ run: exit 0 }]'),
        'concurrency: { group: "${{ github.ref }}", cancel-in-progress: true }\n',
      ),
    },
  ],
])('is stopped by %s that waits for the run around it', async (_, files: Files) => {
  const { exitCode, text } = await rehearsed(files, 'v1.2.0');
  expect(exitCode).toBe(1);
  expect(text).toMatch(
    /Cancelled, because of a deadlock: it would wait for the concurrency group (?:A|refs\/tags\/v1\.2\.0), which the workflow around it has until its end\./,
  );
});

describe('what can be rehearsed besides a tag', () => {
  const say = (text: string) => job('a', 'steps:', `  - run: echo "::notice::${text}"`);

  it('is a release that is published, with its tag', async () => {
    const files = {
      [path]: workflow(
        'release: { types: [published] }',
        say('${{ github.event.release.tag_name }} ${{ github.ref }}'),
      ),
      '.github/workflows/tag.yml': workflow(tags, say('${{ github.event_name }}')),
      '.github/workflows/new.yml': workflow('create:', say('${{ github.event.ref_type }}')),
      '.github/workflows/early.yml': workflow('release: { types: [created] }', say('${{ github.event.action }}')),
    };
    const { exitCode, text } = await rehearsed(files, 'v1.2.0', '--release');
    expect(exitCode).toBe(0);
    for (const line of ['v1.2.0 refs/tags/v1.2.0', 'push', 'tag', 'created']) expect(text).toContain(`      ${line}\n`);
    expect(text).toMatch(/^  tag v1\.2\.0 at COMMIT\n  release v1\.2\.0 \(the latest\)$/m);
    const { text: explained } = await rehearsed(files, 'v1.2.0', '--release', '--explain');
    expect(explained.split('\n').filter((line) => / runs: |:$/.test(line))).toEqual([
      'push at tag v1.2.0:',
      "  .github/workflows/tag.yml runs: tag v1.2.0 matches 'v*' (line 2).",
      'create at tag v1.2.0:',
      '  .github/workflows/new.yml runs: it listens to create (line 2).',
      'release (created) at tag v1.2.0:',
      '  .github/workflows/early.yml runs: it listens to release created (line 2).',
      'release (published) at tag v1.2.0:',
      `  ${path} runs: it listens to release published (line 2).`,
    ]);
  });

  it('is nothing that GitHub would refuse', async () => {
    const files = { [path]: workflow('release: { types: [published] }', say('never')) };
    await expect(rehearsed(files, 'v1..2', '--release')).rejects.toThrow(
      new ReleaseError('GitHub would not publish a release of v1..2: 422 Validation Failed.', {
        fix: 'Give the name of another tag.',
      }),
    );
  });

  it('is a push to a branch, with what its last commit changed', async () => {
    await using repo = await scratchRepository({
      [path]: workflow("push: { branches: [main], paths: ['charts/**'] }", say('${{ github.ref }}')),
    });
    const perform = async (...args: readonly string[]) => {
      const printed: string[] = [];
      const print = (text: string) => void printed.push(text);
      const exitCode = await command(args)({
        folder: repo.folder,
        env: { PATH: searchPath },
        releaseTree: dist,
        print,
        note: () => {},
        variable: () => undefined,
      });
      return { exitCode, text: printed.join('') };
    };
    await repo.commit('later');
    await repo.write('charts/a.txt', 'a\n');
    expect((await perform('main')).text).toContain('no changed path matches its paths');
    expect((await perform('main', '--uncommitted', '--explain')).text).toContain('charts/a.txt is one of its paths');
    const { exitCode, text } = await perform('main', '--uncommitted');
    expect(text).toContain('push at branch main, by you\n  release.yml a: ✓ Run echo "::notice::refs/heads/main"');
    expect(exitCode).toBe(0);
  });

  it('is a workflow at a branch of origin, or at a tag, with the defaults of its inputs', async () => {
    await using repo = await scratchRepository({
      [path]: workflow(
        'workflow_dispatch: { inputs: { a: { default: x }, b: { type: boolean } } }',
        say('${{ github.event.inputs.a }} ${{ github.event.inputs.b }} ${{ github.ref }}'),
      ),
    });
    await repo.pushTag('v1');
    await repo.push('main:next');
    await repo.git('fetch', '--quiet');
    for (const [ref, whole] of [
      ['next', 'refs/heads/next'],
      ['v1', 'refs/tags/v1'],
    ] as const) {
      const printed: string[] = [];
      const print = (text: string) => void printed.push(text);
      const terminal = {
        folder: repo.folder,
        env: { PATH: searchPath },
        releaseTree: dist,
        print,
        note: () => {},
        variable: () => undefined,
      };
      expect(await command(['release.yml', '--ref', ref])(terminal)).toBe(0);
      expect(printed.join('')).toContain(`      x false ${whole}\n`);
    }
  });
});

it('is not stopped by a job that may fail, nor by what a job did without', async () => {
  const refused = `curl -sS -X POST -H "authorization: Bearer \${{ github.token }}" "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/releases" -d "{}"`;
  const jobs = [
    job('may', 'continue-on-error: true', 'steps: [{ run: exit 7 }]'),
    job('does', 'permissions: {}', 'env: { X: "${{ vars.NONE }}" }', 'steps:', `  - run: '${refused}'`),
    job('stops', 'needs: [may, does]', 'steps: [{ run: exit 5 }]'),
  ].join('');
  const { exitCode, text } = await rehearsed({ [path]: workflow(tags, jobs) }, 'v1.2.0');
  expect(exitCode).toBe(1);
  const [, stops = '', risks = ''] = text.split(/What stops the release:\n|What may go wrong:/);
  expect(stops).toMatch(/^ {2}\S+: Step "Run exit 5" of job stops failed\.\n/);
  expect(stops).toContain('The variable NONE has no value here');
  expect(stops).not.toMatch(/exit 7|was refused/);
  expect(risks).toContain('POST /repos/org/project/releases of job does was refused');
  expect(risks).toContain('Step "Run exit 7" of job may failed.');
});

it('is stopped by the step that stops it, and not by one before it after which the job goes on', async () => {
  const steps = 'steps: [{ run: exit 7, continue-on-error: true }, { run: exit 1 }]';
  const { exitCode, text } = await rehearsed({ [path]: workflow(tags, job('a', steps)) }, 'v1.2.0');
  expect(exitCode).toBe(1);
  const [, stops = '', risks = ''] = text.split(/What stops the release:|What may go wrong:/);
  expect(stops).toContain('Step "Run exit 1" of job a failed.');
  expect(stops).not.toContain('exit 7');
  expect(risks).toContain('Step "Run exit 7" of job a failed, and the job goes on.');
});

describe('what follows from a run', () => {
  it('is the release of a tag that an App pushes, and what listens to its end', async () => {
    const files = {
      [path]: workflow(
        tags,
        job(
          'publish',
          'steps:',
          app('contents'),
          '  - uses: softprops/action-gh-release@v2',
          '    with: { token: "${{ steps.app.outputs.token }}", draft: true }',
          '  - run: gh_release=1',
        ),
      ),
      '.github/workflows/tag.yml': `name: Tag\n${workflow('workflow_dispatch:\n    inputs:\n      version: { required: true }', pushing('', '${{ steps.app.outputs.token }}', 'v${{ inputs.version }}'))}`,
      '.github/workflows/after.yml': workflow(
        'workflow_run: { workflows: [Tag] }',
        job('a', 'steps: [{ run: "echo ${{ github.event.workflow_run.conclusion }}" }]'),
      ),
    };
    const { exitCode, text } = await rehearsed(files, 'tag.yml', '--input', 'version=1.2.0');
    expect(exitCode).toBe(0);
    for (const line of [
      'push at tag v1.2.0, by release-app[bot]',
      'workflow_run at branch main, by you',
      '  draft release v1.2.0',
      '  after.yml a: ✓ Run echo success',
    ])
      expect(text).toContain(`${line}\n`);
  });

  it('is nothing that a workflow stops which GitHub does not accept, unless it names the event', async () => {
    const release = workflow(tags, job('a', 'steps: [{ run: exit 0 }]'));
    const broken = (on: string) => `on:\n  ${on}\n  schedule: no\njobs:\n${job('a', 'steps: [{ run: exit 0 }]')}`;
    const other = await rehearsed({ [path]: release, '.github/workflows/b.yml': broken('issues:') }, 'v1.2.0');
    expect(other.exitCode).toBe(0);
    expect(other.text).not.toContain('b.yml');
    const named = await rehearsed({ [path]: release, '.github/workflows/b.yml': broken('push:') }, 'v1.2.0');
    expect(named.exitCode).toBe(1);
    expect(named.text.split('GitHub does not accept .github/workflows/b.yml:3')).toHaveLength(3); // when it happens, and at the end
  });

  it('is the same in a shallow clone, with the branches that only origin has', async () => {
    const checks = 'git rev-parse origin/next origin/main && git cat-file -t v0.1.0 | grep tag';
    await using repo = await scratchRepository({
      [path]: workflow(
        tags,
        job('a', 'steps:', '  - uses: actions/checkout@v6', '    with: { fetch-depth: 0 }', `  - run: ${checks}`),
      ),
    });
    await repo.pushTag('v0.1.0', { annotated: 'Old' });
    await repo.commit('later');
    await repo.push('main', 'main:next');
    const clone = join(repo.scratch.root, 'shallow');
    await repo.git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${repo.scratch.origin}`, clone);
    const printed: string[] = [];
    const print = (text: string) => void printed.push(text);
    const exitCode = await command(['v1.2.0'])({
      folder: clone,
      env: { PATH: searchPath },
      releaseTree: dist,
      print,
      note: () => {},
      variable: () => undefined,
    });
    expect({ exitCode, text: printed.join('') }).toMatchObject({ exitCode: 0 });
  });

  it('is nothing of what is not committed, unless it is asked for', async () => {
    await using repo = await scratchRepository({
      'a.txt': 'old\n',
      [path]: workflow(
        tags,
        job('a', 'steps:', '  - uses: actions/checkout@v6', '  - run: echo "::notice::$(cat a.txt)"'),
      ),
    });
    await repo.write('a.txt', 'new\n');
    for (const [args, content] of [
      [[], 'old'],
      [['--uncommitted'], 'new'],
    ] as const) {
      const printed: string[] = [];
      const terminal = {
        folder: repo.folder,
        env: { PATH: searchPath },
        releaseTree: dist,
        note: () => {},
        variable: () => undefined,
        print: (text: string) => void printed.push(text),
      };
      expect(await command(['v1.2.0', ...args])(terminal)).toBe(0);
      expect(printed.join('')).toContain(`      ${content}\n`);
    }
    expect(await repo.git('status', '--porcelain')).toBe('M a.txt');
    expect(await repo.git('tag', '--list')).toBe('');
  });
});

const app = (permission: string) =>
  `  - { id: app, uses: actions/create-github-app-token@v3, with: { client-id: a, private-key: b, permission-${permission}: write } }`;

/** A job that pushes tags with a token. */
function pushing(permissions: string, token: string, names = 'v1.2.0'): string {
  return job('tag', ...(permissions === '' ? [] : [permissions]), 'steps:', app('contents'), ...pushed(token, names));
}

const pushed = (token: string, names: string) => [
  '  - uses: actions/checkout@v6',
  `    with: { token: "${token}" }`,
  `  - run: for tag in ${names}; do git tag "$tag"; done; git push origin --tags`,
];
