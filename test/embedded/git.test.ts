import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { access, chmod, mkdir, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GitRequest, GitToken } from '../../src/embedded/git/server.ts';
import { remotesOf, scratchRepository, type ScratchRepository } from '../support/repository.ts';

const ci = '.github/workflows/ci.yml';
const tokens: GitToken[] = [
  { token: 'reader', contents: 'read' },
  { token: 'writer', contents: 'write' },
  { token: 'app', contents: 'write', workflows: true },
  { token: 'stranger', contents: 'none' },
];
const open = { server: {} };
const guarded = { server: { tokens, protectedTags: ['v*', 'chart/*'] } };

const basic = (token: string, user = 'x-access-token') => Buffer.from(`${user}:${token}`).toString('base64');
const as = (token: string) => ['-c', `http.extraHeader=Authorization: Basic ${basic(token)}`];
const patience = { timeout: 20_000 };
const absent = '0'.repeat(40);
const isPush = ({ updates }: GitRequest) => updates.length > 0;
const lines = ({ server }: ScratchRepository) =>
  server.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);

afterEach(() => vi.unstubAllEnvs());

describe('git as a client', () => {
  it('clones, and later fetches new commits', async () => {
    await using repo = await scratchRepository({ 'a.txt': 'one\n' }, open);
    await repo.git('clone', '--quiet', repo.remote, '../clone');
    const later = await repo.commit('Later', { 'a.txt': 'two\n' });
    await repo.push();
    await repo.git('-C', '../clone', 'pull', '--quiet');
    expect(await repo.git('-C', '../clone', 'rev-parse', 'HEAD')).toBe(later);
  });

  it('clones a shallow history, and deepens it', async () => {
    await using repo = await scratchRepository({}, open);
    await repo.commit('Second');
    await repo.push();
    await repo.git('clone', '--quiet', '--depth=1', repo.remote, '../clone');
    expect(await repo.git('-C', '../clone', 'rev-list', '--count', 'HEAD')).toBe('1');
    await repo.git('-C', '../clone', 'fetch', '--quiet', '--unshallow');
    expect(await repo.git('-C', '../clone', 'rev-list', '--count', 'HEAD')).toBe('2');
  });

  it('fetches a commit by its SHA, after the branch was moved away from it', async () => {
    await using repo = await scratchRepository({}, open);
    const lost = await repo.commit('Lost');
    await repo.push();
    await repo.push('+HEAD~1:refs/heads/main');
    await repo.git('init', '--quiet', '../clone');
    await repo.git('-C', '../clone', '-c', 'protocol.version=0', 'fetch', '--quiet', '--depth=1', repo.remote, lost);
    expect(await repo.git('-C', '../clone', 'rev-parse', 'FETCH_HEAD')).toBe(lost);
  });

  it('may use the URL with or without .git', async () => {
    await using repo = await scratchRepository({}, open);
    const refs = await repo.git('ls-remote', repo.remote);
    expect(await repo.git('ls-remote', `${repo.remote}.git`)).toBe(refs);
    expect(refs).toContain('refs/heads/main');
  });

  it('uses protocol 2, with a separate request to list refs, and protocol 0', async () => {
    await using repo = await scratchRepository({}, open);
    await repo.git('-c', 'protocol.version=2', 'ls-remote', 'origin');
    expect(lines(repo)).toEqual(['GET /org/project/info/refs 200', 'POST /org/project/git-upload-pack 200']);
    await repo.git('-c', 'protocol.version=0', 'ls-remote', 'origin');
    expect(lines(repo).slice(2)).toEqual(['GET /org/project/info/refs 200']);
  });

  it('pushes lightweight and annotated tags', async () => {
    await using repo = await scratchRepository({}, open);
    const [light, annotated] = [await repo.tag('light'), await repo.tag('v1', { annotated: 'One\n# kept' })];
    await repo.git('push', 'origin', 'light', 'v1');
    const refs = await repo.remoteRefs();
    expect(refs.get('refs/tags/light')).toBe(light);
    expect(refs.get('refs/tags/v1')).toBe(annotated);
    expect(refs.get('refs/tags/v1^{}')).toBe(await repo.head());
  });

  it('pushes a pack larger than its post buffer in chunks, after a probe without updates', async () => {
    await using repo = await scratchRepository({}, open);
    const head = await repo.commit('Large', { large: randomBytes(300_000) });
    await repo.git('-c', 'http.postBuffer=65536', 'push', 'origin', 'main');
    expect(repo.server.requests.map(({ method, updates }) => `${method} ${updates.length}`)).toEqual([
      'GET 0',
      'POST 0',
      'POST 1',
    ]);
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(head);
  });

  it('may compress its requests', async () => {
    await using repo = await scratchRepository({}, open);
    const sha = await repo.pushTag('t1');
    const listing = await compressed(repo, 'git-upload-pack', '0014command=ls-refs\n0000');
    expect(await listing.text()).toContain('refs/tags/t1');
    const command = `${sha} ${absent} refs/tags/t1\0 report-status side-band-64k`;
    const deleted = await compressed(repo, 'git-receive-pack', `00${(command.length + 4).toString(16)}${command}0000`);
    expect(await deleted.text()).toContain('ok refs/tags/t1');
    expect(repo.server.requests.at(-1)?.updates).toEqual([{ ref: 'refs/tags/t1', from: sha, to: absent }]);
  });

  it('pushes twelve tags at once from twelve processes', async () => {
    await using repo = await scratchRepository({}, open);
    const names = Array.from({ length: 12 }, (_, index) => `t${index}`);
    for (const name of names) await repo.tag(name);
    await Promise.all(names.map((name) => repo.git('push', 'origin', name)));
    expect([...(await repo.remoteRefs()).keys()].filter((ref) => ref.startsWith('refs/tags/'))).toHaveLength(12);
  });

  it('updates no ref in an atomic push if one of them has moved meanwhile', async () => {
    await using repo = await scratchRepository({}, open);
    const first = await repo.head();
    await repo.commit('Second');
    await repo.tag('v1');
    repo.server.fault = async (request) => {
      if (isPush(request)) await repo.push(`${first}:refs/tags/v1`);
    };
    await expect(repo.git('push', '--atomic', 'origin', 'main', 'v1')).rejects.toThrow(
      /cannot lock ref 'refs\/tags\/v1'[^]*\[remote rejected\] main -> main/,
    );
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(first);
  });

  it('is refused if a branch moves between the look and the push', async () => {
    await using repo = await scratchRepository({}, open);
    const other = await repo.clone();
    const [winner, loser] = [await other.commit('Winner'), await repo.commit('Loser')];
    repo.server.fault = async (request) => {
      if (isPush(request)) await other.push();
    };
    await expect(repo.git('push', 'origin', 'main')).rejects.toThrow(
      `cannot lock ref 'refs/heads/main': is at ${winner} but expected ${await repo.git('rev-parse', `${loser}~1`)}`,
    );
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(winner);
  });

  it('gets 404 for paths that are no repositories', async () => {
    await using repo = await scratchRepository({}, open);
    const { url } = repo.server;
    await repo.git('init', '--quiet', '--bare', '../outside.git');
    const paths = ['/../outside', '/%2e%2e/outside', '/org/../org/project', '/org/..%2forg/project', '/project', ''];
    for (const path of paths) expect(await statusOf(url, `${path}/info/refs?service=git-upload-pack`)).toBe(404);
    expect(await statusOf(url, '/org/project.git/info/refs')).toBe(403); // dumb clients
    expect(await statusOf(url, '/org/project.git/HEAD')).toBe(404);
    await expect(repo.git('ls-remote', `${url}/org/nothing`)).rejects.toThrow(
      /remote: Repository not found\.[^]*fatal: repository '.*\/org\/nothing\/' not found/,
    );
  });

  it('is not affected by the environment and the configuration of the server process', async () => {
    for (const name of ['GIT_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_CONFIG_GLOBAL', 'HOME']) vi.stubEnv(name, '/nowhere');
    await using repo = await scratchRepository({}, open);
    await repo.tag('v1');
    await expect(repo.git('push', 'origin', 'v1')).resolves.toBe('');
  });
});

