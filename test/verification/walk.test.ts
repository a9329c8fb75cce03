import { expect, it } from 'vitest';
import { linesOf } from '../../src/verification/finding.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { verified } from '../support/verified.ts';

const workflow = (more: string) => `on: { push: { tags: ['v*'] } }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - { id: tag, uses: org/release-actions/parse-tag@v1 }
${more}`;

/** What is said of workflows by their names, besides what holds for the tag of every release. */
async function toldOf(workflows: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const files = Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text]);
  await using repo = await scratchGitHub({ VERSION: '1.0.0\n', ...Object.fromEntries(files) });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const { findings } = await verified(
    repo,
    { tag: 'v1.0.0', inputs: {}, vars: {} },
    { env: {}, token: jobToken.token },
  );
  return findings.flatMap(linesOf).slice(2);
}

/** A step that compares the version. */
const comparing = (name: string, more = '') =>
  `{ name: ${name}, ${more}uses: org/release-actions/set-values@v1, with: { mode: check, values: 'VERSION: 1.0.0' } }`;

it('a job is skipped if one before it was, unless its condition asks for that', async () => {
  const job = (id: string, more: string) =>
    `  ${id}:\n    ${more}\n    runs-on: ubuntu-latest\n    steps: [{ uses: actions/checkout@v6 }, ${comparing(id)}]\n`;
  const jobs = [
    job('chart', "if: startsWith(github.ref, 'refs/tags/chart/')"),
    job('push', 'needs: chart'),
    job('publish', 'needs: [push]'),
    job('other', "needs: push\n    if: needs.push.result == 'skipped'"),
    job('always', "needs: push\n    if: ${{ !cancelled() && needs.push.result == 'skipped' }}"),
    job('doubtful', 'if: vars.X'),
    job('asking', "needs: doubtful\n    if: ${{ always() && needs.doubtful.result == 'success' }}"),
    job('trusting', 'needs: doubtful'),
  ];
  const why = 'not verified, because its condition is not known: it takes';
  const doubtful = 'needs.doubtful.result from the condition of the job doubtful (a.yml:25)';
  expect(await toldOf({ 'a.yml': `on: { push: { tags: ['v*'] } }\njobs:\n${jobs.join('')}` })).toEqual([
    `– job doubtful (a.yml:25): ${why} vars.X from the variables of the repository: give it with --var X=VALUE`,
    `– job asking (a.yml:29): ${why} ${doubtful}`,
    '✓ trusting: set-values, a.yml:37',
    '✓ always: set-values, a.yml:24',
  ]);
});

it('a variable has what an earlier step gave it, and is unknown where nobody can tell', async () => {
  const steps = [
    `{ run: 'echo "VERSION=\${GITHUB_REF_NAME#v}" >> "$GITHUB_ENV"' }`,
    comparing('One', "if: env.VERSION == '1.0.0', "),
    comparing('Another', "if: env.VERSION == '2.0.0', "),
    comparing('For act', 'if: env.ACT, '),
    comparing('Theirs', "if: env.IMAGE != '', "),
    comparing('Of a file', 'if: env.FROM_FILE, '),
    `{ name: Look, run: 'node look.ts | sed s/^/VERSION=/ >> "$GITHUB_ENV"' }`,
    comparing('Looked at', "if: env.VERSION == '1.0.0', "),
    comparing('Its own', "if: env.VERSION == '3', env: { VERSION: 3 }, "),
  ];
  const job = `jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n`;
  const env = "env: { IMAGE: '${{ vars.IMAGE }}' }\n";
  const text = `on: { push: { tags: ['v*'] } }\n${env}${job}${steps.map((step) => `      - ${step}\n`).join('')}`;
  const why = 'not verified, because its condition is not known: it takes';
  expect(await toldOf({ 'a.yml': text })).toEqual([
    '✓ One: set-values, a.yml:9',
    `– set-values "Theirs" (a.yml:12): ${why} env.IMAGE from the variables of the repository: give it with --var IMAGE=VALUE`,
    `– set-values "Of a file" (a.yml:13): ${why} env.FROM_FILE from an earlier step, if one sets it`,
    `– set-values "Looked at" (a.yml:15): ${why} env.VERSION from the step "Look" (a.yml:14)`,
    '✓ Its own: set-values, a.yml:16',
  ]);
});

