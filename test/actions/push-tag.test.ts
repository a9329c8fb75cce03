import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import parseTag from '../../actions/parse-tag/action.ts';
import pushTag from '../../actions/push-tag/action.ts';
import { gpgKey, sshKey } from '../support/keys.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import type { ScratchGitHub } from '../support/github.ts';
import { perform, refusal, succeed } from '../support/perform.ts';
import { scratchRepository } from '../support/repository.ts';

const inputs = { tag: 'v0.1.0', message: 'Version 0.1.0\n' };
const ref = 'refs/tags/v0.1.0';

describe('the modes', () => {
  it('apply makes an annotated tag here and there, once', async () => {
    await using repo = await scratchRepository();
    const first = await succeed(pushTag, repo, { inputs });
    const refs = await repo.remoteRefs();
    expect(refs.get(`${ref}^{}`)).toBe(await repo.head());
    expect(await repo.git('rev-parse', ref)).toBe(refs.get(ref));
    expect(first).toMatchObject({
      tag: 'v0.1.0',
      sha: await repo.head(),
      created: 'true',
      changed: 'true',
    });
    const second = await succeed(pushTag, repo, { inputs });
    expect(second).toMatchObject({ created: 'false', changed: 'false', changes: '[]' });
    expect(await repo.remoteRefs()).toEqual(refs);
  });

  it('from another checkout, without the tag, there is nothing to do either', async () => {
    await using repo = await scratchRepository();
    await succeed(pushTag, repo, { inputs });
    const clone = await repo.clone();
    expect(await succeed(pushTag, clone, { inputs: { ...inputs, mode: 'check' } })).toMatchObject({ created: 'false' });
  });

  it('local makes it here, and later steps take it as planned', async () => {
    await using repo = await scratchRepository();
    const { log } = await perform(pushTag, repo, { inputs: { ...inputs, mode: 'local' } });
    expect(log).toContain('would: Push tag v0.1.0 to origin');
    expect((await repo.remoteRefs()).has(ref)).toBe(false);
    expect(await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0' } })).toMatchObject({
      exists: 'true',
      subject: 'Version 0.1.0',
    });
    const again = await succeed(pushTag, repo, { inputs: { ...inputs, mode: 'local' } });
    expect(again['changes']).toBe('["Push tag v0.1.0 to origin"]');
  });

  it('a rehearsed tag is the one that is pushed in earnest', async () => {
    await using repo = await scratchRepository();
    await succeed(pushTag, repo, { inputs: { ...inputs, mode: 'local' } });
    const object = await repo.git('rev-parse', ref);
    await succeed(pushTag, repo, { inputs });
    expect((await repo.remoteRefs()).get(ref)).toBe(object);
  });

  it('dry-run and check write nothing anywhere', async () => {
    await using repo = await scratchRepository();
    const before = [await repo.git('for-each-ref'), await repo.remoteRefs()];
    await succeed(pushTag, repo, { inputs: { ...inputs, mode: 'dry-run' } });
    const said = await refusal(pushTag, repo, { inputs: { ...inputs, mode: 'check' } });
    const at = (await repo.head()).slice(0, 12);
    expect(said).toBe(
      `The checkout has no tag v0.1.0; it should be at ${at}.\n` +
        'Run it with mode: apply and commit the result, or correct the inputs.\n' +
        `origin has no tag v0.1.0; it should be at ${at}.\n` +
        'Run it with mode: apply, or find out why it was not done.',
    );
    expect([await repo.git('for-each-ref'), await repo.remoteRefs()]).toEqual(before);
  });
});

it('the input remote gets the tag, and origin does not', async () => {
  await using repo = await scratchRepository();
  await using project = await scratchRepository({ 'project.txt': '' });
  await repo.git('remote', 'add', 'upstream', project.remote);
  await succeed(pushTag, repo, { inputs: { ...inputs, remote: 'upstream' } });
  expect((await project.remoteRefs()).get(`${ref}^{}`)).toBe(await repo.head());
  expect((await repo.remoteRefs()).has(ref)).toBe(false);
});

