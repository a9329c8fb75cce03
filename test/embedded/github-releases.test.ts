import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault, Token } from '../../src/embedded/github/server.ts';
import { jobToken, personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';
import { remotesOf } from '../support/repository.ts';

const asMona = { token: personalToken.token };
const reader: Token = { ...jobToken, token: 'reader', kind: 'job', permissions: { contents: 'read' } };
const immutable = { settings: { immutableReleases: ['org/project'] } };

type Body = ReturnType<typeof JSON.parse>;
type Reply = { readonly status: number; readonly body: Body };

const namesOf = ({ body }: Reply) => body.map(({ name }: { name: string }) => name);
const tagsOf = ({ body }: Reply) => body.map(({ tag_name: tag }: { tag_name: string }) => tag);
const errorsOf = ({ status, body }: Reply) => [status, ...(body.errors ?? [body.message])];
const digestOf = (content: string) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

async function released(repo: ScratchGitHub, tag: string, fields: object = {}): Promise<Body> {
  return (await repo.ask('POST …/releases', { body: { tag_name: tag, ...fields } })).body;
}

type Upload = {
  readonly release: { readonly upload_url: string };
  readonly name?: string;
  readonly content?: RequestInit['body'];
  readonly label?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

async function upload({ release, name = 'a.tgz', content = 'bytes', label, headers }: Upload): Promise<Reply> {
  const url = new URL(release.upload_url.replace('{?name,label}', ''));
  url.searchParams.set('name', name);
  if (label !== undefined) url.searchParams.set('label', label);
  const own = { authorization: `Bearer ${jobToken.token}`, 'user-agent': 'test', 'content-type': 'application/gzip' };
  const sent: RequestInit = { method: 'POST', headers: { ...own, ...headers }, body: content, duplex: 'half' };
  const response = await fetch(url, sent);
  return { status: response.status, body: await response.json() };
}

describe('a release', () => {
  it('begins as a draft, is published at its tag, and is deleted', async () => {
    await using repo = await scratchGitHub();
    await repo.pushTag('v1.0.0', { annotated: 'One' });
    const draft = await released(repo, 'v1.0.0', { draft: true, name: 'One', body: 'Notes.' });
    expect(draft).toMatchObject({
      draft: true,
      immutable: false,
      published_at: null,
      tarball_url: null,
      target_commitish: 'main',
      author: { login: 'github-actions[bot]' },
      html_url: expect.stringMatching(/\/releases\/tag\/untagged-[0-9a-f]{20}$/),
    });
    expect((await repo.ask('GET …/releases/tags/v1.0.0')).status).toBe(404);
    const { body } = await repo.ask(`PATCH …/releases/${draft.id}`, { body: { draft: false } });
    expect(body).toMatchObject({
      draft: false,
      name: 'One',
      body: 'Notes.',
      created_at: '2026-01-01T12:01:00Z',
      published_at: expect.stringMatching(/Z$/),
      html_url: expect.stringMatching(/\/org\/project\/releases\/tag\/v1\.0\.0$/),
    });
    for (const place of ['tags/v1.0.0', 'latest', draft.id]) {
      expect((await repo.ask(`GET …/releases/${place}`)).body).toEqual(body);
    }
    expect((await repo.ask(`DELETE …/releases/${draft.id}`)).status).toBe(204);
    expect((await repo.ask('GET …/releases')).body).toEqual([]);
    expect((await repo.remoteRefs()).has('refs/tags/v1.0.0')).toBe(true);
  });

  it.each([
    ['at a commit', (sha: string) => sha],
    ['at a branch', () => 'main'],
    ['at the default branch', () => undefined],
  ])('creates its missing tag %s when it is published', async (_, target) => {
    await using repo = await scratchGitHub();
    const sha = await repo.head();
    const release = await released(repo, 'dir/v1', { draft: true, target_commitish: target(sha) });
    expect((await repo.remoteRefs()).has('refs/tags/dir/v1')).toBe(false);
    await repo.ask(`PATCH …/releases/${release.id}`, { body: { draft: false } });
    expect((await repo.remoteRefs()).get('refs/tags/dir/v1')).toBe(sha);
    expect((await repo.ask('GET …/releases/tags/dir/v1')).body).toMatchObject({ id: release.id });
    expect((await repo.ask('GET …/actions/runs')).body.total_count).toBe(0);
  });

  const released1 = { resource: 'Release', code: 'already_exists', field: 'tag_name' };
  const untagged = { resource: 'Release', code: 'custom', message: 'Published releases must have a valid tag' };
  it.each<[string, object, unknown[]]>([
    ['of a tag that is released', { tag_name: 'v1' }, [released1]],
    [
      'at a target that does not exist',
      { tag_name: 'v2', target_commitish: 'nowhere' },
      [
        { resource: 'Release', code: 'custom', field: 'tag_name', message: 'tag_name is not a valid tag' },
        untagged,
        { resource: 'Release', code: 'invalid', field: 'target_commitish' },
      ],
    ],
    [
      'at another tag',
      { tag_name: 'v2', target_commitish: 'v1' },
      expect.arrayContaining([expect.objectContaining({ field: 'target_commitish' })]),
    ],
    ['of a protected tag', { tag_name: 'p1' }, [expect.objectContaining({ field: 'pre_receive' }), untagged]],
    [
      'with an invalid name of a tag',
      { tag_name: 'v 2', draft: true },
      [expect.objectContaining({ message: 'tag_name is not well-formed' })],
    ],
    [
      'with notes that are too long',
      { tag_name: 'v2', draft: true, body: 'x'.repeat(125_001) },
      [expect.objectContaining({ field: 'body', message: 'body is too long (maximum is 125000 characters)' })],
    ],
    [
      'that is a draft, as the latest one',
      { tag_name: 'v2', draft: true, make_latest: 'true' },
      [expect.objectContaining({ message: 'Latest release cannot be draft or prerelease.' })],
    ],
  ])('%s is refused', async (_, body, errors) => {
    await using repo = await scratchGitHub({}, { protectedTags: ['p*'] });
    await released(repo, 'v1');
    const before = await repo.remoteRefs();
    const refused = await repo.ask('POST …/releases', { body });
    expect([refused.status, refused.body.errors]).toEqual([422, errors]);
    expect(await repo.remoteRefs()).toEqual(before);
    expect((await repo.ask('GET …/releases')).body).toHaveLength(1);
  });

  it('may have notes of 125,000 characters', async () => {
    await using repo = await scratchGitHub();
    expect((await released(repo, 'v1', { body: '€'.repeat(125_000) })).body).toHaveLength(125_000);
  });

  it('can be drafted twice for one tag, but published once', async () => {
    await using repo = await scratchGitHub();
    const [one, two] = [await released(repo, 'v1', { draft: true }), await released(repo, 'v1', { draft: true })];
    expect(two.id).toBeGreaterThan(one.id);
    const publish = (id: number) => repo.ask(`PATCH …/releases/${id}`, { body: { draft: false } });
    expect((await publish(two.id)).status).toBe(200);
    expect(errorsOf(await publish(one.id))).toEqual([422, released1]);
  });

  it('is listed in pages, the newest first, with drafts for those who may push', async () => {
    await using repo = await scratchGitHub({}, { tokens: [jobToken, personalToken, reader] });
    for (const tag of ['v1', 'v2', 'v3']) {
      await repo.commit(tag);
      await repo.push();
      await released(repo, tag, { draft: tag === 'v2' });
    }
    expect(tagsOf(await repo.ask('GET …/releases'))).toEqual(['v2', 'v3', 'v1']);
    expect(tagsOf(await repo.ask('GET …/releases?per_page=2&page=2', asMona))).toEqual(['v1']);
    expect(tagsOf(await repo.ask('GET …/releases', { token: 'reader' }))).toEqual(['v3', 'v1']);
    expect(tagsOf(await repo.ask('GET …/releases', { token: '' }))).toEqual(['v3', 'v1']);
    const [draft] = (await repo.ask('GET …/releases')).body;
    expect((await repo.ask(`GET …/releases/${draft.id}`, { token: 'reader' })).status).toBe(404);
    const create = await repo.ask('POST …/releases', { token: 'reader', body: { tag_name: 'v4' } });
    expect([create.status, create.body.message]).toEqual([403, 'Resource not accessible by integration']);
  });

  it('is shown later in lists and by its tag, with the setting staleLists', async () => {
    await using repo = await scratchGitHub({}, { settings: { staleLists: 2 } });
    const { id } = await released(repo, 'v1');
    expect((await repo.ask('GET …/releases')).body).toEqual([]);
    expect((await repo.ask('GET …/releases/tags/v1')).status).toBe(404);
    expect((await repo.ask(`GET …/releases/${id}`)).status).toBe(200);
    expect(tagsOf(await repo.ask('GET …/releases'))).toEqual(['v1']);
    expect((await repo.ask('GET …/releases/tags/v1')).status).toBe(200);
  });
});

describe('the latest release', () => {
  it.each<[string, readonly (readonly [string, object])[], string | undefined]>([
    [
      'is never a draft or a prerelease',
      [
        ['v1.0.0', { draft: true }],
        ['v1.0.0-rc.1', { prerelease: true }],
      ],
      undefined,
    ],
    [
      'is the one that was published last',
      [
        ['v1.0.0', {}],
        ['v0.9.1', {}],
      ],
      'v0.9.1',
    ],
    [
      'stays the same if the next one has make_latest: false',
      [
        ['v1.0.0', {}],
        ['v0.9.1', { make_latest: 'false' }],
      ],
      'v1.0.0',
    ],
    [
      'is the highest version with make_latest: legacy',
      [
        ['v1.0.0', {}],
        ['v0.9.1', { make_latest: 'legacy' }],
      ],
      'v1.0.0',
    ],
    [
      'can be a release with make_latest: false, if no other was chosen',
      [['v1.0.0', { make_latest: 'false' }]],
      'v1.0.0',
    ],
    [
      'is a tag with a version rather than another tag',
      [
        ['v1.0.0', {}],
        ['chart/2.0.0', { make_latest: 'legacy' }],
      ],
      'v1.0.0',
    ],
  ])('%s', async (_, releases, latest) => {
    await using repo = await scratchGitHub();
    for (const [tag, fields] of releases) await released(repo, tag, fields);
    const { status, body } = await repo.ask('GET …/releases/latest');
    expect([status, body.tag_name]).toEqual([latest === undefined ? 404 : 200, latest]);
  });

  it('is the previous one again if it is deleted or becomes a prerelease', async () => {
    await using repo = await scratchGitHub();
    await released(repo, 'v1.0.0');
    const [two, three] = [await released(repo, 'v2.0.0'), await released(repo, 'v3.0.0')];
    const latest = async () => (await repo.ask('GET …/releases/latest')).body.tag_name;
    await repo.ask(`PATCH …/releases/${three.id}`, { body: { prerelease: true } });
    expect(await latest()).toBe('v2.0.0');
    await repo.ask(`DELETE …/releases/${two.id}`);
    expect(await latest()).toBe('v1.0.0');
  });
});

describe('an asset', () => {
  const content = 'x'.repeat(300_000);

  it('is uploaded, has a digest, and can be changed and deleted', async () => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1', { draft: true });
    const { status, body } = await upload({ release, content, label: 'A b' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'a.tgz',
      label: 'A b',
      state: 'uploaded',
      size: 300_000,
      digest: digestOf(content),
      content_type: 'application/gzip',
      uploader: { login: 'github-actions[bot]' },
    });
    expect((await repo.ask(`GET …/releases/${release.id}`)).body.assets).toEqual([body]);
    const place = `…/releases/assets/${body.id}`;
    expect((await repo.ask(`GET ${place}`)).body).toEqual(body);
    const changed = await repo.ask(`PATCH ${place}`, { body: { name: 'b c.tgz', label: '' } });
    expect(changed.body).toMatchObject({ name: 'b.c.tgz', label: '', digest: digestOf(content) });
    expect((await repo.ask(`DELETE ${place}`)).status).toBe(204);
    expect((await repo.ask(`GET …/releases/${release.id}/assets`)).body).toEqual([]);
    const sent = repo.github.requests.filter(({ path }) => path.endsWith('/assets')).map(({ bytes }) => bytes);
    expect(sent).toEqual([300_000, 0]);
  });

  it('is downloaded from another origin, which refuses tokens', async () => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1');
    const { body } = await upload({ release, content });
    const headers = {
      authorization: `Bearer ${jobToken.token}`,
      accept: 'application/octet-stream',
      'user-agent': 'x',
    };
    expect(await (await fetch(body.url, { headers })).text()).toBe(content);
    const redirect = await fetch(body.url, { headers, redirect: 'manual' });
    const address = redirect.headers.get('location') ?? '';
    expect([redirect.status, new URL(address).origin === repo.github.url]).toEqual([302, false]);
    expect((await fetch(address, { headers })).status).toBe(400);
    repo.github.fault = ({ path }) => (path.startsWith('/release-assets/') ? 'truncated' : undefined);
    await expect(fetch(address).then((response) => response.text())).rejects.toThrow('terminated');
    expect((await repo.ask(`GET …/releases/assets/${body.id}`)).body.download_count).toBe(2);
  });

  // Names and what became of them: https://github.com/travis-ci/dpl/issues/821, https://github.com/electron/forge/pull/1761
  it.each([
    ['a b.tgz', 'a.b.tgz'],
    ['fake.      file.txt', 'fake.file.txt'],
    ['erick%%%%%!!!zhao.txt', 'erick.zhao.txt'],
    ['mintty-1~3.3.0-1.deb', 'mintty-1.3.3.0-1.deb'],
    ['app-(15-5)-x.apk', 'app-.15-5.-x.apk'],
    ['a+b@c_d-e.txt', 'a+b@c_d-e.txt'],
    ['éoooz!.txt', 'eoooz.txt'],
    ['.env', 'default.env'],
    ['a5_ð_æ_©_ŋ.txt', 'a5_d_ae_._ng.txt'],
    ['Z[]^_`a{}~.txt', 'Z._.a.txt'],
    ['日本.txt', 'default.txt'],
    ['a..b.', 'a.b'],
    ['Setup.EXE', 'Setup.EXE'],
    ['SHA256SUMS', 'SHA256SUMS'],
  ])('that is uploaded as %j gets the name %j', async (name, kept) => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1', { draft: true });
    expect((await upload({ release, name })).body.name).toBe(kept);
  });

  const taken = { resource: 'ReleaseAsset', code: 'already_exists', field: 'name' };
  it.each<[string, Omit<Upload, 'release'>, unknown[]]>([
    ['of the same name', { name: 'there.tgz' }, [422, taken]],
    ['of a name that becomes the same', { name: 'there .tgz' }, [422, taken]],
    [
      'without bytes',
      { content: '' },
      [
        422,
        { resource: 'ReleaseAsset', code: 'custom', field: 'size', message: 'size must be greater than or equal to 1' },
      ],
    ],
    ['without a length', { content: new Blob(['a']).stream() }, [400, 'Bad Content-Length: ']],
    ['of somebody unknown', { headers: { authorization: 'Bearer nobody' } }, [401, 'Bad credentials']],
    [
      'from somebody who may only read',
      { headers: { authorization: 'Bearer reader' } },
      [403, 'Resource not accessible by integration'],
    ],
  ])('%s is refused', async (_, given, errors) => {
    await using repo = await scratchGitHub({}, { tokens: [jobToken, reader] });
    const release = await released(repo, 'v1');
    await upload({ release, name: 'there.tgz' });
    expect(errorsOf(await upload({ release, ...given }))).toEqual(errors);
    expect(namesOf(await repo.ask(`GET …/releases/${release.id}/assets`))).toEqual(['there.tgz']);
  });

  it('may have a name that differs from another one only in case', async () => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1');
    for (const name of ['a.txt', 'A.txt']) expect((await upload({ release, name })).status).toBe(201);
  });

  it('is refused if there are a thousand already', async () => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1');
    await upload({ release });
    const [kept] = repo.github.repository('org/project').releases;
    for (const asset of kept?.assets.slice() ?? []) {
      for (let count = 1; count < 1000; count++) kept?.assets.push({ ...asset, name: `${count}.txt` });
    }
    expect(errorsOf(await upload({ release, name: 'one-more.txt' }))).toMatchObject([422, { field: 'file_count' }]);
    expect((await repo.ask(`GET …/releases/${release.id}/assets?per_page=100&page=10`)).body).toHaveLength(100);
  });

  it('cannot be uploaded to the address of the API itself', async () => {
    await using repo = await scratchGitHub();
    const { id } = await released(repo, 'v1');
    expect((await repo.ask(`POST …/releases/${id}/assets?name=a.tgz`)).status).toBe(404);
  });

  it('has no digest on an old server', async () => {
    await using repo = await scratchGitHub({}, { settings: { assetDigests: false } });
    const release = await released(repo, 'v1');
    expect((await upload({ release })).body).toMatchObject({ state: 'uploaded', digest: null });
  });

  it('occupies its name while its bytes arrive, and other requests are served meanwhile', async () => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1', { draft: true });
    const gate = Promise.withResolvers<void>();
    const slow = new ReadableStream({
      async start(controller) {
        controller.enqueue(Buffer.from('ab'));
        await gate.promise;
        controller.enqueue(Buffer.from('cd'));
        controller.close();
      },
    });
    const first = upload({ release, content: slow, headers: { 'content-length': '4' } });
    await expect
      .poll(async () => (await repo.ask(`GET …/releases/${release.id}/assets`)).body)
      .toMatchObject([{ name: 'a.tgz', state: 'starter', size: 0, digest: null }]);
    expect(errorsOf(await upload({ release }))).toEqual([422, taken]);
    gate.resolve();
    expect((await first).body).toMatchObject({ state: 'uploaded', digest: digestOf('abcd') });
  });

  it.each<[string, Fault, string, readonly object[]]>([
    ['reset before', 'reset-before', 'TypeError', []],
    ['reset during', 'reset-during', 'TypeError', [{ state: 'starter', digest: null }]],
    ['reset after', 'reset-after', 'TypeError', [{ state: 'uploaded', digest: digestOf(content) }]],
    ['failed before', { status: 502, body: '{}' }, '502', []],
    ['failed during', { during: { status: 502, body: '{}' } }, '502', [{ state: 'starter', digest: null }]],
    ['failed after', { after: { status: 502, body: '{}' } }, '502', [{ state: 'uploaded' }]],
    ['cut off in its answer', 'truncated', 'TypeError', [{ state: 'uploaded' }]],
    ['of an expired token', 'expired-token', '401', []],
  ])('whose upload is %s keeps the bytes that arrived', async (_, fault, outcome, assets) => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1', { draft: true });
    repo.github.fault = ({ method }) => (method === 'POST' ? fault : undefined);
    const met = await upload({ release, content }).then(
      ({ status }) => String(status),
      (error: Error) => error.constructor.name,
    );
    repo.github.fault = undefined;
    const left = (await repo.ask(`GET …/releases/${release.id}/assets`)).body;
    expect([met, left]).toEqual([outcome, assets.map((asset) => expect.objectContaining(asset))]);
    const again = await upload({ release, content });
    expect(errorsOf(again)[0]).toBe(assets.length === 0 ? 201 : 422);
    for (const { id } of left) await repo.ask(`DELETE …/releases/assets/${id}`);
    if (left.length > 0) expect((await upload({ release, content })).status).toBe(201);
  });

  it('stays a starter if its client goes away', async () => {
    await using repo = await scratchGitHub();
    const release = await released(repo, 'v1', { draft: true });
    const controller = new AbortController();
    const url = `${release.upload_url.replace('{?name,label}', '')}?name=a.tgz`;
    const headers = {
      authorization: `Bearer ${jobToken.token}`,
      'user-agent': 'x',
      'content-type': 'a/b',
      'content-length': '9',
    };
    const body = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('abc')) });
    const sent = fetch(url, { method: 'POST', headers, body, duplex: 'half', signal: controller.signal });
    const states = async () =>
      (await repo.ask(`GET …/releases/${release.id}/assets`)).body.map((one: Body) => one.state);
    await expect.poll(states).toEqual(['starter']);
    controller.abort();
    await expect(sent).rejects.toThrow('aborted');
    expect(await states()).toEqual(['starter']);
  });

  it('has its bytes in a folder that is removed with the server', async () => {
    await using repo = await scratchGitHub();
    await upload({ release: await released(repo, 'v1') });
    const folder = join(remotesOf(repo.scratch), '.assets');
    expect(await readdir(folder)).toHaveLength(1);
    await repo.github.close();
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });
});

