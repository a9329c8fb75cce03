import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { dependencyFailures, referencedPaths, setDependencies } from '../../src/domain/dependencies/dependencies.ts';
import { parseDependencies } from '../../src/domain/dependencies/dependencies-file.ts';
import { containsVersion } from '../../src/domain/dependencies/version-occurrence.ts';
import { tool } from '../support/tool.ts';

type Files = Readonly<Record<string, string>>;

const file = 'dependencies.yaml';
const parse = (text: string) => parseDependencies({ file, text });
const check = (files: Files) => dependencyFailures(parse(files[file] ?? ''), (path) => files[path]);
const set = (files: Files, versions: Readonly<Record<string, string>>) =>
  setDependencies(parse(files[file] ?? ''), new Map(Object.entries(versions)), (path) => files[path]);

/** A dependencies.yaml with one dependency, `tool`. */
const oneDependency = (version: string, ...refPaths: readonly Readonly<Record<string, string>>[]) =>
  `dependencies:\n- name: tool\n  version: ${version}\n  refPaths: ${JSON.stringify(refPaths)}\n`;

async function promoTools(): Promise<Files> {
  const folder = join(import.meta.dirname, '../fixtures/kubernetes-sigs__promo-tools/v4.5.1');
  const names = ['VERSION', 'cloudbuild.yaml', file];
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return {
    ...Object.fromEntries(texts),
    'hack/verify-boilerplate.sh': '#!/usr/bin/env bash\n\nVERSION=v0.2.2\n',
    'hack/verify-dependencies.sh': 'set -o errexit\nVERSION=v0.5.4\n',
    'hack/verify-golangci-lint.sh': 'VERSION=v2.10.1\nURL_BASE=https://raw.githubusercontent.com/x\n',
    Dockerfile: '# syntax=docker/dockerfile:1\nFROM golang:1.26.0-trixie AS builder\nFROM scratch\n',
    'go.mod': 'module sigs.k8s.io/promo-tools/v4\n\ngo 1.26.0\n',
    'workspace_status.sh': 'p_ IMG_REGISTRY gcr.io\np_ IMG_VERSION v4.5.1-0\n',
  };
}

/** Every refusal in the error, one a row. */
async function refusals(work: Promise<unknown>): Promise<readonly ReleaseError[]> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReleaseError)) throw new Error('It was not refused.', { cause: error });
  return error.reasons.length > 0 ? error.reasons : [error];
}

const placed = ({ at, message }: ReleaseError) => `${at?.file}:${at?.line}: ${message}`;

describe('a line contains a version', () => {
  it.each([
    ['4.5.1', '4.5.1', true],
    ['v4.5.1-0', '4.5.1', true],
    ['4.5.10', '4.5.1', false],
    ['14.5.1', '4.5.1', false],
    ['3.4.5.1', '4.5.1', false],
    ['4.5.1.2', '4.5.1', false],
    ['See 4.5.1.', '4.5.1', true],
    ['4.5.10 and 4.5.1', '4.5.1', true],
    ['go 1.26.0', '1.26', true],
    ['go 1.26', '1.26', true],
    ['go 1.260', '1.26', false],
    ['go 11.26', '1.26', false],
    ['1.1.1.1', '1.1', true],
    ['v4.5.1-0', 'v4.5.1-0', true],
    ['v4.5.1-01', 'v4.5.1-0', false],
    ['v4.5.1-0.1', 'v4.5.1-0', false],
    ['V4.5.1', 'v4.5.1', false],
    ['golang:1.26-trixie', 'trixie', true],
    ['trixie2', 'trixie', false],
    ['4x5x1', '4.5.1', false],
    ['٣4.5.1', '4.5.1', true],
    ['anything', '', false],
    ['', '1', false],
  ])('%j, %j: %s', (line, version, isThere) => {
    expect(containsVersion(line, version)).toBe(isThere);
  });
});

