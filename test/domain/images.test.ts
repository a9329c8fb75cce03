import { describe, expect, it } from 'vitest';
import { parseDeclaredRegistry } from '../../src/domain/images/declared-registry.ts';
import { parseDigest } from '../../src/domain/images/digest.ts';
import { cosignTags, fallbackTag } from '../../src/domain/images/manifest.ts';
import { missingPlatforms, parsePlatform, platformText } from '../../src/domain/images/platform.ts';
import { parseImageRepository, parseReference, parseTag, referenceText } from '../../src/domain/images/reference.ts';

const hex = 'a1'.repeat(32);
const digest = `sha256:${hex}` as const;

describe('a reference', () => {
  it.each([
    ['registry.k8s.io/kustomize/kustomize:v5.0.0', 'registry.k8s.io', 'kustomize/kustomize', 'v5.0.0', undefined],
    [`ghcr.io/org/app@${digest}`, 'ghcr.io', 'org/app', undefined, digest],
    [`ghcr.io/org/app:v1@${digest}`, 'ghcr.io', 'org/app', 'v1', digest],
    ['localhost:5000/app:v1', 'localhost:5000', 'app', 'v1', undefined],
    ['localhost/app:v1', 'localhost', 'app', 'v1', undefined],
    ['[::1]:5000/app:v1', '[::1]:5000', 'app', 'v1', undefined],
    ['GHCR.io/org/a__b-c.d:V1', 'ghcr.io', 'org/a__b-c.d', 'V1', undefined],
    ['docker.io/alpine:3', 'docker.io', 'library/alpine', '3', undefined],
    ['index.docker.io/org/app:3', 'docker.io', 'org/app', '3', undefined],
  ])('%s', (text, registry, repository, tag, wanted) => {
    expect(parseReference(text)).toEqual({
      registry,
      repository,
      ...(tag && { tag }),
      ...(wanted && { digest: wanted }),
    });
  });

  it('is written as it was read', () => {
    const text = `localhost:5000/org/app:v1@${digest}`;
    expect(referenceText(parseReference(text))).toBe(text);
  });

  it.each([
    ['alpine:3', '"alpine" names no registry.', 'docker.io/alpine'],
    [
      'org/app:v1',
      '"org/app" names no registry.',
      'Write the host of the registry in front of it. For Docker Hub: docker.io/org/app',
    ],
    [
      'ghcr.io/org/app',
      '"ghcr.io/org/app" has no tag and no digest.',
      'Write ghcr.io/org/app:v1.2.3, or ghcr.io/org/app@sha256:… The tag "latest" is never assumed.',
    ],
    [
      'https://ghcr.io/org/app:v1',
      '"https:" in "https://ghcr.io/org/app" is not the host of a registry.',
      'Write a host such as registry.k8s.io or localhost:5000, without https:// before it.',
    ],
    ['user:password@ghcr.io/org/app:v1', '"user" names no registry.', ''],
    [
      'ghcr.io/Org/app:v1',
      '"Org/app" is not the name of a repository of ghcr.io.',
      'Its parts have lower-case letters and digits, with single dots, underscores or hyphens between them, and slashes between the parts. With the registry it has at most 255 characters.',
    ],
    ['ghcr.io/../app:v1', '"../app" is not the name of a repository of ghcr.io.', ''],
    ['ghcr.io//app:v1', '"/app" is not the name of a repository of ghcr.io.', ''],
    [`ghcr.io/${'a'.repeat(250)}:v1`, `"${'a'.repeat(250)}" is not the name of a repository of ghcr.io.`, ''],
    [
      'ghcr.io/app:',
      '"" is not a tag of an image.',
      'A tag has at most 128 letters, digits, underscores, dots and hyphens, and begins with none of the last two.',
    ],
    ['ghcr.io/app:v1+build', '"v1+build" is not a tag of an image.', ''],
    [`ghcr.io/app:${'v'.repeat(129)}`, `"${'v'.repeat(129)}" is not a tag of an image.`, ''],
    [
      `ghcr.io/app@sha256:${hex.slice(1)}`,
      `"sha256:${hex.slice(1)}" is not a digest.`,
      'A digest is "sha256:" and 64 hexadecimal digits in lower case, or "sha512:" and 128 of them.',
    ],
    [`ghcr.io/app@sha256:${hex.toUpperCase()}`, `"sha256:${hex.toUpperCase()}" is not a digest.`, ''],
    [`ghcr.io/app@md5:${hex}`, `"md5:${hex}" is not a digest.`, ''],
    [':', '"" names no registry.', ''],
  ])('%j is refused', (text, message, fix) => {
    const reading = () => parseReference(text);
    expect(reading).toThrow(expect.objectContaining({ name: 'ReleaseError', message }));
    if (fix !== '') expect(reading).toThrow(expect.objectContaining({ fix: expect.stringContaining(fix) }));
  });
});

