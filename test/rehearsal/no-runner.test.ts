import { expect, it } from 'vitest';
import { command } from '../../src/rehearsal/command.ts';
import { dist, searchPath } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';
const unknown = 'uses: example/unknown@v1';
const files = {
  [path]: [
    "on: { push: { tags: ['v*'] } }",
    'jobs:',
    '  installed:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    `      - ${unknown}`,
    '      - run: tool-of-unknown --now',
    '      - run: echo went on',
    '  runner:',
    '    runs-on: ubuntu-latest',
    '    steps: [{ run: "vswhere -latest" }, { shell: "vswhere {0}", run: x }, { run: "sudo touch /none/x; echo $?" }]',
    '  typo:',
    '    runs-on: ubuntu-latest',
    '    steps: [{ run: no-such-program-here }]',
    '  windows:',
    '    runs-on: windows-latest',
    '    steps: [{ shell: bash, run: "test -n \\"$ProgramFiles\\"" }, { if: "runner.os != \'Windows\'", run: exit 1 }]',
    '  boxed:',
    '    runs-on: ubuntu-latest',
    '    container: example/box',
    '    steps: [{ run: test -e /etc/box }, { run: "true" }]',
    '  served:',
    '    runs-on: ubuntu-latest',
    '    services: { db: { image: example/db }, queue: { image: example/queue } }',
    '    steps: [{ uses: "docker://example/tool" }, { run: exit 1 }]',
    '  after:',
    '    runs-on: ubuntu-latest',
    `    steps: [{ ${unknown} }, { run: exit 1 }]`,
    '  inner:',
    '    runs-on: ubuntu-latest',
    '    steps: [{ uses: $/actions/one }, { uses: actions/checkout@v6, with: { persist-credentials: false } }, { run: git fetch origin main }, { uses: ./actions/two }, { uses: org/project/actions/one@main }]',
    '  asked:',
    '    runs-on: ubuntu-latest',
    '    outputs: { list: "${{ steps.s.outputs.list }}" }',
    `    steps: [{ id: s, ${unknown} }, { run: "echo \${{ fromJSON(steps.s.outputs.list)[0] }}" }, { uses: $/actions/three }]`,
    '  conditional: { needs: asked, if: "${{ fromJSON(needs.asked.outputs.list)[0] }}", runs-on: ubuntu-latest, steps: [{ run: exit 1 }] }',
    '  many: { needs: [asked, conditional], strategy: { matrix: "${{ fromJSON(needs.asked.outputs.list) }}" }, runs-on: ubuntu-latest, steps: [{ run: exit 1 }] }',
    '  charts:',
    '    runs-on: ubuntu-latest',
    '    steps: [{ uses: $/actions/chart }, { uses: $/actions/failing }]',
    '  made:',
    '    runs-on: ubuntu-latest',
    `    steps: [{ ${unknown} }, { uses: actions/upload-artifact@v7, with: { path: dist, name: files, if-no-files-found: error } }]`,
    '  taken: { needs: made, runs-on: ubuntu-latest, steps: [{ uses: actions/download-artifact@v8, with: { name: files } }] }',
    '  called: { uses: $/.github/workflows/called.yml }',
    '  moved:',
    '    runs-on: ubuntu-latest',
    `    steps: [{ ${unknown} }, { uses: actions/checkout@v6, with: { ref: made-by-unknown } }]`,
    '',
  ].join('\n'),
  '.github/workflows/called.yml':
    'on: workflow_call\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{ uses: $/actions/one }]\n',
  'actions/one/action.yml':
    'runs:\n  using: composite\n  steps: [{ run: "cat $GITHUB_ACTION_PATH/said.txt | sed s/^/::notice::/", shell: bash }]\n',
  'actions/chart/action.yml': 'runs: { using: node24, main: main.js }\n',
  'actions/chart/main.js': `console.log('::error::vswhere is not installed, or not in PATH.%0AInstall it.'); process.exitCode = 1;\n`,
  'actions/failing/action.yml': 'runs: { using: node24, main: main.js }\n',
  'actions/failing/main.js': 'process.exitCode = 1;\n',
  'actions/one/said.txt': 'hello\n',
  'actions/three/action.yml': `runs:\n  using: composite\n  steps:\n    - ${unknown}\n`,
  'actions/two/action.yml': `runs:\n  using: composite\n  steps:\n    - ${unknown}\n`,
};

