import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homes, violations, type Tree } from './support/architecture.ts';

it('holds in this project', async () => {
  expect(violations(await project())).toEqual([]);
});

it.each<[path: string, text: string, violation: string]>([
  ['src/domain/tags/tag.ts', `import type { Host } from '../../world/host.ts';`, 'may not import src/world/host.ts'],
  [
    'src/world/git.ts',
    `export { run } from '../runtime/run.ts';\nexport const git = 1;`,
    'may not import src/runtime/run.ts',
  ],
  ['src/runtime/run.ts', `await import('../../actions/a/action.ts');`, 'may not import actions/a/action.ts'],
  ['src/embedded/git.ts', `import '../world/git.ts';`, 'may not import src/world/git.ts'],
  ['src/runtime/run.ts', `import { serve } from '../embedded/git.ts';`, 'may not import src/embedded/git.ts'],
  ['src/runtime/cli.ts', `await import('../rehearsal/command.ts');`, 'may not import src/rehearsal/command.ts'],
  [
    'src/rehearsal/command.ts',
    `import schema from '../../node_modules/yaml/schema.json' with { type: 'json' };`,
    'imports yaml/schema.json, whose home is src/domain/edits/',
  ],
  ['actions/a/plan.ts', `import { serve } from '../../src/embedded/git.ts';`, 'may not import src/embedded/git.ts'],
  ['.github/scripts/build.ts', `import '../../src/embedded/git.ts';`, 'may not import src/embedded/git.ts'],
  ['actions/a/action.ts', `import { plan } from '../b/plan.ts';`, 'may not import actions/b/plan.ts'],
  ['src/plans/start.ts', `import { run } from '../runtime/run.ts';`, 'may not import src/runtime/run.ts'],
  ['src/world/git/git.ts', `import '../../plans/start.ts';`, 'may not import src/plans/start.ts'],
  [
    'actions/a/action.ts',
    `import { Tags } from '../../src/world/git/tags.ts';`,
    'imports src/world/git/tags.ts past its port',
  ],
  ['src/world/git.ts', `import { tool } from '../../test/support/tool.ts';`, 'may not import test/support/tool.ts'],
  ['src/domain/edits/file.ts', `import { rm } from 'node:fs/promises';`, 'is not pure: node:fs/promises'],
  [
    'src/domain/tags/tag.ts',
    `import semver from 'semver';`,
    'imports semver, whose home is src/domain/versions/version.ts',
  ],
  ['src/world/git.ts', `import * as core from '@actions/core';`, 'imports @actions/core, whose home is src/runtime/'],
  ['src/runtime/run.ts', `import { parse } from 'yaml';`, 'imports yaml, whose home is src/domain/edits/'],
  ['actions/a/action.ts', `import leftPad from 'left-pad';`, 'imports left-pad, which has no home'],
  ['src/world/git.ts', `const home = process.env['HOME'];`, 'reads process.env'],
  ['actions/a/action.ts', `const { env } = process;`, 'reads process.env'],
  ['src/world/git.ts', `import { env } from 'node:process';`, 'reads process.env'],
  ['src/world/helpers.ts', '', 'is named helpers, which says nothing'],
  ['test/common/tags.ts', '', 'is named common, which says nothing'],
  [
    'src/world/git/all.ts',
    `// All.\nexport * from './push.ts';\nexport { a,\n b } from './tag.ts';\n`,
    'only re-exports',
  ],
  ['src/domain/tags/tag.ts', 'export default 1;', 'has a default export'],
])('sees what is wrong in %s: %s', (path, text, violation) => {
  expect(violations({ [path]: text })).toEqual([`${path} ${violation}`]);
});

it.each<[path: string, text: string]>([
  [
    'actions/a/action.ts',
    `import { b } from './b.ts';\nimport { c } from '../../src/domain/c.ts';\nexport default b(c);`,
  ],
  ['src/domain/versions/version.ts', `import parse from 'semver/functions/parse.js';`],
  ['src/domain/edits/yaml.ts', `import { parse } from 'yaml';`],
  ['src/world/github/client.ts', `await import('@octokit/plugin-retry');`],
  ['actions/a/action.ts', `import { Git } from '../../src/world/git/git.ts';`],
  ['src/world/world.ts', `import { Tags } from './git/tags.ts';`],
  ['src/world/git.ts', `const args = ['fast-import', 'from', 'import', 'yaml'];`],
  ['src/world/event.ts', `const ref = process.env['GITHUB_REF'];`],
  ['src/world/git.ts', `// not process.env\nexport { push } from './push.ts';\nexport const tag = 1;`],
  ['test/world/git.test.ts', `import { serve } from '../../src/embedded/git.ts';`],
])('accepts %s: %s', (path, text) => {
  expect(violations({ [path]: text })).toEqual([]);
});

