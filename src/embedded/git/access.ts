import type { GitAnswer } from './backend.ts';

export type GitAccess = 'none' | 'read' | 'write';

/** What a token may do, in the words of a workflow's `permissions`. An empty token is for those who send none. */
export type GitToken = {
  readonly token: string;
  readonly contents: GitAccess | ((repository: string) => GitAccess);
  readonly login?: string;
  /** Whether it may push workflow files that no branch has. The token of a job never may. */
  readonly workflows?: boolean;
  /** Whether it is a classic personal access token. Refusals of such tokens have other words. */
  readonly isPersonal?: boolean;
};

export type Admission =
  | { readonly kind: 'admitted'; readonly repository: string; readonly token: GitToken }
  | { readonly kind: 'refused'; readonly answer: GitAnswer };

export type GitRequestAccess = {
  readonly authorization: readonly string[];
  /** `owner/name`, or undefined where there is no such repository. */
  readonly repository: string | undefined;
  readonly isPush: boolean;
};

/** Whether a request is passed on to git. The order and the words of the refusals are those of GitHub. */
export function admit(
  { authorization, repository, isPush }: GitRequestAccess,
  tokens?: readonly GitToken[],
): Admission {
  if (authorization.length > 1) return refused(400, 'Duplicate header: "Authorization"');
  const isAnonymousRead = authorization.length === 0 && !isPush;
  const isMeant = isAnonymousRead ? ({ token }: GitToken) => token === '' : isSentIn(authorization);
  const token = tokens === undefined ? allowedAnything : tokens.find(isMeant);
  if (authorization.length === 0 && token === undefined) return refused(401, 'Authentication required.', challenge);
  if (token === undefined) return refused(401, invalidToken, challenge);
  if (repository === undefined) return refused(404, 'Repository not found.');
  const contents = typeof token.contents === 'function' ? token.contents(repository) : token.contents;
  if (isPush && contents !== 'write') {
    return refused(403, `Permission to ${repository}.git denied to ${token.login ?? 'github-actions[bot]'}.`);
  }
  if (contents === 'none') return refused(404, 'Repository not found.');
  return { kind: 'admitted', repository, token };
}

const allowedAnything: GitToken = { token: '', contents: 'write', workflows: true };
const invalidToken = 'Invalid username or token. Password authentication is not supported for Git operations.';
const challenge = { 'www-authenticate': 'Basic realm="GitHub"' };

function isSentIn([header = '']: readonly string[]): (known: GitToken) => boolean {
  const [scheme = '', value = ''] = header.trim().split(/\s+/, 2);
  const sent = scheme.toLowerCase() === 'basic' ? passwordOf(value) : value;
  return ({ token }) => /^(?:basic|bearer)$/i.test(scheme) && token === sent;
}

/** The password in the credentials of a Basic `Authorization`. */
export function passwordOf(credentials: string): string {
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  return decoded.slice(decoded.indexOf(':') + 1);
}

// git shows the text of a refusal, as "remote: …", only if it is plain text and the answer to info/refs.
function refused(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Admission {
  const answer = { status, headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers }, body: `${body}\n` };
  return { kind: 'refused', answer };
}
