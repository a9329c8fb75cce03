/** A module path without its major version, and that suffix: `/v2`, or `.v2` at gopkg.in; '' where there is none. */
export type SplitPath = { readonly base: string; readonly suffix: string };

/** Divides a module path as Go does; undefined where its end is no major version that a path may have. */
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

/** What Go makes of a version, such as v1.2.0 of v1.2; undefined where it is none. */
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

// A tag of this shape is no release for Go: https://go.dev/ref/mod#pseudo-versions
export const isPseudoVersion = (version: string): boolean =>
  /^v\d+\.(?:0\.0-|\d+\.\d+-(?:[^+]*\.)?0\.)\d{14}-[A-Za-z0-9]+(?:\+.*)?$/.test(version);

/** What go mod writes where a module is only known by a replace: no such version can be fetched. */
export const isPlaceholder = (version: string): boolean => /^v0\.0\.0$|^v\d+\.0\.0-00010101000000-0{12}$/.test(version);

/** As paths and versions stand in the addresses of a proxy: https://go.dev/ref/mod#goproxy-protocol */
export const escapedPath = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);

/** Whether Go takes a path for a module that can be fetched: https://go.dev/ref/mod#go-mod-file-ident */
export function isFetchable(path: string): boolean {
  const [domain = '', ...rest] = path.split('/');
  const isElement = (part: string) => /^[\w.~-]+$/.test(part) && !/^\.|\.$/.test(part);
  return /^[a-z0-9][a-z0-9.-]*\.[a-z0-9.-]*[a-z0-9]$/.test(domain) && rest.every(isElement);
}
