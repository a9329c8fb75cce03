import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchRepository } from '../../support/repository.ts';
import type { Scenario, Snapshot } from '../scenario.ts';

const files = { 'docs/index.md': '# Driver\n', 'docs/guide/install.md': 'Install it.\n'.repeat(200_000) };
const archive = 'dist/driver-1.0.0-docs.tgz';

/** The two files that are made, by their checksums. */
async function built(folder: string): Promise<Snapshot> {
  const paths = [archive, `${archive}.sha256`];
  const sums = paths.map(async (path) => {
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    return bytes === undefined ? [] : [[path, createHash('sha256').update(bytes).digest('hex')] as const];
  });
  return Object.fromEntries((await Promise.all(sums)).flat());
}

export const scenarios: readonly Scenario[] = [
  {
    title: 'a folder of several blocks, into a folder that is missing',
    async arrange() {
      const repo = await scratchRepository(files);
      return {
        checkout: repo,
        inputs: { name: 'driver', version: '1.0.0', 'out-dir': 'dist' },
        snapshot: () => built(repo.folder),
        expected: {
          [archive]: '2670477cd11ef791e7f00157499bb598aa866247162929fe34da566e56b8a36e',
          [`${archive}.sha256`]: 'bfc8f7a97c3fdbccf4afa8ea8c415ed7428829d66d2ef6fd05bbdaa973dcff7a',
        },
        [Symbol.asyncDispose]: () => repo[Symbol.asyncDispose](),
      };
    },
  },
];
