import { execFile } from 'node:child_process';
import { chmod, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const exec = promisify(execFile);
const template = join(import.meta.dirname, '../fixtures/IBM__ignition/3.6.3/ignition/templates/driver_template/docs');

describe('package-docs as a process', () => {
  it('archives the docs of the Ignition template as its release process asks for it', async () => {
    await using repo = await scratchRepository({ 'README.md': 'driver' });
    await cp(template, join(repo.folder, 'docs'), { recursive: true });
    await repo.commit('Add docs');
    const inputs = { name: 'my-driver', version: '0.1.0' };
    const { exitCode, outputs, annotations, summary } = await runBundle('package-docs', repo, { inputs });
    expect([exitCode, annotations]).toEqual([0, []]);
    expect(outputs['archive']).toBe('my-driver-0.1.0-docs.tgz');
    expect(summary).toContain(
      `<tr><th align="left">my-driver-0.1.0-docs.tgz</th><td>${outputs['size']} bytes<br>sha256&#58;${outputs['sha256']}</td></tr>`,
    );
    await exec('tar', ['-xzf', 'my-driver-0.1.0-docs.tgz'], { cwd: repo.folder });
    expect((await exec('diff', ['-r', 'my-driver-0.1.0-docs', 'docs'], { cwd: repo.folder })).stdout).toBe('');
  });

  it('makes the same bytes in another language and time zone, with one thread and with eight', async () => {
    await using repo = await scratchRepository({ 'docs/a.md': 'text\n'.repeat(900_000), 'docs/é.md': 'x' });
    const made = [
      { TZ: 'Asia/Tokyo', LC_ALL: 'C', UV_THREADPOOL_SIZE: '1' },
      { TZ: 'America/Lima', LC_ALL: 'C.UTF-8', UV_THREADPOOL_SIZE: '8' },
    ].map(async (env, index) => {
      const inputs = { name: 'a', version: '1', 'out-dir': `out-${index}` };
      return (await runBundle('package-docs', repo, { inputs, env })).outputs['sha256'];
    });
    const [one, other] = await Promise.all(made);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(other).toBe(one);
  });

  it('leaves nothing half-written if a file cannot be read', async () => {
    await using repo = await scratchRepository({ 'docs/a.md': 'a', 'docs/b.md': 'b' });
    await chmod(join(repo.folder, 'docs/b.md'), 0);
    const isRoot = process.getuid?.() === 0; // who may read everything, unless that is taken away
    const through = isRoot ? ['setpriv', '--bounding-set', '-all', '--inh-caps', '-all'] : [];
    const { exitCode, annotations } = await runBundle('package-docs', repo, {
      inputs: { name: 'a', version: '1' },
      through,
    });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message)).toEqual([
      `open of "${join(repo.folder, 'docs/b.md')}" failed: this user has no permission.\nLet this user read and write there, also in the folder around it, and run it again. What is already done is not repeated.`,
    ]);
    expect((await readdir(repo.folder)).toSorted()).toEqual(['.git', 'docs']);
  });

  it('tells a wrong root and a missing name before anything is read', async () => {
    await using repo = await scratchRepository({ 'docs/a.md': 'a' });
    await writeFile(join(repo.folder, 'x'), '');
    const { exitCode, annotations } = await runBundle('package-docs', repo, { inputs: { version: '1' } });
    expect(exitCode).toBe(1);
    expect(annotations.map(({ message }) => message)).toEqual([
      'The input root is "{name}-{version}-docs", but the input name is not given.\nGive the input name, or a root without {name}.',
    ]);
    expect(await readFile(join(repo.folder, 'x'), 'utf8')).toBe('');
  });
});