it('what only the run of that day knew is unknown, and what follows from the repository is not', async () => {
  const steps = [
    comparing('Numbered', "if: github.run_number != '0', "),
    comparing('By message', `if: "contains(github.event.head_commit.message, 'fix')", `),
    comparing('On main', "if: github.event.repository.default_branch == 'main', "),
    comparing('Stable', 'if: github.event.release.prerelease, '),
  ];
  const job = `jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n`;
  const listed = steps.map((step) => `      - ${step}\n`).join('');
  const caller = "on: { push: { tags: ['v*'] } }\njobs: { a: { uses: ./.github/workflows/called.yml } }\n";
  const why = 'not verified, because its condition is not known: it takes';
  expect(await toldOf({ 'a.yml': caller, 'called.yml': `on: workflow_call\n${job}${listed}` })).toEqual([
    `– set-values "Numbered" (called.yml:7): ${why} github.run_number from the run of that day`,
    `– set-values "By message" (called.yml:8): ${why} github.event.head_commit.message from the run of that day`,
    '✓ On main: set-values, called.yml:9',
  ]);
});

it('an expression that cannot be evaluated ends its workflow, and no other one', async () => {
  const broken = workflow(
    `      - { if: "\${{ fromJSON('{') }}", uses: org/release-actions/push-tag@v1, with: { tag: v1.0.0 } }\n`,
  );
  const whole = workflow('      - { uses: org/release-actions/push-tag@v1, with: { tag: v1.0.0 } }\n');
  await using repo = await scratchGitHub({ '.github/workflows/a.yml': broken, '.github/workflows/b.yml': whole });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const asked = { tag: 'v1.0.0', inputs: {}, vars: {} };
  const { findings } = await verified(repo, asked, { env: {}, token: jobToken.token });
  const sha = (await repo.head()).slice(0, 12);
  expect(findings.flatMap(linesOf)).toEqual([
    `✓ tag v1.0.0 on origin: annotated, at ${sha}`,
    `✓ commit ${sha}: on main`,
    `✓ tag v1.0.0: version 1.0.0, at ${sha}`,
    expect.stringMatching(
      /^– \.github\/workflows\/a\.yml \(a\.yml:8\): not verified any further, because The expression/,
    ),
    `✓ tag v1.0.0 on the remote: at ${sha}`,
  ]);
});

it('a text that a script takes out of a file is known, unless another step may have changed the file', async () => {
  const reading = `sed -nE 's/^image: *(\\S+)$/\\1/p' values.yaml`;
  const asking = (name: string, before = '') =>
    workflow(`${before}      - { id: image, run: 'echo "name=$(${reading.replaceAll("'", "''")})" >> "$GITHUB_OUTPUT"' }
      - { name: ${name}, uses: org/release-actions/push-tag@v1, with: { tag: '\${{ steps.image.outputs.name }}' } }
`);
  const conditional =
    "      - { if: vars.X, uses: org/release-actions/set-values@v1, with: { mode: check, values: 'values.yaml: { a: b }' } }\n";
  await using repo = await scratchGitHub({
    '.github/workflows/a.yml': asking('A', conditional),
    '.github/workflows/b.yml': asking('B', "      - { run: 'yq -i .image=1 values.yaml' }\n"),
    '.github/workflows/c.yml': asking('C').replace(
      '    steps:',
      '    defaults: { run: { working-directory: app } }\n    steps:',
    ),
    'values.yaml': 'image: v1.0.0\n',
  });
  await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
  const asked = { tag: 'v1.0.0', inputs: {}, vars: {} };
  const { findings } = await verified(repo, asked, { env: {}, token: jobToken.token });
  const why = (at: string) => `not verified, because it takes steps.image.outputs.name from the step "run" (${at})`;
  expect(findings.flatMap(linesOf).slice(3)).toEqual([
    '– set-values (a.yml:8): not verified, because its condition is not known: it takes vars.X from the variables of the repository: give it with --var X=VALUE',
    `✓ tag v1.0.0 on the remote: at ${(await repo.head()).slice(0, 12)}`,
    `– push-tag "B" (b.yml:10): ${why('b.yml:9')}`,
    `– push-tag "C" (c.yml:10): ${why('c.yml:9')}`,
  ]);
});

it.each(['./', '$/'])(
  'the steps of a composite action of the project are performed, if they are called %s',
  async (folder) => {
    await using repo = await scratchGitHub({
      '.github/workflows/a.yml': `on: { push: { tags: ['v*'] } }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n      - uses: ${folder}actions/tag\n`,
      'actions/tag/action.yml':
        'name: Tag\ndescription: Tag\nruns:\n  using: composite\n  steps:\n    - { uses: org/release-actions/push-tag@v1, with: { tag: v1.0.0 } }\n',
    });
    await repo.pushTag('v1.0.0', { annotated: 'v1.0.0' });
    const asked = { tag: 'v1.0.0', inputs: {}, vars: {} };
    const { findings } = await verified(repo, asked, { env: {}, token: jobToken.token });
    expect(findings.flatMap(linesOf).at(-1)).toBe(`✓ tag v1.0.0 on the remote: at ${(await repo.head()).slice(0, 12)}`);
  },
);
