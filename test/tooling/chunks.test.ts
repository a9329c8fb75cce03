import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { actionNames } from '../../.github/scripts/actions.ts';
import { namedChunks } from '../../.github/scripts/build/chunks.ts';
import type { Stats } from '../../.github/scripts/build/stats.ts';

const push = './actions/push-tag/action.js';
const kit = './kit.js';

/** An action, a module that is loaded later, and its packages, by the numbers that the bundler gave them. */
const stats = (action: number, own: number, packages: number): Stats => ({
  modules: [
    module('./build/index.mjs', 1),
    module('./build/actions/push-tag/action.js + 2 modules', action, push),
    module('./build/src/world/github/kit.js', own, kit),
    module('./node_modules/@octokit/core/index.js', packages),
    module('./node_modules/bottleneck/light.js', packages),
  ],
  chunks: [
    { id: 1, entry: true, origins: [{ request: '/build/index.mjs' }] },
    { id: action, entry: false, origins: [{ request: push }] },
    { id: own, entry: false, origins: [{ request: kit }] },
    { id: packages, entry: false, origins: [{ request: kit }] },
  ],
});

const module = (name: string, chunk: number, request?: string) => ({
  name,
  chunks: [chunk],
  reasons: request === undefined ? [] : [{ type: 'import()', userRequest: request }],
});

const files = (action: number, own: number, packages: number) =>
  new Map([
    [
      'index.mjs',
      `a_require__.e(/* import() */ ${action}); Promise.all([b_require__.e(${packages}), b_require__.e(${own})])`,
    ],
    ...[action, own, packages].map(
      (id) => [`${id}.index.mjs`, `export const id = ${id};\nexport const ids = [${id}];`] as const,
    ),
  ]);

it('files of the bundle are named by what is in them, whatever numbers the bundler gives them', () => {
  const named = namedChunks(files(258, 452, 601), stats(258, 452, 601));
  expect(named).toEqual(namedChunks(files(7, 8, 9), stats(7, 8, 9)));
  expect([...named.keys()]).toEqual(['index.mjs', 'push-tag.mjs', 'kit.mjs', 'kit-packages.mjs']);
  expect(named.get('index.mjs')).toBe(
    'a_require__.e(/* import() */ "push-tag"); Promise.all([b_require__.e("kit-packages"), b_require__.e("kit")])',
  );
  expect(named.get('kit.mjs')).toBe('export const id = "kit";\nexport const ids = ["kit"];');
});

it('no module stands in the files of half of the actions', async () => {
  const lib = join(import.meta.dirname, '../../dist/lib');
  const texts = await Promise.all(actionNames.map((name) => readFile(join(lib, `${name}.mjs`), 'utf8')));
  const modules = texts.flatMap((text) => [...text.matchAll(/^\/\*{3}\/ (\d+):$/gm)].map(([, id]) => id));
  const copies = Map.groupBy(modules, (id) => id);
  expect(texts.length).toBeGreaterThan(10);
  expect(modules.length).toBeGreaterThan(50);
  const half = actionNames.length / 2;
  expect([...copies.values()].filter((all) => all.length >= half)).toEqual([]);
});
