import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { compareVersions, parsePep440, parseSemver, type Version } from '../../src/domain/versions/version.ts';
import { demand, judged, type Trial, type Verdicts } from './campaign.ts';
import { conversionLaws, counterpartOrderLaw, nextVersionLaws } from './conversion-laws.ts';
import { type Difference, isAboveBound, pep440Differences, semverDifferences } from './differences.ts';
import type { Packaging, Reading, Readings } from './packaging.ts';
import { type Parts, partsOf, precedence } from './semver.ts';
import { type Texts, versionTexts } from './version-texts.ts';

/** Versions against semver.org's expression and Python's packaging, and there and back between the two. */
export const versionTrial = (packaging: Packaging): Trial<Texts> => ({
  name: 'versions',
  samples: versionTexts,
  refs: 3,
  judge: async (groups) => {
    const readings = await packaging.read(groups);
    return groups.map((texts, index) =>
      judged(() => [...semverVerdicts(texts), ...pep440Verdicts(texts, readings[index] ?? [])]),
    );
  },
});

function semverVerdicts(texts: Texts): Verdicts {
  const judgments = texts.map((text) =>
    judgment('SemVer', text, { found: partsOf(text), read: parseSemver, differences: semverDifferences }),
  );
  holdForAll(judgments, { reading: semverLaws, order: precedence });
  return judgments.map(({ verdict }) => verdict);
}

function pep440Verdicts(texts: Texts, readings: Readings): Verdicts {
  const judgments = texts.map((text, index) =>
    judgment('PEP 440', text, {
      found: readings[index] ?? undefined,
      read: parsePep440,
      differences: pep440Differences,
    }),
  );
  holdForAll(judgments, { reading: pep440Laws, order: (one, other) => Math.sign(one.rank - other.rank) });
  return judgments.map(({ verdict }) => verdict);
}

type Case<Found> = {
  /** What the other implementation made of the text; undefined where it refused it. */
  readonly found: Found | undefined;
  readonly read: (text: string) => Version;
  readonly differences: readonly Difference<Found>[];
};

type Accepted<Found> = { readonly text: string; readonly version: Version; readonly found: Found };
type Judgment<Found> = { readonly verdict: string; readonly accepted?: Accepted<Found> };

function judgment<Found>(scheme: string, text: string, { found, read, differences }: Case<Found>): Judgment<Found> {
  const version = attempt(() => read(text));
  const difference = found && differences.find(({ covers }) => covers(text, found))?.name;
  if (version instanceof ReleaseError) {
    demand(found === undefined || difference !== undefined, `${scheme} allows it, but: ${version.message}`);
    boundLaw(text, version.message, difference);
    return { verdict: `${scheme}: ${difference === undefined ? 'refused' : `not taken, ${difference}`}` };
  }
  demand(found !== undefined, `taken, though it is not ${scheme}`);
  demand(difference === undefined, `taken, though it is on the list of what is not: ${difference}`);
  return { verdict: `${scheme}: taken`, accepted: { text, version, found } };
}

/** A refusal for a bound is one, and a refusal that speaks of a bound tells the truth. */
function boundLaw(text: string, message: string, difference: string | undefined): void {
  const numbers = text.match(/[0-9]+/g) ?? [];
  const isBeyond = text.length > 256 || numbers.some(isAboveBound);
  demand(isBeyond || !message.includes('which is the limit'), `nothing in it is beyond a bound, but: ${message}`);
  const isForBound = /^(longer|a number)/.test(difference ?? '');
  demand(!isForBound || message.includes('which is the limit'), `a bound is the reason, but: ${message}`);
}

type Laws<Found> = {
  readonly reading: (accepted: Accepted<Found>) => void;
  readonly order: (one: Found, other: Found) => number;
};

function holdForAll<Found>(judgments: readonly Judgment<Found>[], { reading, order }: Laws<Found>): void {
  const all = judgments.flatMap(({ accepted }) => accepted ?? []);
  for (const one of all) {
    reading(one);
    conversionLaws(one.version);
    nextVersionLaws(one.version);
  }
  const orders = pairs(all).map(([one, other]) => {
    const found = orderLaw(one.version, other.version);
    demand(found === order(one.found, other.found), `${one.text} against ${other.text} should not be ${found}`);
    counterpartOrderLaw(one.version, other.version);
    return found;
  });
  const [toSecond = 0, toThird = 0, secondToThird = 0] = orders;
  const isTransitive = toSecond !== secondToThird || toSecond === toThird;
  demand(orders.length < 3 || isTransitive, `the order of ${all.map(({ text }) => text).join(', ')} is not transitive`);
}

/** Each with each that comes after it. */
const pairs = <T>(all: readonly T[]) =>
  all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));

function orderLaw(one: Version, other: Version): number {
  const order = Math.sign(compareVersions(one, other));
  demand(
    Math.sign(compareVersions(other, one)) === -order,
    `${one.semver} against ${other.semver} depends on who asks`,
  );
  return order;
}

function semverLaws({ text, version, found }: Accepted<Parts>): void {
  demand(version.semver === text, `is written back as ${version.semver}`);
  demand(version.release.join('.') === found.release.join('.'), `has the numbers ${version.release.join('.')}`);
  demand(version.prerelease === found.prerelease, `has the prerelease ${version.prerelease}`);
  demand(version.build === found.build, `has the build ${version.build}`);
  demand(version.isPrerelease === (found.prerelease !== undefined), `is it a prerelease?`);
}

function pep440Laws({ version, found }: Accepted<Reading>): void {
  demand(version.pep440 === found.text, `is normalised to ${version.pep440}, by Python to ${found.text}`);
  demand(version.release.join('.') === found.release.join('.'), `has the numbers ${version.release.join('.')}`);
  demand(version.isPrerelease === found.isPrerelease, `is it a prerelease? Python: ${found.isPrerelease}`);
}
