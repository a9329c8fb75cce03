import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readArguments } from '../../src/rehearsal/rehearse-arguments.ts';
import { pageOf } from '../../src/rehearsal/page/page.ts';
import { knownSecrets } from '../../src/rehearsal/secrets.ts';
import type { Chronicle } from '../../src/rehearsal/chronicle.ts';
import { searchPath } from '../support/bundle.ts';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';

it('says of a step that failed which secrets it got that have no real value', async () => {
  await using repo = await scratchRepository({
    [path]: [
      "on: { push: { tags: ['v*'] } }",
      'jobs:',
      '  use:',
      '    runs-on: ubuntu-latest',
      '    env: { KEY: "${{ secrets.KEY }}" }',
      '    steps:',
      '      - run: 3-not-there-$KEY-${{ secrets.KEY_2 }}',
      '        continue-on-error: true',
      '      - run: echo "::error::wrong key"; exit 1',
      '        continue-on-error: true',
      '      - run: echo "${{ fromJSON(secrets.CONFIG).place }}"',
      '        continue-on-error: true',
      '      - uses: $/actions/login',
      '        with: { password: "${{ secrets.PASSWORD }}" }',
      '        continue-on-error: true',
      '  other:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - run: test -n "${{ secrets.KEY }}"',
      '      - run: exit 1',
      '        continue-on-error: true',
      '  called: { uses: ./.github/workflows/called.yml, secrets: { INNER: "${{ secrets.OUTER }}" } }',
      '',
    ].join('\n'),
    '.github/workflows/called.yml':
      'on: { workflow_call: { secrets: { INNER: {} } } }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 1\n        env: { A: "${{ secrets.INNER }}" }\n',
    'actions/login/action.yml': 'inputs: { password: {} }\nruns: { using: node24, main: main.js }\n',
    'actions/login/main.js': 'process.exitCode = 1;\n',
  });
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
  expect(exitCode).toBe(1);
  const made = (secrets: string, options: string) =>
    `    This may be because the rehearsal made up the ${secrets}. ${options} from your environment.`;
  const lines = text.slice(text.indexOf('What stops the release:'), text.indexOf('What is there')).split('\n');
  expect(lines.filter((line) => line.startsWith('    This may be'))).toEqual([
    made('value of the secret OUTER (.github/workflows/called.yml:7)', '--secret OUTER takes it'),
    made(`values of the secrets KEY (${path}:5) and KEY_2 (${path}:7)`, '--secret KEY and --secret KEY_2 take them'),
    made(`value of the secret KEY (${path}:5)`, '--secret KEY takes it'),
    made(`value of the secret CONFIG (${path}:11)`, '--secret CONFIG takes it'),
    made(
      `values of the secrets KEY (${path}:5) and PASSWORD (${path}:14)`,
      '--secret KEY and --secret PASSWORD take them',
    ),
  ]);
  expect(text).not.toContain('made-up-');
});

it('takes real values, and shows them nowhere', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'value-'));
  const seen = join(place.path, 'seen');
  await using repo = await scratchRepository({
    [path]: [
      "on: { push: { tags: ['v*'] } }",
      'jobs:',
      '  use:',
      '    runs-on: ubuntu-latest',
      '    permissions: { contents: write }',
      '    steps:',
      `      - run: echo "$A $B $C" > ${seen}`,
      '        env: { A: "${{ secrets.a_key }}", B: "${{ secrets.FROM_HERE }}", C: "${{ secrets.OTHER }}" }',
      '      - uses: softprops/action-gh-release@v2',
      '        with: { name: "for ${{ secrets.A_KEY }}", body: "${{ secrets.FROM_HERE }}" }',
      '  leak:',
      '    needs: use',
      '    runs-on: ubuntu-latest',
      `    steps: [{ run: "cat ${seen}; exit 1" }]`,
      '',
    ].join('\n'),
  });
  const args = ['v1.2.0', '--secret', 'A_KEY=one=1', '--secret', 'FROM_HERE'];
  const env = { PATH: searchPath, FROM_HERE: 'first line\nsecond line' };
  const shown = await rehearsedIn(repo.folder, args, env);
  expect(await readFile(seen, 'utf8')).toBe('one=1 first line\nsecond line made-up-other\n');
  const json = await rehearsedIn(repo.folder, [...args, '--json'], env);
  const chronicle = JSON.parse(json.text) as Chronicle;
  expect(chronicle.releases).toMatchObject([{ name: 'for ***', notes: '***' }]);
  for (const text of [shown.text, json.text, pageOf(chronicle)])
    expect(text).not.toMatch(/one=1|(?:first|second) line/);
  expect(shown.text).toContain('      *** ***\n      *** made-up-other\n');
  expect(shown.text).toContain(`  ${path}:8: Secret A_KEY. Its value was given.\n`);
  expect(shown.text).toContain(`  ${path}:8: Secret OTHER. Its value was made up.\n`);
});

