import { expect, it } from 'vitest';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';
const script = [
  'const { data } = await github.rest.repos.createRelease({ ...context.repo, tag_name: context.ref.slice(10), name: process.env.TITLE });',
  'const all = await github.paginate(github.rest.repos.listReleases, context.repo);',
  "const asked = await github.graphql('query($o:String!,$n:String!){repository(owner:$o,name:$n){id}}', { o: context.repo.owner, n: context.repo.repo });",
  "const { data: repository } = await getOctokit(process.env.TOKEN).request('GET /repos/{owner}/{repo}', context.repo);",
  "const { stdout } = await exec.getExecOutput('echo', ['said']);",
  "const files = await (await glob.create('lib/**\\n!lib/*.md')).glob();",
  "await io.mkdirP('made/here');",
  'const { default: own } = await import(`${process.env.GITHUB_WORKSPACE}/lib/own.mjs`);',
  "core.setOutput('title', data.name);",
  "await core.summary.addRaw('told').write();",
  "return { count: all.length, id: typeof asked.repository.id, name: repository.full_name, said: stdout.trim(), files: files.length, made: require('fs').existsSync('made/here'), double: require('./lib/double.js')(21), own, event: context.eventName };",
];
const files = {
  [path]: [
    "on: { push: { tags: ['v*'] } }",
    'permissions: { contents: write }',
    'jobs:',
    '  a:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - uses: actions/github-script@v8',
    '        id: all',
    '        env: { TITLE: The first, TOKEN: "${{ github.token }}" }',
    '        with:',
    '          script: |',
    ...script.map((line) => `            ${line}`),
    '      - run: echo "::notice::$RESULT $TITLE"',
    '        env: { RESULT: "${{ steps.all.outputs.result }}", TITLE: "${{ steps.all.outputs.title }}" }',
    '      - { id: text, uses: actions/github-script@v7, with: { script: "return context.sha.length", result-encoding: string } }',
    '      - run: test "${{ steps.text.outputs.result }}" = 40',
    '      - { uses: actions/github-script@v7, with: { script: "await core.platform.getDetails()" } }',
    '      - id: refused',
    '        uses: actions/github-script@v7',
    '        with: { script: "await github.rest.issues.create({ ...context.repo, title: \'The release\' })" }',
    '',
  ].join('\n'),
  'lib/double.js': 'module.exports = (number) => 2 * number;\n',
  'lib/own.mjs': "export default 'own';\n",
  'lib/README.md': '',
};

it('performs the script of actions/github-script with the toolkit, and the token of the job', async () => {
  await using repo = await scratchRepository(files);
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
  const of = text.split('\n').flatMap((line) => /^  release\.yml a: (\S .*)$/.exec(line)?.[1] ?? []);
  expect(of.map((line) => line[0])).toEqual(['✓', '✓', '✓', '✓', '✓', '?', '✗']);
  expect(text).toContain(
    '      {"count":1,"id":"string","name":"org/project","said":"said","files":3,"made":true,"double":42,"own":"own","event":"push"} The first\n',
  );
  expect(text).toContain('  release v1.2.0 (the latest)\n');
  expect(text).toContain(`  ${path}:28: actions/github-script@v7, because a rehearsal has no core.platform.\n`);
  expect(exitCode).toBe(1);
  expect(text).toContain(
    [
      `  ${path}:2: POST /repos/org/project/issues of job a was refused: 403 Resource not accessible by integration`,
      '    Its token has contents: write. It needs issues: write.',
      '',
    ].join('\n'),
  );
  expect(text).toMatch(/^    Unhandled error: HttpError: Resource not accessible by integration/m);
});
