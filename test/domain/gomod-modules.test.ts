import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { isRetracted, moduleVersion, nextFreeVersion } from '../../src/domain/gomod/module-version.ts';
import { placeModules } from '../../src/domain/gomod/layout.ts';
import { newcomers } from '../../src/domain/gomod/lines.ts';
import { findModules, ignoredDirectories } from '../../src/domain/gomod/modules.ts';
import { escapedPath } from '../../src/domain/gomod/module-path.ts';
import { requireProblems, taggingOrder } from '../../src/domain/gomod/requires.ts';
import { goModSum } from '../../src/domain/gomod/sum.ts';
import { parseVersionsFile } from '../../src/domain/gomod/versions-file.ts';
import { importPath } from '../../src/domain/repositories/remote.ts';
import { parseSemver } from '../../src/domain/versions/version.ts';

type Texts = Readonly<Record<string, string>>;
type Options = {
  readonly version?: string;
  readonly address?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly only?: readonly string[];
};

const entriesOf = (texts: Texts) => Object.keys(texts).map((path) => ({ path, mode: '100644', object: path }));

function found(texts: Texts, { include = [], exclude = [], only = [] }: Options = {}) {
  return findModules(entriesOf(texts), ({ path }) => texts[path] ?? '', { include, exclude, only });
}

const placed = (texts: Texts, { version = 'v1.2.0', address, ...choice }: Options = {}) =>
  placeModules(
    found(texts, choice).modules.map((module) => ({ ...module, version })),
    address,
  );

/** The tags of a tree, or what is said instead of them. */
function tags(texts: Texts, options: Options = {}): readonly string[] | string {
  const answer = attempt(() => placed(texts, options).map(({ prefix }) => prefix + (options.version ?? 'v1.2.0')));
  if (!(answer instanceof ReleaseError)) return answer;
  return [answer, ...answer.reasons].map(({ message, fix }) => `${message}\n${fix}`).join('\n');
}

const go = (path: string, ...lines: string[]) => [`module ${path}`, 'require a.b/c v1.0.0', ...lines, ''].join('\n');

describe('the modules of cloud-api-adaptor', () => {
  const trees = join(import.meta.dirname, '../fixtures/confidential-containers__cloud-api-adaptor');
  it.each([
    ['v0.14.0', ['cloud-api-adaptor', 'cloud-providers', 'csi-wrapper', 'peerpod-ctrl', 'webhook']],
    ['v0.22.0', ['cloud-api-adaptor', 'cloud-providers', 'peerpod-ctrl', 'webhook']],
  ])('of %s are those that were tagged, and podvm is a fence', async (version, names) => {
    const cwd = join(trees, version);
    const paths = (await Array.fromAsync(glob('**/go.mod', { cwd }))).toSorted();
    const texts = Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, await readFile(join(cwd, path), 'utf8')] as const)),
    );
    expect(tags(texts, { version })).toEqual(names.map((name) => `src/${name}/${version}`));
    expect(found(texts).skipped).toEqual([
      { directory: 'src/cloud-api-adaptor/podvm', why: 'its go.mod requires nothing, and it has no Go file' },
    ]);
  });
});

