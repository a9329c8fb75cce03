import { describe, expect, it } from 'vitest';
import { attempt, problemsIn, ReleaseError } from '../../src/domain/error.ts';
import { joinedNotes, parseNoteSource } from '../../src/domain/releases/note-source.ts';
import { assetSteps } from '../../src/domain/releases/asset-steps.ts';
import { checksumsOf } from '../../src/domain/releases/checksums.ts';
import { chooseRelease } from '../../src/domain/releases/choose-release.ts';
import type { FoundAsset, FoundRelease, LocalAsset } from '../../src/domain/releases/release.ts';
import { listensToCreated } from '../../src/domain/releases/release-event.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const wanted = (name: string, letter = 'a'): LocalAsset => {
  return { name, path: `/dist/${name}`, label: undefined, size: 1, digest: digest(letter) };
};
const there = (name: string, letter = 'a'): FoundAsset => {
  return { id: 1, name, size: 1, digest: digest(letter), isUploaded: true, begunAt: 0 };
};
const half = (name: string): FoundAsset => ({ ...there(name), digest: '', isUploaded: false });
const derived = (letter: string): LocalAsset => ({ ...wanted('SHA256SUMS', letter), isDerived: true });

const draft = (id: number, assets: readonly FoundAsset[] = []): FoundRelease => ({
  id,
  url: `https://github.com/org/project/releases/${id}`,
  uploadUrl: '',
  tag: 'v1.0.0',
  isDraft: true,
  isPrerelease: false,
  isImmutable: false,
  name: 'v1.0.0',
  body: '',
  assets,
});
const published = (assets: readonly FoundAsset[]): FoundRelease => ({ ...draft(1, assets), isDraft: false });
const immutable = (assets: readonly FoundAsset[]): FoundRelease => ({ ...published(assets), isImmutable: true });

const said = (outcome: unknown): readonly string[] => {
  if (!(outcome instanceof ReleaseError)) throw new Error('It was not refused.');
  return problemsIn(outcome).map(({ message }) => message);
};

const calm = { mayReplace: false, isDraft: false, isGoingOn: () => false };
const many = Array.from({ length: 600 }, (_, index) => index);

describe('the files of a release', () => {
  it.each([
    ['nothing is there', [wanted('a')], undefined, { upload: ['a'] }],
    ['a draft has it', [wanted('a')], draft(1, [there('a')]), {}],
    ['a draft has other bytes', [wanted('a')], draft(1, [there('a', 'b')]), { upload: ['a'], remove: ['a'] }],
    ['a draft has a half', [wanted('a')], draft(1, [half('a')]), { upload: ['a'], remove: ['a'] }],
    ['what is published has a half', [wanted('a')], published([half('a')]), { upload: ['a'], remove: ['a'] }],
    ['what is published lacks it', [wanted('a')], published([]), { upload: ['a'] }],
    ['a draft has more', [wanted('a')], draft(1, [there('a'), there('b')]), {}],
    ['what is published has more', [wanted('a')], published([there('a'), half('b')]), {}],
    [
      'checksums changed',
      [derived('b')],
      published([there('SHA256SUMS')]),
      { upload: ['SHA256SUMS'], remove: ['SHA256SUMS'] },
    ],
    ['immutable, and equal', [wanted('a')], immutable([there('a')]), {}],
  ] as const)('%s', (_, files, found, expected) => {
    const steps = assetSteps(files, found, calm);
    const names = Object.entries(steps).map(([step, assets]) => [step, assets.map(({ name }) => name)] as const);
    expect(Object.fromEntries(names.filter(([, assets]) => assets.length > 0))).toEqual(expected);
  });

  it.each([
    [
      'other bytes',
      [wanted('a')],
      published([there('a', 'b')]),
      ['a is published with sha256:bbbbbbbbbbbb, but the file here has sha256:aaaaaaaaaaaa.'],
    ],
    [
      'immutable, other bytes',
      [wanted('a')],
      immutable([there('a', 'b')]),
      [/^a has sha256:b{12}, not sha256:a{12}, in the release v1\.0\.0, which/],
    ],
    ['immutable, missing', [wanted('a'), wanted('b')], immutable([]), [/^a is missing in/, /^b is missing in/]],
    [
      'a half that nobody here can complete',
      [wanted('a')],
      draft(1, [half('x')]),
      [/^The upload of x to the draft https/],
    ],
    [
      'too many together',
      many.map((index) => wanted(`new-${index}`)),
      draft(
        1,
        many.map((index) => there(`old-${index}`)),
      ),
      ['The release would have 1200 files, with those that it has already. It can have at most 1000.'],
    ],
  ] as const)('are refused: %s', (_, files, found, messages) => {
    const refused = said(attempt(() => assetSteps(files, found, calm)));
    expect(refused).toEqual(
      messages.map((message) => (typeof message === 'string' ? message : expect.stringMatching(message))),
    );
  });

  it('are waited for while another job may upload them, also those that are not here', () => {
    const found = draft(1, [half('a'), half('x')]);
    const young = { ...calm, isGoingOn: () => true };
    expect(assetSteps([wanted('a')], found, young).awaited.map(({ name }) => name)).toEqual(['a', 'x']);
    expect(assetSteps([wanted('a')], found, { ...young, isDraft: true }).awaited.map(({ name }) => name)).toEqual([
      'a',
    ]);
  });

  it('that are published are replaced where that is allowed, unless the release is immutable', () => {
    const circumstances = { ...calm, mayReplace: true };
    expect(assetSteps([wanted('a')], published([there('a', 'b')]), circumstances).upload).toHaveLength(1);
    expect(attempt(() => assetSteps([wanted('a')], immutable([there('a', 'b')]), circumstances))).toBeInstanceOf(
      ReleaseError,
    );
  });
});

