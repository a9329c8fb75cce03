import { mkdir, mkdtempDisposable, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startRegistry } from '../../../src/embedded/registry/server.ts';
import type { Registry as Embedded } from '../../../src/embedded/registry/server.ts';
import { registryPort } from '../../support/registry-port.ts';
import { addImage } from '../../support/registry.ts';

const account = { user: 'ann', password: 'geh:eim', identityToken: 'an-identity-token' };
const auth = Buffer.from('ann:geh:eim').toString('base64');

/** A registry for those who log in, and a home in which files with credentials are. */
async function privateRegistry(kind: 'basic' | 'token' = 'basic') {
  const stack = new AsyncDisposableStack();
  const registry = stack.use(await startRegistry({ auth: { kind, accounts: [account] } }));
  const home = stack.use(await mkdtempDisposable(join(tmpdir(), 'home-')));
  await addImage(registry, 'org/app', { tag: 'v1' });
  const write = async (path: string, content: unknown, mode = 0o600) => {
    await mkdir(dirname(join(home.path, path)), { recursive: true });
    await writeFile(join(home.path, path), typeof content === 'string' ? content : JSON.stringify(content), { mode });
  };
  return { registry, home: home.path, write, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

const found = (registry: Embedded, env: Readonly<Record<string, string>>) =>
  registryPort({ env: { PATH: process.env['PATH'], ...env } }).find({
    registry: registry.host,
    repository: 'org/app',
    tag: 'v1',
  });

const authsOf = (host: string) => ({ auths: { [host]: { auth } } });

describe('credentials come from', () => {
  it.each<[what: string, path: string, variable?: string, value?: string]>([
    ["docker's file", '.docker/config.json'],
    ['the folder that DOCKER_CONFIG names', 'elsewhere/config.json', 'DOCKER_CONFIG', 'elsewhere'],
    ["helm's file", '.config/helm/registry/config.json'],
    ['the file that HELM_REGISTRY_CONFIG names', 'helm.json', 'HELM_REGISTRY_CONFIG', 'helm.json'],
    ['the folder that HELM_CONFIG_HOME names', 'helm/registry/config.json', 'HELM_CONFIG_HOME', 'helm'],
    ['the file that REGISTRY_AUTH_FILE names', 'podman.json', 'REGISTRY_AUTH_FILE', 'podman.json'],
    ["podman's file", '.config/containers/auth.json'],
    ["podman's file of a session", 'run/containers/auth.json', 'XDG_RUNTIME_DIR', 'run'],
  ])('%s', async (_, path, variable, value = '') => {
    await using all = await privateRegistry();
    await all.write(path, authsOf(all.registry.host));
    const named = variable === undefined ? {} : { [variable]: join(all.home, value) };
    expect(await found(all.registry, { HOME: all.home, ...named })).toBeDefined();
  });

  it.each(['https://HOST', 'https://HOST/', 'http://HOST/v1/', 'HOST/v2/', 'HOST/'])(
    'an entry for %s',
    async (name) => {
      await using all = await privateRegistry();
      await all.write('.docker/config.json', authsOf(name.replace('HOST', all.registry.host)));
      expect(await found(all.registry, { HOME: all.home })).toBeDefined();
    },
  );

  it('user and password of an entry', async () => {
    await using all = await privateRegistry();
    const entry = { username: 'ann', password: 'geh:eim' };
    await all.write('.docker/config.json', { auths: { [all.registry.host]: entry } });
    expect(await found(all.registry, { HOME: all.home })).toBeDefined();
  });

  it('an identity token, which buys a token', async () => {
    await using all = await privateRegistry('token');
    const entry = {
      auth: Buffer.from('00000000-0000-0000-0000-000000000000:').toString('base64'),
      identitytoken: 'an-identity-token',
    };
    await all.write('.docker/config.json', { auths: { [all.registry.host]: entry } });
    expect(await found(all.registry, { HOME: all.home })).toBeDefined();
    const bought = all.registry.requests.find(({ path }) => path === '/token');
    expect([bought?.method, bought?.headers.authorization, bought?.query]).toEqual(['POST', undefined, {}]);
  });

  it('a mounted secret, which is a link', async () => {
    await using all = await privateRegistry();
    await all.write('secret/..data/config.json', authsOf(all.registry.host));
    await symlink('..data/config.json', join(all.home, 'secret/config.json'));
    expect(await found(all.registry, { DOCKER_CONFIG: join(all.home, 'secret') })).toBeDefined();
  });

  it('the first file that has some', async () => {
    await using all = await privateRegistry();
    await all.write('podman.json', { auths: { 'ghcr.io': { auth: 'eDp5' } } });
    await all.write('.docker/config.json', { ...authsOf(all.registry.host), HttpHeaders: { 'x-meta': '1' } });
    await all.write('.config/helm/registry/config.json', { auths: { [all.registry.host]: { auth: 'eDp5' } } });
    const env = { HOME: all.home, REGISTRY_AUTH_FILE: join(all.home, 'podman.json') };
    expect(await found(all.registry, env)).toBeDefined();
  });
});

describe('a helper on PATH', () => {
  const helper = (output: string, code = 0) =>
    `#!/bin/sh\ncat > "$(dirname "$0")/asked"\necho '${output}'\necho 'a secret reason' >&2\nexit ${code}\n`;
  const answer = JSON.stringify({ ServerURL: 'x', Username: 'ann', Secret: 'geh:eim' });

  async function asked(config: (host: string) => unknown, script: string) {
    const all = await privateRegistry();
    await all.write('.docker/config.json', config(all.registry.host));
    await all.write('bin/docker-credential-fake', script, 0o755);
    const env = { HOME: all.home, PATH: `${join(all.home, 'bin')}:${process.env['PATH']}` };
    return { ...all, find: () => found(all.registry, env), [Symbol.asyncDispose]: () => all[Symbol.asyncDispose]() };
  }

  it.each<[what: string, config: (host: string) => unknown]>([
    ['for one registry', (host) => ({ credHelpers: { [host]: 'fake' }, credsStore: 'missing' })],
    ['for all', (host) => ({ auths: { [host]: {} }, credsStore: 'fake' })],
  ])('%s gives the password', async (_, config) => {
    await using all = await asked(config, helper(answer));
    expect(await all.find()).toBeDefined();
    expect(await readFile(join(all.home, 'bin/asked'), 'utf8')).toBe(all.registry.host);
  });

  it('that has nothing is no mistake, and the file counts', async () => {
    const none = helper('credentials not found in native keychain', 1);
    await using all = await asked((host) => ({ ...authsOf(host), credsStore: 'fake' }), none);
    expect(await all.find()).toBeDefined();
  });

  it.each<[what: string, script: string, says: string]>([
    ['fails', helper('the password is geheim', 1), 'ended with exit code 1'],
    ['prints no JSON', helper('the password is geheim'), 'printed something else than credentials'],
    ['prints something else', helper('{"Username":"geheim"}'), 'printed something else than credentials'],
  ])('that %s is a refusal without what it printed', async (_, script, says) => {
    await using all = await asked(() => ({ credsStore: 'fake' }), script);
    const { host } = all.registry;
    const refused = all.find();
    await expect(refused).rejects.not.toHaveProperty('cause');
    await expect(refused).rejects.toMatchObject({
      name: 'ReleaseError',
      message: `docker-credential-fake, which ${all.home}/.docker/config.json names for ${host}, ${says}.`,
      fix: `Run "echo ${host} | docker-credential-fake get" on this machine to see why. Its output is not shown here: it may have a password in it.`,
    });
  });

  it('that is missing is named', async () => {
    await using all = await asked(() => ({ credsStore: 'missing' }), '');
    await expect(all.find()).rejects.toThrow('docker-credential-missing is not installed, or not in PATH.');
  });

  it.each(['../evil', '/bin/evil', 'a b', '', '-x', 7, { a: 1 }])('cannot be called %j', async (name) => {
    await using all = await asked((host) => ({ credHelpers: { [host]: name } }), '');
    await expect(all.find()).rejects.toThrow(
      `${all.home}/.docker/config.json has something else than the name of a helper as credHelpers.${all.registry.host}.`,
    );
  });
});

describe('nothing is sent', () => {
  it.each<[what: string, name: (host: string) => string]>([
    ['for another port', (host) => host.replace(/:\d+$/, ':1')],
    ['for the host without its port', (host) => host.replace(/:\d+$/, '')],
    ['for a part of the registry', (host) => `${host}/org`],
    ['for a host that begins alike', (host) => `${host}.example.org`],
    ['for a host above', (host) => host.slice(host.indexOf('.') + 1)],
  ])('from an entry %s', async (_, name) => {
    await using all = await privateRegistry();
    await all.write('.docker/config.json', authsOf(name(all.registry.host)));
    await expect(found(all.registry, { HOME: all.home })).rejects.toMatchObject({
      name: 'ReleaseError',
      message: expect.stringMatching(/ does not give the manifest of .*\/org\/app:v1 without a login\. It says: /),
    });
    expect(all.registry.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  it('from a wrong password more than once', async () => {
    await using all = await privateRegistry();
    await all.write('.docker/config.json', { auths: { [all.registry.host]: { auth: 'eDp5' } } });
    await expect(found(all.registry, { HOME: all.home })).rejects.toMatchObject({
      message: expect.stringMatching(/ does not give the manifest of .*\/org\/app:v1 with this login\. It says: /),
      fix: "Check the name, and that this account may pull there. The job's own token for ghcr.io needs the permission packages: read.",
    });
    expect(all.registry.requests).toHaveLength(2);
  });
});

describe('a file with credentials is refused', () => {
  const secret = 'aGVsbG86Z2VoZWlt';
  it.each<[what: string, content: unknown, says: string]>([
    ['that is no JSON', `{"auths":{"x":{"auth":"${secret}"}`, 'is not a JSON object'],
    ['that is a list', [secret], 'is not a JSON object'],
    ['that is long', `{"auths":"${'x'.repeat(1024 * 1024)}"}`, 'is longer than 1 MiB, which is the limit here'],
    ['with other auths', { auths: secret }, 'has something else than an object as auths'],
    ['with other helpers', { credHelpers: [secret] }, 'has something else than an object as credHelpers'],
    [
      'with an entry that is a text',
      { auths: { 'ghcr.io': secret } },
      'has something else than an object as auths["ghcr.io"]',
    ],
    [
      'with an auth that is no text',
      { auths: { 'ghcr.io': { auth: [secret] } } },
      'has a value in auths["ghcr.io"] that is no text',
    ],
    [
      'with an auth without a colon',
      { auths: { 'ghcr.io': { auth: 'Z2VoZWlt' } } },
      'has an auth in auths["ghcr.io"] that is not "user:password" in Base64',
    ],
    ['with another store', { credsStore: [secret] }, 'has something else than the name of a helper as credsStore'],
  ])('%s, and no part of it is shown', async (_, content, says) => {
    await using all = await privateRegistry();
    await all.write('.docker/config.json', content);
    const refused = found(all.registry, { HOME: all.home });
    await expect(refused).rejects.not.toHaveProperty('cause');
    await expect(refused).rejects.toMatchObject({
      name: 'ReleaseError',
      message: `${all.home}/.docker/config.json ${says}.`,
      fix: 'Correct the file, or log in again: docker, podman and helm write it anew. Its content is not shown here, because it may have passwords in it.',
    });
  });

  it('that is a folder', async () => {
    await using all = await privateRegistry();
    await mkdir(join(all.home, '.docker/config.json'), { recursive: true });
    await expect(found(all.registry, { HOME: all.home })).rejects.toThrow(/config\.json is a folder, not a file\./);
  });
});
