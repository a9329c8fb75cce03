import { existsSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Chronicle } from '../../src/rehearsal/chronicle.ts';
import { command } from '../../src/rehearsal/command.ts';
import { pageOf } from '../../src/rehearsal/page/page.ts';
import { dist, searchPath } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';
const files = {
  [path]: [
    "on: { push: { tags: ['v*'] } }",
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - run: echo one',
    '      - run: sleep 60',
    '      - run: echo never',
    '  publish:',
    '    needs: build',
    '    runs-on: ubuntu-latest',
    '    steps: [{ run: exit 1 }]',
    '',
  ].join('\n'),
};

/** A rehearsal that gets a signal as soon as a line is printed. */
async function interrupted(
  signal: 'SIGINT' | 'SIGTERM',
  mark: string,
  more: readonly string[] = [],
  workflows = files,
) {
  await using repo = await scratchRepository(workflows);
  const printed: string[] = [];
  const print = (text: string) => {
    printed.push(text);
    if (text.includes(mark)) process.emit(signal, signal);
  };
  const here = { folder: repo.folder, env: { PATH: searchPath }, releaseTree: dist };
  const exitCode = await command(['v1.2.0', ...more])({ ...here, print, note: () => {}, variable: () => undefined });
  return { exitCode, text: printed.join('').replaceAll(/ \(\d+\.\d s\)|\b[0-9a-f]{12}\b/g, '') };
}

it('says where a rehearsal was interrupted, and judges only what was performed', async () => {
  const { exitCode, text } = await interrupted('SIGINT', '✓ Run echo one');
  expect(exitCode).toBe(130);
  expect(text).not.toContain('What stops the release');
  expect(text).toContain(
    [
      'Where it was interrupted:',
      `  ${path}:3: Job build was interrupted.`,
      `  ${path}:9: Job publish was not begun.`,
      '',
    ].join('\n'),
  );
  expect(text).toMatch(
    /\n⊘ It is not known whether the release would stop\. The rehearsal was interrupted, after 1 step\.\n$/,
  );
});

it('still says what stopped the release until then', async () => {
  const failing = { [path]: files[path].replace('run: echo one', 'run: exit 1').replace('needs: build', 'if: true') };
  const { exitCode, text } = await interrupted('SIGTERM', '✗ Run exit 1', [], {
    [path]: `${failing[path]}  slow:\n    runs-on: ubuntu-latest\n    steps: [{ run: sleep 60 }]\n`,
  });
  expect(exitCode).toBe(143);
  expect(text).toContain(`What stops the release:\n  ${path}:`);
  expect(text).toMatch(
    /\n✗ The release would stop, first at .*:\d+\. The rehearsal was interrupted, after \d steps?\.\n$/,
  );
});

it('tells programs and the page that it was interrupted', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'begun-'));
  const begun = join(place.path, 'begun');
  const watching = setInterval(() => existsSync(begun) && process.emit('SIGINT', 'SIGINT'), 50);
  const later = { [path]: files[path].replace('echo one', `touch ${begun} && sleep 60`) };
  const { exitCode, text } = await interrupted('SIGINT', 'nothing that is printed', ['--json'], later);
  clearInterval(watching);
  const chronicle = JSON.parse(text) as Chronicle;
  expect(exitCode).toBe(130);
  expect(chronicle).toMatchObject({
    isDone: false,
    refusals: [],
    interruption: {
      signal: 'SIGINT',
      remarks: [
        {
          what: expect.stringMatching(/^Step "Run touch .*" of job build was interrupted\.$/),
          at: { file: path, line: 6 },
        },
        {},
      ],
    },
  });
  expect(pageOf(chronicle)).toContain('⊘ Interrupted: it is not known whether it would stop');
});

it('ends also if two runs wait for each other', async () => {
  const run = (own: string, other: string) =>
    `on: { push: { tags: ['v*'] } }\nconcurrency: ${own}\njobs:\n  first: { runs-on: ubuntu-latest, steps: [{ run: echo ${own} }] }\n  second: { needs: first, concurrency: ${other}, runs-on: ubuntu-latest, steps: [{ run: echo never }] }\n`;
  const workflows = { [path]: run('one', 'two'), '.github/workflows/other.yml': run('two', 'one') };
  const { exitCode, text } = await interrupted('SIGINT', '✓ Run echo two', [], workflows);
  expect(exitCode).toBe(130);
  expect(text).toContain('Where it was interrupted:\n');
  expect(text).toContain('Job second was not begun.\n');
  expect(text).not.toContain('What stops the release');
});
