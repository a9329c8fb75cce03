import type { GitToken } from '../../git/access.ts';
import { contentsLevel, mayChangeWorkflows } from './access.ts';
import type { Settings } from './settings.ts';
import type { Token } from './tokens.ts';

/** The tokens that are not expired, in the form that the git server needs. */
export function gitTokens(tokens: readonly Token[], { privateRepositories = [] }: Settings): GitToken[] {
  return tokens
    .filter(({ isExpired = false }) => !isExpired)
    .map((token) => ({
      token: token.token,
      login: token.login,
      workflows: mayChangeWorkflows(token),
      isPersonal: token.kind === 'classic',
      contents: (name) => contentsLevel(token, { name, isPublic: !privateRepositories.includes(name) }),
    }));
}