describe('an immutable release', () => {
  const published = async () => {
    const repo = await scratchGitHub({}, immutable);
    const release = await released(repo, 'v1', { draft: true });
    const asset = (await upload({ release })).body;
    const { body } = await repo.ask(`PATCH …/releases/${release.id}`, { body: { draft: false } });
    return Object.assign(repo, { release: body, place: `…/releases/${release.id}`, asset });
  };

  it('keeps its assets, and refuses others', async () => {
    await using repo = await published();
    expect(repo.release).toMatchObject({ immutable: true, assets: [{ id: repo.asset.id }] });
    const message = 'Cannot upload assets to an immutable release.';
    expect(errorsOf(await upload({ release: repo.release, name: 'b' }))).toEqual([422, message]);
    const removal = await repo.ask(`DELETE …/releases/assets/${repo.asset.id}`);
    expect(errorsOf(removal)).toMatchObject([422, { message: 'Cannot delete asset from an immutable release' }]);
    const renaming = await repo.ask(`PATCH …/releases/assets/${repo.asset.id}`, { body: { name: 'c' } });
    expect(renaming.status).toBe(422);
  });

  it('can get another title and other notes, and become a prerelease', async () => {
    await using repo = await published();
    const body = { name: 'One', body: 'Notes', prerelease: true };
    expect((await repo.ask(`PATCH ${repo.place}`, { body })).body).toMatchObject({ ...body, immutable: true });
  });

  it.each([
    ['cannot become a draft again', { draft: true }, 'state cannot be changed when release is immutable'],
    ['cannot get another tag', { tag_name: 'v2' }, 'tag_name cannot be changed when release is immutable'],
  ])('%s', async (_, body, message) => {
    await using repo = await published();
    expect(errorsOf(await repo.ask(`PATCH ${repo.place}`, { body }))).toMatchObject([422, { message }]);
  });

  it('protects its tag, in git and in the API', async () => {
    await using repo = await published();
    await repo.commit('Later');
    await repo.push();
    const header = 'http.extraHeader=Authorization: Bearer job-token';
    const push = (...refspecs: string[]) => repo.git('-c', header, 'push', 'origin', ...refspecs);
    await expect(push('+HEAD:refs/tags/v1')).rejects.toThrow(/GH013[^]*Cannot update this protected ref/);
    await expect(push(':refs/tags/v1')).rejects.toThrow(/GH013[^]*Cannot delete this protected ref/);
    await push('HEAD:refs/tags/v2');
    const sha = await repo.head();
    const move = await repo.ask('PATCH …/git/refs/tags/v1', { body: { sha, force: true } });
    expect([move.status, (await repo.ask('DELETE …/git/refs/tags/v1')).status]).toEqual([422, 422]);
    expect((await repo.remoteRefs()).get('refs/tags/v1')).not.toBe(sha);
  });

  it('keeps its tag reserved after it is deleted', async () => {
    await using repo = await published();
    await repo.ask(`DELETE ${repo.place}`);
    const again = await repo.ask('POST …/releases', { body: { tag_name: 'v1' } });
    expect(errorsOf(again)).toMatchObject([422, { message: 'tag_name was used by an immutable release' }, {}]);
    expect((await repo.ask('DELETE …/git/refs/tags/v1')).status).toBe(204);
    const sha = await repo.head();
    expect((await repo.ask('POST …/git/refs', { body: { ref: 'refs/tags/v1', sha } })).status).toBe(422);
  });

  it('is made by publishing after the setting was turned on', async () => {
    await using repo = await scratchGitHub();
    const before = await released(repo, 'v1');
    const setting = (method: string) => repo.ask(`${method} …/immutable-releases`, asMona);
    expect((await setting('GET')).status).toBe(404);
    expect((await setting('PUT')).status).toBe(204);
    expect((await setting('GET')).body).toEqual({ enabled: true, enforced_by_owner: false });
    expect((await repo.ask('GET …/immutable-releases')).status).toBe(403);
    expect((await released(repo, 'v2')).immutable).toBe(true);
    expect((await repo.ask(`GET …/releases/${before.id}`)).body.immutable).toBe(false);
    await setting('DELETE');
    expect((await released(repo, 'v3')).immutable).toBe(false);
  });
});

