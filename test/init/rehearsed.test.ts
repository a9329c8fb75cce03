import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../src/init/init.ts';
import { rehearsalOf } from '../../src/init/rehearsal.ts';
import { releasePath } from '../../src/init/workflows.ts';
import { Checkout } from '../../src/rehearsal/checkout.ts';
import { dist } from '../support/bundle.ts';
import { helmPath } from '../support/helm.ts';
import { offlineBuilds } from '../support/python-projects.ts';
import { type Files, type ScratchRepository, scratchRepository } from '../support/repository.ts';
import { exampleTags, type Shape, shapes } from './shapes.ts';

const patience = 120_000;
const examples = join(import.meta.dirname, '../../action-examples');
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  env = { ...(await offlineBuilds()), PATH: await helmPath() };
}, patience);

function terminalIn(folder: string) {
  let printed = '';
  const print = (text: string) => void (printed += text);
  const gitHub = () => ({ server: 'https://github.com', world: undefined });
  return { terminal: { folder, env, releaseTree: dist, print, note: () => {}, gitHub }, printed: () => printed };
}

async function init({ folder }: ScratchRepository, ...args: readonly string[]) {
  const { terminal, printed } = terminalIn(folder);
  return { exitCode: await command(args)(terminal), printed: printed() };
}

async function repositoryOf({
  name,
  branch = 'main',
  tags = [],
  files,
}: Omit<Shape, 'files'> & { readonly files: Files }) {
  const repo = await scratchRepository(files, { name });
  if (branch !== 'main') {
    await repo.git('branch', '--move', branch);
    await repo.git('push', '--quiet', 'origin', branch);
    await repo.git('remote', 'set-head', 'origin', branch);
  }
  for (const tag of tags) await repo.pushTag(tag, { annotated: tag });
  return repo;
}

async function filesOf(example: string): Promise<Files> {
  const cwd = join(examples, example);
  const paths = await Array.fromAsync(glob('**/*', { cwd, exclude: ['**/.github'] }));
  const files = await Promise.all(
    paths.map(async (path) =>
      (await stat(join(cwd, path))).isFile() ? ([[path, await readFile(join(cwd, path))]] as const) : [],
    ),
  );
  return Object.fromEntries(files.flat());
}

const systems = Object.entries(exampleTags).map(([title, tags]) => ({ title, name: `org/${title}`, tags, files: {} }));
const made = Object.entries(shapes).map(([title, shape]) => ({ title, ...shape }));
/** Shapes that cannot be released, and those of which others have every part. */
const isLeftOut =
  /nothing that is known|packages of npm|maturin|cannot be read|no tag yet|CRLF|Go modules below|list in a folder/;

describe('what init writes is rehearsed before, and the same when it is there:', { tags: 'exhaustive' }, () => {
  it.each([...systems, ...made].filter(({ title }) => !isLeftOut.test(title)))(
    '$title',
    async (shape) => {
      const files = shape.title in exampleTags ? await filesOf(shape.title) : shape.files;
      await using repo = await repositoryOf({ ...shape, files });
      const { exitCode, printed } = await init(repo, '--apply');
      expect({ exitCode, printed }).toEqual({
        exitCode: 0,
        printed: expect.stringContaining('The rehearsal succeeded'),
      });
      expect((await init(repo, '--apply')).printed).toMatch(/\n\nNothing to write\.\n$/);
    },
    patience,
  );
});

it('a rehearsal is ended when its time is over, and nothing of it is left', async () => {
  const next = { tags: ['v1.0.0'], files: [] };
  const text = 'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: sleep 600 }] } }\n';
  await using repo = await scratchRepository({});
  const checkout = await Checkout.open(repo.folder, env);
  const { terminal, printed } = terminalIn(repo.folder);
  const workflows = [{ path: releasePath, text }];
  expect(await rehearsalOf({ checkout, workflows, next, sources: [], minutes: 0.01 }, terminal)).toBe(false);
  expect(printed()).toMatch(/\n\nThe rehearsal was ended, because it took longer than 0\.01 minutes\.\n$/);
});