describe('which go.mod files make a module', () => {
  it.each([
    ['one that requires something', { 'a/go.mod': go('e.x/r/a') }, ['a']],
    ['one with a Go file beside it', { 'a/go.mod': 'module e.x/r/a', 'a/a.go': '' }, ['a']],
    ['not one without a module line', { 'a/go.mod': 'require a.b/c v1.0.0', 'a/a.go': '' }, []],
    ['not an empty one', { 'a/go.mod': '' }, []],
    ['not one whose Go files are further down', { 'a/go.mod': 'module e.x/r/a', 'a/b/b.go': '' }, []],
    ['not in vendor', { 'vendor/a/go.mod': go('e.x/a'), 'b/vendor/c/go.mod': go('e.x/c') }, []],
    ['not in testdata', { 'a/testdata/b/go.mod': go('e.x/b') }, []],
    ['not behind _ or .', { '_a/go.mod': go('e.x/a'), 'b/.c/d/go.mod': go('e.x/d') }, []],
    ['but in folders with such letters inside', { 'a_b/c.d/go.mod': go('e.x/r/a_b/c.d') }, ['a_b/c.d']],
    ['one inside another', { 'a/go.mod': go('e.x/r/a'), 'a/b/go.mod': go('e.x/r/a/b') }, ['a', 'a/b']],
    ['not a file that ends alike', { 'a/x.go.mod': go('e.x/r/a'), 'b/go.mod.tmpl': go('e.x/r/b') }, []],
  ])('%s', (_, texts, directories) =>
    expect(found(texts as Texts).modules.map(({ directory }) => directory)).toEqual(directories),
  );

  it('not a link, and nothing of a submodule', () => {
    const tree = [
      { path: 'a/go.mod', mode: '120000', object: '1' },
      { path: 'sub', mode: '160000', object: '2' },
    ];
    expect(findModules(tree, () => go('e.x/r'), { include: [], exclude: [] })).toEqual({ modules: [], skipped: [] });
  });

  it('those that are passed over are named', () => {
    expect(ignoredDirectories(entriesOf({ 'a/vendor/b/go.mod': '', 'c/go.mod': '' }))).toEqual(['a/vendor/b']);
  });

  const texts = {
    'go.mod': go('e.x/r'),
    'a/go.mod': 'module e.x/r/a',
    'b/go.mod': go('e.x/r/b'),
    'c[1]/go.mod': go('e.x/r'),
    'b/testdata/go.mod': 'module e.x/r/b/testdata',
    'b/testdata/bad/go.mod': 'this is none',
    'v/vendor/x/go.mod': go('e.x/r/v/vendor/x'),
  };
  it.each([
    ['include takes a fence', { include: ['a'], exclude: ['c[1]'] }, ['.', 'a', 'b']],
    ['include takes a glob', { include: ['*'], exclude: ['c[1]/'] }, ['.', 'a', 'b']],
    ['exclude drops what it names', { exclude: ['./b', 'c[1]', '.'] }, []],
    [
      'include takes testdata and vendor',
      { include: ['**/testdata', 'v/vendor/x'], exclude: ['c[1]'] },
      ['.', 'b', 'b/testdata', 'v/vendor/x'],
    ],
    [
      'include takes the path of a module',
      { include: ['e.x/r/b/testdata', 'e.x/r/a'], exclude: ['c[1]'] },
      ['.', 'a', 'b', 'b/testdata'],
    ],
    ['exclude drops what include names', { include: ['b/testdata'], exclude: ['b/*', 'c[1]'] }, ['.', 'b']],
    ['exclude takes the path of a module', { exclude: ['e.x/r/b', 'c[1]'] }, ['.']],
    ['only these by their folders', { only: ['b', './a/'] }, ['a', 'b']],
    ['only these by a glob', { only: ['b*'] }, ['b']],
    ['only these by their paths', { only: ['e.x/r/b', 'e.x/r/b/testdata'] }, ['b', 'b/testdata']],
    ['only these, without what is excluded', { only: ['b', '.'], exclude: ['b'] }, ['.']],
    ['a glob names no fence and no testdata', { only: ['a', '**/testdata', 'b'] }, ['a', 'b']],
  ])('%s', (_, choice, directories) =>
    expect(found(texts, choice).modules.map(({ directory }) => directory)).toEqual(directories),
  );

  it.each([
    [
      { include: ['d'] },
      /Input include: there is no go.mod file in "d".\nFolders with a go.mod file: \., a, b, b\/testdata, b\/testdata\/bad, c\[1\] and v\/vendor\/x\./,
    ],
    [{ only: ['e.x/r/d'] }, /Input modules: there is no go.mod file in "e.x\/r\/d"/],
    [
      { include: ['b/testdata/bad'], exclude: ['c[1]'] },
      /b\/testdata\/bad\/go.mod has no module directive, but the input include matches b\/testdata\/bad\.\nAdd the directive, or remove the folder from the input include\./,
    ],
    [{ exclude: ['src/*'] }, /Input exclude: there is no go.mod file in "src\/\*"/],
  ])('%j, which means nothing, is refused', (choice, reason) => expect(tags(texts, choice)).toMatch(reason));

  it('a file that Go cannot read is refused with its line, beside all others', () => {
    const bad = { 'a/go.mod': 'module e.x/r/a\nrequire x', 'b/go.mod': 'module e.x/r/b\nmodule e.x' };
    expect(tags(bad)).toMatch(/a\/go.mod:2 has a require directive that Go cannot read[^]*b\/go.mod/);
    expect(tags({ ...bad, 'c/go.mod': go('e.x/r/c') }, { only: ['c'] })).toEqual(['c/v1.2.0']);
    expect(tags({ 'a/go.mod': 'go 1.25' }, { include: ['a'] })).toContain(
      'a/go.mod has no module directive, but the input include',
    );
  });
});

