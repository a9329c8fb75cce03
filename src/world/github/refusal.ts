import { ReleaseError } from '../../domain/error.ts';
import { listed } from '../../domain/text.ts';
import type { Host } from '../host.ts';

/** An error of Octokit: a status, GitHub's words, and the response. */
export type Failed = Error & {
  readonly status: number;
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
    readonly data?: unknown;
  };
};

/** Whether the error is no definite answer: a connection reset, a timeout, a server's 5xx, half an answer. */
export const isUnanswered = ({ status }: Failed): boolean => status >= 500 || status === 408;

/** Whether the token may not do this. GitHub often hides that by saying that there is no such thing. */
export const isForbidden = (failed: Failed): boolean =>
  failed.status === 404 || (failed.status === 403 && !isLimit(failed));

/** What GitHub refused, with what to do about it. */
export function refusal(failed: Failed, route: string, host: Host): ReleaseError {
  const { status } = failed;
  const says = `It says: ${wordsOf(failed)}`;
  const because = { cause: failed };
  if (status === 401)
    return new ReleaseError(`GitHub does not accept the token. ${says}`, {
      fix: 'Pass a valid token as the input token; on the command line, set GH_TOKEN. A token may have expired: the token of a job is valid until the job ends.',
      ...because,
    });
  if (isLimit(failed))
    return new ReleaseError(`The token has reached a rate limit of GitHub. ${says}`, {
      fix: whenAgain(failed),
      ...because,
    });
  if (/not permitted to create or approve pull requests/i.test(failed.message))
    return new ReleaseError(`In this repository, the token of a job may not open pull requests. ${says}`, {
      fix: 'In the settings of the repository or of its organization (Actions → General), tick "Allow GitHub Actions to create and approve pull requests". Or pass the token of a GitHub App as the input token.',
      ...because,
    });
  if (status === 403)
    return new ReleaseError(`The token has no permission for ${route}. ${says}`, {
      fix: missingPermission(failed, host),
      ...because,
    });
  if (status === 404)
    return new ReleaseError(`GitHub finds nothing for ${route}, or the token may not see it.`, {
      fix: missingPermission(failed, host),
      ...because,
    });
  if (/protected branch|through a pull request|rule violations/i.test(failed.message))
    return new ReleaseError(`A rule of the repository protects this branch. ${says}`, {
      fix: 'Open a pull request instead, with via: pull-request. Or let the account of this token bypass the rule (Settings → Rules).',
      ...because,
    });
  return new ReleaseError(`GitHub refused ${route} with status ${status}. ${says}`, {
    fix: 'Correct what GitHub names, and run it again. What is already done is not repeated.',
    ...because,
  });
}

const header = ({ response }: Failed, name: string): string => String(response?.headers?.[name] ?? '');

const isLimit = (failed: Failed) =>
  failed.status === 429 ||
  (failed.status === 403 && (/rate limit/i.test(failed.message) || header(failed, 'x-ratelimit-remaining') === '0'));

/** GitHub's sentence, without the link that follows it. */
export const wordsOf = ({ message }: Failed) => message.replace(/ - https:\/\/\S+$/, '').slice(0, 1000);

const latest = Date.UTC(9999, 0) / 1000;

function whenAgain(failed: Failed): string {
  const reset = Number(header(failed, 'x-ratelimit-reset'));
  const isSpent = header(failed, 'x-ratelimit-remaining') === '0' && reset > 0 && reset < latest;
  const after = isSpent ? `after ${new Date(reset * 1000).toISOString()}` : 'in a few minutes';
  return `Run it again ${after}. What is already done is not repeated.`;
}

/** The line of `permissions:`, or the scope, that GitHub would have accepted. */
function missingPermission(failed: Failed, { isJobToken }: Host): string {
  const [accepted = ''] = header(failed, 'x-accepted-github-permissions').split(';');
  const permissions = [...accepted.matchAll(/(\w+)=(\w+)/g)].map(
    ([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`,
  );
  const scopes = header(failed, 'x-accepted-oauth-scopes');
  if (header(failed, 'x-oauth-scopes') !== '' && scopes !== '')
    return `Give the token the scope ${listed(scopes.split(/,\s*/), 'or')}. Now it has ${header(failed, 'x-oauth-scopes')}.`;
  if (permissions.length === 0) return 'Check the name, and the permissions of the token.';
  return isJobToken === true
    ? `Add to the job: permissions: { ${permissions.join(', ')} }`
    : `Give the token the permission ${listed(permissions)} for this repository.`;
}