// The server starts git's services itself, which costs less than `git http-backend`.
describe('every answer is that of git http-backend, byte for byte, and every refusal has its status', () => {
  const listing = (service: string) => `info/refs?service=git-${service}`;
  it.each([
    ['GET', listing('upload-pack'), {}],
    ['GET', listing('upload-pack'), { 'git-protocol': 'version=1' }],
    ['GET', listing('upload-pack'), { 'git-protocol': 'agent=x:version=2' }],
    ['GET', listing('receive-pack'), {}],
    ['GET', listing('receive-pack'), { 'git-protocol': 'version=1' }],
    ['GET', listing('receive-pack'), { 'git-protocol': 'version=2' }],
    ['GET', listing('archive'), {}],
    ['POST', listing('upload-pack'), {}],
    ['GET', 'git-upload-pack', {}],
    ['POST', 'git-upload-pack', {}],
    ['POST', 'git-upload-pack', { 'content-type': 'application/x-git-receive-pack-request' }],
    [
      'POST',
      'git-upload-pack',
      { 'content-type': 'application/x-git-upload-pack-request', 'git-protocol': 'version=2' },
    ],
  ])('%s %s %j', async (method, path, headers: Record<string, string>) => {
    await using repo = await scratchRepository({}, open);
    await repo.pushTag('v1', { annotated: 'One' });
    const body = method === 'POST' ? '0014command=ls-refs\n0000' : undefined;
    const response = await fetch(`${repo.remote}/${path}`, { method, headers, ...(body !== undefined && { body }) });
    const cgi = await cgiAnswer(repo, { method, path, headers, body });
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
      status: cgi.status,
      type: cgi.type,
    });
    expect(await response.text()).toBe(cgi.status === 200 ? cgi.body : '');
    expect(response.headers.get('cache-control')).toBe('no-cache, max-age=0, must-revalidate');
  });
});

