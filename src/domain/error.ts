/** Where in a file a problem is. */
export type SourcePosition = { readonly file: string; readonly line?: number; readonly column?: number };

/** `docs/index.md:3` */
export const positionText = ({ file, line }: SourcePosition): string => (line === undefined ? file : `${file}:${line}`);

type ErrorDetails = {
  readonly fix?: string | undefined;
  readonly at?: SourcePosition | undefined;
  readonly cause?: unknown;
};

/** A refusal: what is wrong with the actual values, how to fix it, and where. Anything else thrown is a bug. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  readonly fix: string | undefined;
  readonly at: SourcePosition | undefined;
  /** All problems, if several were found at once. */
  readonly reasons: readonly ReleaseError[];

  constructor(message: string, { fix, at, cause }: ErrorDetails = {}, reasons: readonly ReleaseError[] = []) {
    super(message, cause === undefined ? {} : { cause });
    this.fix = fix;
    this.at = at;
    this.reasons = reasons;
  }
}

/** What is wrong, and how to fix it. */
export const refusalText = ({ message, fix }: ReleaseError): string =>
  fix === undefined ? message : `${message} ${fix}`;

/** Every problem that a refusal tells. */
export const problemsIn = (refusal: ReleaseError): readonly ReleaseError[] =>
  refusal.reasons.length > 0 ? refusal.reasons : [refusal];

/** Throws all refusals as one, so that people can fix all of them before the next run. */
export function refuseIfAny(message: string, reasons: readonly ReleaseError[]): void {
  const [only] = reasons;
  if (only !== undefined && reasons.length === 1) throw only;
  if (only !== undefined) throw new ReleaseError(message, {}, reasons);
}

/** Throws refusals of several looks as one. What two of them say is said once. */
export function refuseAll(message: string, refusals: readonly ReleaseError[]): void {
  const all = refusals.flatMap(problemsIn);
  const isFirst = ({ message: said, fix }: ReleaseError, index: number) =>
    all.findIndex((other) => other.message === said && other.fix === fix) === index;
  refuseIfAny(message, all.filter(isFirst));
}

/** The result of `look`, or the refusal that it threw. */
export function attempt<T>(look: () => T): T | ReleaseError {
  try {
    return look();
  } catch (error) {
    if (error instanceof ReleaseError) return error;
    throw error;
  }
}

/** Separates results from refusals. */
export function divided<T>(answers: readonly (T | ReleaseError)[]): {
  readonly values: readonly T[];
  readonly refusals: readonly ReleaseError[];
} {
  const [values, refusals]: [T[], ReleaseError[]] = [[], []];
  for (const answer of answers) {
    if (answer instanceof ReleaseError) refusals.push(answer);
    else values.push(answer);
  }
  return { values, refusals };
}