describe('a dependencies.yaml', () => {
  it('is read as it is written, from the real file of promo-tools', async () => {
    const read = parse((await promoTools())[file] ?? '');
    const rows = read.dependencies.map(({ name, version, at }) => `${at.line} ${name} ${version}`);
    expect(rows).toEqual([
      '3 repo release version 4.5.1',
      '9 repo-infra 0.2.2',
      '16 zeitgeist 0.5.4',
      '22 Debian: codename (default) trixie',
      '29 golangci-lint 2.10.1',
      '40 golang: 1.<major> 1.26',
      '46 golang: go.mod 1.26',
      '52 k8s.gcr.io/artifact-promoter/kpromo v4.5.1-0',
    ]);
    expect(referencedPaths(read)).toHaveLength(8);
    expect(read.dependencies[0]?.refPaths[0]?.match).toBeUndefined();
  });

  it('keeps the text of a number, and takes what is left out as zeitgeist does', () => {
    const [first, second] = parse(
      'dependencies:\n- { name: a, version: 1.20 }\n- { name: b, version: "1e3", scheme: alpha, sensitivity: minor, upstream: { flavour: github }, refPaths: [{ path: ./x/../VERSION, match: "" }] }\n',
    ).dependencies;
    expect(first).toMatchObject({ version: '1.20', scheme: 'semver', sensitivity: undefined, refPaths: [] });
    expect(second).toMatchObject({ version: '1e3', scheme: 'alpha', sensitivity: 'minor' });
    expect(second?.refPaths).toMatchObject([{ path: 'VERSION', match: undefined }]);
  });

  it.each([
    ['', undefined, 'is not a single YAML document'],
    ['# nothing\n', undefined, 'is not a single YAML document'],
    ['a b c\n', 1, 'must be a mapping'],
    ['dependencies: {}\n', 1, 'must be a list'],
    ['dependencies: []\nother: 1\n', 2, 'has no "other"'],
    ['dependencies: []\n---\ndependencies: []\n', undefined, 'is not a single YAML document'],
    ['dependencies:\n- a\n', 2, 'must be a mapping'],
    ['dependencies:\n- name: a\n', 2, 'the version is missing'],
    ['dependencies:\n- version: 1\n', 2, 'the name is missing'],
    ['dependencies:\n- name: a\n  version: ~\n', 3, 'the version is missing'],
    ['dependencies:\n- name: a\n  version: [1]\n', 3, 'must be a single value'],
    ['dependencies:\n- name: &a x\n  version: *a\n', 3, 'is an alias'],
    ['dependencies:\n- name: a\n  version: 1\n  version: 2\n', 4, 'is there twice'],
    ['dependencies:\n- name: a\n  version: 1\n  scheme: calver\n', 4, '"calver" is not a scheme'],
    ['dependencies:\n- name: a\n  version: 1\n  sensitivity: all\n', 4, '"all" is not a sensitivity'],
    ['dependencies:\n- name: a\n  version: 1\n  refpaths: []\n', 4, 'has no "refpaths"'],
    ['dependencies:\n- name: a\n  version: 1\n  refPaths: VERSION\n', 4, 'refPaths must be a list'],
    ['dependencies:\n- name: a\n  version: 1\n  refPaths:\n  - match: x\n', 5, 'the path is missing'],
    ['dependencies:\n- name: a\n  version: 1\n  refPaths:\n  - path: ../x\n', 5, 'is outside of the workspace'],
    ['dependencies:\n- name: a\n  version: 1\n  refPaths:\n  - path: /etc/hosts\n', 5, 'is outside of the workspace'],
    [
      'dependencies:\n- name: a\n  version: 1\n  refPaths:\n  - path: x\n    match: (?=a)\n',
      6,
      'RE2 has no lookaround',
    ],
    [
      'dependencies:\n- name: a\n  version: 1\n- name: a\n  version: 2\n',
      4,
      'Two dependencies have the name "a", at lines 2 and 4',
    ],
  ])('is refused at its line: %j', (text, line, why) => {
    const refusal = attempt(() => parse(text));
    if (!(refusal instanceof ReleaseError)) throw new Error(`${text} was accepted`);
    expect(refusal.message).toContain(why);
    expect(refusal.at).toMatchObject({ file, ...(line === undefined ? {} : { line }) });
  });

  it('is refused for everything that is wrong with it, at once', async () => {
    const text = 'dependencies:\n- name: a\n- name: b\n  version: 1\n  refPaths:\n  - path: x\n    match: (\n- 3\n';
    const found = await refusals(Promise.resolve().then(() => parse(text)));
    expect(found.map(({ at }) => at?.line)).toEqual([2, 7, 8]);
  });
});

