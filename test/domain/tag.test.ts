import { describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { defaultStreams, parseStreams } from '../../src/domain/tags/stream.ts';
import { imageTag, isLatest, parseReleaseTag, previousTag, tagsInSeries } from '../../src/domain/tags/tag.ts';
import { nextDevelopment } from '../../src/domain/versions/version.ts';

const parse = (name: string, streams = defaultStreams) => parseReleaseTag(name, parseStreams(streams));

function refusalOf(name: string, streams = defaultStreams): { message: string; fix: string } {
  const refusal = attempt(() => parse(name, streams));
  if (!(refusal instanceof ReleaseError)) throw new Error(`${name} was accepted`);
  return { message: refusal.message, fix: refusal.fix ?? '' };
}

describe('a tag of a stream', () => {
  const driver = 'driver: {pep440}';
  const modules = 'module: {path}/v{version}';
  it.each([
    ['v0.1.0', defaultStreams, { stream: 'image', semver: '0.1.0', pep440: '0.1.0', pre: undefined }],
    ['v3.4.0-rc.1', defaultStreams, { stream: 'image', semver: '3.4.0-rc.1', pep440: '3.4.0rc1', pre: 'rc.1' }],
    ['v0.8.0-alpha.1', defaultStreams, { stream: 'image', semver: '0.8.0-alpha.1', pep440: '0.8.0a1', pre: 'alpha.1' }],
    ['v3.3.0-beta.1', defaultStreams, { stream: 'image', semver: '3.3.0-beta.1', pep440: '3.3.0b1', pre: 'beta.1' }],
    ['v3.3.0-rc1', defaultStreams, { stream: 'image', semver: '3.3.0-rc1', pep440: '3.3.0rc1', pre: 'rc1' }],
    ['v0.2.0-dev.0', defaultStreams, { stream: 'image', semver: '0.2.0-dev.0', pep440: '0.2.0.dev0', pre: 'dev.0' }],
    ['v3.4.4-1', defaultStreams, { stream: 'image', semver: '3.4.4-1', pep440: undefined, pre: '1' }],
    [
      'v1.2.0+build.5',
      defaultStreams,
      { stream: 'image', semver: '1.2.0+build.5', pep440: undefined, build: 'build.5' },
    ],
    ['chart/0.1.0', defaultStreams, { stream: 'chart', semver: '0.1.0', pep440: '0.1.0' }],
    ['src/webhook/v0.8.0', modules, { stream: 'module', path: 'src/webhook', semver: '0.8.0' }],
    ['src/v0.8.0', 'any: {path}v{version}', { stream: 'any', path: 'src', semver: '0.8.0' }],
    ['v0.8.0', 'any: {path}v{version}', { stream: 'any', path: '.', semver: '0.8.0' }],
    ['1.0.0', driver, { stream: 'driver', semver: '1.0.0', pep440: '1.0.0' }],
    ['3.3.0-rc1', driver, { semver: '3.3.0-rc.1', pep440: '3.3.0rc1', pre: 'rc.1' }],
    ['2.1.0a1', driver, { semver: '2.1.0-alpha.1', pep440: '2.1.0a1', pre: 'alpha.1' }],
    ['0.2.0.dev0', driver, { semver: '0.2.0-dev.0', pep440: '0.2.0.dev0', pre: 'dev.0' }],
    ['2.0.7.1', driver, { semver: undefined, pep440: '2.0.7.1', pre: undefined }],
    ['3.4.4-1', driver, { semver: undefined, pep440: '3.4.4.post1', pre: undefined }],
    ['1.0', driver, { semver: '1.0.0', pep440: '1.0' }],
    ['01.0.0', driver, { semver: '1.0.0', pep440: '1.0.0' }],
    ['2.1.0a1.dev2', driver, { semver: undefined, pep440: '2.1.0a1.dev2', pre: 'a1.dev2' }],
    ['1!2.0', driver, { semver: undefined, pep440: '1!2.0' }],
  ])('%s in %s', (name, streams, wanted) => {
    const { stream, path, version } = parse(name, streams);
    const { semver, pep440, prerelease: pre, build, isPrerelease } = version;
    expect({ stream: stream.name, path, semver, pep440, pre, build, isPrerelease }).toMatchObject({
      isPrerelease: 'pre' in wanted && wanted.pre !== undefined,
      ...wanted,
    });
  });
});

describe('a tag of no stream is refused, with the rule and the line that would take it', () => {
  it.each([
    ['chart/v0.1.0', 'must begin with a number', 'chart: chart/v{version}'],
    ['v1.0', 'needs three numbers', 'release: v{pep440}'],
    ['v1', 'needs three numbers', 'release: v{pep440}'],
    ['v01.0.0', 'leading zero', 'release: v{pep440}'],
    ['v1.0.0-rc.01', 'leading zero', 'release: v{pep440}'],
    ['v1.0.0-', 'part of the prerelease is empty', 'does not end in a version'],
    ['v1.0.0-a..b', 'contains ".."', 'such as v1.2.3'],
    ['v1.2.3.4', 'more than three numbers', 'release: v{pep440}'],
    ['v99999999999999999.0.0', 'above 9007199254740991', 'does not end in a version'],
    ['1.0.0', 'the pattern does not match', 'driver: {pep440}'],
    ['１.0.0', 'the pattern does not match', 'does not end in a version'],
    ['v１.0.0', 'only ASCII', 'does not end in a version'],
    ['latest', 'the pattern does not match', 'does not end in a version'],
    ['mwc-la-2021', 'the pattern does not match', 'mwc-la: mwc-la-{pep440}'],
    ['src/webhook/v0.8.0', 'the pattern does not match', 'module: {path}/v{version}'],
    ['refs/tags/v1.0.0', 'the pattern does not match', 'Use the short name'],
    ['v1.0.0\u202E', 'an invisible character', 'such as v1.2.3'],
    ['v1.0.0$(id)', 'only ASCII', 'does not end in a version'],
  ])('%s', (name, rule, wayOut) => {
    const { message, fix } = refusalOf(name);
    expect(message).toContain(rule);
    expect(message + fix).not.toContain('\u202E');
    expect(fix).toContain(wayOut);
  });

  it.each([
    ['2.1.0a1.issue51', 'is not like'],
    ['1.0+local', 'local version'],
    ['v1.0.0', 'must begin with a number'],
  ])('%s in driver: {pep440}', (name, rule) => expect(refusalOf(name, 'driver: {pep440}').message).toContain(rule));

  it.each([
    ['v0.4', undefined, 'v0.4.0'],
    ['v0', undefined, 'v0.0.0'],
    ['V0.4.0', undefined, 'v0.4.0'],
    ['v.0.4.0', undefined, 'v0.4.0'],
    ['0.4.0', undefined, 'v0.4.0'],
    ['0.4', undefined, 'v0.4.0'],
    ['v00.4.0', undefined, 'v0.4.0'],
    ['v0.4.0rc1', undefined, 'v0.4.0-rc.1'],
    ['v0.4-rc.1', undefined, 'v0.4.0-rc.1'],
    ['chart/v0.4.0', undefined, 'chart/0.4.0'],
    ['Chart/0.4', undefined, 'chart/0.4.0'],
    ['v0.4.0', 'driver: {pep440}', '0.4.0'],
    ['0.4.0.dev0', 'driver: v{pep440}', 'v0.4.0.dev0'],
    ['src/webhook/V0.4', 'module: {path}/v{version}', 'src/webhook/v0.4.0'],
    ['src/webhook/0.4', 'module: {path}v{version}', 'src/webhook/v0.4.0'],
    ['V0.4.0', 'module: {path}v{version}', 'v0.4.0'],
  ])('%s in %s is told: did you mean %s?', (name, streams, meant) => {
    expect(refusalOf(name, streams).fix?.split('\n')[0]).toBe(`Did you mean ${meant}?`);
  });

  it.each(['v1.2.3.4', 'latest', 'release-1.2', 'src/webhook/v0.8.0', 'v99999999999999999.0.0', '/', '1'.repeat(400)])(
    '%s is told no other tag',
    (name) => expect(refusalOf(name).fix).not.toContain('Did you mean'),
  );

  it('is told the tag that was meant first, and the line of a stream second', () => {
    expect(refusalOf('v0.4')).toMatchObject({
      message:
        'Tag "v0.4" belongs to no stream:\n  image: v{version} ("0.4" is not a SemVer 2 version: it needs three numbers, major.minor.patch (§2))\n  chart: chart/{version} (the pattern does not match)',
      fix: 'Did you mean v0.4.0?\nIf this is a release tag, add a line to the input streams, and remove other lines with that name or for the same tags. The line: release: v{pep440}',
    });
  });

  it('names every stream that there is', () => {
    expect(refusalOf('latest').message).toMatch(/image: v\{version\}[^]*chart: chart\/\{version\}/);
  });

  it.each(['v1.0.0', 'v1.0.0-xv1.0.0'])('%s fits two streams, and both are named', (name) => {
    const { message } = refusalOf(name, 'a: v{version}\nb: {path}v{version}');
    expect(message).toContain('a: v{version} and b: {path}v{version}');
  });

  it.each([
    '',
    '-x',
    'a b',
    'a..b',
    'a~b',
    'a:b',
    'a.lock',
    '.a',
    'a/.b',
    '/a',
    'a/',
    'a//b',
    '@',
    'a@{b',
    'a\\b',
    'a\nb',
    'a.',
  ])('git allows no tag %j', (name) => expect(refusalOf(name).message).toContain('is not a valid tag name'));
});

describe('streams', () => {
  it.each([
    ['image', 'contains the line "image"'],
    ['Image: v{version}', 'contains the line'],
    ['a: v', '0 versions'],
    ['a: {version}{pep440}', '2 versions'],
    ['a: {path}/{path}/v{version}', '{path} is used twice'],
    ['a: {foo}{version}', '{foo} is not a placeholder'],
    ['a: v{version', '{version is not a placeholder'],
    ['a: v{version}\na: w{version}', 'two streams with the name "a"'],
    ['a: v{version}\nb: v{version}', 'two streams with the pattern "v{version}"'],
    ['\n', 'contains no stream'],
  ])('%j is refused', (text, reason) => expect(() => parseStreams(text)).toThrow(reason));

  it('a pattern is text: its dots and brackets match only themselves', () => {
    expect(refusalOf('release-1x0-1.0.0', 'a: release-1.0-{version}').message).toContain('the pattern does not match');
    expect(parse('release(1.0)-1.0.0', 'a: release(1.0)-{version}').version.semver).toBe('1.0.0');
  });

  it('a path holds nothing that a shell would read', () => {
    for (const path of ['$(id)', 'a;b', 'a`b`', "a'b", 'a|b', 'a&b']) {
      expect(refusalOf(`${path}/v1.0.0`, 'm: {path}/v{version}').message).toContain('the pattern does not match');
    }
  });
});

describe('among its siblings', () => {
  const relations = (name: string, others: string[], streams = defaultStreams) => {
    const tag = parse(name, streams);
    const found = tagsInSeries(tag, [name, ...others]);
    return [previousTag(tag, found)?.name, isLatest(tag, found)];
  };
  it.each([
    ['v1.0.0', ['v0.9.0', 'v1.0.0-rc.1', 'v1.1.0-rc.1'], 'v0.9.0', true],
    ['v1.0.0-rc.2', ['v0.9.0', 'v1.0.0-rc.1'], 'v1.0.0-rc.1', false],
    ['v1.0.0-rc.1', ['v0.9.0'], 'v0.9.0', false],
    ['v0.9.1', ['v0.9.0', 'v1.0.0', 'v0.8.9'], 'v0.9.0', false],
    ['v0.10.0', ['v0.9.0', 'v0.2.0'], 'v0.9.0', true],
    ['chart/0.1.0', ['v0.1.0', 'v9.0.0', 'chart/0.0.9'], 'chart/0.0.9', true],
    ['v0.1.0', ['chart/0.0.9', 'latest', 'v0'], undefined, true],
  ])('%s beside %j', (name, others, previous, latest) => expect(relations(name, others)).toEqual([previous, latest]));

  it('each path is a series of its own', () => {
    const streams = 'module: {path}/v{version}';
    expect(relations('src/a/v0.8.0', ['src/b/v0.7.0', 'src/a/v0.6.0', 'src/b/v0.9.0'], streams)).toEqual([
      'src/a/v0.6.0',
      true,
    ]);
  });

  it('Python sorts dev before alpha, SemVer after beta', () => {
    expect(relations('1.0a1', ['1.0.dev5', '0.9'], 'driver: {pep440}')).toEqual(['1.0.dev5', false]);
    expect(relations('v1.0.0-dev.5', ['v1.0.0-alpha.1', 'v1.0.0-beta.1'])).toEqual(['v1.0.0-beta.1', false]);
  });
});

describe('image tags', () => {
  it.each([
    ['v3.4.4', undefined, 'v3.4.4'],
    ['v3.4.4', 1, 'v3.4.4-1'],
    ['v4.5.1', 0, 'v4.5.1-0'],
    ['v3.3.0-beta.1', 3, 'v3.3.0-beta.1-3'],
    ['chart/0.1.0', undefined, '0.1.0'],
    ['v1.2.0+build.5', undefined, undefined],
  ])('%s with revision %s', (name, revision, wanted) => expect(imageTag(parse(name), revision)).toBe(wanted));

  it('a revision of what OCI forbids is refused', () => {
    expect(() => imageTag(parse('v1.2.0+build.5'), 1)).toThrow('OCI does not allow');
  });
});

it.each([
  ['v0.1.0', 'minor', '0.2.0-dev.0', '0.2.0.dev0'],
  ['v0.1.0', 'patch', '0.1.1-dev.0', '0.1.1.dev0'],
  ['v0.1.0', 'major', '1.0.0-dev.0', '1.0.0.dev0'],
] as const)('after %s the next %s version is %s', (name, step, semver, pep440) => {
  expect(nextDevelopment(parse(name).version, step)).toEqual({ semver, pep440 });
});
