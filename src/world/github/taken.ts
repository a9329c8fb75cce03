import type { Failed } from './refusal.ts';

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
type Problem = { readonly code?: unknown; readonly message?: unknown };

/**
 * Whether what was to be made is there already, or what was to be changed is not as it was seen: another run was faster, or
 * this one, whose answer got lost. A tag of an immutable release that was deleted is `already_exists` as well, but says in
 * a second problem that it never comes back.
 */
export function isTaken({ status, response }: Failed): boolean {
  if (status !== 422) return false;
  const { message, errors } = (response?.data ?? {}) as { message?: unknown; errors?: unknown };
  const problems: readonly (Problem | string)[] = Array.isArray(errors) ? errors : [];
  return problems.length > 0 ? problems.every(isOfTaken) : refAnswers.test(String(message));
}

// Rulesets are refused by texts.
const isOfTaken = (problem: Problem | string): boolean =>
  typeof problem === 'string' ? problem === 'Name must be unique' : isTakenBy(problem);

const isTakenBy = ({ code, message }: Problem): boolean =>
  code === 'already_exists' || (code === 'custom' && String(message).startsWith('A pull request already exists for '));

// Refs are refused by a sentence alone.
const refAnswers = /^(?:Reference already exists|Reference does not exist|Update is not a fast forward)/;