it.each<[kind: string, tree: Tree, circle: string]>([
  [
    'two files',
    { 'src/world/a.ts': `import { b } from './git/b.ts';`, 'src/world/git/b.ts': `export { a } from '../a.ts';\nb();` },
    'src/world/a.ts → src/world/git/b.ts → src/world/a.ts',
  ],
  [
    'types alone, through a third file',
    {
      'test/support/c.ts': `import type { A } from './a.ts';`,
      'test/support/a.ts': `import type { B } from './b.ts';`,
      'test/support/b.ts': `import { d } from './d.ts';\nimport { type C } from './c.ts';`,
      'test/support/d.ts': '',
    },
    'test/support/a.ts → test/support/b.ts → test/support/c.ts → test/support/a.ts',
  ],
  [
    'a file that is loaded later',
    {
      'actions/a/action.ts': `await import('./plan.ts');`,
      'actions/a/plan.ts': `import type { A } from './action.ts';`,
    },
    'actions/a/action.ts → actions/a/plan.ts → actions/a/action.ts',
  ],
  ['a file alone', { 'src/domain/a.ts': `import type { A } from './a.ts';` }, 'src/domain/a.ts → src/domain/a.ts'],
])('sees a circle of imports: %s', (_, tree, circle) => {
  expect(violations(tree)).toEqual([`${circle.split(' ')[0]} is in a circle of imports: ${circle}`]);
});

it('takes two ways to one file for no circle', () => {
  const tree = {
    'src/domain/a.ts': `import { b } from './b.ts';\nimport type { C } from './c.ts';`,
    'src/domain/b.ts': `import { d } from './d.ts';`,
    'src/domain/c.ts': `import { d } from './d.ts';`,
    'src/domain/d.ts': '',
  };
  expect(violations(tree)).toEqual([]);
});

// Why: docs/decisions.md D34
describe('the dependencies of package.json', async () => {
  const dependencies = Object.keys((await json<Manifest>('package.json')).dependencies);
  const bundled = [...(await text('dist/LICENSES.md')).matchAll(/^## (\S+) \d/gm)].map(([, name = '']) => name);

  it('are bundled', () => {
    expect(dependencies.filter((name) => !bundled.includes(name))).toEqual([]);
  });

  it('bring along everything that is bundled', async () => {
    const { packages } = await json<Lock>('package-lock.json');
    const installed = Object.entries(packages).filter(([, { dev }]) => dev !== true);
    const names = new Set(installed.map(([path]) => path.replace(/.*node_modules\//, '')));
    expect(bundled.length).toBeGreaterThan(dependencies.length);
    expect(bundled.filter((name) => !names.has(name))).toEqual([]);
  });

  it('have the homes that docs/decisions.md gives them', async () => {
    const table = (await text('docs/decisions.md')).split('## Runtime dependencies')[1] ?? '';
    const told = [...table.matchAll(/^\| `(\S+)` \| `(\S+)` \| \S/gm)].map(([, name = '', home]) => [name, home]);
    expect(told).toEqual(dependencies.map((name) => [name, homes[name]]));
  });

  it('are everything that the product imports, but types', async () => {
    const { devDependencies } = await json<Manifest>('package.json');
    const others = Object.entries(homes).filter(([name]) => !dependencies.includes(name));
    expect(others).toEqual([['@octokit/types', 'src/world/github/']]);
    expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(others.map(([name]) => name)));
  });
});

type Manifest = Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean }>> };

const text = (path: string) => readFile(join(import.meta.dirname, '..', path), 'utf8');
const json = async <T>(path: string) => JSON.parse(await text(path)) as T;

async function project(): Promise<Tree> {
  const cwd = join(import.meta.dirname, '..');
  const paths = glob('{src,actions,test,.github/scripts}/**/*.{ts,js}', { cwd, exclude: ['test/fixtures/**'] });
  const sources = await Array.fromAsync(
    paths,
    async (path) => [path, await readFile(join(cwd, path), 'utf8')] as const,
  );
  return Object.fromEntries(sources);
}
