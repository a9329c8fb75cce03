import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Checkout } from '../../src/rehearsal/checkout.ts';
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
  expect(await checkout.texts(await repo.head(), [...Object.keys(asked), 'missing'])).toEqual(
    new Map(Object.entries(asked)),
  );
  expect(await readFile(calls, 'utf8')).toBe('.\n.\n');
});