describe('generated notes', () => {
  async function merged(repo: ScratchGitHub, title: string, token = jobToken.token): Promise<void> {
    const branch = title.toLowerCase().replaceAll(' ', '-');
    await repo.direct('fetch', '--quiet', 'origin', 'main');
    await repo.git('switch', '--quiet', '--create', branch, 'FETCH_HEAD');
    await repo.commit(title, { [branch]: title });
    await repo.push(branch);
    const { number } = (await repo.ask('POST …/pulls', { token, body: { title, head: branch, base: 'main' } })).body;
    await repo.ask(`PUT …/pulls/${number}/merge`, { token });
  }

  const notes = async (repo: ScratchGitHub, body: object) => {
    const reply = await repo.ask('POST …/releases/generate-notes', { body });
    return typeof reply.body.body === 'string' ? reply.body.body.replaceAll(repo.github.git.url, '') : reply.status;
  };

  it('list the pull requests since the previous tag, and new contributors', async () => {
    await using repo = await scratchGitHub();
    await merged(repo, 'Add a');
    await released(repo, 'v1.0.0');
    await merged(repo, 'Add b');
    await merged(repo, 'Add c', personalToken.token);
    const first = `## What's Changed\n* Add a by @github-actions[bot] in /org/project/pull/1\n`;
    const later = `## What's Changed\n* Add b by @github-actions[bot] in /org/project/pull/2\n* Add c by @mona in /org/project/pull/3\n`;
    const newcomer = (login: string, number: number) =>
      `## New Contributors\n* @${login} made their first contribution in /org/project/pull/${number}\n`;
    expect(await notes(repo, { tag_name: 'v1.0.0' })).toBe(
      `${first}\n${newcomer('github-actions[bot]', 1)}\n**Full Changelog**: /org/project/commits/v1.0.0`,
    );
    const since = `${later}\n${newcomer('mona', 3)}\n**Full Changelog**: /org/project/compare/v1.0.0...v1.1.0`;
    expect(await notes(repo, { tag_name: 'v1.1.0', target_commitish: 'main' })).toBe(since);
    expect(await notes(repo, { tag_name: 'v1.1.0', previous_tag_name: 'v1.0.0' })).toBe(since);
    expect(await notes(repo, { tag_name: 'v1.1.0', previous_tag_name: 'v9' })).toBe(404);
    const release = await released(repo, 'v1.1.0', { generate_release_notes: true, body: 'Read this.' });
    expect(release).toMatchObject({
      name: 'v1.1.0',
      body: expect.stringMatching(/^Read this\.\n\n## What's Changed\n/),
    });
  });

  it('have no contributors if nobody is new, and only the link if nothing was merged', async () => {
    await using repo = await scratchGitHub();
    await merged(repo, 'Add a');
    await released(repo, 'v1.0.0');
    const link = '**Full Changelog**: /org/project/compare/v1.0.0...v1.1.0';
    expect(await notes(repo, { tag_name: 'v1.1.0' })).toBe(link);
    await merged(repo, 'Add b');
    const change = "## What's Changed\n* Add b by @github-actions[bot] in /org/project/pull/2\n";
    expect(await notes(repo, { tag_name: 'v1.1.0' })).toBe(`${change}\n\n${link}`);
  });
});
