import { positionText, type SourcePosition } from '../domain/error.ts';

/** What a verification says about one thing. */
export type Finding = {
  /** `open`: nothing could be compared. */
  readonly verdict: 'same' | 'different' | 'open';
  /** The thing; of a difference, the whole sentence with both values. */
  readonly what: string;
  /** The value that was compared, or why nothing was. */
  readonly detail?: string;
  readonly fix?: string;
  /** The line of the workflow that says so. */
  readonly at?: SourcePosition;
};

const signs = { same: '✓', different: '✗', open: '–' };

/** A line for each finding, and one below a difference with the fix. */
export function linesOf({ verdict, what, detail, fix, at }: Finding): readonly string[] {
  const place = verdict === 'open' && at !== undefined ? ` (${placeOf(at)})` : '';
  const line = `${signs[verdict]} ${what}${place}${detail === undefined ? '' : `: ${detail}`}`;
  return fix === undefined ? [line] : [line, `  ${fix.replaceAll('\n', '\n  ')}`];
}

/** `publish.yml:31` */
export const placeOf = (at: SourcePosition): string => positionText(at).replace('.github/workflows/', '');

/** What several workflows say alike is told once. Each step that was not verified has its own line. */
export const withoutRepeats = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((one) => [[one.verdict, one.what, said(one)].join('\n'), one])).values(),
];

const said = ({ verdict, detail, at }: Finding) => (verdict === 'open' ? at && placeOf(at) : detail);

/** `3 differences` and the like, for the last line. */
export function sumOf(findings: readonly Finding[]): string {
  const count = (verdict: Finding['verdict']) => findings.filter((one) => one.verdict === verdict).length;
  const [same, different, open] = [count('same'), count('different'), count('open')];
  const differences =
    different === 0 ? 'no difference' : `${different} ${different === 1 ? 'difference' : 'differences'}`;
  return `${same} verified, ${differences}, ${open} not verified`;
}
