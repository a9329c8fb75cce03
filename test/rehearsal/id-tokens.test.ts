import { expect, it } from 'vitest';
import { rehearsedIn } from '../support/rehearsed.ts';
import { scratchRepository } from '../support/repository.ts';

const path = '.github/workflows/release.yml';
const files = {
  [path]: [
    'name: Release',
    "on: { push: { tags: ['v*'] } }",
    'permissions: { id-token: write, contents: read }',
    'jobs:',
    '  sign:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '      - run: node .github/claims.mjs sigstore',
    '      - run: node .github/claims.mjs wrong || true',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    environment: release',
    '    steps: [{ uses: actions/checkout@v6 }, { run: node .github/claims.mjs }]',
    '  without:',
    '    permissions: { contents: read }',
    '    runs-on: ubuntu-latest',
    '    steps: [{ run: test -z "$ACTIONS_ID_TOKEN_REQUEST_URL$ACTIONS_ID_TOKEN_REQUEST_TOKEN" }]',
    '',
  ].join('\n'),
  '.github/claims.mjs': [
    'const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env;',
    'const [audience] = process.argv.slice(2);',
    "const authorization = `Bearer ${audience === 'wrong' ? 'wrong' : token}`;",
    'const response = await fetch(audience ? `${url}&audience=${audience}` : url, { headers: { authorization } });',
    'if (!response.ok) console.log(`::notice::${response.status}`);',
    'const { value } = await response.json();',
    "const [header, claims, signature] = value.split('.').map((part) => Buffer.from(part, 'base64url'));",
    'console.log(`::notice::${header} ${claims} ${signature.length}`);',
    'console.log(`::notice::${value}`);',
    '',
  ].join('\n'),
};

it('gives tokens of OpenID Connect to jobs that may have them, with the claims of GitHub', async () => {
  await using repo = await scratchRepository(files);
  const { exitCode, text } = await rehearsedIn(repo.folder, ['v1.2.0']);
  expect(text).not.toContain('✗');
  expect(exitCode).toBe(0);
  const all = [...text.matchAll(/^ +\{"alg":"RS256","kid":"rehearsal","typ":"JWT"\} (\{.*\}) 256$/gm)].map(
    ([, claims = '']) => JSON.parse(claims) as Readonly<Record<string, string | number>>,
  );
  const of = (audience: string) => all.find(({ aud }) => aud === audience);
  const sha = await repo.head();
  const ref = 'refs/tags/v1.2.0';
  expect(of('sigstore')).toEqual({
    jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    sub: `repo:org/project:ref:${ref}`,
    aud: 'sigstore',
    iss: 'https://token.actions.githubusercontent.com',
    actor: 'you',
    actor_id: '1',
    base_ref: '',
    event_name: 'push',
    head_ref: '',
    ref,
    ref_type: 'tag',
    ref_protected: 'false',
    sha,
    repository: 'org/project',
    repository_id: '1',
    repository_owner: 'org',
    repository_owner_id: '1',
    repository_visibility: 'public',
    run_attempt: '1',
    run_id: '1001',
    run_number: '1',
    runner_environment: 'github-hosted',
    workflow: 'Release',
    workflow_ref: `org/project/${path}@${ref}`,
    workflow_sha: sha,
    job_workflow_ref: `org/project/${path}@${ref}`,
    job_workflow_sha: sha,
    nbf: expect.any(Number),
    iat: expect.any(Number),
    exp: expect.any(Number),
  });
  expect(of('https://github.com/org')).toMatchObject({
    sub: 'repo:org/project:environment:release',
    environment: 'release',
  });
  expect(text).toMatch(/^ +401$/m);
  expect(text.match(/^ +\*\*\*$/gm)).toHaveLength(2); // a token is hidden
  for (const line of [
    `${path}:9: The OIDC token for sigstore is from repo:org/project:ref:${ref}: who gets it has to trust that.`,
    `${path}:14: The OIDC token for https://github.com/org is from repo:org/project:environment:release: who gets it has to trust that.`,
  ])
    expect(text).toContain(`  ${line}\n`);
});
