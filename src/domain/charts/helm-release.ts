import { attempt, ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';
import { parseSemver } from '../versions/version.ts';

/** A release of Helm, and the checksums that its archive may have. Without any, the published one counts. */
export type HelmRelease = { readonly version: string; readonly pins: readonly string[] };

const fix = 'Write a version such as v3.22.0, or with the checksum of its archive: v3.22.0@sha256:…';

/** Reads `v3.22.0`, or `v3.22.0@sha256:…` with one checksum or, for several machines, several with commas between them. */
export function parseHelmRelease(text: string): HelmRelease {
  const [version = '', sums] = text.trim().split('@', 2);
  const bare = version.replace(/^v/, '');
  if (attempt(() => parseSemver(bare)) instanceof ReleaseError)
    throw new ReleaseError(`is ${quoted(text)}, which is no exact version of Helm.`, { fix });
  if (!/^[34]\./.test(bare)) throw new ReleaseError(`is ${quoted(text)}. Only Helm 3 and Helm 4 can be used.`, { fix });
  const pins = sums === undefined ? [] : sums.split(',').map((sum) => /^sha256:([0-9a-f]{64})$/.exec(sum.trim())?.[1]);
  if (pins.includes(undefined)) throw new ReleaseError(`is ${quoted(text)}, whose checksum is no SHA-256.`, { fix });
  return { version: `v${bare}`, pins: pins.filter((pin) => pin !== undefined) };
}

/** The address of a server that has Helm's archives. */
export function parseHelmMirror(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  const isLocal = url !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) && url.username === '')
    return url.href.replace(/\/$/, '');
  throw new ReleaseError(`is ${quoted(text.replace(/\/\/[^/]*@/, '//…@'))}, which is no https address.`, {
    fix: 'Give the address below which the archives are, such as https://get.helm.sh.',
  });
}

const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const processors: Readonly<Record<string, string>> = {
  x64: 'amd64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: '386',
  ppc64: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
};

/** What Helm calls a machine, such as `linux-amd64`. https://helm.sh/docs/intro/install */
export function helmMachine({ platform, arch }: { readonly platform: string; readonly arch: string }): string {
  const [system, processor] = [systems[platform], processors[arch]];
  if (system !== undefined && processor !== undefined) return `${system}-${processor}`;
  throw new ReleaseError(`There is no Helm to download for ${platform} on ${arch}.`, {
    fix: 'Install Helm in an earlier step, and leave the input helm-version out.',
  });
}

/** The checksum in a file that `sha256sum` wrote for one archive. */
export function publishedSum(
  text: string,
  { url, archive }: { readonly url: string; readonly archive: string },
): string {
  const [, sum, name] = /^([0-9a-f]{64})(?: [ *](\S+))?\s*$/.exec(text) ?? [];
  if (sum !== undefined && (name === undefined || name.split('/').at(-1) === archive)) return sum;
  throw new ReleaseError(`${url} is no checksum of ${archive}: ${quoted(text.slice(0, 100))}.`, {
    fix: 'Find out what answers there, or pin the checksum in the input helm-version.',
  });
}
