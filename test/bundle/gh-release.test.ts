import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { gh } from '../support/gh.ts';
import { jobToken } from '../support/github.ts';
import { MemoryUse } from '../support/memory-use.ts';
import { releaseJob, releaseJobWithFiles, releaseProject, sha256, shownReleases } from '../support/releases.ts';

const built = { 'a.whl': 'a wheel\n', 'b.tgz': 'a chart\n' };
const sums = Object.entries(built)
  .map(([name, text]) => `${sha256(text)}  ${name}\n`)
  .join('');

describe('a release of the bundle', () => {
  it('is listed and downloaded by the real gh, and then there is nothing to do', async () => {
    await using scratch = await releaseProject(built);
    const first = await runBundle('gh-release', scratch, releaseJobWithFiles({ notes: 'text: All of it.' }));
    expect(first.exitCode).toBe(0);
    expect(first.shown).toMatch(/uploaded \d of 3 files, /);
    expect(first.summary).toContain('Publish release v1.0.0 of org/project');
    expect(await gh(scratch, 'release', 'list')).toMatch(/^v1\.0\.0\tLatest\tv1\.0\.0\t/);
    expect(await gh(scratch, 'release', 'view', 'v1.0.0')).toMatch(/asset:\ta\.whl\n[^]*--\nAll of it\./);
    const folder = join(scratch.folder, 'down');
    await gh(scratch, 'release', 'download', 'v1.0.0', '--dir', folder);
    for (const [name, text] of Object.entries({ ...built, SHA256SUMS: sums }))
      expect(await readFile(join(folder, name), 'utf8')).toBe(text);
    const again = await runBundle('gh-release', scratch, releaseJobWithFiles({ mode: 'check' }));
    expect(again).toMatchObject({ exitCode: 0, outputs: { changed: 'false', draft: 'false' } });
    expect(again.summary).toContain('The release v1.0.0 is already as it should be');
  }, 60_000);

  it('completes a draft that gh made', async () => {
    await using scratch = await releaseProject(built);
    await gh(
      scratch,
      'release',
      'create',
      'v1.0.0',
      '--draft',
      '--notes',
      'By hand.',
      join(scratch.folder, 'dist/a.whl'),
    );
    const begun = scratch.github.requests.length;
    const { exitCode, outputs } = await runBundle('gh-release', scratch, releaseJobWithFiles());
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { draft: 'false', starts: 'false' } });
    expect(await shownReleases(scratch)).toMatchObject([{ draft: false, body: 'By hand.', assets: [{}, {}, {}] }]);
    const uploads = scratch.github.requests.slice(begun).filter(({ path }) => path.endsWith('/assets'));
    expect(new Set(uploads.map(({ query }) => query['name']))).toEqual(new Set(['SHA256SUMS', 'b.tgz']));
  }, 60_000);
});

describe('a failure', () => {
  it('of a published file tells both checksums and the way out, in the annotation and in the summary', async () => {
    await using scratch = await releaseProject(built);
    await runBundle('gh-release', scratch, releaseJobWithFiles());
    await scratch.write('dist/a.whl', 'another wheel\n');
    const { exitCode, annotations, summary } = await runBundle('gh-release', scratch, releaseJobWithFiles());
    expect(exitCode).toBe(1);
    const message = `a.whl is published with sha256:${sha256('a wheel\n').slice(0, 12)}, but the file here has sha256:${sha256('another wheel\n').slice(0, 12)}.`;
    expect(annotations.map((one) => one.message).join('\n')).toContain(message);
    expect(summary).toContain('Release the next patch version');
  });

  it('of a token that may only read names the permission', async () => {
    const reader = { ...jobToken, permissions: { contents: 'read' } } as const;
    await using scratch = await releaseProject(built, { tokens: [reader] });
    const { exitCode, annotations } = await runBundle('gh-release', scratch, releaseJobWithFiles());
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message).join('\n')).toContain(
      'Add to the job: permissions: { contents: write }',
    );
  });
});

const size = 256 * 1024 * 1024;
const bound = 150; // MiB

describe('a large file', () => {
  it(`of ${size} bytes goes from disk in less than ${bound} MiB of memory`, async () => {
    await using scratch = await releaseProject({ a: 'a' });
    await using file = await open(join(scratch.folder, 'dist/large.bin'), 'w');
    await file.truncate(size);
    await using memory = await MemoryUse.begin();
    const { exitCode, log } = await runBundle('gh-release', scratch, {
      ...releaseJobWithFiles(),
      env: memory.env,
    });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(scratch.github.requests.some(({ bytes }) => bytes === size)).toBe(true);
    expect(await memory.megabytes()).toBeLessThan(bound);
  }, 60_000);
});

describe('without files', () => {
  it('nothing but the release is made', async () => {
    await using scratch = await releaseProject(built);
    const { exitCode, outputs } = await runBundle('gh-release', scratch, releaseJob());
    expect({ exitCode, assets: outputs['assets'] }).toEqual({ exitCode: 0, assets: '[]' });
  });
});
