import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ReleaseError } from '../../src/domain/error.ts';
import { Checkout } from '../../src/rehearsal/checkout.ts';
import { noTag } from '../../src/verification/tag-findings.ts';
import { scratchRepository } from '../support/repository.ts';
import { systemProgram } from '../support/system.ts';

it('reads many files of a commit with two processes of git, whatever their names are', async () => {
  const files = {
    'action.yml': 'one\n',
    'a folder/action.yml': 'two: ü\n',
    'a\nline/OWNERS': '',
    'twin/OWNERS': 'one\n',
    'not asked for': 'x',
  };
  await using repo = await scratchRepository(files);
  const calls = join(repo.scratch.root, 'calls');
  const git = await systemProgram('git');
  await writeFile(join(repo.scratch.root, 'git'), `#!/bin/sh\necho . >> '${calls}'\nexec '${git}' "$@"\n`);
  await chmod(join(repo.scratch.root, 'git'), 0o755);
  const environment: Readonly<Record<string, string>> = { ...repo.environment };
  const checkout = await Checkout.open(repo.folder, {
    ...environment,
    PATH: `${repo.scratch.root}:${process.env['PATH']}`,
  });
  await writeFile(calls, '');
  const { 'not asked for': _, ...asked } = files;
  const tree = await checkout.tree(await repo.head());
  expect(await checkout.texts(tree.filter(({ path }) => path in asked))).toEqual(new Map(Object.entries(asked)));
  expect(await readFile(calls, 'utf8')).toBe('.\n.\n');
});

const refused = (look: Promise<unknown>): Promise<readonly (string | undefined)[]> =>
  look.then(
    () => [],
    (error: unknown) => (error instanceof ReleaseError ? [error.message, error.fix] : [String(error)]),
  );

it('says where somebody is who is not in a checkout', async () => {
  await using repo = await scratchRepository();
  const open = (folder: string) => refused(Checkout.open(folder, { ...repo.environment }));
  expect(await open(repo.scratch.root)).toEqual([
    `"${repo.scratch.root}" is not in a checkout of git.`,
    'Go to the checkout of the project.',
  ]);
  for (const inner of [join(repo.folder, '.git'), join(repo.folder, '.git/refs')])
    expect(await open(inner)).toEqual([
      `${inner} is in a git repository itself, where no files are checked out.`,
      'Go to the folder with the files of the project.',
    ]);
});

it('says that a repository without a remote has no name on GitHub', async () => {
  await using repo = await scratchRepository();
  await repo.git('remote', 'remove', 'origin');
  const checkout = await Checkout.open(repo.folder, { ...repo.environment });
  expect(await refused(checkout.nameOnGitHub())).toEqual([
    'There is no remote origin, so the name of the repository is not known.',
    'Add it: git remote add origin https://github.com/OWNER/NAME.git',
  ]);
});

it('says which tag of the checkout may be meant', () => {
  const { message, fix } = noTag('1.2.0', ['v1.2.0', 'chart/0.3.0']);
  expect([message, fix]).toEqual([
    'This checkout has no tag 1.2.0.',
    'Did you mean v1.2.0? To fetch it: git fetch origin tag 1.2.0',
  ]);
  expect(noTag('v9', ['v1.2.0']).fix).toBe('Fetch it: git fetch origin tag v9');
});