describe('a token', () => {
  it('is accepted with the Basic scheme and any user name, and as a bearer', async () => {
    await using repo = await scratchRepository({}, guarded);
    for (const value of [`Basic ${basic('reader')}`, `basic ${basic('reader', 'anybody')}`, 'Bearer reader']) {
      const refs = await repo.git('-c', `http.extraHeader=AUTHORIZATION: ${value}`, 'ls-remote', 'origin');
      expect(refs).toContain('refs/heads/main');
    }
  });

  it('that is part of the URL is sent after a first request without it', async () => {
    await using repo = await scratchRepository({}, guarded);
    await repo.git('ls-remote', repo.remote.replace('//', '//x-access-token:reader@'));
    const sent = repo.server.requests.map(({ authorization, status }) => `${status} ${authorization.join()}`);
    expect(sent).toEqual(['401 ', `200 Basic ${basic('reader')}`, `200 Basic ${basic('reader')}`]);
  });

  it('is required', async () => {
    await using repo = await scratchRepository({}, guarded);
    await expect(repo.git('ls-remote', 'origin')).rejects.toThrow(
      /could not read Username for 'http:\/\/127\.0\.0\.1:\d+': terminal prompts disabled/,
    );
    const { status, headers } = await fetch(`${repo.remote}/info/refs?service=git-upload-pack`);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="GitHub"']);
  });

  it('is refused if it is unknown', async () => {
    await using repo = await scratchRepository({}, guarded);
    await expect(repo.git('ls-remote', repo.remote.replace('//', '//x-access-token:forged@'))).rejects.toThrow(
      /remote: Invalid username or token\.[^]*fatal: Authentication failed for/,
    );
  });

  it('that is sent in a second Authorization header, next to that of actions/checkout, is refused with 400', async () => {
    await using repo = await scratchRepository({}, guarded);
    const checkout = await repo.clone({ token: 'reader' });
    await checkout.git('ls-remote', 'origin');
    const second = `http.${repo.server.url}/.extraHeader=Authorization: Basic ${basic('writer')}`;
    await expect(checkout.git('-c', second, 'ls-remote', 'origin')).rejects.toThrow(
      /remote: Duplicate header: "Authorization"\n.*The requested URL returned error: 400/,
    );
    expect(repo.server.requests.at(-1)?.authorization).toEqual([
      `basic ${basic('reader')}`,
      `Basic ${basic('writer')}`,
    ]);
  });

  it('that is configured for the exact URL replaces the one for all URLs', async () => {
    await using repo = await scratchRepository({}, guarded);
    const checkout = await repo.clone({ token: 'reader' });
    await checkout.git(...as('writer'), 'ls-remote', 'origin');
    expect(repo.server.requests.at(-1)?.authorization).toEqual([`basic ${basic('reader')}`]);
  });

  it('without `contents: read` does not see a repository', async () => {
    await using repo = await scratchRepository({}, guarded);
    await expect(repo.git(...as('stranger'), 'fetch', 'origin')).rejects.toThrow(/remote: Repository not found\./);
  });

  it('without `contents: write` may not push', async () => {
    await using repo = await scratchRepository({}, guarded);
    await repo.tag('t1');
    for (const token of ['reader', 'stranger']) {
      await expect(repo.git(...as(token), 'push', 'origin', 't1')).rejects.toThrow(
        /remote: Permission to org\/project\.git denied to github-actions\[bot\]\.\n.*returned error: 403/,
      );
    }
    const headers = { authorization: 'Bearer reader' };
    expect((await fetch(`${repo.remote}/git-receive-pack`, { method: 'POST', headers, body: '0000' })).status).toBe(
      403,
    );
  });
});