describe('where the tags of a module stand', () => {
  it.each<[string, Texts, Options, readonly string[]]>([
    ['the root', { 'go.mod': go('e.x/r') }, {}, ['v1.2.0']],
    ['a folder', { 'go.mod': go('e.x/r'), 'a/b/go.mod': go('e.x/r/a/b') }, {}, ['v1.2.0', 'a/b/v1.2.0']],
    ['v2 on a branch', { 'go.mod': go('e.x/r/v2') }, { version: 'v2.0.0' }, ['v2.0.0']],
    ['v2 in a folder', { 'v2/go.mod': go('e.x/r/v2') }, { version: 'v2.0.0', address: 'e.x/r' }, ['v2.0.0']],
    [
      'v2 of a folder on a branch',
      { 'a/go.mod': go('e.x/r/a/v2') },
      { version: 'v2.1.0', address: 'e.x/r' },
      ['a/v2.1.0'],
    ],
    [
      'v2 of a folder in a folder',
      { 'go.mod': go('e.x/r/v2'), 'a/v2/go.mod': go('e.x/r/a/v2') },
      { version: 'v2.1.0' },
      ['v2.1.0', 'a/v2.1.0'],
    ],
    ['v0', { 'go.mod': go('e.x/r') }, { version: 'v0.1.0-alpha.1' }, ['v0.1.0-alpha.1']],
    ['gopkg.in', { 'go.mod': go('gopkg.in/yaml.v3') }, { version: 'v3.0.1' }, ['v3.0.1']],
    [
      'what all agree on',
      { 'a/go.mod': go('vanity.io/r/a'), 'b/go.mod': go('vanity.io/r/b') },
      { address: 'github.com/o/r' },
      ['a/v1.2.0', 'b/v1.2.0'],
    ],
    ['one in a deep folder', { 'a/b/go.mod': go('github.com/o/r/a/b') }, {}, ['a/b/v1.2.0']],
    [
      'big letters',
      { 'go.mod': go('github.com/Azure/R'), 'A/go.mod': go('github.com/Azure/R/A') },
      {},
      ['v1.2.0', 'A/v1.2.0'],
    ],
  ])('%s', (_, texts, options, expected) => expect(tags(texts, options)).toEqual(expected));

  it.each<[string, Texts, Options, RegExp]>([
    [
      'another folder',
      { 'go.mod': go('e.x/r'), 'a/go.mod': go('e.x/r/b') },
      {},
      /a\/go.mod names the module e.x\/r\/b.*\nIn this folder, the path has to be e.x\/r\/a\. .*exclude: a/,
    ],
    [
      'another repository, told by the address',
      { 'src/x/go.mod': go('e.x/y/x') },
      { address: 'github.com/o/r' },
      /the path has to be github.com\/o\/r\/src\/x\./,
    ],
    [
      'one that most others contradict',
      { 'a/go.mod': go('e.x/r/a'), 'b/go.mod': go('e.x/r/b'), 'c/go.mod': go('e.x/q/c') },
      {},
      /^One|c\/go.mod names the module e.x\/q\/c.*\nIn this folder, the path has to be e.x\/r\/c/,
    ],
    [
      'another, where nobody knows the address',
      { 'src/x/go.mod': go('e.x/y') },
      {},
      /the path has to be <repository>\/src\/x/,
    ],
    [
      'v2 without a suffix',
      { 'go.mod': go('e.x/r') },
      { version: 'v2.0.0' },
      /which has no version v2.0.0\.\nWrite e.x\/r\/v2 in go.mod/,
    ],
    ['a suffix without v2', { 'go.mod': go('e.x/r/v2') }, {}, /which has no version v1.2.0\.\nWrite e.x\/r in go.mod/],
    [
      'a suffix v3 with v2',
      { 'a/v3/go.mod': go('e.x/r/a/v3'), 'go.mod': go('e.x/r/v2') },
      { version: 'v2.0.0' },
      /e.x\/r\/a\/v3, which has no version v2.0.0\.\nWrite e.x\/r\/a\/v2/,
    ],
    [
      'gopkg.in of another version',
      { 'go.mod': go('gopkg.in/yaml.v3') },
      { version: 'v2.0.0' },
      /Write gopkg.in\/yaml.v2 in go.mod/,
    ],
    [
      'a folder v2 with a path that lacks it',
      { 'go.mod': go('e.x/r'), 'a/v2/go.mod': go('e.x/r/a') },
      { version: 'v2.0.0' },
      /the path has to be e.x\/r\/a\/v2\./,
    ],
    ['v1 as a suffix', { 'go.mod': go('e.x/r'), 'a/go.mod': go('e.x/r/a/v1') }, {}, /the path has to be e.x\/r\/a\./],
    ['no domain', { 'go.mod': go('tools') }, {}, /tools, which go get cannot fetch/],
    [
      'folders that differ only in case',
      { 'go.mod': go('e.x/r'), 'A/go.mod': go('e.x/r/A'), 'a/go.mod': go('e.x/r/a') },
      {},
      /The folders A and a differ only in upper and lower case/,
    ],
    [
      'one module twice',
      { 'go.mod': go('e.x/r'), 'a/go.mod': go('e.x/r/a/v2'), 'a/v2/go.mod': go('e.x/r/a/v2') },
      { version: 'v2.0.0' },
      /The folders a and a\/v2 have the same module path/,
    ],
    [
      'a folder that git takes for no name',
      { 'go.mod': go('e.x/r'), 'a~b/go.mod': go('e.x/r/a~b') },
      {},
      /is not a valid tag name/,
    ],
  ])('refused: %s', (_, texts, options, reason) => expect(tags(texts, options)).toMatch(reason));
});

