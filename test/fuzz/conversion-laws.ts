import { compareVersions, nextDevelopment, parseVersion, type Version } from '../../src/domain/versions/version.ts';
import { demand } from './campaign.ts';
import { isAboveBound } from './differences.ts';

/** A version has a counterpart where docs/versions.md says so, and the counterpart leads back. */
export function conversionLaws(version: Version): void {
  const own = version[version.scheme] ?? '';
  const counterpart = counterpartOf(version);
  demand(
    hasCounterpart[version.scheme](own) === (counterpart !== undefined),
    `${own}: ${counterpart?.scheme} has a form for it?`,
  );
  if (counterpart === undefined) return;
  const there = counterpart[counterpart.scheme];
  demand(counterpart.isPrerelease === version.isPrerelease, `${own} and ${there}: one is a prerelease`);
  const back = counterpartOf(counterpart);
  demand(back !== undefined, `${own} is ${there}, but there is no way back`);
  const isSame = isGlued(version) ? back.semver === unglued(own) : compareVersions(back, version) === 0;
  demand(isSame, `${own} is ${there}, which is ${back[version.scheme]}`);
}

const hasCounterpart = {
  semver: (text: string) =>
    /^[0-9.]+(-(alpha|beta|rc|dev)\.?(0|[1-9][0-9]*))?$/.test(text) && !isAboveBound(/[0-9]+$/.exec(text)?.[0] ?? ''),
  pep440: (text: string) => /^[0-9]+(\.[0-9]+){0,2}((a|b|rc|\.dev)[0-9]+)?$/.test(text),
};

function counterpartOf({ scheme, semver, pep440 }: Version): Version | undefined {
  const [other, text] = scheme === 'semver' ? (['pep440', pep440] as const) : (['semver', semver] as const);
  return text === undefined ? undefined : parseVersion(other, text);
}

/** The order is the same in both schemes, but for what cannot be. */
export function counterpartOrderLaw(one: Version, other: Version): void {
  const [these, those] = [counterpartOf(one), counterpartOf(other)];
  // SemVer compares rc10 and rc9 as text.
  if (these === undefined || those === undefined || isGlued(one) || isGlued(other)) return;
  const [order, there] = [Math.sign(compareVersions(one, other)), Math.sign(compareVersions(these, those))];
  const isTurned = order !== there;
  const isDevAmongEarly = compareVersions(finalOf(one), finalOf(other)) === 0 && meetsDev(one, other);
  demand(
    isTurned === isDevAmongEarly,
    `${one.pep440} and ${other.pep440}: ${order} in one scheme, ${there} in the other`,
  );
}

const isGlued = ({ scheme, semver = '' }: Version) => scheme === 'semver' && /-[a-z]+[0-9]+$/.test(semver);
const unglued = (text: string) => text.replace(/[0-9]+$/, '.$&');

const finalOf = ({ release }: Version) => parseVersion('pep440', release.join('.'));

/** PEP 440 sorts dev before alpha and beta, SemVer after them. */
const meetsDev = (one: Version, other: Version) =>
  [one, other].some(({ pep440 = '' }) => pep440.includes('dev')) &&
  [one, other].some(({ pep440 = '' }) => /[0-9][ab][0-9]/.test(pep440));

/** The next development version comes after a stable one, and is the same version in both schemes. */
export function nextVersionLaws(version: Version): void {
  if (version.isPrerelease) return;
  for (const [index, step] of (['major', 'minor', 'patch'] as const).entries()) {
    if (version.release[index] === Number.MAX_SAFE_INTEGER) continue;
    const next = nextDevelopment(version, step);
    const text = next[version.scheme] ?? '';
    const own = version[version.scheme];
    demand(compareVersions(version, parseVersion(version.scheme, text)) < 0, `after ${own} comes ${text}`);
    demand(parseVersion('pep440', next.pep440).semver === next.semver, `${next.pep440} is not ${next.semver}`);
  }
}
