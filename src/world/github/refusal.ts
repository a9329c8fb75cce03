import { ReleaseError } from '../../domain/error.ts';
import { listed } from '../../domain/text.ts';
import type { Host } from '../host.ts';

/** An error of Octokit: a status, GitHub's words, and what came with them. */
export type Failed = Error & {
  readonly status: number;
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
    readonly data?: unknown;
  };
};

/** Whether nothing definite was said: a reset, a time-out, a server's 5xx, half an answer. */
export const isUnanswered = ({ status }: Failed): boolean => status >= 500 || status === 408;

/** A "no" of GitHub, with what to do about it. */
export function refusal(failed: Failed, route: string, host: Host): ReleaseError {
  const { status } = failed;
  const says = `It says: ${wordsOf(failed)}`;
  const because = { cause: failed };
  if (status === 401)
    return new ReleaseError(`GitHub does not know the token. ${says}`, {
      fix: 'Pass a token that exists and has not expired as the input token; that of a job ends with it.',
      ...because,
    });
  if (isLimit(failed))
    return new ReleaseError(`GitHub limits the requests of this token. ${says}`, {
      fix: whenAgain(failed),
      ...because,
    });
  if (/not permitted to create or approve pull requests/i.test(failed.message))
    return new ReleaseError(`This repository does not let the token of a job open pull requests. ${says}`, {
      fix: 'Tick "Allow GitHub Actions to create and approve pull requests" in its settings (Actions → General), or in those of its organization, or pass the token of a GitHub App.',
      ...because,
    });
  if (status === 403)
    return new ReleaseError(`The token may not ${route}. ${says}`, { fix: whatIsMissing(failed, host), ...because });
  if (status === 404)
    return new ReleaseError(`GitHub finds nothing for ${route}, or this token may not see it.`, {
      fix: whatIsMissing(failed, host),
      ...because,
    });
  if (/protected branch|through a pull request|rule violations/i.test(failed.message))
    return new ReleaseError(`A rule of the repository protects this branch. ${says}`, {
      fix: 'Propose the change instead, with via: pull-request, or let the actor of this token bypass the rule (Settings → Rules).',
      ...because,
    });
  return new ReleaseError(`GitHub refuses ${route} (${status}). ${says}`, {
    fix: 'Correct the input that it names, and run it again: what is done is left alone.',
    ...because,
  });
}

const header = ({ response }: Failed, name: string): string => String(response?.headers?.[name] ?? '');

const isLimit = (failed: Failed) =>
  failed.status === 429 ||
  (failed.status === 403 && (/rate limit/i.test(failed.message) || header(failed, 'x-ratelimit-remaining') === '0'));

/** GitHub's sentence, without the link that follows it. */
const wordsOf = ({ message }: Failed) => message.replace(/ - https:\/\/\S+$/, '').slice(0, 1000);

function whenAgain(failed: Failed): string {
  const reset = Number(header(failed, 'x-ratelimit-reset'));
  const isSpent = header(failed, 'x-ratelimit-remaining') === '0' && reset > 0;
  const after = isSpent ? `after ${new Date(reset * 1000).toISOString()}` : 'in some minutes';
  return `Run it again ${after}: what is done is left alone.`;
}

/** The line of `permissions:`, or the scope, that GitHub says it would have accepted. */
function whatIsMissing(failed: Failed, { isJobToken }: Host): string {
  const [accepted = ''] = header(failed, 'x-accepted-github-permissions').split(';');
  const permissions = [...accepted.matchAll(/(\w+)=(\w+)/g)].map(
    ([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`,
  );
  const scopes = header(failed, 'x-accepted-oauth-scopes');
  if (header(failed, 'x-oauth-scopes') !== '' && scopes !== '')
    return `Give the token the scope ${listed(scopes.split(/,\s*/), 'or')}; it has ${header(failed, 'x-oauth-scopes')}.`;
  if (permissions.length === 0) return 'Check the name, and what the token may see and do.';
  return isJobToken === true
    ? `Add to the job: permissions: { ${permissions.join(', ')} }`
    : `Give the token the permission ${listed(permissions)} for this repository.`;
}
