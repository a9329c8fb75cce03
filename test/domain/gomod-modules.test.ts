import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { isRetracted, moduleVersion, nextFreeVersion } from '../../src/domain/gomod/module-version.ts';
import { placeModules } from '../../src/domain/gomod/layout.ts';
import { findModules, ignoredDirectories } from '../../src/domain/gomod/modules.ts';
import { escapedPath } from '../../src/domain/gomod/module-path.ts';
import { requireProblems, taggingOrder } from '../../src/domain/gomod/requires.ts';
import { goModSum } from '../../src/domain/gomod/sum.ts';
import { importPath } from '../../src/domain/repositories/remote.ts';
import { parseSemver } from '../../src/domain/versions/version.ts';

type Texts = Readonly<Record<string, string>>;
type Options = {
  readonly version?: string;
  readonly address?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
};

const entriesOf = (texts: Texts) => Object.keys(texts).map((path) => ({ path, mode: '100644', object: path }));

function found(texts: Texts, { include = [], exclude = [] }: Options = {}) {
  return findModules(entriesOf(texts), ({ path }) => texts[path] ?? '', { include, exclude });
}

const placed = (texts: Texts, { version = 'v1.2.0', address, ...choice }: Options = {}) =>
  placeModules(found(texts, choice).modules, version, address);

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
  };
  it.each([
    ['include takes a fence', { include: ['a'], exclude: ['c[1]'] }, ['.', 'a', 'b']],
    ['include takes a glob', { include: ['*'], exclude: ['c[1]/'] }, ['.', 'a', 'b']],
    ['exclude drops what it names', { exclude: ['./b', 'c[1]', '.'] }, []],
  ])('%s', (_, choice, directories) =>
    expect(found(texts, choice).modules.map(({ directory }) => directory)).toEqual(directories),
  );

  it.each([
    [
      { include: ['d'] },
      /Input include: there is no go.mod file in "d".\nFolders with a go.mod file: \., a, b and c\[1\]/,
    ],
    [{ exclude: ['src/*'] }, /Input exclude: there is no go.mod file in "src\/\*"/],
  ])('%j, which means nothing, is refused', (choice, reason) => expect(tags(texts, choice)).toMatch(reason));

  it('a file that Go cannot read is refused with its line, beside all others', () => {
    const bad = { 'a/go.mod': 'module e.x/r/a\nrequire x', 'b/go.mod': 'module e.x/r/b\nmodule e.x' };
    expect(tags(bad)).toMatch(/a\/go.mod:2 has a require directive that Go cannot read[^]*b\/go.mod/);
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
    requireProblems(placed(texts), 'v1.2.0', (tag) => there.includes(tag)).map(
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
  ])('%s', (address, path) => expect(importPath(address)).toBe(path));
});
