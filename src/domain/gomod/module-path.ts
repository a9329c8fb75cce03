/** A module path without its major version suffix, and the suffix: `/v2`, `.v2` at gopkg.in, or '' if there is none. */
export type SplitPath = { readonly base: string; readonly suffix: string };

/** Splits a module path as Go does. Undefined if it ends in a major version that no path may have. */
export function splitPath(path: string): SplitPath | undefined {
  if (path.startsWith('gopkg.in/')) {
    const [, base, suffix] = /^(.+)(\.v(?:0|[1-9]\d*)(?:-unstable)?)$/.exec(path) ?? [];
    return base === undefined || suffix === undefined ? undefined : { base, suffix };
  }
  const [, base, numbers] = /^(.+)\/v([\d.]+)$/.exec(path) ?? [];
  if (base === undefined || numbers === undefined) return { base: path, suffix: '' };
  return /^[1-9]\d*$/.test(numbers) && numbers !== '1' ? { base, suffix: `/v${numbers}` } : undefined;
}

/** Whether modules with this suffix may have versions of this major number: https://go.dev/ref/mod#major-version-suffixes */
export function takesMajor({ suffix }: SplitPath, major: number): boolean {
  if (suffix === '') return major < 2;
  return Number(/\d+/.exec(suffix)?.[0]) === major;
}

/** The canonical form of a version, such as v1.2.0 for v1.2. Undefined if it is not a version. */
export function canonicalVersion(text: string): string | undefined {
  const number = '(?:0|[1-9][0-9]*)';
  const parts = String.raw`(?:${number}|[0-9A-Za-z-]*[A-Za-z-][0-9A-Za-z-]*)`;
  const shape = new RegExp(
    String.raw`^(?<short>v${number}(?:\.${number})?)$|^(?<full>v${number}\.${number}\.${number}(?:-${parts}(?:\.${parts})*)?)(?<build>\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`,
  );
  const { short, full, build } = shape.exec(text)?.groups ?? {};
  if (short !== undefined) return short + '.0'.repeat(3 - short.split('.').length);
  return full === undefined ? undefined : full + (build === '+incompatible' ? build : '');
}

// Go does not take a tag of this form for a release: https://go.dev/ref/mod#pseudo-versions
export const isPseudoVersion = (version: string): boolean =>
  /^v\d+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+.*)?$/.test(version);

/** The version that go mod writes for a module that only a replace provides. It cannot be fetched. */
export const isPlaceholder = (version: string): boolean => /^v0\.0\.0$|^v\d+\.0\.0-00010101000000-0{12}$/.test(version);

/** A path or a version in the URL of a proxy: https://go.dev/ref/mod#goproxy-protocol */
export const escapedPath = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);

/** Whether Go can fetch a module with this path: https://go.dev/ref/mod#go-mod-file-ident */
export function isFetchable(path: string): boolean {
  const [domain = '', ...rest] = path.split('/');
  const isElement = (part: string) => /^[\w.~-]+$/.test(part) && !/^\.|\.$/.test(part);
  return /^[a-z0-9][a-z0-9.-]*\.[a-z0-9.-]*[a-z0-9]$/.test(domain) && rest.every(isElement);
}
