import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isExhaustive, slowestFiles, tallyOf } from '../../.github/scripts/tally.ts';

const passing = { fullName: 'is', status: 'passed' };
const skipped = { fullName: 'is too', status: 'skipped' };

it.each([
  ['tests that passed', report(passing), 0, { passed: 1, failed: 0, output: '' }],
  ['no report', undefined, 1, { passed: 0, failed: 1, output: 'vitest wrote no report.' }],
  ['no test', report(), 0, { passed: 0, failed: 1, output: 'No test ran.' }],
  ['a skipped test', report(skipped), 0, { passed: 0, failed: 1, output: 'Did not run (skipped): is too' }],
  ['an error beside the tests', report(passing), 1, { passed: 1, failed: 1, output: 'vitest ended with 1.' }],
  ['a vitest that was killed', report(passing), null, { passed: 1, failed: 1, output: 'vitest ended with null.' }],
])('counts %s', (_, text, exitCode, tally) => {
  expect(tallyOf(text, exitCode)).toEqual(tally);
});

it('does not count what was left out on purpose', () => {
  const exhaustive = { ...skipped, tags: ['exhaustive'] };
  expect(tallyOf(report(passing, skipped), 0, () => true)).toEqual({ passed: 1, failed: 0, output: '' });
  expect(tallyOf(report(skipped), 0, () => true)).toEqual({ passed: 0, failed: 1, output: 'No test ran.' });
  expect(tallyOf(report(passing, exhaustive), 0, isExhaustive)).toEqual({ passed: 1, failed: 0, output: '' });
  expect(tallyOf(report(passing, exhaustive, skipped), 0, isExhaustive)).toMatchObject({ passed: 1, failed: 1 });
});

it('names the files that took longest', () => {
  const files = Array.from({ length: 12 }, (_, index) => ({
    name: `/project/test/${index}.test.ts`,
    startTime: 1000,
    endTime: 1000 + index * 1500,
  }));
  const lines = slowestFiles(JSON.stringify({ testResults: files }), '/project');
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('   16.5 s  test/11.test.ts');
  expect(slowestFiles(undefined, '/project')).toEqual([]);
});

it('counts all that a real run did not prove', async () => {
  await using project = await mkdtempDisposable(join(tmpdir(), 'release-actions-tally-'));
  const write = (name: string, text: string) => writeFile(join(project.path, name), text);
  await write('mixed.test.js', `it('is', () => {}); it.skip('later', () => {}); it.todo('some day');`);
  await write('false.test.js', `it('is not', () => expect(1).toBe(2)); it('is', () => {});`);
  await write('before.test.js', `beforeAll(() => { throw new Error('no tool'); }); it('never starts', () => {});`);
  await write('after.test.js', `afterAll(() => { throw new Error('still there'); }); it('is', () => {});`);
  await write('broken.test.js', `import './nothing.js'; it('is never seen', () => {});`);
  await write('dying.test.js', `it('dies', () => process.kill(process.pid, 'SIGKILL'));`);
  const { passed, failed, output } = tallyOf(await reportOf(project.path), 1);
  expect({ passed, failed }).toEqual({ passed: 3, failed: 7 });
  expect(
    output
      .replaceAll(/ \/.*\//g, ' ')
      .split('\n')
      .toSorted(),
  ).toEqual([
    'Did not run (pending): dies',
    'Did not run (skipped): later',
    'Did not run (skipped): never starts',
    'Did not run (todo): some day',
    'Failed outside of its tests: after.test.js',
    'Failed outside of its tests: broken.test.js',
  ]);
});

function report(...tests: readonly object[]): string {
  return JSON.stringify({ testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: tests }] });
}

async function reportOf(root: string): Promise<string> {
  const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
  const file = join(root, 'report.json');
  const args = ['run', '--root', root, '--globals', '--pool=forks', '--reporter=json', `--outputFile.json=${file}`];
  const { promise, resolve } = Promise.withResolvers<void>();
  execFile(process.execPath, [vitest, ...args], { env: { PATH: process.env['PATH'] } }, () => resolve());
  await promise;
  return readFile(file, 'utf8');
}
