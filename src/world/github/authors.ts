import { maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** Who wrote an issue or a comment. */
export type Author = {
  /** Undefined if the account does not exist any more. */
  readonly login: string | undefined;
  readonly isBot: boolean;
  /** Whether it belongs to the project: a bot that is installed there, a member, a collaborator. Everybody else may only write, too. */
  readonly isTrusted: boolean;
};

export const person = record({ login: string, type: maybe(string) });

type Written = {
  readonly user?: ReturnType<typeof person> | null | undefined;
  readonly author_association?: string | null | undefined;
};

// https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
const ofProject = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

export function authorOf({ user, author_association: association }: Written): Author {
  const isBot = user?.type === 'Bot';
  return { login: user?.login, isBot, isTrusted: isBot || ofProject.has(association ?? '') };
}

const granted = record({ permission: string });

/** The same, also for somebody whose membership is private: GitHub does not show the association, but the permission. */
export async function knownAuthor(author: Author, repository: string, client: Client): Promise<Author> {
  if (author.isTrusted || author.login === undefined) return author;
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const found = await client.look(route, { ...ownerAndRepo(repository), username: author.login }, granted);
  return { ...author, isTrusted: found?.permission === 'admin' || found?.permission === 'write' };
}
