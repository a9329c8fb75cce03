import { expect, it } from 'vitest';
import { parseDependencies } from '../../src/domain/dependencies/dependencies-file.ts';
import { setDependencies } from '../../src/domain/dependencies/dependencies.ts';
import { matcherOf } from '../../src/domain/dependencies/expression.ts';
import { editText, parseEdit } from '../../src/domain/edits/edit.ts';
import { assetSteps } from '../../src/domain/releases/asset-steps.ts';
import { chooseRelease } from '../../src/domain/releases/choose-release.ts';
import { joinedNotes } from '../../src/domain/releases/note-source.ts';
import { refuseUnfitFiles } from '../../src/domain/releases/release-files.ts';
import type { FoundAsset, FoundRelease, LocalAsset } from '../../src/domain/releases/release.ts';
import { parseStreams } from '../../src/domain/tags/stream.ts';
import { parsePep440 } from '../../src/domain/versions/version.ts';
import { explain } from '../../src/runtime/report.ts';

type Row = readonly [title: string, act: () => unknown, said: readonly string[]];

const asset = (name: string, digest: string): LocalAsset => {
  return { name, path: name, label: undefined, size: 1, digest: `sha256:${digest}` };
};
const uploaded = (name: string, digest: string, isUploaded = true): FoundAsset => {
  return { id: 1, name, size: 1, digest: `sha256:${digest}`, isUploaded, begunAt: 0 };
};
const release = (id: number, parts: Partial<FoundRelease>): FoundRelease => ({
  id,
  url: `https://github.com/org/project/releases/${id}`,
  uploadUrl: '',
  tag: 'v1.0.0',
  isDraft: true,
  isPrerelease: false,
  isImmutable: false,
  name: '',
  body: '',
  assets: [],
  ...parts,
});
const rules = { mayReplace: false, isDraft: false, isGoingOn: () => false };
const files = (count: number, size = 1) =>
  Array.from({ length: count }, (_, index) => ({ path: `${index}`, name: `${index}`, label: undefined, size }));
const dependencies = (text: string) => parseDependencies({ file: 'dependencies.yaml', text });
const pinned = (more: string) => `dependencies:\n  - name: go\n    version: "1.2.0"\n    refPaths:\n${more}`;
const set = (text: string, versions: Readonly<Record<string, string>>, other = '') =>
  setDependencies(dependencies(text), new Map(Object.entries(versions)), () => other);
const many = Array.from({ length: 1001 }, (_, index) => uploaded(`${index}`, 'aa'));

