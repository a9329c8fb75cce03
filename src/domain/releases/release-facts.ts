import type { FoundRelease } from './release.ts';

/** What a release is called, says and counts as; undefined stays as it is. */
export type ReleaseFacts = {
  readonly commit: string;
  readonly name: string | undefined;
  readonly body: string | undefined;
  readonly isPrerelease: boolean;
  readonly makeLatest: 'true' | 'false' | 'legacy' | undefined;
  readonly isDraft: boolean;
};

/** Whether a release says what it should say. */
export const hasFacts = (found: FoundRelease, { name, body, isPrerelease }: ReleaseFacts): boolean =>
  (name === undefined || found.name === name) &&
  (body === undefined || withoutLineEnds(found.body) === withoutLineEnds(body)) &&
  found.isPrerelease === isPrerelease;

/** Notes to compare: browsers send other ends of lines. */
export const withoutLineEnds = (body: string) => body.replaceAll('\r\n', '\n').trim();
