import type { GitToken } from '../../git/access.ts';
import { contentsLevel, mayChangeWorkflows } from './access.ts';
import type { Settings } from './settings.ts';
import type { Token } from './tokens.ts';

/** The tokens that are not expired, in the form that the git server needs. */
export function gitTokens(tokens: readonly Token[], settings: Settings): GitToken[] {
  return tokens
    .filter(({ isExpired = false }) => !isExpired)
    .map((token) => ({
      token: token.token,
      login: token.login,
      workflows: mayChangeWorkflows(token),
      isPersonal: token.kind === 'classic',
      contents: (name) => contentsLevel(token, { name, isPublic: isPublic(name, settings) }),
    }));
}

/** What those may do who send no token. */
export function anonymous(settings: Settings): GitToken[] {
  if (settings.anonymousReads !== true) return [];
  return [{ token: '', contents: (name) => (isPublic(name, settings) ? 'read' : 'none') }];
}

const isPublic = (name: string, { privateRepositories = [] }: Settings) => !privateRepositories.includes(name);