/** Refusals of rules, with all that a person is told. */
const rows: readonly Row[] = [
  ['no stream', () => parseStreams('\n'), ['contains no stream.', 'Write lines such as image: v{version}']],
  [
    'a number that is too large',
    () => parsePep440('99999999999999999999.0'),
    [
      '"99999999999999999999.0" has a number above 9007199254740991, which is the limit.',
      'Give a version such as 1.2.3, 1.2.3rc1 or 1.2.3.dev0.',
    ],
  ],
  [
    'two values for one place',
    () => editText({ file: 'a.yaml', text: 'a: 1\n' }, [parseEdit('a', '2'), parseEdit('a', '3')]),
    ['a of a.yaml cannot be set to two different values.', 'Give only one of the two values.'],
  ],
  [
    'too many files',
    () => refuseUnfitFiles(files(1001)),
    ['There are 1001 files. A release can have at most 1000.', 'Pack some of them into an archive.'],
  ],
  [
    'a file that is too large',
    () => refuseUnfitFiles(files(1, 2 ** 31)),
    ['0 has 2147483648 bytes. GitHub accepts files of less than 2147483648.', 'Split the file.'],
  ],
  [
    'notes that are too long',
    () => joinedNotes(['x'.repeat(125_001)]),
    [
      'The notes have 125001 characters. GitHub accepts at most 125000.',
      'Shorten the notes, or attach the full text to the release as a file.',
    ],
  ],
  [
    'a published file with other bytes',
    () => assetSteps([asset('a', 'aa')], release(1, { isDraft: false, assets: [uploaded('a', 'bb')] }), rules),
    [
      'a is published with sha256:bb, but the file here has sha256:aa.',
      'Release the next patch version. Or set replace: true, if nobody can have downloaded the file yet.',
    ],
  ],
  [
    'a file of an immutable release',
    () =>
      assetSteps(
        [asset('a', 'aa'), asset('b', 'cc')],
        release(1, { isDraft: false, isImmutable: true, assets: [uploaded('a', 'bb')] }),
        rules,
      ),
    [
      'a has sha256:bb, not sha256:aa, in the release v1.0.0, which is published and immutable.',
      'Release the next patch version, with all files.',
      'b is missing in the release v1.0.0, which is published and immutable.',
      'Release the next patch version, with all files.',
    ],
  ],
  [
    'an upload that was not finished',
    () => assetSteps([], release(1, { assets: [uploaded('a', 'bb', false)] }), rules),
    [
      'The upload of a to the draft https://github.com/org/project/releases/1 was not finished, and this run does not have the file.',
      'Run the job that uploads it again, or delete the file from the draft.',
    ],
  ],
  [
    'too many files with those that are there',
    () => assetSteps([asset('a', 'aa')], release(1, { assets: many }), rules),
    [
      'The release would have 1002 files, with those that it has already. It can have at most 1000.',
      'Pack some of them into an archive.',
    ],
  ],
  [
    'two drafts with files of their own',
    () =>
      chooseRelease(
        { published: undefined, drafts: [release(1, {}), release(2, { assets: [uploaded('a', 'aa')] })] },
        [],
        'SHA256SUMS',
      ),
    [
      'A second draft (2) has files that the first one does not have: a.',
      'Move the files to the first draft, and delete the second one. The first: https://github.com/org/project/releases/1 The second: https://github.com/org/project/releases/2',
    ],
  ],
  [
    'an expression with lookaround',
    () => matcherOf('(?=a)b'),
    [
      '"(?=a)b" is not a Go RE2 expression that can be used here: RE2 has no lookaround: (?=.',
      'The syntax: https://github.com/google/re2/wiki/Syntax',
    ],
  ],
  [
    'an expression with a backreference',
    () => matcherOf('(a)\\1'),
    [
      '"(a)\\1" is not a Go RE2 expression that can be used here: RE2 has no backreference: \\1.',
      'The syntax: https://github.com/google/re2/wiki/Syntax',
    ],
  ],
  [
    'an expression that is too long',
    () => matcherOf('a'.repeat(1001)),
    [
      'The expression has more than 1000 characters, which is the limit.',
      'Use a shorter expression, and smaller counts in { }.',
    ],
  ],
  [
    'an expression with too many states',
    () => matcherOf('(abcdefghijk){999}'),
    [
      'The expression needs more than 10000 states, which is the limit.',
      'Use a shorter expression, and smaller counts in { }.',
    ],
  ],
  [
    'two documents of dependencies',
    () => dependencies('a: 1\n---\nb: 2\n'),
    ['dependencies.yaml is not a single YAML document.', 'Keep one document in it, with the key dependencies.'],
  ],
  [
    'no dependencies',
    () => dependencies('a: 1\n'),
    ['dependencies.yaml:1:1 cannot be used: dependencies.yaml has no "a".', 'It has dependencies.'],
  ],
  [
    'a field that nobody knows',
    () => dependencies('dependencies:\n  - nam: go\n'),
    ['dependencies.yaml:2:5 cannot be used: a dependency has no "nam".', 'Did you mean name?'],
  ],
  [
    'a version at several lines',
    () => set(pinned('      - path: a.txt\n'), { go: '1.3.0' }, '1.2.0\n1.2.0\n'),
    [
      'dependencies.yaml:5:9: a.txt contains 1.2.0 at lines 1 and 2. It is not clear which of them belong to "go".',
      'Add a match to this refPath that matches only the right lines.',
    ],
  ],
  [
    'two versions for one place',
    () =>
      setDependencies(
        dependencies(
          'dependencies:\n  - { name: one, version: 1.2.3, refPaths: [{ path: f, match: v }] }\n  - { name: two, version: 1.2.3, refPaths: [{ path: f, match: v }] }\n',
        ),
        new Map([
          ['one', '1.2.4'],
          ['two', '1.2.5'],
        ]),
        () => 'v1.2.3\n',
      ),
    [
      'f:1 would have to become 1.2.4 and 1.2.5 at the same place, for "one" and "two".',
      'Set both to the same version, or change the match of one.',
    ],
  ],
  [
    'a dependency that is not there',
    () => set(pinned('      - path: a.txt\n'), { og: '1.3.0' }),
    ['dependencies.yaml has no dependency "og".', 'Did you mean go?'],
  ],
];

it.each(rows)('%s', async (_, act, said) => {
  const error: unknown = await Promise.try(act).then(
    () => new Error('nothing was refused'),
    (refused: unknown) => refused,
  );
  const refused = explain(error)
    .flatMap(({ message, fix }) => (fix === undefined ? [message] : [message, fix]))
    .join('\n');
  expect(refused).toBe(said.join('\n'));
});
