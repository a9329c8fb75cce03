import { execFile } from 'node:child_process';
import { glob, mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { dist } from './bundle.ts';
import { scratchRepository } from './repository.ts';

/** A checked-out release of this product, made as on GitHub: the content of `org/release-actions@v1`. */
export async function publishedTree() {
  const packageJson = { 'package.json': await readFile(join(dist, '../package.json')) };
  const product = await scratchRepository({ ...(await built()), ...packageJson });
  const script = join(dist, '../.github/scripts/publish.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--apply', '--json'], {
    cwd: product.folder,
    env: product.environment,
  });
  const { tag } = JSON.parse(stdout) as { tag: string };
  const tree = join(product.scratch.root, 'release');
  await mkdir(tree);
  await product.direct('fetch', '--quiet', 'origin', `refs/tags/${tag}:refs/tags/fetched`);
  await product.git(`--work-tree=${tree}`, 'checkout', '--quiet', 'fetched', '--', '.');
  return { tree, [Symbol.asyncDispose]: () => product[Symbol.asyncDispose]() };
}

/** The files of dist/ by their paths in the repository. */
async function built(): Promise<Record<string, Buffer>> {
  const entries = await Array.fromAsync(glob(['**/*', '.github/**/*'], { cwd: dist, withFileTypes: true }));
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = files.map(async (file) => [`dist/${relative(dist, file)}`, await readFile(file)] as const);
  return Object.fromEntries(await Promise.all(contents));
}
