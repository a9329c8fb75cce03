import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { filesReadBy, sedOutput, withReads } from '../../src/verification/sed.ts';
import { searchPath } from '../support/bundle.ts';

const values = 'app:\n  image: ghcr.io/org/app\n  tag: "1.2.0" # the version\nother:\n  image: ghcr.io/org/other\n';

it.each<[program: string, text: string, isExtended: boolean]>([
  [String.raw`s/^  image: *(\S+)$/\1/p`, values, true],
  [String.raw`s/^  image: *ghcr\.io\/org\/(\w+)$/<\1&>/p`, values, true],
  [String.raw`s|^  image: *([a-z.]+)/(.*)$|\2 at \1|p`, values, true],
  [String.raw`s/^  tag: "([^"]+)".*$/\1/p`, values, true],
  [String.raw`s/^  tag: "\([^"]*\)".*$/\1/p`, values, false],
  [String.raw`s/: "\([0-9.]\+\)" # \(.*\)$/ = \1 (\2)/p`, values, false],
  ['s/^version: *//p', 'version:   1.2.0\nversion: 1\n', false],
  ['s/^appVersion: //p', values, false],
  ['s/a+b?/x/p', 'a+b?\naab\n', false],
  [String.raw`s/^([[:alnum:]]+)[[:space:]]*=[[:space:]]*(\S+)$/\1:\2/p`, 'version = 1.2\n\nname\t=x\n', true],
  ['s/^$/empty/p', 'a\n\nb\n', false],
  [String.raw`s/^v(.)\.(.)$/\2\\\1/p`, 'v1.2\nv1.23\n', true],
])('%s prints what sed prints', (program, text, isExtended) => {
  const { stdout } = spawnSync('sed', [isExtended ? '-nE' : '-n', program], {
    input: text,
    encoding: 'utf8',
    env: { PATH: searchPath },
  });
  expect(sedOutput(program, text, isExtended)).toBe(stdout.replace(/\n+$/, ''));
});

it.each<[why: string, program: string, text?: string]>([
  ['several ways to match', String.raw`s/^a*(a*)$/\1/p`, 'aa\n'],
  ['an optional group', String.raw`s/(a?)(ab)?/\1/p`],
  ['an alternative', String.raw`s/^(a|ab)(c|bcd)$/\1/p`],
  ['a count', String.raw`s/^a{2}$/x/p`],
  ['a back-reference in the pattern', String.raw`s/^(.)\1$/x/p`],
  ['a group that is not there', String.raw`s/^a$/\2/p`, 'a\n'],
  ['a group that does not end', String.raw`s/^(a$/x/p`],
  ['a line break in the replacement', String.raw`s/^a$/x\ny/p`],
  ['another flag', 's/a/b/gp'],
  ['another command', '1d'],
  ['several commands', 's/a/b/p;q'],
  ['letters whose form depends on the locale', 's/^.$/x/p', 'é\n'],
  ['an anchor within', 's/a^b/x/p'],
  ['an escape that only some know', String.raw`s/\ba/x/p`],
])('says nothing of %s', (_, program, text = 'a\nab\n') => {
  expect(sedOutput(program, text, true)).toBeUndefined();
});

it('puts variables in the place of what a script reads', () => {
  const script = `image="$(sed -nE 's/^  image: *(\\S+app)$/\\1/p' helm/values.yaml)"\ntag=$( sed -n -E 's/x/y/gp' helm/values.yaml )\n  sed -n 's/^  tag: /tag=/p' helm/values.yaml >> "$GITHUB_OUTPUT"`;
  expect(filesReadBy(script)).toEqual(['helm/values.yaml']);
  const read = withReads({ script, variables: { A: 'a' } }, new Map([['helm/values.yaml', values]]));
  expect(read).toEqual({
    script:
      'image="${read_from_a_file_0}"\ntag=$( sed -n -E \'s/x/y/gp\' helm/values.yaml )\n  echo "${read_from_a_file_1}" >> "$GITHUB_OUTPUT"',
    variables: { A: 'a', read_from_a_file_0: 'ghcr.io/org/app', read_from_a_file_1: 'tag="1.2.0" # the version' },
  });
});

it.each(["sed -i 's/a/b/' values.yaml", 'cd helm', 'perl -pi -e s/a/b/ */*.yaml'])(
  'reads no file of which the script also says: %s',
  (line) => {
    expect(filesReadBy(`${line}\na=$(sed -nE 's/a/b/p' helm/values.yaml)`)).toEqual([]);
  },
);
