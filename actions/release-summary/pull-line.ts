import { ReleaseError } from '../../src/domain/error.ts';
import { quoted } from '../../src/domain/text.ts';

/** A pull request. Without a repository, it is one of the repository that is released. */
export type PullLine = { readonly number: number; readonly repository?: string };

export function parsePull(line: string): PullLine {
  const [, server, number = ''] =
    /^(?:https?:\/\/[^/]+\/([\w.-]+\/[\w.-]+)\/pull\/|#)?([1-9]\d{0,9})$/.exec(line) ?? [];
  if (number === '')
    throw new ReleaseError(`has a line that is no pull request: ${quoted(line)}.`, {
      fix: 'Give its number, such as 12, or its URL, such as https://github.com/org/project/pull/12.',
    });
  return { number: Number(number), ...(server !== undefined && { repository: server }) };
}
