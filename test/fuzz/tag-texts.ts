import * as fc from 'fast-check';
import { joined, mutated, noise, oneOf, rarely } from './texts.ts';
import { pep440Text, semverText } from './version-texts.ts';

/** Lines of the input `streams`, and names of which one or the other may be a tag of theirs. */
export type Tags = { readonly streams: string; readonly names: readonly string[] };

const literal = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('v', '-', '/', '_', 'chart', 'rel', '.', '1') },
      { weight: 1, arbitrary: oneOf('+$()|^*?[]\\&}#@=,:%é', '😀') },
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(''));
const placeholder = fc.constantFrom('{version}', '{pep440}');
const pattern = fc.oneof(
  fc.constantFrom('v{version}', 'chart/{version}', '{pep440}', '{path}/v{version}', '{path}v{version}', 'rel-{pep440}'),
  joined(literal, rarely(2, fc.constantFrom('{path}/', '{path}')), literal, placeholder, rarely(4, literal)),
);
const patterns = fc.uniqueArray(pattern, { minLength: 1, maxLength: 3 });
const streamName = fc.constantFrom('image', 'chart', 'module', 'driver', 'release', 'mwc-la', 'x1');
const streamNames = fc.uniqueArray(streamName, { minLength: 3, maxLength: 3 });

const folder = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('src', 'web-hook', 'a.b', 'é', '@org', '~', '1.0', 'v') },
  { weight: 1, arbitrary: fc.constantFrom('..', '.git', 'a b', '-x', 'x$', 'h\u3164', 'x.lock') },
);
const path = fc.array(folder, { minLength: 1, maxLength: 3 }).map((folders) => folders.join('/'));
const before = fc.oneof(
  fc.constantFrom('', 'v', 'V', 'chart/', 'chart/v', 'release-', 'rel_v', 'x', 'mwc-la-', 'pkg@', 'node-20-', 'py3.'),
  fc.constantFrom('refs/tags/', 'refs/heads/v', '-', '@', 'a{b}-', '{path}/v', '#/', 'é-', 'x\u202E/v', 'x\u200B-'),
  joined(path, fc.constantFrom('/', '/v', '-v')),
);

type Name = (patterns: readonly string[]) => string;

/** A name that one of the patterns should take. */
const filled: fc.Arbitrary<Name> = fc
  .tuple(fc.nat(2), rarely(2, path), semverText, pep440Text)
  .map(([which, folders, semver, pep440]) => (all) => {
    const shape = all[which % all.length] ?? '';
    return shape
      .replace(/\{path\}(\/?)/, () => (folders === '' ? '' : `${folders}/`))
      .replace('{version}', () => semver)
      .replace('{pep440}', () => pep440);
  });
const prefixed = joined(before, fc.oneof(semverText, pep440Text));
const other: fc.Arbitrary<Name> = fc
  .oneof(
    { weight: 6, arbitrary: prefixed },
    { weight: 2, arbitrary: mutated(prefixed) },
    { weight: 1, arbitrary: noise },
  )
  .map((name) => () => name);
const names = fc.array(fc.oneof(filled, filled, other), { minLength: 6, maxLength: 6 });

export const tagTexts: fc.Arbitrary<Tags> = fc.tuple(streamNames, patterns, names).map(([streams, shapes, all]) => ({
  streams: shapes.map((shape, index) => `${streams[index]}: ${shape}`).join('\n'),
  names: all.map((name) => name(shapes)),
}));
