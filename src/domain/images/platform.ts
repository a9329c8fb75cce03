import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** What an image runs on: https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export type Platform = { readonly os: string; readonly architecture: string; readonly variant?: string };

const pattern = /^[a-z0-9_]+$/;
const otherNames: Readonly<Record<string, string>> = { x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64' };

/** Reads `linux/amd64` or `linux/arm/v7`. */
export function parsePlatform(text: string): Platform {
  const [os = '', given = '', variant, ...rest] = text.trim().toLowerCase().split('/');
  const architecture = otherNames[given] ?? given;
  const parts = [os, architecture, ...(variant === undefined ? [] : [variant])];
  if (rest.length > 0 || !parts.every((part) => pattern.test(part)))
    throw new ReleaseError(`${quoted(text.slice(0, 200))} is not a platform.`, {
      fix: 'Write a platform such as linux/amd64, linux/arm64 or linux/arm/v7.',
    });
  return { os, architecture, ...(variant !== undefined && { variant }) };
}

/** `linux/arm/v7`. The variant that everybody means without naming it is left out. */
export function platformText({ os, architecture, variant }: Platform): string {
  const isUsual = variant === undefined || variant === '' || usualVariants[architecture] === variant;
  return `${os}/${architecture}${isUsual ? '' : `/${variant}`}`;
}

/** As in containerd: https://github.com/containerd/platforms/blob/main/database.go */
const usualVariants: Readonly<Record<string, string>> = { amd64: 'v1', arm: 'v7', arm64: 'v8' };

/** The wanted platforms that are not there. */
export function missingPlatforms(wanted: readonly Platform[], there: readonly Platform[]): readonly Platform[] {
  const found = new Set(there.map(platformText));
  return wanted.filter((platform) => !found.has(platformText(platform)));
}