describe('a check', () => {
  it('finds nothing where promo-tools is right', async () => {
    expect(check(await promoTools())).toEqual([]);
  });

  it('lists everything that is wrong, at once and each at its place', async () => {
    const { 'go.mod': _, ...files } = await promoTools();
    const wrong = check({
      ...files,
      VERSION: '4.5.10\n',
      'cloudbuild.yaml': (files['cloudbuild.yaml'] ?? '').replace('v4.5.1-0', 'v4.5.0-0'),
      'hack/verify-boilerplate.sh': 'VERSION=latest\n',
      Dockerfile: 'FROM golang:1.26.0-trixie\nFROM golang:1.25.3-trixie\n',
    });
    expect(wrong.map(placed)).toEqual([
      'VERSION:1: VERSION does not contain 4.5.1, the version of "repo release version". It contains "4.5.10".',
      expect.stringContaining('dependencies.yaml:12: No line of hack/verify-boilerplate.sh matches "VERSION=v('),
      'Dockerfile:2: Line 2 of Dockerfile does not contain 1.26, the version of "golang: 1.<major>". It is "FROM golang:1.25.3-trixie".',
      'dependencies.yaml:49: go.mod does not exist. The dependency "golang: go.mod" refers to it.',
      expect.stringMatching(
        /^cloudbuild.yaml:34: Line 34 of .* does not contain v4.5.1-0, .* It is "_IMG_VERSION: 'v4.5.0-0'"/,
      ),
    ]);
    expect(wrong[0]?.fix).toContain('only as a part of another version');
  });

  it('reads lines as zeitgeist does: CRLF and a missing final newline end a line, a lone CR does not', () => {
    const dependencies = oneDependency('1.2.3', { path: 'x', match: String.raw`^v[\d.]+$` });
    const verdicts = ['v1.2.3\r\nother', 'other\nv1.2.3', 'v1.2.3\rother\n', '\uFEFFv1.2.3\n', ''].map(
      (x) => check({ [file]: dependencies, x }).length,
    );
    expect(verdicts).toEqual([0, 0, 1, 1, 1]);
  });
});

