import { execFile } from 'node:child_process';
import { cp, glob, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

// Most tests here bundle everything anew.
vi.setConfig({ testTimeout: 120_000 });

const project = join(import.meta.dirname, '../..');
let copy = '';

/** A second copy of the project, in another folder: what the checks say of it must not depend on where it is. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'project-'));
  const { stdout } = await promisify(execFile)(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: project },
  );
  for (const file of stdout.split('\0').filter((path) => path !== '')) {
    await mkdir(dirname(join(copy, file)), { recursive: true });
    await cp(join(project, file), join(copy, file)).catch(() => {}); // deleted, but not yet in a commit
  }
  // The bundler names files by where they really are, so that what it bundles must be in the copy itself.
  const licences = await readFile(join(project, 'dist/LICENSES.md'), 'utf8');
  const bundled = [...licences.matchAll(/^## (\S+) \d/gm)].map(([, name = '']) => name);
  for (const name of [...bundled, '@vercel/ncc']) {
    await cp(join(project, 'node_modules', name), join(copy, 'node_modules', name), { recursive: true });
  }
  for await (const name of glob(
    ['typescript', '@typescript', '@types', 'undici-types', '@octokit/{types,openapi-types}'],
    {
      cwd: join(project, 'node_modules'),
    },
  )) {
    await symlink(join(project, 'node_modules', name), join(copy, 'node_modules', name));
  }
});

afterAll(() => rm(copy, { recursive: true, force: true }));

/** What a check prints, and whether it is content. */
async function check(script: string): Promise<{ readonly isGreen: boolean; readonly said: string }> {
  return promisify(execFile)(process.execPath, [join(copy, '.github/scripts', script), '--check'], { cwd: copy }).then(
    ({ stdout }) => ({ isGreen: true, said: stdout }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ isGreen: false, said: stdout + stderr }),
  );
}

/** Changes a file of the copy while the work goes on. */
async function whileChanged(file: string, change: (text: string) => string, work: () => Promise<void>): Promise<void> {
  const path = join(copy, file);
  const text = await readFile(path, 'utf8');
  await writeFile(path, change(text));
  try {
    await work();
  } finally {
    await writeFile(path, text);
  }
}

it('dist/ is the same to the byte, built in another folder', { tags: 'exhaustive' }, async () => {
  expect(await check('build.ts')).toEqual({ isGreen: true, said: '' });
});

it('one byte changed in dist/ is found, and a source changed without a build', { tags: 'exhaustive' }, () =>
  whileChanged(
    'dist/parse-tag/index.mjs',
    (text) => `${text} `,
    () =>
      whileChanged(
        'src/domain/text.ts',
        (text) => text.replace('sha.slice(0, 12)', 'sha.slice(0, 13)'),
        async () => {
          const { isGreen, said } = await check('build.ts');
          expect(isGreen).toBe(false);
          expect(said).toContain('dist/parse-tag/index.mjs is not what the sources make');
          expect(said).toContain('dist/lib/index.mjs is not what the sources make');
        },
      ),
  ),
);

it('an input changed without generating is found, in action.yml and in the README', () =>
  whileChanged(
    'actions/parse-tag/action.ts',
    (text) => text.replace("'A branch of origin", "'Some branch of origin"),
    async () => {
      const { isGreen, said } = await check('generate.ts');
      expect(isGreen).toBe(false);
      expect(said).toContain('actions/parse-tag/action.yml is stale');
      expect(said).toContain('actions/parse-tag/README.md is stale');
    },
  ));

it(
  'a new folder in actions/ is an action: it is generated, bundled and listed, and nothing else is edited',
  { tags: 'exhaustive' },
  async () => {
    const source = [
      "import { defineAction } from '../../src/runtime/action.ts';",
      "import { text } from '../../src/runtime/input.ts';",
      'export default defineAction({',
      "  name: 'Say hello', description: 'Says hello.', inputs: { who: text('Whom to greet.') }, outputs: { greeting: 'The greeting.' }, hasNoMode: true, example: '--who you',",
      '  plan: async ({ who }) => ({ changes: [], outputs: { greeting: `Hello ${who}` } }),',
      '});',
    ].join('\n');
    await mkdir(join(copy, 'actions/say-hello'));
    await writeFile(join(copy, 'actions/say-hello/action.ts'), source);
    await promisify(execFile)(process.execPath, [join(copy, '.github/scripts/generate.ts')], { cwd: copy });
    await promisify(execFile)(process.execPath, [join(copy, '.github/scripts/build.ts')], { cwd: copy });
    expect(await readFile(join(copy, 'README.md'), 'utf8')).toContain(
      '[say-hello](actions/say-hello/README.md) | Says hello.',
    );
    expect(await readFile(join(copy, 'dist/say-hello/action.yml'), 'utf8')).toContain('main: index.mjs');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(copy, 'dist/cli.mjs'), 'say-hello', '--who', 'you'],
      { cwd: copy },
    );
    expect(stdout).toContain('greeting: Hello you');
  },
);
