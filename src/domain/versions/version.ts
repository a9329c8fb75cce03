import { compare as comparePep440 } from '@renovatebot/pep440/lib/operator.js';
import { clean, parse } from '@renovatebot/pep440/lib/version.js';
import compareSemver from 'semver/functions/compare.js';
import parseStrict from 'semver/functions/parse.js';
import { attempt, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

export type VersionScheme = 'semver' | 'pep440';
export type VersionStep = 'major' | 'minor' | 'patch';

/** A version as it was given, and its equivalent in the other scheme, if there is one. */
export type Version = {
  readonly scheme: VersionScheme;
  readonly semver: string | undefined;
  readonly pep440: string | undefined;
  /** The numbers before any suffix: three in SemVer, any count in PEP 440. */
  readonly release: readonly number[];
  readonly prerelease: string | undefined;
  readonly build: string | undefined;
  readonly isPrerelease: boolean;
};

export const parseVersion = (scheme: VersionScheme, text: string): Version =>
  scheme === 'semver' ? parseSemver(text) : parsePep440(text);

/** Strict SemVer 2: no `v`, no spaces, three numbers. */
export function parseSemver(text: string): Version {
  const parsed = parseStrict(text);
  const build = parsed?.build.length ? parsed.build.join('.') : undefined;
  // The parser trims, and accepts a leading v or =. Only text that it would write itself is SemVer.
  if (parsed === null || `${parsed.version}${build === undefined ? '' : `+${build}`}` !== text) {
    throw new ReleaseError(`${quoted(text)} is not a SemVer 2 version: ${semverRule(text)}`, {
      fix: 'Give a version such as 1.2.3 or 1.2.3-rc.1.',
    });
  }
  const release = [parsed.major, parsed.minor, parsed.patch];
  const prerelease = parsed.prerelease.length > 0 ? parsed.prerelease.join('.') : undefined;
  return {
    scheme: 'semver',
    semver: text,
    pep440: build === undefined ? pep440Of(release, prerelease) : undefined,
    release,
    prerelease,
    build,
    isPrerelease: prerelease !== undefined,
  };
}

const likePython = 'Give a version such as 1.2.3, 1.2.3rc1 or 1.2.3.dev0.';

/** PEP 440 in any spelling that Python accepts, but for a leading `v` and local versions. */
export function parsePep440(text: string): Version {
  const parsed = /^[0-9]/.test(text) ? parse(text) : null;
  if (parsed === null || text.includes('+')) {
    throw new ReleaseError(`${quoted(text)} is not a public PEP 440 version: ${pep440Rule(text)}`, { fix: likePython });
  }
  const { epoch, release, pre, post, dev } = parsed;
  // A number that is not a safe integer would be written as another number.
  if ([epoch, release, pre ?? [], post ?? [], dev ?? []].flat().some(isUnsafe)) {
    throw new ReleaseError(`${quoted(text)} has a number above ${Number.MAX_SAFE_INTEGER}, which is the limit.`, {
      fix: likePython,
    });
  }
  const suffix = pre ?? dev;
  const isExpressible = epoch === 0 && release.length <= 3 && !post && !(pre && dev);
  const numbers = [...release, 0, 0].slice(0, 3).join('.');
  const prerelease = isExpressible && suffix ? `${wordOfLetter(suffix[0])}.${suffix[1]}` : undefined;
  return {
    scheme: 'pep440',
    semver: isExpressible ? numbers + (prerelease === undefined ? '' : `-${prerelease}`) : undefined,
    pep440: clean(text) ?? undefined,
    release,
    prerelease: prerelease ?? ([pre, dev].flatMap((part) => part?.join('') ?? []).join('.') || undefined),
    build: undefined,
    isPrerelease: Boolean(pre ?? dev),
  };
}

/** Precedence of two versions of one scheme: PEP 440 sorts dev before alpha, SemVer after beta. */
export function compareVersions(one: Version, other: Version): number {
  if (one.scheme === 'pep440') return comparePep440(one.pep440 ?? '', other.pep440 ?? '');
  return compareSemver(one.semver ?? '', other.semver ?? '') || compareLongNumbers(one.prerelease, other.prerelease);
}

// semver compares numbers as floats, so that two timestamps in milliseconds (rc.20260131123456789) can be equal.
function compareLongNumbers(one = '', other = ''): number {
  const others = other.split('.').values();
  for (const here of one.split('.')) {
    const there = others.next().value ?? here;
    if (here !== there) return BigInt(here) < BigInt(there) ? -1 : 1;
  }
  return 0;
}

/** Whether both texts are versions of the same scheme, with or without v, and the first is lower. */
export function isLower(one: string, other: string): boolean {
  const bare = [one, other].map((text) => text.replace(/^v/, ''));
  return (['semver', 'pep440'] as const).some((scheme) => {
    const [first, second] = bare.map((text) => attempt(() => parseVersion(scheme, text)));
    if (first === undefined || second === undefined || first instanceof ReleaseError || second instanceof ReleaseError)
      return false;
    return compareVersions(first, second) < 0;
  });
}

/** The first development version after a release. */
export function nextDevelopment(
  { release, pep440 }: Version,
  step: VersionStep,
): { readonly semver: string | undefined; readonly pep440: string } {
  const [major = 0, minor = 0, patch = 0] = release;
  const next = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] }[step];
  // Without its epoch, the version would be lower than all that have one. SemVer has no epoch.
  const epoch = /^[0-9]+!/.exec(pep440 ?? '')?.[0];
  return {
    semver: epoch === undefined ? `${next.join('.')}-dev.0` : undefined,
    pep440: `${epoch ?? ''}${next.join('.')}.dev0`,
  };
}