describe('zeitgeist itself', () => {
  beforeAll(() => tool('zeitgeist'));

  const release = (version: string) => oneDependency(version, { path: 'f', match: '^VERSION=' });
  const anywhere = (version: string) => oneDependency(version, { path: 'f' });
  it.each<[what: string, files: Files, verdict: 'good' | 'bad']>([
    ['one line that matches and has the version', { [file]: release('1.2.3'), f: 'x\nVERSION=1.2.3\n' }, 'good'],
    ['no line that matches', { [file]: release('1.2.3'), f: 'x\n' }, 'bad'],
    ['a line without the version', { [file]: release('1.2.3'), f: 'VERSION=1.2.4\n' }, 'bad'],
    ['the version, but on another line', { [file]: release('1.2.3'), f: 'VERSION=1.2.4\n# 1.2.3\n' }, 'bad'],
    ['a missing file', { [file]: release('1.2.3') }, 'bad'],
    ['an empty file', { [file]: release('1.2.3'), f: '' }, 'bad'],
    ['no match: the version anywhere', { [file]: anywhere('1.2.3'), f: 'a\nb 1.2.3\nc 1.2.4\n' }, 'good'],
    ['no match, and no version', { [file]: anywhere('1.2.3'), f: 'a\n' }, 'bad'],
    ['an empty match', { [file]: oneDependency('1.2.3', { path: 'f', match: '' }), f: 'a\n1.2.3\n' }, 'good'],
    ['a version of two parts', { [file]: release('1.26'), f: 'VERSION=1.26.0\n' }, 'good'],
    ['a number with a zero at its end', { [file]: release('1.20'), f: 'VERSION=1.20\n' }, 'good'],
    ['that number without it', { [file]: release('1.20'), f: 'VERSION=1.2\n' }, 'bad'],
    ['a name', { [file]: release('trixie'), f: 'VERSION=trixie-slim\n' }, 'good'],
    ['CRLF', { [file]: oneDependency('1.2.3', { path: 'f', match: '=1.2.3$' }), f: 'V=1.2.3\r\n' }, 'good'],
    ['a lone CR', { [file]: oneDependency('1.2.3', { path: 'f', match: '=1.2.3$' }), f: 'V=1.2.3\rx\n' }, 'bad'],
    ['no final newline', { [file]: release('1.2.3'), f: 'VERSION=1.2.3' }, 'good'],
    ['a byte order mark', { [file]: release('1.2.3'), f: '\uFEFFVERSION=1.2.3\n' }, 'bad'],
    ['a path with ./', { [file]: oneDependency('1.2.3', { path: './a/../f' }), f: '1.2.3\n' }, 'good'],
    ['a named group', { [file]: oneDependency('1.2.3', { path: 'f', match: '(?P<v>VER)' }), f: 'VER 1.2.3\n' }, 'good'],
    ['flags', { [file]: oneDependency('1.2.3', { path: 'f', match: '(?i)ver' }), f: 'VER 1.2.3\n' }, 'good'],
    ['a lookahead', { [file]: oneDependency('1.2.3', { path: 'f', match: '(?=V)' }), f: 'V 1.2.3\n' }, 'bad'],
    [
      'a backreference',
      { [file]: oneDependency('1.2.3', { path: 'f', match: String.raw`(V)\1` }), f: 'VV1.2.3\n' },
      'bad',
    ],
    ['no refPaths', { [file]: 'dependencies:\n- name: a\n  version: 1.2.3\n' }, 'good'],
    ['no dependencies', { [file]: 'dependencies: []\n' }, 'good'],
    ['no name', { [file]: 'dependencies:\n- version: 1.2.3\n' }, 'bad'],
    ['no version', { [file]: 'dependencies:\n- name: a\n' }, 'bad'],
    ['an empty version', { [file]: 'dependencies:\n- name: a\n  version: ""\n' }, 'bad'],
    ['an unknown scheme', { [file]: 'dependencies:\n- name: a\n  version: 1\n  scheme: calver\n' }, 'bad'],
    ['a key twice', { [file]: 'dependencies:\n- name: a\n  version: 1\n  version: 2\n' }, 'bad'],
    ['a list that is none', { [file]: 'dependencies: {}\n' }, 'bad'],
    ['no YAML', { [file]: 'dependencies: [\n' }, 'bad'],
  ])('has the same verdict: %s', async (_, files, verdict) => {
    expect([verdictOf(files), await verdictOfZeitgeist(files)]).toEqual([verdict, verdict]);
  });

  const twice = 'dependencies:\n- name: a\n  version: 1.2.3\n- name: a\n  version: 1.2.3\n';
  it.each<[why: string, files: Files]>([
    ['a part of another version is not the version', { [file]: release('4.5.1'), f: 'VERSION=4.5.10\n' }],
    ['nor is its end', { [file]: release('4.5.1'), f: 'VERSION=14.5.1\n' }],
    ['nor is a version of four parts', { [file]: release('4.5.1'), f: 'VERSION=4.5.1.2\n' }],
    ['a second line may not be forgotten', { [file]: release('1.2.3'), f: 'VERSION=1.2.3\nVERSION=1.2.2\n' }],
    [
      'a misspelt key would be a check that is never made',
      { [file]: `${release('1')}  refpath: []\n`, f: 'VERSION=1\n' },
    ],
    ['a name that stands twice cannot be set', { [file]: twice }],
    ['an alias has its value elsewhere', { [file]: 'dependencies:\n- name: &a x\n  version: *a\n' }],
    ['an empty file checks nothing', { [file]: '' }],
    ['a second document is never looked at', { [file]: 'dependencies: []\n---\ndependencies: []\n' }],
    ['the workspace is not left', { [file]: oneDependency('1.2.3', { path: '../t/f' }), f: '1.2.3\n' }],
    ['a sensitivity is one of three', { [file]: 'dependencies:\n- name: a\n  version: 1\n  sensitivity: all\n' }],
  ])('takes what is refused here: %s', async (_, files) => {
    expect([verdictOf(files), await verdictOfZeitgeist(files)]).toEqual(['bad', 'good']);
  });

  it('refuses what is taken here: it stops reading, in silence, at a line of 64 KiB', async () => {
    const files = { [file]: release('1.2.3'), f: `${'x'.repeat(70_000)}\nVERSION=1.2.3\n` };
    expect([verdictOf(files), await verdictOfZeitgeist(files)]).toEqual(['good', 'bad']);
  });

  it('takes the promo-tools that was checked, and the one that was set', async () => {
    const files = await promoTools();
    const { texts } = await set(files, { ...newRelease, 'golang: go.mod': '1.27' });
    expect(await verdictOfZeitgeist(files)).toBe('good');
    expect(await verdictOfZeitgeist({ ...files, ...Object.fromEntries(texts) })).toBe('good');
    expect(await verdictOfZeitgeist({ ...files, VERSION: '4.5.2\n' })).toBe('bad');
  });
});

