import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { merge, onMain } from '../support/merge.ts';

const inputs = { version: 'v1.1.0', date: '2026-01-31', token: jobToken.token };

async function project() {
  const scratch = await scratchGitHub({ 'CHANGELOG.md': '# Changelog\r\n\r\n## [1.0.0]\r\n\r\n- The first\r\n' });
  await scratch.pushTag('v1.0.0');
  await merge(scratch, 'Mend `it` & <all>');
  await onMain(scratch);
  return scratch;
}

describe('the bundle of update-changelog', () => {
  it('writes the section once, in the manner of the file, and tells it as an output', async () => {
    await using scratch = await project();
    const file = join(scratch.folder, 'CHANGELOG.md');
    const first = await runBundle('update-changelog', scratch, { inputs });
    expect(first).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
    const written = await readFile(file, 'utf8');
    expect(written).toMatch(/^# Changelog\r\n\r\n## \[1\.1\.0\]\r\n\r\n[^]*\r\n## \[1\.0\.0\]\r\n\r\n- The first\r\n$/);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(first.outputs['section']).toContain('Mend');
    expect(first.summary).toContain('Add the section of v1.1.0 to CHANGELOG.md');
    const again = await runBundle('update-changelog', scratch, { inputs: { ...inputs, mode: 'check' } });
    expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false', section: first.outputs['section'] } });
    expect(await readFile(file, 'utf8')).toBe(written);
  });

  it('is red before that with mode: check, names what is missing, and writes nothing', async () => {
    await using scratch = await project();
    const before = await readFile(join(scratch.folder, 'CHANGELOG.md'), 'utf8');
    const { exitCode, annotations } = await runBundle('update-changelog', scratch, {
      inputs: { ...inputs, mode: 'check' },
    });
    expect(exitCode).toBe(1);
    expect(annotations).toEqual([
      {
        level: 'error',
        message:
          'CHANGELOG.md:3 has no line "## [1.1.0]".\nRun it with mode: apply and commit the result, or correct the inputs.',
        properties: { title: 'Update changelog', file: 'CHANGELOG.md', line: '3' },
      },
    ]);
    expect(await readFile(join(scratch.folder, 'CHANGELOG.md'), 'utf8')).toBe(before);
  });

  it('tells a file that is not there, and how to begin', async () => {
    await using scratch = await project();
    const { exitCode, annotations } = await runBundle('update-changelog', scratch, {
      inputs: { ...inputs, path: 'HISTORY.md' },
    });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message).join()).toMatch('HISTORY.md');
  });
});
