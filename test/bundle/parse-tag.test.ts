import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const common = { changed: 'false', changes: '[]', pending: '[]' };

describe('parse-tag as a process', () => {
  it('takes the tag from the ref, and writes outputs and a summary', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0', { annotated: 'The image\n' });
    await repo.pushTag('chart/0.1.0', { annotated: 'The chart\n\nname<<EOF\nof it\nEOF\n' });
    const clone = await repo.clone({ ref: 'refs/tags/chart/0.1.0' });
    const env = { GITHUB_REF: 'refs/tags/chart/0.1.0', GITHUB_SHA: await repo.head() };
    const { exitCode, outputs, summary, annotations, obeyed } = await runBundle('parse-tag', clone, { env });
    expect(exitCode).toBe(0);
    expect(annotations).toEqual([]);
    expect(obeyed.every(({ name }) => /^(?:end)?group$/.test(name))).toBe(true);
    expect(outputs).toMatchObject({
      tag: 'chart/0.1.0',
      stream: 'chart',
      version: '0.1.0',
      sha: await repo.head(),
      'tags-at-commit': 'chart/0.1.0\nv0.1.0',
      message: 'The chart\n\nname<<EOF\nof it\nEOF',
      ...common,
    });
    expect(Object.keys(outputs)).not.toContain('path');
    expect(summary).toMatch(/^### Parse tag\n\n<table>[^]*<\/table>\n\n- chart\/0\.1\.0 belongs to the stream chart/);
    expect(summary).toContain('<tr><th align="left">Version</th><td>0.1.0</td></tr>');
  });

  it('says so where its outputs cannot be written', async () => {
    await using repo = await scratchRepository();
    const env = { GITHUB_OUTPUT: '/nowhere/output' };
    const { exitCode, annotations } = await runBundle('parse-tag', repo, { inputs: { tag: 'v1.0.0' }, env });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message)).toEqual([
      'The outputs and the summary of this run could not be written.\nCheck the disk of the runner, and run it again. What is already done is not repeated.',
    ]);
  });

  it('refuses a tag with an annotation that has the way out, and still writes the common outputs', async () => {
    await using repo = await scratchRepository();
    const { exitCode, outputs, summary, annotations } = await runBundle('parse-tag', repo, {
      inputs: { tag: '1.0.0' },
    });
    expect(exitCode).toBe(1);
    expect(outputs).toEqual(common);
    expect(annotations).toEqual([
      {
        level: 'error',
        message: expect.stringMatching(/^Tag "1\.0\.0" belongs to no stream.*\n.*driver: \{pep440\}/s),
        properties: { title: 'Parse tag' },
      },
    ]);
    expect(summary).toContain('❌');
  });

  it('refuses all bad inputs at once, each in an annotation of its own', async () => {
    await using repo = await scratchRepository();
    const inputs = { tag: 'v1.0.0', revision: 'first', next: 'Minor' };
    const { exitCode, annotations, outputs } = await runBundle('parse-tag', repo, { inputs });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message.split('\n')[0])).toEqual([
      'Input revision is "first", not a whole number.',
      'Input next cannot be "Minor".',
    ]);
    expect(outputs).toEqual(common);
  });

  it('says of a server that does not answer that it does not, and not that this is a bug', async () => {
    await using repo = await scratchRepository({}, { server: { fault: () => ({ status: 503 }) } });
    const env = { RELEASE_ACTIONS_PACE: '0.01' };
    const { exitCode, annotations } = await runBundle('parse-tag', repo, { inputs: { tag: 'v1.0.0' }, env });
    expect(exitCode).toBe(1);
    expect(annotations[0]?.message).toMatch(/^origin did not answer: .* 503/i);
  });

  it('runs without any variable of GitHub but those of a step', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v1.0.0');
    const { exitCode, outputs } = await runBundle('parse-tag', { folder: repo.folder }, { inputs: { tag: 'v1.0.0' } });
    expect({ exitCode, version: outputs['version'] }).toEqual({ exitCode: 0, version: '1.0.0' });
  });
});