const letters = { alpha: 'a', beta: 'b', rc: 'rc', dev: '.dev' } as const;
const wordOfLetter = (letter: string | number | undefined) =>
  Object.entries({ ...letters, dev: 'dev' }).find(([, short]) => short === letter)?.[0];

/** `1.2.0-rc.1` is `1.2.0rc1`. `-1` has no counterpart: PEP 440 would read a post-release, which comes after. */
function pep440Of(release: readonly number[], prerelease: string | undefined): string | undefined {
  if (prerelease === undefined) return release.join('.');
  const match = /^(alpha|beta|rc|dev)\.?(0|[1-9][0-9]*)$/.exec(prerelease);
  const letter = letters[match?.[1] as keyof typeof letters];
  return match === null || isUnsafe(Number(match[2])) ? undefined : `${release.join('.')}${letter}${match[2]}`;
}

const isUnsafe = (part: string | number) => typeof part === 'number' && !Number.isSafeInteger(part);

const semverRules: readonly (readonly [breaks: (text: string) => boolean, rule: string])[] = [
  [(text) => text === '', 'it is empty.'],
  [(text) => text.length > 256, 'it is longer than 256 characters, which is the limit.'],
  [(text) => /^[v=\s]/.test(text), 'it must begin with a number.'],
  [
    (text) => /[^0-9A-Za-z.+-]/.test(text),
    'only ASCII letters, digits, dots, hyphens and one plus are allowed (§2, §9, §10).',
  ],
  [(text) => /^[0-9]+(\.[0-9]+)?(?=$|[-+])/.test(text), 'it needs three numbers, major.minor.patch (§2).'],
  [(text) => /^[0-9]+(\.[0-9]+){3,}/.test(text), 'it has more than three numbers (§2).'],
  [(text) => /^([0-9]+\.){0,2}0[0-9]/.test(text), 'a number has a leading zero (§2).'],
  [(text) => /^[0-9.]+-([^+]*\.)?0[0-9]+(\.|\+|$)/.test(text), 'a number of the prerelease has a leading zero (§9).'],
  [(text) => /^[0-9.]+-(\+|\.|$|[^+]*\.\.|[^+]*\.(\+|$))/.test(text), 'a part of the prerelease is empty (§9).'],
  [
    (text) => (/^[0-9.]+/.exec(text)?.[0] ?? '').split('.').some((digits) => isUnsafe(Number(digits))),
    `a number is above ${Number.MAX_SAFE_INTEGER}, which is the limit.`,
  ],
];

const semverRule = (text: string) =>
  semverRules.find(([breaks]) => breaks(text))?.[1] ?? 'it is not like 1.2.3, 1.2.3-rc.1 or 1.2.3+build.5.';

function pep440Rule(text: string): string {
  if (/^[^+]+\+[^+]+$/.test(text))
    return 'the part after the + makes it a local version, which package indexes refuse.';
  if (!/^[0-9]/.test(text)) return 'it must begin with a number.';
  return 'it is not like 1.2.3, 1.2.3rc1 or 1.2.3.dev0.';
}