it('names what only a runner of GitHub has, and goes on', async () => {
  await using repo = await scratchRepository(files);
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  expect(
    await command(['v1.2.0'])({
      folder: repo.folder,
      env: { PATH: searchPath },
      releaseTree: dist,
      print,
      note: () => {},
      variable: () => undefined,
    }),
  ).toBe(1);
  const lines = printed
    .join('')
    .replaceAll(/ \(\d+\.\d s\)/g, '')
    .split('\n');
  const of = (job: string) =>
    lines.flatMap((line) => new RegExp(`^  release\\.yml ${job}: (.*)$`).exec(line)?.[1] ?? []);
  expect(of('installed')).toEqual(['? Run example/unknown@v1', '? Run tool-of-unknown --now', '✓ Run echo went on']);
  expect(of('runner')).toEqual(['? Run vswhere -latest', '? Run x', '✓ Run sudo touch /none/x; echo $?']);
  expect(of('typo')).toEqual(['✗ Run no-such-program-here']);
  expect(of('windows')).toEqual(['? Run test -n "$ProgramFiles"']);
  expect(of('boxed')).toEqual(['? Run test -e /etc/box', '✓ Run true']);
  expect(of('served')).toEqual(['? Run docker://example/tool', '? Run exit 1']);
  expect(of('after')).toEqual(['? Run example/unknown@v1', '✗ Run exit 1']);
  expect(of('inner')).toEqual([
    '✓ Run $/actions/one',
    '✓ Run actions/checkout@v6',
    '✓ Run git fetch origin main',
    '✓ Run ./actions/two',
    '✓ Run org/project/actions/one@main',
  ]);
  const unevaluated = (expression: string) =>
    `The expression ${expression} cannot be evaluated: empty input, and what it needs was not performed`;
  expect(of('asked')).toEqual(['? Run example/unknown@v1', '? Run a script', '✓ Run $/actions/three']);
  expect(of('charts')).toEqual(['? Run $/actions/chart', '✗ Run $/actions/failing']);
  expect(lines).toContain(`      This may be because of what was not performed before: ${path}:40.`);
  expect(of('moved')).toEqual(['? Run example/unknown@v1', '✗ Run actions/checkout@v6']);
  expect(lines).toContain(`      This may be because of what was not performed before: ${path}:48.`);
  expect(of('called/a')).toEqual(['✓ Run $/actions/one']);
  expect(lines.filter((line) => line === '      hello')).toHaveLength(3);
  for (const indent of ['    ', '      '])
    expect(lines).toContain(`${indent}This may be because of what was not performed before: ${path}:28.`);
  const start = lines.indexOf('What was not performed:');
  expect(lines.slice(start + 1, lines.indexOf('', start)).toSorted()).toEqual(
    [
      `  ${path}:6: example/unknown@v1, because nothing stands in for example/unknown@v1.`,
      `  ${path}:7: tool-of-unknown --now, because this machine has no tool-of-unknown.`,
      `  ${path}:11: vswhere -latest, because this machine has no vswhere.`,
      `  ${path}:11: x, because this machine has no vswhere.`,
      `  ${path}:11: sudo touch /none/x; echo $?, because it would have changed this machine: sudo touch /none/x.`,
      `  ${path}:17: test -n "$ProgramFiles", because it is for Windows, and failed on this machine.`,
      `  ${path}:28: example/unknown@v1, because nothing stands in for example/unknown@v1.`,
      `  ${path}:21: test -e /etc/box, because it is for the container of the job, and failed on this machine.`,
      `  ${path}:25: docker://example/tool, because it runs in a container, which a rehearsal does not.`,
      `  ${path}:25: exit 1, because the services of the job are not there, and failed on this machine.`,
      `  ${path}:20: the container, because a rehearsal has no containers: the job runs on this machine.`,
      `  ${path}:24: the service db, because a rehearsal has no containers: the service db is not there.`,
      `  ${path}:24: the service queue, because a rehearsal has no containers: the service queue is not there.`,
      `  ${path}:35: example/unknown@v1, because nothing stands in for example/unknown@v1.`,
      `    So it is not known what ${path}:34 and 35 get of it.`,
      `  ${path}:35: a script, because ${unevaluated("format('echo {0}', fromJSON(steps.s.outputs.list)[0])")}.`,
      `  ${path}:36: job conditional, because ${unevaluated('success() && (fromJSON(needs.asked.outputs.list)[0])')}.`,
      `  ${path}:37: job many, because ${unevaluated('fromJSON(needs.asked.outputs.list)')}.`,
      `  ${path}:43: example/unknown@v1, because nothing stands in for example/unknown@v1.`,
      `  ${path}:43: actions/upload-artifact@v7, because there are no files at dist, and an earlier step was not performed.`,
      `  ${path}:44: actions/download-artifact@v8, because the artifact files has no files, because a step that makes them was not performed.`,
      '  actions/three/action.yml:4: $/actions/three, because nothing stands in for example/unknown@v1.',
      `  ${path}:48: example/unknown@v1, because nothing stands in for example/unknown@v1.`,
      `  ${path}:40: $/actions/chart, because this machine has no vswhere.`,
      '  actions/two/action.yml:4: ./actions/two, because nothing stands in for example/unknown@v1.',
    ].toSorted(),
  );
});