describe('modules that never had such a version', () => {
  const texts = {
    'go.mod': go('e.x/r'),
    'a/go.mod': go('e.x/r/a'),
    'b/go.mod': go('e.x/r/b'),
    'c/go.mod': go('e.x/r/c'),
  };
  const pinned = { 'go.mod': go('e.x/r/v3'), 'a/v3/go.mod': go('e.x/r/a/v3'), 'b/go.mod': go('e.x/r/b/v3') };
  const strangers = (of: Texts, options: Options, there: readonly string[]) =>
    newcomers(placed(of, options), there).map(({ module, newest }) => `${module.directory} ${newest}`);

  it.each<[what: string, texts: Texts, options: Options, there: readonly string[], found: readonly string[]]>([
    ['none in a first release', texts, {}, ['x/v1.0.0', 'not-a-version', 'a/v1'], []],
    ['none where all have the line', texts, {}, ['v1.1.0', 'a/v1.0.0', 'b/v1.9.0', 'c/v1.0.0-rc.1'], []],
    [
      'those of v0, and those without a tag',
      texts,
      {},
      ['v1.1.0', 'a/v0.9.0', 'a/v0.10.0', 'b/v1.0.0'],
      ['a v0.10.0', 'c undefined'],
    ],
    [
      'those of v1 in a release of v0',
      texts,
      { version: 'v0.5.0' },
      ['v0.4.0', 'a/v0.4.0', 'a/v1.0.0', 'b/v0.4.0', 'c/v0.1.0'],
      ['a v1.0.0'],
    ],
    [
      'all, where v1 is new',
      texts,
      { version: 'v1.0.0' },
      ['v0.4.0', 'a/v0.4.0', 'b/v0.4.0', 'c/v0.4.0'],
      ['. v0.4.0', 'a v0.4.0', 'b v0.4.0', 'c v0.4.0'],
    ],
    [
      'a prerelease is below its release',
      texts,
      { version: 'v0.5.0' },
      ['v0.5.0-rc.1', 'a/v1.0.0-rc.1', 'b/v0.1.0', 'c/v0.1.0'],
      ['a v1.0.0-rc.1'],
    ],
    [
      'tags of another major that the path does not take do not count',
      texts,
      {},
      ['v1.1.0', 'v2.0.0', 'a/v1.0.0', 'b/v1.0.0', 'c/v3.0.0'],
      ['c undefined'],
    ],
    ['not what is named', texts, { include: ['a'], only: ['a', 'b', 'c*'] }, ['v1.1.0', 'b/v0.1.0'], ['c undefined']],
    ['not what has the tag already', texts, {}, ['v1.1.0', 'a/v1.2.0', 'b/v1.2.0', 'c/v1.2.0'], []],
    ['a path with v3 says its line', pinned, { version: 'v3.0.0' }, ['v2.0.0', 'a/v3.0.0-rc.1'], ['b undefined']],
  ])('are %s', (_, of, options, there, expected) => {
    expect(strangers(of, options, there)).toEqual(expected);
  });
});