it('a repository has no tag', () => {
  const repository = { registry: 'gcr.io', repository: 'k8s-staging-app/app' };
  expect(parseImageRepository('gcr.io/k8s-staging-app/app')).toEqual(repository);
  expect(() => parseImageRepository('gcr.io/k8s-staging-app/app:v1')).toThrow(
    '"k8s-staging-app/app:v1" is not the name of a repository of gcr.io.',
  );
});

it('a digest of SHA-512 is one, too', () => {
  expect(parseDigest(`sha512:${'0f'.repeat(64)}`)).toBe(`sha512:${'0f'.repeat(64)}`);
});

it('a tag may begin with an underscore', () => {
  expect(parseTag('_v1')).toBe('_v1');
});

describe('a platform', () => {
  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/x86_64', 'linux/amd64'],
    ['Linux/aarch64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm/v7', 'linux/arm'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
  ])('%s is %s', (text, name) => {
    expect(platformText(parsePlatform(text))).toBe(name);
  });

  it.each(['linux', 'linux/', '/amd64', 'linux/arm/v7/x', 'linux/am d64', ''])('%j is refused', (text) => {
    expect(() => parsePlatform(text)).toThrow(
      expect.objectContaining({
        message: `"${text}" is not a platform.`,
        fix: 'Write a platform such as linux/amd64, linux/arm64 or linux/arm/v7.',
      }),
    );
  });

  it('that is there under its usual name is not missing', () => {
    const wanted = ['linux/amd64', 'linux/arm64', 'linux/s390x'].map(parsePlatform);
    const there = ['linux/amd64', 'linux/arm64/v8'].map(parsePlatform);
    expect(missingPlatforms(wanted, there)).toEqual([{ os: 'linux', architecture: 's390x' }]);
  });
});

it('what belongs to an image has tags that are made of its digest', () => {
  expect(fallbackTag(digest)).toBe(`sha256-${hex}`);
  expect(fallbackTag(`sha512:${hex}${hex}`)).toBe(`sha512-${hex}`);
  expect(cosignTags(digest)).toEqual([`sha256-${hex}.sig`, `sha256-${hex}.att`, `sha256-${hex}.sbom`]);
});

describe('a declared registry', () => {
  it.each([
    ['registry.internal:5000 plain', { registry: 'registry.internal:5000', isPlain: true, tokenHosts: [] }],
    [
      'Registry.example.org token=login.example.net token=[::1]:8443',
      { registry: 'registry.example.org', isPlain: false, tokenHosts: ['login.example.net', '[::1]:8443'] },
    ],
  ])('%s', (line, declared) => {
    expect(parseDeclaredRegistry(line)).toEqual(declared);
  });

  it.each(['', 'https://registry.example.org', 'registry.example.org insecure', 'registry.example.org token=', 'a b'])(
    '%j is refused',
    (line) => {
      expect(() => parseDeclaredRegistry(line)).toThrow(
        expect.objectContaining({
          message: `"${line}" does not declare a registry.`,
          fix: 'Write its host, and then "token=" with the host that issues its tokens, or "plain" if it has no encryption: registry.example.org token=login.example.net',
        }),
      );
    },
  );
});
