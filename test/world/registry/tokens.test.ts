import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { RegistryOptions } from '../../../src/embedded/registry/server.ts';
import { parseDeclaredRegistry } from '../../../src/domain/images/declared-registry.ts';
import { parseChallenge } from '../../../src/world/registry/challenge.ts';
import { isPrivateAddress, trustedRealm } from '../../../src/world/registry/realm.ts';
import { nothingMade } from '../../support/host.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage } from '../../support/registry.ts';
import { refuse, ScriptedRegistry } from '../../support/scripted-registry.ts';
import type { Script } from '../../support/scripted-registry.ts';

const account = { user: 'ann', password: 'geheim' };
const basic = `Basic ${Buffer.from('ann:geheim').toString('base64')}`;

/** A home with the password for these hosts. */
async function homeFor(...hosts: readonly string[]) {
  const home = await mkdtempDisposable(join(tmpdir(), 'home-'));
  const auths = Object.fromEntries(hosts.map((host) => [host, { username: 'ann', password: 'geheim' }]));
  await writeFile(join(home.path, 'config.json'), JSON.stringify({ auths }));
  return Object.assign(home, { env: { DOCKER_CONFIG: home.path } });
}

async function withTokens(options: Partial<NonNullable<RegistryOptions['auth']>> = {}) {
  const registry = await startRegistry({ auth: { kind: 'token', accounts: [account], ...options } });
  await addImage(registry, 'org/app', { layers: ['one', 'two'], tag: 'v1' });
  return registry;
}

describe('a token', () => {
  it('is asked for once for each set of scopes, and its password goes to nobody else', async () => {
    await using registry = await withTokens();
    await using home = await homeFor(registry.host);
    const port = registryPort({ env: home.env });
    const from = { registry: registry.host, repository: 'org/app' };
    const to = { ...from, repository: 'prod/app', tag: 'v1' };
    const image = await port.manifest({ ...from, tag: 'v1' });
    if (image === undefined) throw new Error('no image');
    await port.copy([{ from, image, to, seen: await port.find(to) }], { referrers: true })?.apply(nothingMade);
    const asked = registry.requests.filter(({ path }) => path === '/token');
    expect(asked).toHaveLength(4); // to read one or the other, to write, and to write while the other is read
    expect(asked.every(({ headers }) => headers.authorization === basic)).toBe(true);
    const others = registry.requests.filter(({ path }) => path !== '/token');
    expect(others.filter(({ headers }) => headers.authorization?.startsWith('Basic'))).toEqual([]);
    expect(registry.repository('prod/app').tags).toEqual({ v1: image.digest });
  });

  it('is not needed twice by requests at the same time', async () => {
    await using registry = await withTokens();
    await using home = await homeFor(registry.host);
    const port = registryPort({ env: home.env });
    await Promise.all(
      Array.from({ length: 8 }, () => port.find({ registry: registry.host, repository: 'org/app', tag: 'v1' })),
    );
    expect(registry.requests.filter(({ path }) => path === '/token')).toHaveLength(1);
  });

  it('that expires in the middle of a copy is asked for again', async () => {
    await using registry = await withTokens();
    await using home = await homeFor(registry.host);
    const port = registryPort({ env: home.env });
    const from = { registry: registry.host, repository: 'org/app' };
    const to = { ...from, repository: 'prod/app', tag: 'v1' };
    const image = await port.manifest({ ...from, tag: 'v1' });
    if (image === undefined) throw new Error('no image');
    let count = 0;
    registry.fault = ({ method }) => {
      if (method === 'PUT' && count++ === 0) registry.expireTokens();
      return undefined;
    };
    await port.copy([{ from, image, to, seen: undefined }], { referrers: false })?.apply(nothingMade);
    expect(registry.repository('prod/app').tags).toEqual({ v1: image.digest });
  });

  it('that is never accepted is asked for twice, not more', async () => {
    await using registry = await withTokens();
    await using home = await homeFor(registry.host);
    registry.fault = ({ path }) => (path === '/token' ? undefined : 'expired-token');
    const found = registryPort({ env: home.env }).find({ registry: registry.host, repository: 'org/app', tag: 'v1' });
    await expect(found).rejects.toMatchObject({
      message: expect.stringMatching(/ does not give the manifest of .*\/org\/app:v1 with this login\. It says: /),
    });
    expect(registry.requests.filter(({ path }) => path === '/token').length).toBeLessThanOrEqual(2);
  });

  it('for those who do not log in is free, where the registry gives it', async () => {
    await using registry = await withTokens({ anonymous: 'pull' });
    const reference = { registry: registry.host, repository: 'org/app', tag: 'v1' };
    expect(await registryPort().find(reference)).toBeDefined();
  });
});