describe('a protected tag', () => {
  it('is not created', async () => {
    await using repo = await scratchRepository({}, guarded);
    await repo.tag('v1.0.0', { annotated: 'One' });
    await expect(repo.git(...as('app'), 'push', 'origin', 'v1.0.0')).rejects.toThrow(
      new RegExp(
        [
          'remote: error: GH013: Repository rule violations found for refs/tags/v1\\.0\\.0\\. *',
          'remote: Review all repository rules at http://.*/org/project/rules\\?ref=refs%2Ftags%2Fv1\\.0\\.0 *',
          'remote: *',
          'remote: - Cannot create ref due to creations being restricted\\. *',
          'remote: *',
          'To http://.*/org/project',
          ' ! \\[remote rejected\\] v1\\.0\\.0 -> v1\\.0\\.0 \\(push declined due to repository rule violations\\)',
        ].join('\n'),
      ),
    );
    expect([...(await repo.remoteRefs()).keys()]).toEqual(['HEAD', 'refs/heads/main']);
  });

  it('is neither moved nor deleted', async () => {
    await using repo = await scratchRepository({}, guarded);
    const tagged = await repo.pushTag('chart/1.0.0');
    await repo.commit('Later');
    await expect(repo.git(...as('writer'), 'push', 'origin', '+HEAD:refs/tags/chart/1.0.0')).rejects.toThrow(
      /Cannot update this protected ref\./,
    );
    await expect(repo.git(...as('writer'), 'push', 'origin', ':refs/tags/chart/1.0.0')).rejects.toThrow(
      /Cannot delete this protected ref\./,
    );
    expect((await repo.remoteRefs()).get('refs/tags/chart/1.0.0')).toBe(tagged);
  });

  it('does not stop the other refs of its push', async () => {
    await using repo = await scratchRepository({}, guarded);
    const later = await repo.commit('Later');
    for (const name of ['t1', 'v1']) await repo.tag(name, { annotated: name });
    await expect(repo.git(...as('writer'), 'push', 'origin', 't1', 'v1', 'main')).rejects.toThrow(
      /\[new tag\] +t1 -> t1\n[^]*\[remote rejected\] v1 -> v1/,
    );
    const refs = await repo.remoteRefs();
    expect([refs.get('refs/tags/t1^{}'), refs.get('refs/heads/main'), refs.get('refs/tags/v1')]).toEqual([
      later,
      later,
      undefined,
    ]);
  });

  it('stops the other refs of an atomic push', async () => {
    await using repo = await scratchRepository({}, guarded);
    for (const name of ['t1', 'v1']) await repo.tag(name, { annotated: name });
    await expect(repo.git(...as('writer'), 'push', '--atomic', 'origin', 't1', 'v1')).rejects.toThrow(
      /\[remote rejected\] t1 -> t1 \(atomic transaction failed\)\n ! \[remote rejected\] v1 -> v1 \(push declined/,
    );
    expect([...(await repo.remoteRefs()).keys()]).toEqual(['HEAD', 'refs/heads/main']);
  });

  it('is refused while another tag of the push is deleted, and while git itself refuses another ref', async () => {
    await using repo = await scratchRepository({}, guarded);
    await repo.pushTag('t1');
    await repo.tag('v1', { annotated: 'One' });
    const pushing = repo.git(...as('writer'), 'push', 'origin', ':t1', 'v1', ':main');
    await expect(pushing).rejects.toThrow(/error: refusing to delete the current branch[^]*error: GH013/);
    await expect(pushing).rejects.toThrow(
      /\[deleted\] +t1\n ! \[remote rejected\] main \(.*\n ! \[remote rejected\] v1/,
    );
    expect([...(await repo.remoteRefs()).keys()]).toEqual(['HEAD', 'refs/heads/main']);
  });
});

describe('a workflow file', () => {
  const reason = `refusing to allow a GitHub App to create or update workflow \`${ci}\` without \`workflows\` permission`;

  it('is refused on branches and tags to a token without `workflows`, and leaves no object', async () => {
    await using repo = await scratchRepository({ [ci]: 'on: push\n' }, guarded);
    const changed = await repo.commit('Change CI', { [ci]: 'on: [push]\n' });
    await repo.tag('t1', { annotated: 'One' });
    const pushing = repo.git(...as('writer'), 'push', 'origin', 'main', 't1');
    await expect(pushing).rejects.toThrow(`[remote rejected] main -> main (${reason})`);
    await expect(pushing).rejects.toThrow(`[remote rejected] t1 -> t1 (${reason})`);
    await expect(repo.git('--git-dir', repo.scratch.origin, 'cat-file', '-t', changed)).rejects.toThrow(
      /could not get object info/,
    );
  });

  it('is pushed by an App that has `workflows`', async () => {
    await using repo = await scratchRepository({ [ci]: 'on: push\n' }, guarded);
    const changed = await repo.commit('Change CI', { [ci]: 'on: [push]\n' });
    await repo.git(...as('app'), 'push', 'origin', 'main');
    expect((await repo.remoteRefs()).get('refs/heads/main')).toBe(changed);
  });

  it('does not stop a tag if the tip of a branch has the same content', async () => {
    await using repo = await scratchRepository({ [ci]: 'on: push\n' }, guarded);
    await repo.commit('Change the code', { 'a.txt': 'a\n' });
    await repo.tag('t1', { annotated: 'One' });
    await repo.git(...as('writer'), 'push', 'origin', 't1');
    expect((await repo.remoteRefs()).get('refs/tags/t1^{}')).toBe(await repo.head());
  });

  it('stops the tag of an older commit if no tip of a branch has it any more', async () => {
    await using repo = await scratchRepository({ [ci]: 'on: push\n' }, guarded);
    await repo.tag('t1', { annotated: 'One' });
    await repo.commit('Change CI', { [ci]: 'on: [push]\n' });
    await repo.push();
    await expect(repo.git(...as('writer'), 'push', 'origin', 't1')).rejects.toThrow(reason);
    await repo.push('t1^{commit}:refs/heads/release-1');
    await expect(repo.git(...as('writer'), 'push', 'origin', 't1')).resolves.toBe('');
  });

  it('does not matter for a tag that leads to no commit', async () => {
    await using repo = await scratchRepository({ [ci]: 'on: push\n' }, guarded);
    await repo.tag('key', { at: `HEAD:${ci}` });
    await repo.git(...as('writer'), 'push', 'origin', 'key');
    expect((await repo.remoteRefs()).has('refs/tags/key')).toBe(true);
  });
});

describe('the record of a push', () => {
  it('has every request, with the refs that it would move and their old commits', async () => {
    await using repo = await scratchRepository({}, guarded);
    const from = await repo.head();
    const to = await repo.commit('Later');
    await repo.git(...as('writer'), 'push', 'origin', 'main', 'HEAD:refs/tags/t1');
    const service = 'git-receive-pack';
    const authorization = [`Basic ${basic('writer')}`];
    const updates = [
      { ref: 'refs/heads/main', from, to },
      { ref: 'refs/tags/t1', from: absent, to },
    ];
    expect(repo.server.requests).toEqual([
      { method: 'GET', path: '/org/project/info/refs', service, authorization, updates: [], status: 200 },
      { method: 'POST', path: '/org/project/git-receive-pack', service, authorization, updates, status: 200 },
    ]);
  });
});

describe('a fault', () => {
  it('resets the connection before git runs', async () => {
    await using repo = await scratchRepository({}, open);
    await repo.tag('v1');
    repo.server.fault = (request) => (isPush(request) ? 'reset-before' : undefined);
    await expect(repo.git('push', 'origin', 'v1')).rejects.toThrow(
      /Connection reset by peer[^]*the remote end hung up/,
    );
    expect((await repo.remoteRefs()).has('refs/tags/v1')).toBe(false);
    expect(repo.server.requests.at(-1)?.status).toBeUndefined();
  });

  it('resets the connection after the push was accepted', async () => {
    await using repo = await scratchRepository({}, open);
    const sha = await repo.tag('v1');
    repo.server.fault = (request) => (isPush(request) ? 'reset-after' : undefined);
    await expect(repo.git('push', 'origin', 'v1')).rejects.toThrow(/Connection reset by peer[^]*Everything up-to-date/);
    expect((await repo.remoteRefs()).get('refs/tags/v1')).toBe(sha);
  });

  it('that loses one answer makes curl repeat the push, which then fails because its own tag exists', async () => {
    await using repo = await scratchRepository({}, open);
    const sha = await repo.tag('v1');
    const pushes = () => repo.server.requests.filter(isPush);
    repo.server.fault = (request) => (isPush(request) && pushes().length === 1 ? 'reset-after' : undefined);
    await expect(repo.git('push', 'origin', 'v1')).rejects.toThrow(
      /cannot lock ref 'refs\/tags\/v1': reference already exists[^]*\[remote rejected\] v1 -> v1 \(failed to update ref\)/,
    );
    expect(pushes().map(({ status }) => status)).toEqual([undefined, 200]);
    expect((await repo.remoteRefs()).get('refs/tags/v1')).toBe(sha);
  });

  it('leaves a request unanswered until the server closes', async () => {
    await using repo = await scratchRepository({}, open);
    repo.server.fault = () => 'hang';
    await Promise.all([
      expect(repo.git('ls-remote', 'origin')).rejects.toThrow(/Empty reply from server|Connection reset/),
      vi.waitFor(() => expect(repo.server.requests).toHaveLength(1), patience).then(() => repo.server.close()),
    ]);
  });

  it('sends the answer that a test gives', async () => {
    await using repo = await scratchRepository({}, open);
    const headers = { 'content-type': 'text/plain', 'retry-after': '60' };
    repo.server.fault = () => ({ status: 429, body: 'Slow down.\n', headers });
    await expect(repo.git('ls-remote', 'origin')).rejects.toThrow(/remote: Slow down\.\n.*returned error: 429/);
    expect(repo.server.requests.map(({ status }) => status)).toEqual([429]);
  });
});

describe('a scratch repository', () => {
  it('makes the same commits and tags on every machine', async () => {
    await using repo = await scratchRepository({ 'a.txt': 'a\n' });
    expect(await repo.head()).toBe('31836885c4d30e0b2aff007e0c7059e483f735a7');
    expect(await repo.tag('v1', { annotated: 'One\n# kept' })).toBe('7a82442609f7d24a61ab24958f3920db27a39ce8');
    expect(await repo.git('cat-file', 'tag', 'v1')).toMatch(/\n\nOne\n# kept$/);
  });

  it('can push without the rules and the record of its server', async () => {
    await using repo = await scratchRepository({}, guarded);
    const sha = await repo.pushTag('v1', { annotated: 'One' });
    expect((await repo.remoteRefs()).get('refs/tags/v1')).toBe(sha);
    expect(repo.server.requests).toEqual([]);
  });

  it('is cloned as actions/checkout does it: shallow, without tags, on the branch of the event', async () => {
    await using repo = await scratchRepository({}, guarded);
    await repo.pushTag('v1');
    const event = await repo.commit('Second');
    await repo.commit('Third');
    await repo.push();
    const checkout = await repo.clone({ sha: event });
    expect(await checkout.head()).toBe(event);
    expect(await checkout.git('rev-list', '--count', 'HEAD')).toBe('1');
    expect(await checkout.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\nrefs/remotes/origin/main');
    expect(await checkout.git('config', 'remote.origin.url')).toBe(repo.remote);
  });

  it('is cloned at a tag, by its full or short name, detached and with the tag object', async () => {
    await using repo = await scratchRepository();
    const tag = await repo.pushTag('chart/1.0.0', { annotated: 'One' });
    await repo.commit('Later');
    await repo.push();
    for (const ref of ['refs/tags/chart/1.0.0', 'chart/1.0.0']) {
      const checkout = await repo.clone({ ref });
      expect(await checkout.git('rev-parse', 'refs/tags/chart/1.0.0', 'HEAD')).toBe(
        `${tag}\n${await repo.git('rev-parse', 'HEAD~1')}`,
      );
      await expect(checkout.git('symbolic-ref', 'HEAD')).rejects.toThrow(/not a symbolic ref/);
    }
  });

  it('is cloned with all branches and tags if the depth is 0', async () => {
    await using repo = await scratchRepository();
    await repo.pushTag('v1');
    await repo.push('main:refs/heads/release-1');
    const checkout = await repo.clone({ depth: 0 });
    const refs = await checkout.git('for-each-ref', '--format=%(refname)', 'refs/tags', 'refs/remotes');
    expect(refs.split('\n')).toEqual(['refs/remotes/origin/main', 'refs/remotes/origin/release-1', 'refs/tags/v1']);
    expect(await checkout.git('rev-parse', '--is-shallow-repository')).toBe('false');
  });
});

describe('closing the server', () => {
  it('ends a push that is still running', async () => {
    await using repo = await scratchRepository({}, open);
    const hook = join(repo.scratch.origin, 'hooks/pre-receive');
    await mkdir(join(hook, '..'), { recursive: true });
    await writeFile(hook, '#!/bin/sh\ntouch running\nexec sleep 60\n');
    await chmod(hook, 0o755);
    await Promise.all([
      expect(repo.git('push', 'origin', 'HEAD:refs/tags/v1')).rejects.toThrow(/the remote end hung up/),
      vi.waitFor(() => access(join(repo.scratch.origin, 'running')), patience).then(() => repo.server.close()),
    ]);
    expect((await repo.remoteRefs()).has('refs/tags/v1')).toBe(false);
  });
});

/** With the path exactly as it stands: fetch would tidy it. */
async function statusOf(url: string, path: string): Promise<number | undefined> {
  const request = get({ port: new URL(url).port, path });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

type CgiRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

async function cgiAnswer({ scratch, environment }: ScratchRepository, { method, path, headers, body }: CgiRequest) {
  const [endpoint, query = ''] = path.split('?');
  const env = {
    ...environment,
    GIT_PROJECT_ROOT: remotesOf(scratch),
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: method,
    PATH_INFO: `/${scratch.name}.git/${endpoint}`,
    QUERY_STRING: query,
    CONTENT_TYPE: headers['content-type'] ?? '',
    GIT_PROTOCOL: headers['git-protocol'] ?? '',
  };
  const settings = ['http.receivepack', 'uploadpack.allowAnySHA1InWant', 'uploadpack.allowFilter'];
  const options = [...settings, 'http.getanyfile=false'].flatMap((setting) => ['-c', setting]);
  const { stdout } = spawnSync('git', [...options, 'http-backend'], { env, input: body ?? '', encoding: 'utf8' });
  const [head = '', text = ''] = stdout.split('\r\n\r\n');
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head.replaceAll('\r', ''))?.[1];
  const type = field('Content-Type') ?? null;
  return { status: Number.parseInt(field('Status') ?? '200', 10), type, body: text };
}

function compressed({ remote }: ScratchRepository, service: string, body: string): Promise<Response> {
  const headers = {
    'content-encoding': 'gzip',
    'content-type': `application/x-${service}-request`,
    'git-protocol': 'version=2',
  };
  return fetch(`${remote}/${service}`, { method: 'POST', headers, body: gzipSync(body) });
}
