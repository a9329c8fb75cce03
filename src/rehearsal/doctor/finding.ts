import type { SourcePosition } from '../../domain/error.ts';

/** `stops`: the release would fail. `risk`: it could. `advice`: it would be better. `unseen`: this token does not show it. */
export type Level = 'stops' | 'risk' | 'unseen' | 'advice' | 'good';

/** What the doctor says of one thing. */
export type Finding = {
  readonly level: Level;
  /** A sentence with the actual values. */
  readonly what: string;
  /** The line of the workflow. */
  readonly at?: SourcePosition | undefined;
  readonly fix?: string | undefined;
  /** The page of GitHub's settings where it is mended. */
  readonly page?: string | undefined;
};
