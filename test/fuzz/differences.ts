import type { Parts } from './semver.ts';

/** Texts that a scheme allows and that are refused here on purpose; docs/versions.md says why. */
export type Difference<Found> = {
  readonly name: string;
  readonly covers: (text: string, found: Found) => boolean;
};

export const isAboveBound = (digits: string) => Number(digits) > Number.MAX_SAFE_INTEGER;

export const semverDifferences: readonly Difference<Parts>[] = [
  { name: 'more than 256 characters', covers: (text) => text.length > 256 },
  { name: 'a number above 9007199254740991', covers: (_, { release }) => release.some(isAboveBound) },
];

export const pep440Differences: readonly Difference<unknown>[] = [
  { name: 'a leading v', covers: (text) => /^\s*v/i.test(text) },
  { name: 'white space before or after it', covers: (text) => /^[^0-9]|[^0-9a-z._-]$/i.test(text) },
  { name: 'a local version', covers: (text) => text.includes('+') },
  { name: 'a number above 9007199254740991', covers: (text) => (text.match(/[0-9]+/g) ?? []).some(isAboveBound) },
];
