import type { Token } from '../../src/embedded/github/server.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dist } from './bundle.ts';
import { permissionsOfJobs } from './called-workflows.ts';
import { tokenName } from './token-name.ts';

/** The token of each job of a reusable workflow, for the repository `org/project`. */
export async function tokensOfJobs(workflow: string): Promise<readonly Token[]> {
  const text = await readFile(join(dist, '.github/workflows', workflow), 'utf8');
  const sets = permissionsOfJobs(text).map((permissions) => ({
    token: tokenName('job', permissions),
    login: 'github-actions[bot]',
    kind: 'job' as const,
    permissions,
    repositories: ['org/project'],
  }));
  return [...new Map(sets.map((token) => [token.token, token])).values()];
}
