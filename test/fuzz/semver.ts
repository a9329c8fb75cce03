/**
 * The expression that semver.org publishes for ECMAScript, letter for letter:
 * https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
 * (semver.md of github.com/semver/semver at f99d5485190a).
 */
const published =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/;

/** What the expression finds in a text that it accepts. */
export type Parts = {
  readonly release: readonly string[];
  readonly prerelease: string | undefined;
  readonly build: string | undefined;
};

export function partsOf(text: string): Parts | undefined {
  const groups = published.exec(text);
  if (groups === null) return undefined;
  const [, major = '', minor = '', patch = '', prerelease, build] = groups;
  return { release: [major, minor, patch], prerelease, build };
}

/** Precedence by the letter of https://semver.org/#spec-item-11, with numbers of any length. */
export function precedence(one: Parts, other: Parts): number {
  const byRelease = first(one.release.map((digits, index) => byNumber(digits, other.release[index] ?? '')));
  if (byRelease !== 0) return byRelease;
  if (one.prerelease === undefined || other.prerelease === undefined) {
    return Number(one.prerelease === undefined) - Number(other.prerelease === undefined);
  }
  const [these, those] = [one.prerelease.split('.'), other.prerelease.split('.')];
  const shared = these.slice(0, those.length).map((identifier, index) => byIdentifier(identifier, those[index] ?? ''));
  return first(shared) || Math.sign(these.length - those.length);
}

function byIdentifier(one: string, other: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOtherNumber) return byNumber(one, other);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

const byNumber = (one: string, other: string) =>
  BigInt(one) === BigInt(other) ? 0 : BigInt(one) < BigInt(other) ? -1 : 1;

const first = (differences: readonly number[]) => differences.find((difference) => difference !== 0) ?? 0;