describe('a versions file', () => {
  const read = (text: string) => parseVersionsFile({ file: 'versions.yaml', text });
  const sets = 'module-sets:\n  a: { version: v1.0.0, modules: [e.x/a] }\n';

  it('has sets with their versions, and modules that are never released', () => {
    const { sets: all, excluded } = read(
      `${sets}  b:\n    version: 0.5.0-rc.1\n    modules:\n      - e.x/b\n      - e.x/c # new\nexcluded-modules: [e.x/d]\nmodules: { e.x/a: {} }\n`,
    );
    expect(all.map(({ name, version, modules }) => [name, version, [...modules.keys()]])).toEqual([
      ['a', 'v1.0.0', ['e.x/a']],
      ['b', 'v0.5.0-rc.1', ['e.x/b', 'e.x/c']],
    ]);
    expect([...excluded]).toEqual(['e.x/d']);
    expect(read(`${sets}excluded-modules:\n`).excluded.size).toBe(0);
  });

  it.each<[what: string, text: string, refused: object]>([
    [
      'no sets',
      'modules: {}\n',
      {
        message: 'versions.yaml has no module-sets.',
        fix: 'Give a versions file as OpenTelemetry has it: module-sets with a version and modules for each set.',
        at: { file: 'versions.yaml' },
      },
    ],
    [
      'a set without a version',
      'module-sets:\n  a:\n    modules: [e.x/a]\n',
      {
        message: 'versions.yaml has no version for a.',
        fix: 'Give each module set a version, such as v1.2.0, and its modules as a list.',
        at: { file: 'versions.yaml', line: 2 },
      },
    ],
    [
      'a set without modules',
      'module-sets:\n  a:\n    version: v1.0.0\n',
      {
        message: 'versions.yaml has no modules for a.',
        fix: 'Give each module set a version, such as v1.2.0, and its modules as a list.',
        at: { file: 'versions.yaml', line: 2 },
      },
    ],
    [
      'a version that is none',
      'module-sets:\n  a:\n    version: v1.0\n    modules: [e.x/a]\n',
      {
        message:
          'versions.yaml has the version "v1.0" for a: "1.0" is not a SemVer 2 version: it needs three numbers, major.minor.patch (§2).',
        fix: 'Give a version such as 1.2.3 or 1.2.3-rc.1.',
        at: { file: 'versions.yaml', line: 3 },
      },
    ],
    [
      'modules that are no list',
      'module-sets:\n  a:\n    version: v1.0.0\n    modules: e.x/a\n',
      {
        message: 'versions.yaml has something else than a list of module paths for a.',
        fix: 'Write one module path for each item, such as - example.com/project/sdk',
        at: { file: 'versions.yaml', line: 4 },
      },
    ],
    [
      'a module twice',
      `${sets}  b: { version: v1.0.0, modules: [e.x/a] }\n`,
      {
        message: 'versions.yaml lists e.x/a in b and in a.',
        fix: 'Remove one of the two.',
        at: { file: 'versions.yaml', line: 3 },
      },
    ],
    [
      'a module that is excluded too',
      `${sets}excluded-modules: [e.x/a]\n`,
      {
        message: 'versions.yaml lists e.x/a in a and in excluded-modules.',
        fix: 'Remove one of the two.',
        at: { file: 'versions.yaml', line: 2 },
      },
    ],
  ])('is refused with %s', (_, text, refused) => {
    const refusal = attempt(() => read(text));
    expect(refusal).toBeInstanceOf(ReleaseError);
    expect(refusal).toMatchObject(refused);
  });
});

