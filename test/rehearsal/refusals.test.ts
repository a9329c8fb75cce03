import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { command } from '../../src/rehearsal/command.ts';
import { dist, searchPath } from '../support/bundle.ts';
import { type Files, scratchFolder, scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';
const called = (inputs: string) =>
  `on:\n  workflow_call:\n    inputs: ${inputs}\n    secrets: { KEY: { required: true } }\n`;
const steps = 'runs-on: ubuntu-latest, steps: [{ run: exit 0 }]';

/** What a rehearsal prints, and its exit code. */
async function rehearsed(folder: string, ...args: readonly string[]) {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  const exitCode = await command(args)({
    folder,
    env: { PATH: searchPath },
    releaseTree: dist,
    print,
    note: () => {},
    variable: () => undefined,
  });
  return { exitCode, text: printed.join('') };
}

const refused = (work: () => Promise<unknown>) =>
  work().then(
    () => 'nothing was refused',
    (error: { message: string; fix?: string }) => `${error.message} ${error.fix}`,
  );

it('tells what GitHub would refuse of jobs, with the line', async () => {
  const files: Files = {
    [path]: [
      "on: { push: { tags: ['v*'] } }",
      'permissions: { contents: read }',
      'jobs:',
      `  none: { strategy: { matrix: { v: [] } }, ${steps} }`,
      `  many: { strategy: { matrix: { a: "\${{ fromJSON(format('[{0}]', join(fromJSON('[1,2,3,4,5,6,7,8,9]'), ','))) }}", b: [1, 2, 3, 4, 5, 6, 7, 8, 9], c: [1, 2, 3, 4] } }, ${steps} }`,
      '  gone: { uses: ./.github/workflows/gone.yml }',
      '  foreign: { uses: org/other/.github/workflows/build.yml@v1 }',
      '  deaf: { uses: ./.github/workflows/deaf.yml }',
      '  wrong: { uses: ./.github/workflows/called.yml, with: { versoin: 1 }, secrets: inherit }',
      '  bare: { uses: ./.github/workflows/called.yml, with: { version: 1 } }',
      '  more: { uses: ./.github/workflows/more.yml }',
      '  deep: { uses: ./.github/workflows/deep.yml }',
      '  late:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - { run: sleep 20, timeout-minutes: 0.01 }',
      '  ref:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - { uses: actions/checkout@v6, with: { ref: refs/heads/gone } }',
      '  files:',
      '    runs-on: ubuntu-latest',
      '    permissions: { contents: write }',
      '    steps:',
      '      - { uses: softprops/action-gh-release@v2, with: { files: gone, fail_on_unmatched_files: true } }',
      '      - { if: always(), uses: actions/checkout@v6, with: { ref: v2.x } }',
      "  typed: { uses: ./.github/workflows/typed.yml, with: { dry: 'true', most: '${{ github.event.inputs.most }}' } }",
      '  lost: { uses: $/.github/workflows/lost.yml }',
      '  secret: { uses: ./.github/workflows/typed.yml, secrets: { kye: a } }',
      '',
    ].join('\n'),
    '.github/workflows/deaf.yml': `on: push\njobs: { a: { ${steps} } }\n`,
    '.github/workflows/called.yml': `${called('{ version: { type: string, required: true } }')}jobs: { a: { ${steps} } }\n`,
    '.github/workflows/typed.yml': `on: { workflow_call: { inputs: { dry: { type: boolean }, most: { type: number } }, secrets: { KEY: {} } } }\njobs: { a: { ${steps} } }\n`,
    '.github/workflows/more.yml': `on: workflow_call\njobs: { a: { permissions: { contents: write }, ${steps} } }\n`,
    '.github/workflows/deep.yml': 'on: workflow_call\njobs: { deep: { uses: ./.github/workflows/deep.yml } }\n',
  };
  await using repo = await scratchRepository(files);
  const { exitCode, text } = await rehearsed(repo.folder, 'v1.0.0');
  expect(exitCode).toBe(1);
  for (const said of [
    `${path}:4: The matrix has no combination.`,
    `${path}:5: The matrix has 324 combinations. The limit is 256.`,
    `${path}:6: The commit has no reusable workflow ./.github/workflows/gone.yml. Commit it, or correct its name.`,
    `${path}:28: The commit has no reusable workflow $/.github/workflows/lost.yml. Commit it, or correct its name.`,
    `${path}:7: Not performed, because the workflow org/other/.github/workflows/build.yml@v1 is not in this checkout. Give the folder of its repository with --local org/other=FOLDER.`,
    `${path}:8: .github/workflows/deaf.yml cannot be called: it does not listen to workflow_call.`,
    `${path}:9: The called workflow has no input "versoin". Did you mean version?`,
    `${path}:9: The called workflow needs the input version. Give it in with.`,
    `${path}:27: The input dry of the called workflow is a boolean, and gets the text "true". GitHub turns no text into a boolean. Give it an expression such as \${{ … == 'true' }}.`,
    `${path}:27: The input most of the called workflow is a number, and gets the text "". GitHub turns no text into a number.`,
    `${path}:29: The called workflow has no secret "kye". Did you mean KEY?`,
    `${path}:10: The called workflow needs the secret KEY. Pass it on in secrets, or write secrets: inherit.`,
    `Job a of the called workflow .github/workflows/more.yml asks for contents: write, which its caller does not have. Add contents: write to the permissions of the job that calls it.`,
    'Workflows call each other more than 10 levels deep.',
    `${path}:16: The step took longer than the 0.01 minutes of its timeout-minutes.`,
    /release\.yml:20: git fetch --quiet .*refs\/heads\/gone.* ended with exit code 128: fatal: .+\./,
    `${path}:26: A branch or tag with the name 'v2.x' could not be found. Push it, or correct the input ref.`,
    "Pattern 'gone' does not match any files.",
  ])
    expect(text).toEqual(typeof said === 'string' ? expect.stringContaining(said) : expect.stringMatching(said));
});

it('ends workflows that start each other', async () => {
  const loop = `name: Loop\non: { workflow_run: { workflows: [Loop, Begin] } }\njobs: { a: { if: false, ${steps} } }\n`;
  const begin = `name: Begin\non: { push: { tags: ['v*'] } }\njobs: { a: { if: false, ${steps} } }\n`;
  await using repo = await scratchRepository({ [path]: begin, '.github/workflows/loop.yml': loop });
  expect(await refused(() => rehearsed(repo.folder, 'v1.0.0'))).toBe(
    'The workflows start each other: 50 runs were performed. undefined',
  );
});

it('says which checkout cannot be rehearsed', async () => {
  await using repo = await scratchRepository({ [path]: `on: push\njobs: { a: { ${steps} } }\n` });
  expect(await refused(() => rehearsed('/', 'v1.0.0'))).toBe(
    '"/" is not in a checkout of git. Go to the checkout of the project.',
  );
  const { root } = await scratchFolder();
  await repo.git('init', '--quiet', join(root, 'empty'));
  expect(await refused(() => rehearsed(join(root, 'empty'), 'v1.0.0'))).toBe(
    'This repository has no commit. Commit what should be released.',
  );
  await mkdir(join(repo.folder, 'inner'));
  await repo.git('init', '--quiet', 'inner');
  expect(await refused(() => rehearsed(repo.folder, 'v1.0.0', '--uncommitted'))).toMatch(
    /^git add refused the files of the checkout: error: 'inner\/' does not have a commit checked out/,
  );
});

it('lists all options for one that there is not', () => {
  expect(() => command(['v1', '--colour'])).toThrow(
    expect.objectContaining({
      message: 'There is no option --colour.',
      fix: 'release-actions help rehearse lists all options.',
    }),
  );
});
