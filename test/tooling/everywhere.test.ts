import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import everywhere from '../../vitest.everywhere.config.ts';

const project = join(import.meta.dirname, '../..');
const files = await Array.fromAsync(glob(everywhere.test?.include ?? [], { cwd: project }));

/** A file and all files that it imports, by their paths in the project. */
async function withImports(file: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  if (found.has(file)) return found;
  found.add(file);
  const text = await readFile(join(project, file), 'utf8');
  for (const [, name = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g))
    await withImports(join(dirname(file), name), found);
  return found;
}

it('what runs everywhere is there, and every pattern means something', () => {
  expect(files).toContain('test/bundle/everywhere.test.ts');
  expect(files.length).toBeGreaterThanOrEqual(16);
});

it.each(files)('%s needs no program but git and Node', async (file) => {
  const text = await readFile(join(project, file), 'utf8');
  expect(text).not.toMatch(/child_process|\.shell\(|symlink|chmod|mode: 0o|\/dev\//);
  const imports = [...(await withImports(file))];
  const needy = /^test\/(?:support\/(?:act|children|gh|go|keys|process-tree|system|tool|upstream-module)\.ts|fuzz\/)/;
  expect(imports.filter((one) => needy.test(one))).toEqual([]);
});
