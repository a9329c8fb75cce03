import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Answer } from '../http/request.ts';
import { isPassing } from '../retry.ts';
import { list, maybe, record, string } from '../shape.ts';

/** Whether an answer is no definite one. GitHub also has limits that it tells with 403 and a pause. */
export const mayPass = ({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean =>
  isPassing(status) || (status === 403 && headers.has('retry-after'));

const longestPause = 600;

/** How many seconds a server wants to be left alone. https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
export function retryAfter({ headers }: Pick<Answer, 'headers'>, { host }: URL): number {
  const text = headers.get('retry-after') ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000);
  if (!(seconds > longestPause)) return seconds > 0 ? seconds : 0;
  throw new ReleaseError(`${host} wants to be left alone for ${seconds} seconds.`, {
    fix: 'Run it again later. What is already done is not repeated. Many registries allow more to those who are logged in.',
  });
}

const errors = record({ errors: list(record({ code: maybe(string), message: maybe(string) })) });
const longestWords = 300;

/** What an answer says: https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
export function wordsOf(text: string): string {
  try {
    const said = errors(JSON.parse(text)).errors.map(({ code, message }) =>
      [code, message].filter((part) => typeof part === 'string' && part !== '').join(': '),
    );
    if (said.length > 0) return said.join('; ').slice(0, longestWords);
  } catch {
    // not as the specification says: it is shown as it is
  }
  return text.slice(0, longestWords).trim();
}

export type Refused = {
  /** Such as `the manifest of ghcr.io/org/app:v1`. */
  readonly what: string;
  readonly registry: string;
  readonly status: number;
  readonly text: string;
  readonly isLoggedIn: boolean;
  readonly isWrite: boolean;
};

/** What a registry refused, with what to do about it. */
export function refusal({ what, registry, status, text, isLoggedIn, isWrite }: Refused): ReleaseError {
  const says = `It says: ${quoted(wordsOf(text))}`;
  const verb = isWrite ? 'take' : 'give';
  const isForbidden = status === 401 || status === 403;
  if (isForbidden && !isLoggedIn)
    return new ReleaseError(`${registry} does not ${verb} ${what} without a login. ${says}`, {
      fix: `Log in to ${registry} in an earlier step, for example with docker/login-action. Or check the name: many registries answer the same if there is no such image.`,
    });
  if (isForbidden)
    return new ReleaseError(`${registry} does not ${verb} ${what} with this login. ${says}`, {
      fix: `Check the name, and that this account may ${isWrite ? 'push' : 'pull'} there. The job's own token for ghcr.io needs the permission packages: ${isWrite ? 'write' : 'read'}.`,
    });
  return new ReleaseError(`${registry} does not ${verb} ${what}: it answered ${status}. ${says}`, {
    fix: 'Correct what the registry names, and run it again. What is already done is not repeated.',
  });
}