/** A registry that names a server of tokens, and one that keeps what it gets. */
async function theft(realm: (thief: ScriptedRegistry) => string, answer: Script = given) {
  const stack = new AsyncDisposableStack();
  const thief = stack.use(await ScriptedRegistry.start(answer, '127.0.0.2'));
  const registry = stack.use(
    await ScriptedRegistry.start(({ request, response }) =>
      request.headers.authorization === 'Bearer stolen'
        ? false
        : refuse(response, 401, 'UNAUTHORIZED', {
            'www-authenticate': `Bearer realm="${realm(thief)}",service="registry",scope="repository:other:pull"`,
          }),
    ),
  );
  registry.store('org/app', 'v1', 'application/vnd.oci.image.manifest.v1+json', { schemaVersion: 2 });
  const home = stack.use(await homeFor(registry.host, thief.host));
  const find = (...declared: readonly string[]) =>
    registryPort({ env: home.env }, declared.map(parseDeclaredRegistry)).find({
      registry: registry.host,
      repository: 'org/app',
      tag: 'v1',
    });
  return { thief, registry, find, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

const given: Script = ({ response }) => response.writeHead(200).end('{"token":"stolen"}');

describe('a realm on another host', () => {
  it('gets no password, and not even a question', async () => {
    await using all = await theft(({ host }) => `http://${host}/token`);
    await expect(all.find()).rejects.toMatchObject({
      name: 'ReleaseError',
      message: `${all.registry.host} names "http://${all.thief.host}/token" as the server of its tokens, which is not encrypted. No password was sent there.`,
      fix: `Find out what answers at ${all.registry.host}.`,
    });
    expect(all.thief.seen).toEqual([]);
  });

  it('gets none if it is encrypted, either', async () => {
    await using all = await theft(({ host }) => `https://${host}/token`);
    await expect(all.find()).rejects.toMatchObject({
      message: `${all.registry.host} names "https://${all.thief.host}/token" as the server of its tokens, which belongs to another domain. No password was sent there.`,
      fix: `If it does issue the tokens of this registry, declare it in the input registries: ${all.registry.host} token=${all.thief.host}`,
    });
    expect(all.thief.seen).toEqual([]);
  });

  it('gets the password of the registry if it is declared, and only the scopes that are needed', async () => {
    await using all = await theft(({ host }) => `http://${host}/token`);
    await all.find(`${all.registry.host} token=${all.thief.host}`);
    expect(all.thief.seen.map(({ line, authorization }) => [line, authorization])).toEqual([
      ['GET /token?service=registry&scope=repository%3Aorg%2Fapp%3Apull', basic],
    ]);
  });

  it('that redirects is refused, also if it is declared', async () => {
    await using other = await ScriptedRegistry.start(given, '127.0.0.3');
    await using all = await theft(
      ({ host }) => `http://${host}/token`,
      ({ response }) => response.writeHead(307, { location: `http://${other.host}/token` }).end(),
    );
    await expect(all.find(`${all.registry.host} token=${all.thief.host}`)).rejects.toMatchObject({
      message: `http://${all.thief.host} redirects a request for a token, which is not followed.`,
      fix: `A password is sent only to the server that the registry names. Find out what answers at http://${all.thief.host}.`,
    });
    expect(other.seen).toEqual([]);
  });

  it('that answers with something else is no answer, and what it says is not shown', async () => {
    await using all = await theft(
      ({ host }) => `http://${host}/token`,
      ({ response }) => response.writeHead(200).end('{"token":"a b geheim"}'),
    );
    await expect(all.find(`${all.registry.host} token=${all.thief.host}`)).rejects.toMatchObject({
      message: `http://${all.thief.host} answered a request for a token with something else (tried 4 times)`,
    });
  });

  it('that refuses is told', async () => {
    await using all = await theft(
      ({ host }) => `http://${host}/token`,
      ({ response }) => refuse(response, 403, 'DENIED'),
    );
    await expect(all.find(`${all.registry.host} token=${all.thief.host}`)).rejects.toMatchObject({
      message: `http://${all.thief.host} issues no token for this login: it answered 403, "DENIED: as the test wants it".`,
      fix: 'Log in to the registry in an earlier step, for example with docker/login-action. The login that is stored may have expired.',
    });
  });
});

describe('a server of tokens', () => {
  const registry = (host: string) => new URL(`https://${host}`);

  it.each([
    ['ghcr.io', 'https://ghcr.io/token'],
    ['registry-1.docker.io', 'https://auth.docker.io/token'],
    ['registry.gitlab.com', 'https://gitlab.com/jwt/auth'],
    ['registry.example.co.uk', 'https://login.example.co.uk/token'],
    ['10.0.0.1:5000', 'https://10.0.0.1:5001/token'],
  ])('of %s may be %s', async (host, realm) => {
    expect((await trustedRealm({ realm, registry: registry(host), declared: undefined })).href).toBe(realm);
  });

  it.each([
    ['ghcr.io', 'https://ghcr.io.evil.example/token', 'which belongs to another domain'],
    ['one.co.uk', 'https://two.co.uk/token', 'which belongs to another domain'],
    ['one.github.io', 'https://two.github.io/token', 'which belongs to another domain'],
    ['registry.internal', 'https://login.example.org/token', 'which belongs to another domain'],
    ['10.0.0.1', 'https://10.0.0.2/token', 'which belongs to another domain'],
    ['10.0.0.1', 'https://169.254.169.254/latest', 'which belongs to another domain'],
    ['localhost.example.org', 'https://localhost/token', 'which belongs to another domain'],
    ['ghcr.io', 'http://ghcr.io/token', 'which is not encrypted'],
    ['ghcr.io', 'https://user@ghcr.io/token', 'which is not the address of a server'],
    ['ghcr.io', 'ftp://ghcr.io/token', 'which is not the address of a server'],
    ['ghcr.io', '/token', 'which is not the address of a server'],
  ])('of %s may not be %s', async (host, realm, why) => {
    await expect(trustedRealm({ realm, registry: registry(host), declared: undefined })).rejects.toThrow(
      `${host} names "${realm}" as the server of its tokens, ${why}. No password was sent there.`,
    );
  });
});

it.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['192.168.1.1', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['::ffff:10.0.0.1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['140.82.112.33', false],
  ['172.32.0.1', false],
  ['2606:50c0:8000::153', false],
])('the address %s is private: %s', (address, isPrivate) => {
  expect(isPrivateAddress(address)).toBe(isPrivate);
});

it.each([
  ['Bearer realm="https://a/t",service="s",scope="x"', { kind: 'bearer', realm: 'https://a/t', service: 's' }],
  ['bearer service=s, realm="https://a/t"', { kind: 'bearer', realm: 'https://a/t', service: 's' }],
  ['Basic realm="x", Bearer realm="https://a/t"', { kind: 'bearer', realm: 'https://a/t', service: undefined }],
  ['Basic realm="Bearer of tokens"', { kind: 'basic' }],
  ['Basic', { kind: 'basic' }],
  ['Negotiate', undefined],
  ['Bearer', undefined],
  ['', undefined],
])('the challenge %j', (header, challenge) => {
  expect(parseChallenge(header)).toEqual(challenge);
});
