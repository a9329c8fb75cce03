import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { runBundle, searchPath } from '../support/bundle.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import { startModuleProxy } from '../support/module-proxy.ts';
import { type Checkout, type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { systemProgram } from '../support/system.ts';

const root = 'example.com/project';
const files = Object.fromEntries(
  ['a', 'b', 'c/d'].map((folder) => [`${folder}/go.mod`, `module ${root}/${folder}\nrequire a.b/c v1.0.0\n`]),
);
const tags = ['a/v1.0.0', 'b/v1.0.0', 'c/d/v1.0.0'];
const inputs = { version: 'v1.0.0', message: 'Modules\n' };

/** A git, first in PATH, that kills whoever started it after one of its runs, counted from 1. */
async function deadlyGit(repo: ScratchRepository) {
  const folder = join(repo.scratch.root, 'deadly');
  const [calls, at] = [join(folder, 'calls'), join(folder, 'at')];
  await mkdir(folder);
  const git = await systemProgram('git');
  // Some run side by side: whoever makes a folder first has its number.
  const number = `run=1\nwhile ! mkdir '${calls}'/$run 2>/dev/null; do run=$((run+1)); done`;
  const script = `${git} "$@"\ncode=$?\n[ $run -ne "$(cat '${at}')" ] || kill -9 $PPID\nexit $code`;
  await writeFile(join(folder, 'git'), `#!/bin/sh\n${number}\n${script}\n`, { mode: 0o755 });
  return async (place: Checkout, step: number) => {
    await rm(calls, { recursive: true, force: true });
    await Promise.all([mkdir(calls), writeFile(at, `${step}\n`)]);
    const env = { PATH: [folder, searchPath].join(delimiter) };
    const { exitCode } = await runBundle('go-module-tags', place, { inputs, env });
    return { isKilled: exitCode === undefined, steps: (await readdir(calls)).length };
  };
}

async function tagsOf(repo: ScratchRepository): Promise<readonly string[]> {
  const refs = [...(await repo.remoteRefs())].filter(([ref]) => ref.startsWith('refs/tags/') && ref.endsWith('^{}'));
  const head = await repo.head();
  return refs.map(([ref, sha]) => (sha === head ? ref.slice('refs/tags/'.length, -'^{}'.length) : `${ref} elsewhere`));
}

/** Takes back what must never be taken back. */
async function forget(repo: ScratchRepository): Promise<void> {
  for (const tag of tags) await repo.git('--git-dir', repo.scratch.origin, 'update-ref', '-d', `refs/tags/${tag}`);
}

// To be killed before a run of git is to be killed after the one before it.
it.each([
  ['over HTTP', { server: {} }],
  ['to a folder', {}],
])(
  'killed after any run of git, %s, it leaves all tags or none, and the next run converges',
  { timeout: 120_000, tags: 'exhaustive' },
  async (_, options) => {
    await using repo = await scratchRepository(files, options);
    const run = await deadlyGit(repo);
    const seen = new Set<number>();
    for (let step = 1; ; step++) {
      const place = await repo.clone();
      const { isKilled, steps } = await run(place, step);
      const left = await tagsOf(repo);
      seen.add(left.length);
      if (left.length > 0) expect(left).toEqual(tags);
      if (!isKilled) {
        expect(step).toBeGreaterThan(steps);
        break;
      }
      const { exitCode, outputs } = await runBundle('go-module-tags', place, { inputs });
      expect({ step, exitCode, tags: outputs['tags'] }).toEqual({ step, exitCode: 0, tags: tags.join('\n') });
      expect(await tagsOf(repo)).toEqual(tags);
      await forget(repo);
      await rm(place.folder, { recursive: true });
    }
    expect(seen).toEqual(new Set([0, 3]));
  },
);

it('a step says in its outputs and its summary what was tagged', async () => {
  await using repo = await scratchRepository(files, { server: {} });
  const { exitCode, outputs, summary, annotations } = await runBundle('go-module-tags', repo, { inputs });
  expect({ exitCode, annotations }).toEqual({ exitCode: 0, annotations: [] });
  expect(outputs).toMatchObject({ tags: tags.join('\n'), created: tags.join('\n'), changed: 'true' });
  expect(summary).toContain('a, b and c/d.');
  expect(summary).toContain('refs/tags/c/d/v1.0.0 → ');
  const check = await runBundle('go-module-tags', await repo.clone(), { inputs: { ...inputs, mode: 'check' } });
  expect(check).toMatchObject({ exitCode: 0, annotations: [] });
});

it('a Go proxy is asked through an HTTP proxy where there is one', async () => {
  await using repo = await scratchRepository(files, { server: {} });
  await using modules = await startModuleProxy({ repository: repo.scratch.origin, root });
  await using proxy = await startHttpProxy(new URL(modules.url).port);
  const env = { http_proxy: proxy.url.replace('//', '//me:pa%40ss@'), no_proxy: '127.0.0.1' };
  const more = { ...inputs, proxy: 'http://modules.test' };
  const { exitCode, log } = await runBundle('go-module-tags', repo, { inputs: more, env });
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
  expect(log).not.toMatch(/warning/i);
  expect([...new Set(proxy.targets)]).toEqual(['modules.test:80']);
  expect([...new Set(proxy.authorizations)]).toEqual([`Basic ${btoa('me:pa@ss')}`]);
});
