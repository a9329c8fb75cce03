import { maybe, record, string } from '../shape.ts';

/** Who wrote an issue or a comment. */
export type Author = {
  /** Undefined if the account does not exist any more. */
  readonly login: string | undefined;
  readonly isBot: boolean;
  /** Whether it belongs to the project: a bot that is installed there, a member, or a collaborator. Everybody else may only write, too. */
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