describe('a remote that pushes elsewhere than it fetches', () => {
  it('is looked at where it will be pushed to', async () => {
    await using repo = await scratchRepository();
    await using fork = await scratchRepository({ 'fork.txt': '' });
    await repo.git('remote', 'set-url', '--push', 'origin', fork.remote);
    await succeed(pushTag, repo, { inputs });
    expect((await fork.remoteRefs()).has(ref)).toBe(true);
    expect((await repo.remoteRefs()).has(ref)).toBe(false);
    expect(await succeed(pushTag, repo, { inputs: { ...inputs, mode: 'check' } })).toMatchObject({ changed: 'false' });
    const clone = await repo.clone();
    await clone.git('remote', 'set-url', '--push', 'origin', fork.remote);
    expect(await succeed(pushTag, clone, { inputs: { ...inputs, mode: 'check' } })).toMatchObject({ changed: 'false' });
  });

  it('is refused where there are several such places', async () => {
    await using repo = await scratchRepository();
    for (const name of ['a', 'b']) await repo.git('remote', 'set-url', '--add', '--push', 'origin', `/tmp/${name}`);
    expect(await refusal(pushTag, repo, { inputs })).toContain('The remote origin pushes to several addresses.');
  });
});

describe('a tag is never moved', () => {
  it('one that is elsewhere on the remote is refused', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v0.1.0');
    const refs = await repo.remoteRefs();
    await repo.commit('Later');
    const said = await refusal(pushTag, repo, { inputs });
    expect(said).toMatch(/Tag v0.1.0 already exists on origin, but at [0-9a-f]{12}, not at [0-9a-f]{12}/);
    expect(said).toContain('A tag is never moved');
    expect(await repo.remoteRefs()).toEqual(refs);
  });

  it.each([
    ['at another commit', { at: 'HEAD~1', annotated: 'Version 0.1.0\n' }, /is at [0-9a-f]{12}, not at/],
    ['lightweight', {}, /is lightweight/],
    ['with another message', { annotated: 'Other\n' }, /has the message "Other", not the requested one/],
  ])('one that only this checkout has, %s, is refused', async (_, options, reason) => {
    await using repo = await scratchRepository();
    await repo.commit('Second');
    await repo.tag('v0.1.0', options);
    const said = await refusal(pushTag, repo, { inputs });
    expect(said).toMatch(reason);
    expect(said).toContain('git tag -d v0.1.0');
    expect((await repo.remoteRefs()).has(ref)).toBe(false);
  });

  it('one that somebody else pushed meanwhile, at this commit, is success; elsewhere it is refused', async () => {
    for (const isSame of [true, false]) {
      await using repo = await scratchRepository({}, { server: {} });
      const other = await repo.clone({ depth: 0 });
      if (!isSame) await other.commit('Other');
      repo.server.fault = async ({ service, method }) => {
        if (service !== 'git-receive-pack' || method !== 'POST') return undefined;
        repo.server.fault = undefined;
        await other.pushTag('v0.1.0');
        return undefined;
      };
      const { outcome } = await perform(pushTag, repo, { inputs });
      if (isSame) {
        expect(outcome.failure).toBeUndefined();
        expect(await repo.git('rev-parse', ref)).toBe(await other.git('rev-parse', ref));
        await succeed(parseTag, repo, { inputs: { tag: 'v0.1.0' } });
      }
      if (!isSame) expect(String(outcome.failure)).toContain('Tag v0.1.0 already exists on origin');
      expect((await repo.remoteRefs()).get(ref)).toBe(await other.git('rev-parse', ref));
    }
  });
});