describe('versions', () => {
  it.each([
    ['1.0.0+build', /has build metadata.*\n?/],
    ['0.0.0-20200101000000-abcdefabcdef', /looks like a pseudo-version/],
  ])('%s is none that Go would take', (version, reason) =>
    expect(() => moduleVersion(parseSemver(version))).toThrow(reason),
  );

  it.each([
    ['v0.8.0', [], 'v0.8.1'],
    ['v0.8.0', ['v0.8.1', 'a/v0.8.2'], 'v0.8.3'],
    ['v0.8.0-alpha.1', ['a/v0.8.0-alpha.2'], 'v0.8.0-alpha.3'],
    ['v0.8.0-rc', [], 'v0.8.0-rc.1'],
    ['v1.0.99', [], 'v1.0.100'],
  ])('after %s, with %j there, %s is free for every module', (version, there, next) => {
    const modules = placed({ 'go.mod': go('e.x/r'), 'a/go.mod': go('e.x/r/a') });
    expect(nextFreeVersion(version, modules, (tag) => there.some((one) => one === tag))).toBe(next);
  });

  it.each([
    ['v1.1.0', true],
    ['v1.2.0', true],
    ['v1.2.1', false],
    ['v1.1.0-rc.1', false],
    ['v2.0.0', true],
  ])('%s is taken back: %s', (version, is) => {
    const retracts = [
      { low: 'v1.1.0', high: 'v1.2.0' },
      { low: 'v2.0.0', high: 'v2.0.0' },
    ];
    expect(isRetracted(version, retracts)).toBe(is);
  });

  it('stand in addresses of proxies without big letters', () => {
    expect(escapedPath('github.com/Azure/azure-sdk-for-Go')).toBe('github.com/!azure/azure-sdk-for-!go');
    expect(escapedPath('v1.0.0-RC.1')).toBe('v1.0.0-!r!c.1');
  });

  it('have the sum that go.sum has', async () => {
    // rsc.io/quote v1.5.2/go.mod, as sum.golang.org has it
    expect(await goModSum('module "rsc.io/quote"\n\nrequire "rsc.io/sampler" v1.3.0\n')).toBe(
      'h1:LzX7hefJvL54yjefDEDHNONDjII0t9xZLPXsUe+TKr0=',
    );
  });
});

