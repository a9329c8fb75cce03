import { expect, it } from 'vitest';
import { attempt, ReleaseError } from '../../src/domain/error.ts';
import { placeModules } from '../../src/domain/gomod/layout.ts';
import { findModules } from '../../src/domain/gomod/modules.ts';
import type { ModuleChoice } from '../../src/domain/gomod/modules.ts';
import { moduleVersion } from '../../src/domain/gomod/module-version.ts';
import { placed } from '../../src/domain/place.ts';
import { parseSemver } from '../../src/domain/versions/version.ts';

/** Everything that is said: each message with its place, and the fix below it. */
function said(work: () => unknown): readonly string[] {
  const refusal = attempt(work);
  if (!(refusal instanceof ReleaseError)) throw new Error('nothing was refused');
  const all = refusal.reasons.length > 0 ? refusal.reasons : [refusal];
  return all.flatMap(({ message, fix = 'no fix', at }) => [placed(message, at), fix]);
}

type Texts = Readonly<Record<string, string>>;
type Release = Partial<ModuleChoice> & { readonly version?: string; readonly address?: string };

function release(texts: Texts, { version = 'v1.2.0', address, ...choice }: Release = {}) {
  const tree = Object.keys(texts).map((path) => ({ path, mode: '100644', object: path }));
  const { modules } = findModules(tree, ({ path }) => texts[path] ?? '', { include: [], exclude: [], ...choice });
  return placeModules(
    modules.map((module) => ({ ...module, version })),
    address,
  );
}

const go = (path: string, ...lines: string[]) => [`module ${path}`, 'require a.b/c v1.0.0', ...lines, ''].join('\n');
const leaveOut = (folder: string) =>
  `If the module is not to be released, add its folder to the input exclude: ${folder}`;
const correctLine = 'Correct the line. The command go mod edit -json shows what Go reads.';

it.each<[what: string, texts: Texts, release: Release, said: readonly string[]]>([
  [
    'a path of another folder',
    { 'go.mod': go('e.x/r'), 'a/go.mod': go('e.x/r/b') },
    {},
    [
      'a/go.mod names the module e.x/r/b, which belongs to another folder.',
      `In this folder, the path has to be e.x/r/a. Correct the path, or move the module. ${leaveOut('a')}`,
    ],
  ],
  [
    'a path that is no domain',
    { 'go.mod': go('tools') },
    {},
    [
      'go.mod names the module tools, which go get cannot fetch.',
      `A module path begins with a domain, and contains only ASCII letters, digits and - . _ ~. ${leaveOut('.')}`,
    ],
  ],
  [
    'v2 without a suffix',
    { 'go.mod': go('e.x/r') },
    { version: 'v2.0.0' },
    [
      'go.mod names the module e.x/r, which has no version v2.0.0.',
      `Write e.x/r/v2 in go.mod and in every import, or release this module separately, with another version. ${leaveOut('.')}`,
    ],
  ],
  [
    'several at once',
    { 'go.mod': go('e.x/r'), 'A/go.mod': go('e.x/r/A'), 'a/go.mod': go('e.x/r/a'), 'b/go.mod': go('e.x/r/c') },
    {},
    [
      'b/go.mod names the module e.x/r/c, which belongs to another folder.',
      `In this folder, the path has to be e.x/r/b. Correct the path, or move the module. ${leaveOut('b')}`,
      'A/go.mod: The folders A and a differ only in upper and lower case.',
      'Rename one of them, or add its folder to the input exclude.',
    ],
  ],
  [
    'one path twice',
    { 'go.mod': go('e.x/r'), 'a/go.mod': go('e.x/r/a/v2'), 'a/v2/go.mod': go('e.x/r/a/v2') },
    { version: 'v2.0.0', exclude: ['.'] },
    [
      'a/go.mod: The folders a and a/v2 have the same module path.',
      'Change one of the paths, or add its folder to the input exclude.',
    ],
  ],
  [
    'lines that Go cannot read',
    {
      'a/go.mod': 'module e.x/r/a\nrequire x\n',
      'b/go.mod': 'module e.x/r/b\n\nmodule e.x\n',
      'c/go.mod': 'module e.x/r/c\nrequire (\n',
      'd/go.mod': 'module e.x/r/d\nrequire (\n) x\n',
      'e/go.mod': 'module "e.x\n',
      'f/go.mod': 'module e.x/r/f\n/* no */\n',
    },
    {},
    [
      'a/go.mod:2 has a require directive that Go cannot read.',
      correctLine,
      'b/go.mod:3 has a second module directive.',
      correctLine,
      'c/go.mod:2 begins a block that is never closed.',
      correctLine,
      'd/go.mod:3 has text after a closing parenthesis.',
      correctLine,
      'e/go.mod:1 has a string that is not closed on its line.',
      correctLine,
      'f/go.mod:2 has "/* no */", which Go cannot read.',
      correctLine,
    ],
  ],
  [
    'a name that has no go.mod',
    { 'a/go.mod': go('e.x/r/a') },
    { only: ['b'] },
    ['Input modules: there is no go.mod file in "b".', 'Folders with a go.mod file: a.'],
  ],
  [
    'a name in a repository without Go',
    { 'a.txt': '' },
    { include: ['b'] },
    ['Input include: there is no go.mod file in "b".', 'The repository has no go.mod file.'],
  ],
  [
    'a folder that is named and is no module',
    { 'a/go.mod': 'go 1.25\n' },
    { only: ['a'] },
    [
      'a/go.mod has no module directive, but the input modules matches a.',
      'Add the directive, or remove the folder from the input modules.',
    ],
  ],
  [
    'a folder that git takes for no tag',
    { 'go.mod': go('e.x/r'), 'a~b/go.mod': go('e.x/r/a~b') },
    {},
    [
      '"a~b/v1.2.0" is not a valid tag name: it contains a space, a control character or one of ~ ^ : ? * [ \\.',
      'Use a tag such as v1.2.3.',
    ],
  ],
])('refused with the whole text: %s', (_, texts, options, expected) => {
  expect(said(() => release(texts, options))).toEqual(expected);
});

it.each([
  ['1.0.0+build', '"v1.0.0+build" has build metadata, which Go ignores in tags.', 'Release v1.0.0 instead.'],
  [
    '0.0.0-20200101000000-abcdefabcdef',
    '"v0.0.0-20200101000000-abcdefabcdef" looks like a pseudo-version, which stands for a commit. Go would not find the tag.',
    'Use another form of prerelease, such as -alpha.1.',
  ],
])('refused with the whole text: the version %s', (version, message, fix) => {
  expect(said(() => moduleVersion(parseSemver(version)))).toEqual([message, fix]);
});