describe('the message', () => {
  it.each([
    ['lines with #', '# Heading\n\n#1 fixed\n'],
    ['blank lines at both ends', '\n\nVersion\n\n\n'],
    ['CRLF and tabs', 'Version\r\n\r\n\tindented \r\n'],
    ['no final newline', 'Version 0.1.0'],
    ['shell and option text', '--force $(touch x) `touch x` ${{ x }} "\' \\'],
    ['commands for a runner', '::set-output name=x::y\n##[error]no\n'],
    [
      'scissors and trailers',
      'Version\n\n# ------------------------ >8 ------------------------\nSigned-off-by: A <a@example.com>\n',
    ],
  ])('is kept verbatim: %s', async (_, message) => {
    await using repo = await scratchRepository();
    await succeed(pushTag, repo, { inputs: { tag: 'v0.1.0', message } });
    const object = await repo.git('cat-file', 'tag', ref);
    const wanted = message.endsWith('\n') ? message : `${message}\n`;
    expect(`${object}\n`).toContain(`\n\n${wanted.trimEnd()}`);
    expect(Number(await repo.git('cat-file', '-s', ref))).toBe(
      Buffer.byteLength(`${object.split('\n\n')[0]}\n\n${wanted}`),
    );
  });

  it('comes from a file, or is the name of the tag', async () => {
    await using repo = await scratchRepository({ 'notes.md': '# Notes\n' });
    await succeed(pushTag, repo, { inputs: { tag: 'v0.1.0', 'message-path': 'notes.md' } });
    await succeed(pushTag, repo, { inputs: { tag: 'v0.2.0' } });
    expect(await repo.git('for-each-ref', '--format=%(contents)', 'refs/tags')).toBe('# Notes\n\nv0.2.0');
  });

  it.each([
    [{ message: 'a', 'message-path': 'a.md' }, 'Both message and message-path are given'],
    [{ 'message-path': 'absent.md' }, 'There is no file absent.md'],
    [{ 'message-path': 'empty.md' }, 'empty.md is empty'],
    [{ 'message-path': 'binary.md' }, 'binary.md:1:1 is not UTF-8'],
    [{ 'message-path': '../outside.md' }, 'outside the workspace'],
    [{ message: 'a\n-----BEGIN PGP SIGNATURE-----\n' }, 'the beginning of a signature'],
    [{ tagger: 'nobody' }, 'Write Name <address>'],
    [{ commit: 'no-such' }, 'There is no commit "no-such"'],
    [{ commit: '--all' }, 'There is no commit "--all"'],
    [{ remote: 'upstream' }, 'There is no remote "upstream" in this checkout.\nGive one of origin'],
    [{ tag: '--delete' }, 'is not a valid tag name'],
    [{ 'message-path': '.git/config' }, 'is inside the .git folder'],
    [{ 'message-path': 'to-git' }, 'is inside the .git folder'],
    [{ 'signing-passphrase': 'x' }, 'but no signing-key'],
    [{ commit: '^HEAD' }, 'is not one commit'],
    [{ start: '../x.yml' }, 'Give the name of a file in .github/workflows'],
    [{ start: 'release.yml' }, 'has no file .github/workflows/release.yml'],
  ])('%j is refused', async (bad, reason) => {
    await using repo = await scratchRepository({ 'empty.md': '\n', 'binary.md': Buffer.from([0xff, 0xfe]) });
    await symlink('.git/config', join(repo.folder, 'to-git'));
    expect(await refusal(pushTag, repo, { inputs: { tag: 'v0.1.0', ...bad } })).toContain(reason);
    expect((await repo.remoteRefs()).has(ref)).toBe(false);
  });
});

