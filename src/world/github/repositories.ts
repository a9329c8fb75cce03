import { ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import type { Client } from './client.ts';

export type Repository = {
  /** `owner/name`, as GitHub writes it. */
  readonly name: string;
  readonly defaultBranch: string;
  /** What it is a fork of. */
  readonly parent: string | undefined;
};

export async function findRepository(client: Client, name: string): Promise<Repository> {
  const found = await client.look('GET /repos/{owner}/{repo}', partsOf(name));
  if (found === undefined)
    throw new ReleaseError(`GitHub knows no repository ${name}, or this token may not see it.`, {
      fix: 'Check the name, and that the token has contents: read there.',
    });
  return { name: found.full_name, defaultBranch: found.default_branch, parent: found.source?.full_name };
}

/** The number of an open milestone. */
export async function findMilestone(client: Client, repository: string, title: string): Promise<number> {
  const all =
    (await client.list('GET /repos/{owner}/{repo}/milestones', { ...partsOf(repository), state: 'open' })) ?? [];
  const found = all.find((one) => one.title === title);
  if (found !== undefined) return found.number;
  throw new ReleaseError(`${repository} has no open milestone ${quoted(title)}.`, {
    fix:
      all.length === 0
        ? 'Open it first.'
        : `Open it first, or give ${listed(
            all.map((one) => one.title),
            'or',
          )}.`,
  });
}

export function partsOf(name: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = name.split('/', 2);
  return { owner, repo };
}
