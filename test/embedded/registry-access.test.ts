import { describe, expect, it } from 'vitest';
import { type Account, type Authentication, type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { addImage, ask, refusalIn, sha256 } from '../support/registry.ts';

const accounts: readonly Account[] = [
  { user: 'owner', password: 'secret', identityToken: 'identity' },
  { user: 'reader', password: 'secret', access: 'pull' },
  { user: 'guest', password: 'secret', access: (name) => (name === 'org/app' ? 'push' : 'none') },
];

const basic = (user: string, password = 'secret') => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

const withImage = async (auth: Authentication) => {
  const registry = await startRegistry({ auth });
  for (const name of ['org/app', 'org/other']) await addImage(registry, name, { tag: 'v1' });
  return registry;
};

const pull = 'GET /v2/org/app/manifests/v1';
const push = 'POST /v2/org/app/blobs/uploads/';
const remove = 'DELETE /v2/org/app/manifests/v1';

describe('with passwords', () => {
  it.each<[string, Readonly<Record<string, string>>, string, number]>([
    ['nobody', {}, pull, 401],
    ['somebody with a wrong password', basic('owner', 'wrong'), pull, 401],
    ['the owner', basic('owner'), pull, 200],
    ['the owner', basic('owner'), push, 202],
    ['the owner', basic('owner'), remove, 202],
    ['a reader', basic('reader'), pull, 200],
    ['a reader', basic('reader'), push, 403],
    ['a guest', basic('guest'), push, 202],
    ['a guest', basic('guest'), remove, 403],
    ['a guest', basic('guest'), 'GET /v2/org/other/tags/list', 403],
    ['nobody', {}, 'GET /v2/', 401],
    ['the owner', basic('owner'), 'GET /v2/', 200],
  ])('%s: %o %s %i', async (_, headers, request, status) => {
    await using registry = await withImage({ kind: 'basic', accounts });
    expect((await ask(registry, request, { headers })).status).toBe(status);
  });

  it('the refusal names the scheme', async () => {
    await using registry = await withImage({ kind: 'basic', accounts });
    const refused = await ask(registry, pull);
    expect(refused.headers.get('www-authenticate')).toBe('Basic realm="Registry"');
    expect(refusalIn(refused)).toBe('401 UNAUTHORIZED');
  });

  it('those who do not sign in may do what is allowed to everybody', async () => {
    await using registry = await withImage({ kind: 'basic', accounts, anonymous: 'pull' });
    expect([(await ask(registry, pull)).status, (await ask(registry, push)).status]).toEqual([200, 401]);
  });
});

describe('with tokens', () => {
  const challengeOf = ({ headers }: { headers: Headers }) => {
    const told = headers.get('www-authenticate') ?? '';
    return Object.fromEntries([...told.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  };

  async function bearer(registry: Registry, scope: string, headers: Readonly<Record<string, string>> = basic('owner')) {
    const { realm, service = '' } = challengeOf(await ask(registry, 'GET /v2/'));
    const query = new URLSearchParams({ service, scope });
    const { text } = await ask(registry, `GET ${realm}?${query.toString()}`, { headers });
    return { authorization: `Bearer ${JSON.parse(text).token}` };
  }

  it('a refusal says where tokens are given, and for what', async () => {
    await using registry = await withImage({ kind: 'token', accounts });
    expect(challengeOf(await ask(registry, push))).toEqual({
      realm: `${registry.url}/token`,
      service: 'registry',
      scope: 'repository:org/app:pull,push',
    });
    expect(challengeOf(await ask(registry, 'GET /v2/'))).not.toHaveProperty('scope');
  });

  it('a mount needs to pull from the other repository', async () => {
    await using registry = await withImage({ kind: 'token', accounts });
    const mount = `POST /v2/org/app/blobs/uploads/?mount=${sha256('layer')}&from=org/other`;
    const headers = await bearer(registry, 'repository:org/app:pull,push');
    const refused = await ask(registry, mount, { headers });
    expect(challengeOf(refused)).toMatchObject({
      scope: 'repository:org/app:pull,push repository:org/other:pull',
      error: 'insufficient_scope',
    });
    const both = await bearer(registry, 'repository:org/app:pull,push repository:org/other:pull');
    expect((await ask(registry, mount, { headers: both })).status).toBe(201);
  });

  it.each<[string, string, Readonly<Record<string, string>>, string, number]>([
    ['for what it is', 'repository:org/app:pull', basic('owner'), pull, 200],
    ['not for more', 'repository:org/app:pull', basic('owner'), push, 401],
    ['not for another repository', 'repository:org/other:pull', basic('owner'), pull, 401],
    ['for deleting', 'repository:org/app:delete', basic('owner'), remove, 202],
    ['not for what the account may not', 'repository:org/app:pull,push', basic('reader'), push, 401],
    ['not for what nobody may who does not sign in', 'repository:org/app:pull', {}, pull, 401],
    ['for the question whether this is a registry', 'repository:org/app:pull', basic('owner'), 'GET /v2/', 200],
  ])('a token is good %s', async (_, scope, headers, request, status) => {
    await using registry = await withImage({ kind: 'token', accounts });
    expect((await ask(registry, request, { headers: await bearer(registry, scope, headers) })).status).toBe(status);
  });

  it('those who do not sign in get a token for what is allowed to everybody', async () => {
    await using registry = await withImage({ kind: 'token', accounts, anonymous: 'pull' });
    const headers = await bearer(registry, 'repository:org/app:pull,push', {});
    expect((await ask(registry, pull, { headers })).status).toBe(200);
    expect((await ask(registry, push, { headers })).status).toBe(401);
  });

  it('a token is good for its time', async () => {
    await using registry = await withImage({ kind: 'token', accounts, tokens: { lifetime: 0.05 } });
    const headers = await bearer(registry, 'repository:org/app:pull');
    await expect.poll(async () => (await ask(registry, pull, { headers })).status).toBe(401);
    expect(challengeOf(await ask(registry, pull, { headers }))).toMatchObject({ error: 'invalid_token' });
  });

  it('all tokens can expire at once', async () => {
    await using registry = await withImage({ kind: 'token', accounts });
    const headers = await bearer(registry, 'repository:org/app:pull');
    expect((await ask(registry, pull, { headers })).status).toBe(200);
    registry.expireTokens();
    expect((await ask(registry, pull, { headers })).status).toBe(401);
  });

  it('the token server can be at another origin', async () => {
    await using registry = await withImage({ kind: 'token', accounts, tokens: { elsewhere: true, service: 'hub' } });
    const { realm, service } = challengeOf(await ask(registry, pull));
    expect([realm, service]).toEqual([`${registry.tokensUrl}/token`, 'hub']);
    const headers = await bearer(registry, 'repository:org/app:pull');
    expect((await ask(registry, pull, { headers })).status).toBe(200);
    expect(registry.requests.at(-2)).toMatchObject({ origin: 'tokens', status: 200 });
    expect((await ask(registry, 'GET /token')).status).toBe(404);
  });

  it('the registry can name any token server', async () => {
    const tokens = { realm: 'https://token.example/steal' };
    await using registry = await withImage({ kind: 'token', accounts, tokens });
    expect(challengeOf(await ask(registry, pull))).toMatchObject(tokens);
  });

  it('the token server refuses a wrong password, and what an account may not do if it is set so', async () => {
    await using registry = await withImage({ kind: 'token', accounts, tokens: { refuses: true } });
    const scope = 'GET /token?scope=repository:org/app:push';
    expect(refusalIn(await ask(registry, scope, { headers: basic('owner', 'x') }))).toBe('401 UNAUTHORIZED');
    expect(refusalIn(await ask(registry, scope, { headers: basic('reader') }))).toBe('403 DENIED');
  });

  it.each([
    ['an identity token', { grant_type: 'refresh_token', refresh_token: 'identity' }, 200],
    ['a password', { grant_type: 'password', username: 'owner', password: 'secret' }, 200],
    ['a wrong identity token', { grant_type: 'refresh_token', refresh_token: 'wrong' }, 401],
    ['nothing', { grant_type: 'refresh_token' }, 401],
  ])('a form with %s', async (_, form, status) => {
    await using registry = await withImage({ kind: 'token', accounts });
    const body = new URLSearchParams({ service: 'registry', scope: 'repository:org/app:pull', ...form }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const given = await ask(registry, 'POST /token', { body, headers });
    expect(given.status).toBe(status);
    if (status !== 200) return;
    const authorization = `Bearer ${JSON.parse(given.text).access_token}`;
    expect((await ask(registry, pull, { headers: { authorization } })).status).toBe(200);
  });
});