describe('of several releases', () => {
  it.each([
    ['no release', undefined, [], undefined, []],
    ['the lowest draft', undefined, [draft(3), draft(2)], 2, [3]],
    ['a redundant draft whose files are here', undefined, [draft(2), draft(3, [there('a')])], 2, [3]],
    [
      'a redundant draft whose files the first one has',
      undefined,
      [draft(2, [there('x')]), draft(3, [there('x')])],
      2,
      [3],
    ],
    ['a redundant draft with checksums of its own', undefined, [draft(2), draft(3, [there('SHA256SUMS')])], 2, [3]],
    ['a redundant draft with a half', undefined, [draft(2), draft(3, [half('x')])], 2, [3]],
    ['what is published', published([]), [draft(0), draft(3, [there('a')])], 1, [0, 3]],
    ['what is published, beside a draft with other files', published([]), [draft(3, [there('x')])], 1, []],
  ] as const)('%s is the one', (_, one, drafts, chosen, redundant) => {
    const found = chooseRelease({ published: one, drafts }, [wanted('a')], 'SHA256SUMS');
    expect([found.chosen?.id, found.redundantDrafts.map(({ id }) => id)]).toEqual([chosen, redundant]);
  });

  it.each([
    ['a file', [there('x')], 'A second draft (3) has files that the first one does not have: x.'],
    ['other bytes', [there('a', 'b')], 'A second draft (3) has files that the first one does not have: a.'],
  ] as const)('none is chosen where a second draft has %s of its own', (_, assets, message) => {
    const refused = attempt(() =>
      chooseRelease({ published: undefined, drafts: [draft(2), draft(3, assets)] }, [wanted('a')], 'SHA256SUMS'),
    );
    expect(said(refused)).toEqual([message]);
  });
});

describe('checksums', () => {
  it.each([
    [
      'sorted, of what is here and there',
      [wanted('b'), wanted('B')],
      [there('a', 'c')],
      `${'a'.repeat(64)}  B\n${'c'.repeat(64)}  a\n${'a'.repeat(64)}  b\n`,
    ],
    ['of what is here, where there is another', [wanted('a')], [there('a', 'c')], `${'a'.repeat(64)}  a\n`],
    ['without halves, and without themselves', [], [half('a'), there('SUMS')], ''],
  ] as const)('are %s', (_, files, assets, text) => {
    expect(checksumsOf(files, draft(1, assets), 'SUMS')).toBe(text);
  });
});

describe('a line of notes', () => {
  it.each([
    ['text: a: b', { kind: 'text', text: 'a: b' }],
    ['  file:notes.md ', { kind: 'file', path: 'notes.md' }],
    ['changelog: docs/C L.md', { kind: 'changelog', path: 'docs/C L.md' }],
    ['tag', { kind: 'tag' }],
    ['generated', { kind: 'generated' }],
  ])('%j is a source', (line, source) => {
    expect(parseNoteSource(line)).toEqual(source);
  });

  it.each(['', 'text:', 'file', 'tag: v1', 'generated: yes', 'Text: a', 'https://example.com'])(
    '%j is none',
    (line) => {
      expect(said(attempt(() => parseNoteSource(line)))).toEqual([expect.stringMatching(/^contains the line /)]);
    },
  );

  it('is counted in characters, as GitHub does', () => {
    expect(Array.from(joinedNotes(['👋'.repeat(125_000)]))).toHaveLength(125_000);
    expect(said(attempt(() => joinedNotes(['x'.repeat(62_500), 'x'.repeat(62_500)])))).toEqual([
      'The notes have 125002 characters. GitHub accepts at most 125000.',
    ]);
  });
});

describe('a workflow', () => {
  it.each([
    ['on:\n  release:\n    types: [created]\n', true],
    ['on:\n  release:\n    types:\n      - published\n      - created\n', true],
    ['on:\n  push:\n  release: { types: [ created ] }\n', true],
    ['on: { release: { types: [created] } }\n', true],
    ['"on":\r\n  release:\r\n    types: created\r\n', true],
    ['on:\n  release:\n    types: [published]\n', false],
    ['on:\n  release:\n  issue_comment:\n    types: [created]\n', false],
    ['on:\n  release:\n    types: [published]\n  issue_comment:\n    types: [created]\n', false],
    ['on: [release, push]\n', false],
    ['on: release\njobs:\n  created:\n    types: created\n', false],
  ])('%j listens to release: created: %s', (text, listens) => {
    expect(listensToCreated(text)).toBe(listens);
  });
});
