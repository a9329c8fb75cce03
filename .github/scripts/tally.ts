import { relative } from 'node:path';

/** How much of a check passed and failed, and what a person who has to mend it should read. */
export type Tally = { readonly passed: number; readonly failed: number; readonly output: string };

type Report = { readonly testResults: readonly File[] };
type File = {
  readonly name: string;
  readonly status: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly assertionResults: readonly Test[];
};
type Test = { readonly fullName: string; readonly status: string; readonly tags?: readonly string[] };

/**
 * Counts what vitest's JSON report says. What did not run has not passed: skipped tests and todos (unless they were left
 * out on purpose), files that could not be loaded, a run without tests, one that ended badly after they all passed.
 */
export function tallyOf(
  report: string | undefined,
  exitCode: number | null,
  isLeftOut: (test: Test) => boolean = () => false,
): Tally {
  if (report === undefined) return { passed: 0, failed: 1, output: 'vitest wrote no report.' };
  const files = filesOf(report);
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const unrun = tests.filter((test) => isUnrun(test) && !isLeftOut(test));
  const broken = files.filter(isBroken);
  const failed = tests.filter((test) => test.status === 'failed').length + unrun.length + broken.length;
  if (failed === 0 && passed === 0) return { passed, failed: 1, output: 'No test ran.' };
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, output: `vitest ended with ${exitCode}.` };
  const remarks = [
    ...broken.map(({ name }) => `Failed outside of its tests: ${name}`),
    ...unrun.map(({ fullName, status }) => `Did not run (${status}): ${fullName}`),
  ];
  return { passed, failed, output: remarks.join('\n') };
}

export function unrunTests(report: string | undefined): readonly Test[] {
  return filesOf(report).flatMap((file) => file.assertionResults.filter(isUnrun));
}

/** A test that only `npm test -- --all` runs. */
export const isExhaustive = ({ tags = [] }: Test): boolean => tags.includes('exhaustive');

/** Lines about the ten files of tests that took longest, the longest first. */
export function slowestFiles(report: string | undefined, project: string): readonly string[] {
  const timed = filesOf(report).map(({ name, startTime, endTime }) => ({
    name,
    seconds: (endTime - startTime) / 1000,
  }));
  const slowest = timed.toSorted((one, other) => other.seconds - one.seconds).slice(0, 10);
  return slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${relative(project, name)}`);
}

const filesOf = (report: string | undefined): readonly File[] =>
  report === undefined ? [] : (JSON.parse(report) as Report).testResults;

function isBroken({ status, assertionResults }: File): boolean {
  return status === 'failed' && assertionResults.every((test) => test.status === 'passed');
}

function isUnrun({ status }: Test): boolean {
  return status !== 'passed' && status !== 'failed';
}