type Verdict = 'good' | 'bad';

function verdictOf(files: Files): Verdict {
  const failures = attempt(() => check(files));
  return failures instanceof ReleaseError || failures.length > 0 ? 'bad' : 'good';
}

/** `t` is the tree, so that `../t/f` is in it. */
async function verdictOfZeitgeist(files: Files): Promise<Verdict> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'zeitgeist-'));
  const tree = join(scratch.path, 't');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  const args = ['validate', '--local-only', `--config=${join(tree, file)}`, `--base-path=${tree}`];
  const program = await tool('zeitgeist');
  const { promise, resolve } = Promise.withResolvers<Verdict>();
  execFile(program, args, (error) => resolve(error === null ? 'good' : 'bad'));
  return await promise; // before the tree is gone
}

const kpromo = 'k8s.gcr.io/artifact-promoter/kpromo';
const newRelease = { 'repo release version': '4.5.2', [kpromo]: 'v4.5.2-0' };

describe('setting a dependency', () => {
  it('edits the entries and every place they name, and no other byte', async () => {
    const files = await promoTools();
    const { texts, changes } = await set(files, newRelease);
    const dependencies = (files[file] ?? '')
      .replace('version: 4.5.1', 'version: 4.5.2')
      .replace('v4.5.1-0', 'v4.5.2-0');
    expect(Object.fromEntries(texts)).toEqual({
      VERSION: '4.5.2\n',
      'cloudbuild.yaml': files['cloudbuild.yaml']?.replace('v4.5.1-0', 'v4.5.2-0'),
      'workspace_status.sh': 'p_ IMG_REGISTRY gcr.io\np_ IMG_VERSION v4.5.2-0\n',
      [file]: dependencies,
    });
    expect(changes).toEqual([
      { dependency: 'repo release version', path: file, line: 4, before: '4.5.1', after: '4.5.2' },
      { dependency: kpromo, path: file, line: 53, before: 'v4.5.1-0', after: 'v4.5.2-0' },
      { dependency: 'repo release version', path: 'VERSION', line: 1, before: '4.5.1', after: '4.5.2' },
      { dependency: kpromo, path: 'cloudbuild.yaml', line: 34, before: 'v4.5.1-0', after: 'v4.5.2-0' },
      { dependency: kpromo, path: 'workspace_status.sh', line: 2, before: 'v4.5.1-0', after: 'v4.5.2-0' },
    ]);
    expect(check({ ...files, ...Object.fromEntries(texts) })).toEqual([]);
  });

  it('finds nothing to do the second time', async () => {
    const files = await promoTools();
    const { texts } = await set(files, newRelease);
    expect(await set({ ...files, ...Object.fromEntries(texts) }, newRelease)).toEqual({
      texts: new Map(),
      changes: [],
    });
  });

  it('finishes what was begun: a place that is right already is left alone', async () => {
    const files = { ...(await promoTools()), VERSION: '4.5.2\n' };
    const { texts } = await set(files, newRelease);
    expect([...texts.keys()].toSorted()).toEqual(['cloudbuild.yaml', file, 'workspace_status.sh']);
  });

  it('is refused where the match itself names the old version, as one of promo-tools does', async () => {
    const wrong = await refusals(set(await promoTools(), { 'Debian: codename (default)': 'forky' }));
    expect(wrong.map(placed)).toEqual([
      expect.stringMatching(/^dependencies.yaml:25: With .* at forky: No line of Dockerfile matches .*\(trixie\)/),
      expect.stringMatching(/^dependencies.yaml:43: With .* at forky: No line of Dockerfile matches .*\(trixie\)/),
    ]);
    expect(wrong[0]?.fix).toContain('for any version');
  });

  const match = 'tool';

  it.each<[what: string, from: string, text: string, to: string, result: string]>([
    ['CRLF and no final newline', '1.2.3', 'x\r\ntool 1.2.3\r\ny', '1.2.4', 'x\r\ntool 1.2.4\r\ny'],
    ['a byte order mark', '1.2.3', '\uFEFFtool 1.2.3\n', '1.2.4', '\uFEFFtool 1.2.4\n'],
    ['every place of a line', '1.2.3', 'tool [v1.2.3](x/v1.2.3/)\n', '1.2.4', 'tool [v1.2.4](x/v1.2.4/)\n'],
    ['only what is the version', '1.2.3', 'tool 1.2.3 1.2.30 11.2.3\n', '1.2.4', 'tool 1.2.4 1.2.30 11.2.3\n'],
    ['only lines that match', '1.2.3', 'tool 1.2.3\nother 1.2.3\n', '1.2.4', 'tool 1.2.4\nother 1.2.3\n'],
    ['every line that matches', '1.2.3', 'tool 1.2.3\ntool 1.2.3\n', '1.2.4', 'tool 1.2.4\ntool 1.2.4\n'],
    ['the beginning of a longer one', '1.26', 'tool go1.26.0\n', '1.27', 'tool go1.27.0\n'],
    ['characters beyond the 16 bits', '1.2.3', '😀\n😀 tool 1.2.3\n', '1.2.4', '😀\n😀 tool 1.2.4\n'],
    ['text with dollars', '1.2.3', 'tool 1.2.3\n', "$&$'1", "tool $&$'1\n"],
    [
      'the new one that holds the old one',
      '1.2.3',
      'tool 1.2.3-rc\ntool 1.2.3\n',
      '1.2.3-rc',
      'tool 1.2.3-rc\ntool 1.2.3-rc\n',
    ],
  ])('keeps every other byte: %s', async (_, from, text, to, result) => {
    const { texts } = await set({ [file]: oneDependency(from, { path: 'f', match }), f: text }, { tool: to });
    expect(texts.get('f')).toBe(result);
  });

  it.each([
    ['1.19', '1.20', 'version: "1.20" # why\n'],
    ['1.19', '1.21', 'version: 1.21 # why\n'],
    ["'1.19'", '1.20', "version: '1.20' # why\n"],
    ['1.19.0', '1e3', 'version: "1e3" # why\n'],
  ])('quotes the entry only where it would be read as something else: %s to %s', async (from, to, result) => {
    const { texts } = await set({ [file]: `dependencies:\n- name: tool\n  version: ${from} # why\n` }, { tool: to });
    expect(texts.get(file)).toBe(`dependencies:\n- name: tool\n  ${result}`);
  });

  const shared = (other: string) =>
    `dependencies:\n- { name: one, version: 1.2.3, refPaths: [{ path: f, match: x }] }\n- { name: two, version: ${other}, refPaths: [{ path: f, match: y }] }\n`;
  it('sets a place that two dependencies name, where both agree', async () => {
    const { texts } = await set({ [file]: shared('1.2.3'), f: 'x y 1.2.3\n' }, { one: '1.2.4', two: '1.2.4' });
    expect(texts.get('f')).toBe('x y 1.2.4\n');
  });

  it('sets two dependencies on one line, each its own part', async () => {
    const { texts } = await set({ [file]: shared('trixie'), f: 'x y 1.2.3-trixie\n' }, { one: '1.2.4', two: 'forky' });
    expect(texts.get('f')).toBe('x y 1.2.4-forky\n');
  });

  it('does not take the new version of one for the old version of another', async () => {
    const { texts } = await set({ [file]: shared('1.2.4'), f: 'x y 1.2.3 1.2.4\n' }, { one: '1.2.4', two: '1.2.5' });
    expect(texts.get('f')).toBe('x y 1.2.4 1.2.5\n');
  });

  it('sets a place in dependencies.yaml itself', async () => {
    const text = `# tool 1.2.3\n${oneDependency('1.2.3', { path: file, match: '^# tool' })}`;
    const { texts } = await set({ [file]: text }, { tool: '1.2.4' });
    expect(texts.get(file)).toBe(text.replaceAll('1.2.3', '1.2.4'));
  });

  it.each<[what: string, files: Files, versions: Readonly<Record<string, string>>, wrong: readonly string[]]>([
    [
      'a name that is not there',
      { [file]: oneDependency('1') },
      { tol: '2', tool: '' },
      [
        'dependencies.yaml:undefined: dependencies.yaml has no dependency "tol".',
        'dependencies.yaml:2: The new version of "tool" is empty.',
      ],
    ],
    [
      'a line that has neither version',
      { [file]: oneDependency('1.2.3', { path: 'f', match }), f: 'tool 1.2.3\ntool 1.2.2\n' },
      { tool: '1.2.4' },
      ['f:2: Line 2 of f does not contain 1.2.3, the version of "tool". It is "tool 1.2.2".'],
    ],
    [
      'a missing file and a match of no line',
      { [file]: oneDependency('1.2.3', { path: 'a' }, { path: 'f', match }), f: '1.2.3\n' },
      { tool: '1.2.4' },
      [
        'dependencies.yaml:4: a does not exist. The dependency "tool" refers to it.',
        'dependencies.yaml:4: No line of f matches "tool", so that the version 1.2.3 of "tool" was not found.',
      ],
    ],
    [
      'several lines that nothing tells apart',
      { [file]: oneDependency('1.2.3', { path: 'f' }), f: '1.2.3\nother 1.2.3\n' },
      { tool: '1.2.4' },
      ['dependencies.yaml:4: f contains 1.2.3 at lines 1 and 2. It is not clear which of them belong to "tool".'],
    ],
    [
      'what would become a version of four parts',
      { [file]: oneDependency('1.26', { path: 'f', match }), f: 'tool 1.26.0\n' },
      { tool: '1.27.1' },
      [
        'f:1: With "tool" at 1.27.1: Line 1 of f does not contain 1.27.1, the version of "tool". It is "tool 1.27.1.0".',
      ],
    ],
    [
      'a line that would not match any more',
      { [file]: oneDependency('1.2.3', { path: 'f', match: String.raw`tool \d+\.\d+\.\d+$` }), f: 'tool 1.2.3\n' },
      { tool: '1.2.4-rc.1' },
      [
        String.raw`dependencies.yaml:4: With "tool" at 1.2.4-rc.1: No line of f matches "tool \d+\.\d+\.\d+$", so that the version 1.2.4-rc.1 of "tool" was not found.`,
      ],
    ],
    [
      'a place of another dependency, which would be left behind',
      { [file]: shared('1.2.3'), f: 'x y 1.2.3\n' },
      { one: '1.2.4' },
      ['f:1: With "one" at 1.2.4: Line 1 of f does not contain 1.2.3, the version of "two". It is "x y 1.2.4".'],
    ],
    [
      'a place that two would set differently',
      { [file]: shared('1.2.3'), f: 'x y 1.2.3\n' },
      { one: '1.2.4', two: '1.2.5' },
      ['f:1: f would have to become 1.2.4 and 1.2.5 at the same place, for "one" and "two".'],
    ],
  ])('is refused: %s', async (_, files, versions, wrong) => {
    expect((await refusals(set(files, versions))).map(placed)).toEqual(wrong);
  });

  it('does not mind what was wrong with other dependencies before', async () => {
    const files = { [file]: shared('9.9.9'), f: 'x y 1.2.3\n' };
    const { texts } = await set(files, { one: '1.2.4' });
    expect(texts.get('f')).toBe('x y 1.2.4\n');
  });
});