it('takes a secret for the token of a person, if it is sent to GitHub', async () => {
  await using repo = await scratchRepository({
    [path]: [
      "on: { push: { tags: ['v*'] } }",
      'permissions: {}',
      'jobs:',
      '  use:',
      '    runs-on: ubuntu-latest',
      '    steps:',
      '      - uses: actions/checkout@v6',
      '        with: { token: "${{ secrets.PAT }}", ref: main }',
      '      - run: git push origin HEAD:refs/heads/next && test -n "${{ secrets.OTHER }}"',
      '      - uses: softprops/action-gh-release@v2',
      '        with: { token: "${{ secrets.API_TOKEN }}" }',
      '',
    ].join('\n'),
    '.github/workflows/next.yml':
      'on: { push: { branches: [next] } }\njobs:\n  a: { runs-on: ubuntu-latest, steps: [{ run: exit 0 }] }\n',
  });
  const { exitCode, text } = await rehearsedIn(repo.folder, [
    'v1.2.0',
    '--secret',
    'PAT=real',
    '--secret',
    'OTHER',
    '--secret',
    'API_TOKEN',
  ]);
  expect(text).not.toContain('✗');
  expect(exitCode).toBe(0);
  expect(text).toContain('push at branch next, by owner-of-pat\n');
  const asToken = 'On GitHub, it counted as the token of somebody who may do everything.';
  expect(text).toContain(`  ${path}:8: Secret PAT. Its value was given. ${asToken}\n`);
  expect(text).toContain(`  ${path}:11: Secret API_TOKEN. Its value was made up. ${asToken}\n`);
  expect(text).toContain(`  ${path}:9: Secret OTHER. Its value was made up.\n`);
});

it('has the secrets of environments, also in a called workflow that gets none', async () => {
  await using repo = await scratchRepository({
    [path]: [
      "on: { push: { tags: ['v*'] } }",
      'jobs:',
      '  own:',
      '    runs-on: ubuntu-latest',
      '    environment: { name: staging, url: "https://example.com" }',
      '    steps: [{ run: \'test -n "${{ secrets.KEY }}"\' }]',
      '  called: { uses: ./.github/workflows/called.yml }',
      '',
    ].join('\n'),
    '.github/workflows/called.yml': [
      'on: workflow_call',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-latest',
      '    environment: release',
      '    steps: [{ run: \'test -n "${{ secrets.KEY }}"\' }]',
      '  b:',
      '    runs-on: ubuntu-latest',
      '    steps: [{ run: \'test -z "${{ secrets.KEY }}"\' }]',
      '',
    ].join('\n'),
  });
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
  expect(text).not.toContain('✗');
  expect(exitCode).toBe(0);
  expect(text).toContain(
    `  ${path}:6: Secret KEY of the environments release and staging, or of the repository. Its value was made up.\n`,
  );
});

it('lets an optional secret of a called workflow be absent, unless a person names it', async () => {
  const read = (name: string) => `test -${name === 'OPTIONAL' ? 'z' : 'n'} "\${{ secrets.${name} }}"`;
  await using repo = await scratchRepository({
    [path]: ["on: { push: { tags: ['v*'] } }", 'jobs:', '  called: { uses: ./.github/workflows/called.yml }', ''].join(
      '\n',
    ),
    '.github/workflows/called.yml': [
      'on: { workflow_call: { secrets: { OPTIONAL: {} } } }',
      'jobs:',
      '  a:',
      '    runs-on: ubuntu-latest',
      '    environment: release',
      `    steps: [{ run: '${read('OPTIONAL')}' }, { run: '${read('UNDECLARED')}' }]`,
      '',
    ].join('\n'),
  });
  const alone = await rehearsedIn(repo.folder, ['v1.2.0']);
  expect(alone.text).not.toContain('✗');
  expect(alone.text).not.toContain('OPTIONAL of the environment');
  const named = await rehearsedIn(repo.folder, ['v1.2.0', '--secret', 'OPTIONAL']);
  expect(named.exitCode).toBe(1);
  expect(named.text).toContain(
    'Secret OPTIONAL of the environment release, or of the repository. Its value was made up.',
  );
});

it('knows of a secret that has neither a value nor a variable only that it exists', () => {
  const named = [
    ['A', 'a'],
    ['B', undefined],
    ['C', undefined],
  ] as const;
  const variables: Readonly<Record<string, string>> = { B: 'b', C: '' };
  const known = knownSecrets(named, (name) => variables[name]);
  expect(known).toEqual({ values: { A: 'a', B: 'b' }, names: ['C'] });
  expect(knownSecrets(named.slice(0, 2), (name) => variables[name])).toEqual({ values: { A: 'a', B: 'b' } });
});

it.each([
  ['1 hidden=text', 'A --secret has no name that a secret can have.', 'Write --secret NAME=VALUE.'],
  ['KEY= ', '--secret KEY= has no value.', 'Write --secret KEY, and set the variable KEY.'],
])('refuses --secret %j without showing a value', (text, message, fix) => {
  expect(() => readArguments(['v1', '--secret', text])).toThrow(expect.objectContaining({ message, fix }));
});