describe('requires that users of the tags cannot follow', () => {
  const said = (texts: Texts, there: readonly string[] = []) =>
    requireProblems(placed(texts), { tagExists: (tag) => there.includes(tag) }).map(
      ({ module, require, kind, replacedBy }) =>
        `${module.directory}:${require.line} ${kind} ${replacedBy ?? ''}`.trim(),
    );
  const together = (...lines: string[]) => ({
    'go.mod': go('e.x/r'),
    'a/go.mod': go('e.x/r/a'),
    'b/go.mod': go('e.x/r/b', ...lines),
  });

  it.each([
    ['v0.0.0 with a replace', ['require e.x/r/a v0.0.0', 'replace e.x/r/a => ../a'], ['b:3 unfetchable ../a']],
    [
      'the zero pseudo-version',
      ['require e.x/r/a v0.0.0-00010101000000-000000000000', 'replace e.x/r/a => ../a'],
      ['b:3 unfetchable ../a'],
    ],
    ['v0.0.0 of a stranger', ['require x.y/z v0.0.0', 'replace x.y/z v0.0.0 => /z'], ['b:3 unfetchable /z']],
    ['v0.0.0 without a replace', ['require e.x/r/a v0.0.0'], ['b:3 unfetchable']],
    ['a replace of another version', ['require e.x/r/a v0.0.0', 'replace e.x/r/a v0.1.0 => ../a'], ['b:3 unfetchable']],
    ['a replace by a module', ['require x.y/z v0.0.0', 'replace x.y/z => x.y/fork v1.0.0'], ['b:3 unfetchable']],
    ['this very version', ['require e.x/r/a v1.2.0', 'replace e.x/r/a => ../a'], []],
    ['an older one', ['require e.x/r/a v1.1.0'], ['b:3 older']],
    ['one that is not there', ['require e.x/r/a v1.1.1'], ['b:3 missing']],
    ['a newer one that is there', ['require e.x/r/a v1.3.0'], []],
    ['a commit of before', ['require e.x/r/a v0.0.0-20240101000000-abcdefabcdef'], ['b:3 older']],
    ['a pseudo-version of a stranger', ['require x.y/z v0.0.0-20240101000000-abcdefabcdef'], []],
    ['a commented require', ['// require e.x/r/a v0.0.0'], []],
  ])('%s', (_, lines, expected) => expect(said(together(...lines), ['a/v1.1.0', 'a/v1.3.0'])).toEqual(expected));

  it('v0.0.0 that is a tag can be fetched', () => {
    expect(said(together('require e.x/r/a v0.0.0'), ['a/v0.0.0'])).toEqual(['b:3 older']);
  });

  it('a sibling that is not in the release has to have its tag', () => {
    const modules = placed({ 'go.mod': go('e.x/r', 'require (\ne.x/r/a v0.2.0\ne.x/r/b v0.3.0\n)') });
    const prefixes = new Map([
      ['e.x/r/a', 'a/'],
      ['e.x/r/b', 'b/'],
    ]);
    const problems = requireProblems(modules, { prefixes, tagExists: (tag) => tag === 'a/v0.2.0' });
    expect(problems.map(({ require, kind }) => [require.path, kind])).toEqual([['e.x/r/b', 'missing']]);
  });

  it('modules are ordered by what they require, and circles are found', () => {
    const needs = (...names: string[]) => names.map((name) => `require e.x/r/${name} v1.0.0`);
    const modules = placed({
      'a/go.mod': go('e.x/r/a', ...needs('b', 'c')),
      'b/go.mod': go('e.x/r/b', ...needs('d')),
      'c/go.mod': go('e.x/r/c', ...needs('b', 'e')),
      'd/go.mod': go('e.x/r/d', ...needs('b')),
      'e/go.mod': go('e.x/r/e', ...needs('e')),
    });
    const order = taggingOrder(modules).map((group) => group.map(({ directory }) => directory).toSorted());
    expect(order).toEqual([['b', 'd'], ['e'], ['c'], ['a']]);
  });
});

describe('how the repository at an address is imported', () => {
  it.each([
    ['https://github.com/o/r', 'github.com/o/r'],
    ['https://github.com/o/r.git/', 'github.com/o/r'],
    ['git@github.com:o/r.git', 'github.com/o/r'],
    ['ssh://git@host.example:2222/o/r.git', 'host.example/o/r'],
    ['/srv/git/r.git', undefined],
    ['../r', undefined],
    ['file:///srv/r.git', undefined],
    ['C:/srv/r.git', undefined],
    ['C:\\srv\\r.git', undefined],
  ])('%s', (address, path) => expect(importPath(address)).toBe(path));
});