describe('signing', () => {
  it.each([
    ['ssh', () => sshKey(), {}],
    ['ssh with a passphrase', () => sshKey('pass "word" $x'), { 'signing-passphrase': 'pass "word" $x' }],
    ['ssh in PEM', () => sshKey('', ['-t', 'ecdsa', '-m', 'PEM']), {}],
    [
      'ssh in PKCS8 with a passphrase',
      () => sshKey('secret', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8']),
      { 'signing-passphrase': 'secret\n' },
    ],
    ['gpg', () => gpgKey(), {}],
    ['gpg with a passphrase', () => gpgKey('pass word'), { 'signing-passphrase': 'pass word' }],
  ])('by %s is good to git itself', async (_, newKey, more) => {
    await using repo = await scratchRepository();
    await using key = await newKey();
    const { outcome, secrets } = await perform(pushTag, repo, {
      inputs: { ...inputs, ...more, 'signing-key': key.secret },
    });
    expect(outcome.failure).toBeUndefined();
    expect(await key.verify(repo.folder, 'v0.1.0')).toMatch(/Good "git" signature|Good signature from "C O Releaser/);
    expect(await repo.git('for-each-ref', '--format=%(contents:subject)%(contents:body)', ref)).toBe('Version 0.1.0');
    expect(secrets).toContain(key.secret);
  });

  it('by a gpg key, where git knows nobody, is in the name of the key', async () => {
    await using repo = await scratchRepository();
    await using key = await gpgKey();
    const { GIT_COMMITTER_NAME: _, GIT_COMMITTER_EMAIL: __, ...environment } = repo.environment;
    await succeed(pushTag, { folder: repo.folder, environment }, { inputs: { ...inputs, 'signing-key': key.secret } });
    expect(await repo.git('for-each-ref', '--format=%(taggername) %(taggeremail)', ref)).toBe(
      'C O Releaser <releaser@example.com>',
    );
  });

  const wrong = 'Check the input signing-passphrase. Check that the key has not expired.';
  it.each([
    ['a wrong passphrase', () => sshKey('right'), 'wrong', wrong],
    [
      'no passphrase',
      () => sshKey('right'),
      '',
      'If the key has a passphrase, give the input signing-passphrase. Check that the key has not expired.',
    ],
    ['a wrong gpg passphrase', () => gpgKey('right'), 'wrong', wrong],
  ])('with %s is refused before anything is made', async (_, newKey, passphrase, fix) => {
    await using repo = await scratchRepository();
    await using key = await newKey();
    const said = await refusal(pushTag, repo, {
      inputs: { ...inputs, 'signing-key': key.secret, 'signing-passphrase': passphrase },
    });
    expect(said).toMatch(/^The (?:SSH|GPG) signing key cannot sign: .+\n/);
    expect(said).toContain(fix);
    expect(await repo.git('tag', '--list')).toBe('');
  });

  it('with what is no key at all is refused', async () => {
    await using repo = await scratchRepository();
    expect(await refusal(pushTag, repo, { inputs: { ...inputs, 'signing-key': 'ssh-ed25519 AAAA' } })).toContain(
      'neither an SSH nor a GPG private key',
    );
  });
});

describe('who makes it', () => {
  it('is GitHub’s own account, where nobody has told git in a job', async () => {
    await using repo = await scratchRepository();
    const { GIT_COMMITTER_NAME: _, GIT_COMMITTER_EMAIL: __, ...environment } = repo.environment;
    await succeed(pushTag, { folder: repo.folder, environment }, { inputs, env: { GITHUB_ACTIONS: 'true' } });
    expect(await repo.git('for-each-ref', '--format=%(taggername) %(taggeremail)', ref)).toBe(
      'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>',
    );
  });

  it('is a person in a terminal, who has to tell git', async () => {
    await using repo = await scratchRepository();
    const { GIT_COMMITTER_NAME: _, GIT_COMMITTER_EMAIL: __, ...environment } = repo.environment;
    const terminal = { folder: repo.folder, environment };
    expect(await refusal(pushTag, terminal, { inputs })).toBe(
      'git does not know who makes the tag: user.name and user.email are not set.\n' +
        'Set them: git config --global user.name "Your Name" && git config --global user.email you@example.com. Or give the input tagger.',
    );
    expect(await repo.git('tag', '--list')).toBe('');
    await repo.git('config', 'user.name', 'Ann Lee');
    await repo.git('config', 'user.email', 'ann@example.com');
    await succeed(pushTag, terminal, { inputs });
    expect(await repo.git('for-each-ref', '--format=%(taggername)', ref)).toBe('Ann Lee');
  });

  it('is the input tagger, where it is given', async () => {
    await using repo = await scratchRepository();
    await succeed(pushTag, repo, { inputs: { ...inputs, tagger: 'Ann Lee <ann@example.com>' } });
    expect(await repo.git('for-each-ref', '--format=%(taggername) %(taggeremail)', ref)).toBe(
      'Ann Lee <ann@example.com>',
    );
  });
});

describe('what the push starts', () => {
  const job = { token: 'job', 'job-token': 'job' };

  const server = {
    tokens: [
      { token: 'job', contents: 'write', workflows: true },
      { token: 'app', contents: 'write', workflows: true },
    ],
  } as const;

  it('nothing, with the token of the job, and it says so', async () => {
    await using repo = await scratchRepository({}, { server });
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const { outputs, log } = await perform(pushTag, repo, { inputs: { ...inputs, ...job }, env });
    expect(outputs['starts']).toBe('false');
    expect(log).toContain(
      "No workflow starts from the push of v0.1.0, because it is made with the job's own token. To start workflows, pass the token of a GitHub App",
    );
  });

  it('nobody can tell, where the push is made with credentials of another kind', async () => {
    await using repo = await scratchRepository();
    const { outputs, log } = await perform(pushTag, repo, { inputs: { ...inputs, ...job } });
    expect(outputs).not.toHaveProperty('starts');
    expect(log).toContain('is unknown: it depends on the server and on the credentials of git');
  });

  it('an empty token beside the one of the job is a secret that is missing', async () => {
    await using repo = await scratchRepository();
    expect(await refusal(pushTag, repo, { inputs: { ...inputs, token: '', 'job-token': 'job' } })).toContain(
      'Input token is empty.\nCheck that the secret exists',
    );
  });

  it('what was pushed and only its answer lost is still reported', async () => {
    await using repo = await scratchRepository({}, { server });
    repo.server.fault = ({ service, method }) => {
      if (service !== 'git-receive-pack' || method !== 'POST') return undefined;
      repo.server.fault = undefined;
      return 'reset-after';
    };
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const { outputs } = await perform(pushTag, repo, { inputs: { ...inputs, ...job }, env });
    expect(outputs).toMatchObject({ created: 'true', changed: 'true', starts: 'false' });
  });

  it('with another token, workflows', async () => {
    await using repo = await scratchRepository({}, { server });
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const given = { ...inputs, token: 'app', 'job-token': 'job' };
    expect(await succeed(pushTag, repo, { inputs: given, env })).toMatchObject({ starts: 'true' });
  });

  it('from a laptop, workflows on the server, and nobody can tell for a bare repository on a disk', async () => {
    await using repo = await scratchRepository();
    const dryRun = { inputs: { ...inputs, mode: 'dry-run' } };
    const { outputs, log } = await perform(pushTag, repo, dryRun);
    expect(outputs).not.toHaveProperty('starts');
    expect(log).toContain('is unknown: it depends on the server and on the credentials of git');
    await using served = await scratchRepository({}, { server: {} });
    const env = { GITHUB_SERVER_URL: served.server.url };
    expect(await succeed(pushTag, served, { ...dryRun, env })).toMatchObject({ starts: 'true' });
  });
});

describe('the workflow in start', () => {
  const workflow = { '.github/workflows/release.yml': 'on: { push: , workflow_dispatch: }\n' };
  const given = { ...inputs, token: jobToken.token, 'job-token': jobToken.token, start: 'release.yml' };
  const runs = (project: ScratchGitHub) => project.github.repository('org/project').dispatches;

  it('is dispatched at the tag, once, and its page is printed', async () => {
    await using project = await scratchGitHub(workflow);
    const { outputs, log } = await perform(pushTag, project, { inputs: given });
    expect(outputs).toMatchObject({ starts: 'false', pending: '[]' });
    expect(log).toMatch(/release\.yml runs at v0\.1\.0: http:\/\/\S+\/org\/project\/actions\/runs\/\d+/);
    const again = await perform(pushTag, project, { inputs: given });
    expect(again.log).toMatch(/release\.yml was already started at v0\.1\.0: http/);
    expect(again.outputs).toMatchObject({ changed: 'false' });
    const run = { workflow: '.github/workflows/release.yml', ref: 'refs/tags/v0.1.0', sha: await project.head() };
    expect(runs(project)).toMatchObject([run]);
  });

  it('is started by the next run, where the first one was killed after the push', async () => {
    await using project = await scratchGitHub(workflow);
    await project.pushTag('v0.1.0', { annotated: 'v0.1.0\n' });
    expect(await refusal(pushTag, project, { inputs: { ...given, mode: 'check' } })).toContain(
      'Not done: Start release.yml at v0.1.0.',
    );
    expect(await succeed(pushTag, project, { inputs: given })).toMatchObject({ created: 'false', changed: 'true' });
    expect(runs(project)).toHaveLength(1);
  });

  it.each(['reset-before', 'reset-after'] as const)(
    'is dispatched once, whatever answer gets lost (%s)',
    async (fault) => {
      await using project = await scratchGitHub(workflow);
      let left = 1;
      project.github.fault = ({ method, path }) =>
        method === 'POST' && path.endsWith('/dispatches') && left-- > 0 ? fault : undefined;
      await succeed(pushTag, project, { inputs: given, pace: 0.05 });
      expect(runs(project)).toHaveLength(1);
    },
  );

  it.each([
    [{ 'other.yml': '' }, 'has no file .github/workflows/release.yml'],
    [
      { '.github/workflows/release.yml': 'on: push\n' },
      'The workflow .github/workflows/release.yml at v0.1.0 cannot be started',
    ],
  ])('is refused before the tag is pushed, where it cannot start: %j', async (files, message) => {
    await using project = await scratchGitHub(files);
    expect(await refusal(pushTag, project, { inputs: given })).toContain(message);
    expect((await project.remoteRefs()).has('refs/tags/v0.1.0')).toBe(false);
  });

  it('needs actions: write, and the error names the line', async () => {
    const token = { ...jobToken, permissions: { contents: 'write', actions: 'read' } } as const;
    await using project = await scratchGitHub(workflow, { tokens: [token] });
    expect(await refusal(pushTag, project, { inputs: given })).toContain(
      'Add to the job: permissions: { actions: write }',
    );
  });
});

describe('over HTTP', () => {
  const tokens = [
    { token: 'writer', contents: 'write', workflows: true },
    { token: 'reader', contents: 'read' },
    { token: 'plain', contents: 'write' },
  ] as const;
  const asked = (url: string, token: string) => ({ inputs: { ...inputs, token }, env: { GITHUB_SERVER_URL: url } });

  it.each([undefined, 'reader', 'writer'])(
    'one Authorization header is sent, whatever checkout left behind (%s)',
    async (left) => {
      await using repo = await scratchRepository({}, { server: { tokens } });
      const clone = await repo.clone(left === undefined ? {} : { token: left });
      const { outcome } = await perform(pushTag, clone, asked(repo.server.url, 'writer'));
      expect(outcome.failure).toBeUndefined();
      const sent = repo.server.requests.map(({ authorization }) => authorization);
      expect(new Set(sent.map((headers) => headers.length))).toEqual(new Set([1]));
      expect(new Set(sent.flat())).toEqual(
        new Set([`basic ${Buffer.from('x-access-token:writer').toString('base64')}`]),
      );
    },
  );

  it('the token goes to no other server', async () => {
    await using repo = await scratchRepository({}, { server: {} });
    await succeed(pushTag, repo, asked('https://github.example', 'writer'));
    expect(repo.server.requests.flatMap(({ authorization }) => authorization)).toEqual([]);
  });

  it.each([
    ['may only read', 'reader', {}, 'The token has no write access to origin.', 'permissions: { contents: write }'],
    ['is unknown', 'stranger', {}, 'origin did not accept the credentials.', 'Pass a valid token'],
    [
      'meets a protected tag',
      'writer',
      { protectedTags: ['v*'] },
      'A rule of origin protects this name.',
      'bypass the ruleset',
    ],
  ])('a token that %s is refused with its own way out', async (_, token, rules, message, fix) => {
    await using repo = await scratchRepository({}, { server: { tokens, ...rules } });
    const said = await refusal(pushTag, repo, asked(repo.server.url, token));
    expect(said).toContain(message);
    expect(said).toContain(fix);
    expect((await repo.remoteRefs()).has(ref)).toBe(false);
  });

  it('a token that may not touch workflow files is told about branch heads', async () => {
    await using repo = await scratchRepository({ '.github/workflows/ci.yml': 'on: push\n' }, { server: { tokens } });
    await repo.commit('Change a workflow', { '.github/workflows/ci.yml': 'on: pull_request\n' });
    const said = await refusal(pushTag, repo, asked(repo.server.url, 'plain'));
    expect(said).toContain('workflow files that no branch head has');
    expect(said).toContain('workflows: write');
    await repo.push();
    await succeed(pushTag, repo, asked(repo.server.url, 'plain'));
  });

  it.each([
    'reset-before',
    'reset-after',
    { status: 502, body: 'bad gateway' },
    { status: 429, body: 'slow down' },
    'hang',
  ] as const)('a push that meets %j once ends with one tag', async (fault) => {
    await using repo = await scratchRepository({}, { server: { tokens } });
    repo.server.fault = ({ service, method }) => {
      if (service !== 'git-receive-pack' || method !== 'POST') return undefined;
      repo.server.fault = undefined;
      return fault;
    };
    const { outcome, outputs } = await perform(pushTag, repo, { ...asked(repo.server.url, 'writer'), pace: 0.05 });
    expect(outcome.failure).toBeUndefined();
    expect(outputs).toMatchObject({ changed: 'true' });
    expect((await repo.remoteRefs()).get(ref)).toBe(await repo.git('rev-parse', ref));
  });
});
