import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { tooManyRequests } from '../../src/embedded/registry/core/refused.ts';
import { type Fault, type Registry, startRegistry } from '../../src/embedded/registry/server.ts';
import { maintenancePage } from '../../src/embedded/wire/faults.ts';
import { addImage, ask, refusalIn, sha256 } from '../support/registry.ts';

const small = Buffer.from('some bytes of a layer');
const large = Buffer.alloc(3 * 1024 * 1024, 'large ');
const locationOf = ({ headers }: { headers: Headers }) => headers.get('location') ?? '';

/** What a client sees of an answer. */
async function seen(asked: Promise<{ status: number; text: string }>, whole: Buffer): Promise<string> {
  try {
    const { status, text } = await asked;
    if (text === whole.toString()) return `${status} whole`;
    const half = whole.subarray(0, Math.floor(whole.length / 2)).toString();
    return `${status} ${text === half ? 'half' : `${text.length - whole.length} other bytes`}`;
  } catch {
    return 'no answer';
  }
}

describe.each([
  ['in memory', small],
  ['in a file', large],
])('a read of a blob %s', (_, bytes) => {
  it.each<[Fault, string]>([
    ['reset-before', 'no answer'],
    ['reset-during', 'no answer'],
    ['reset-after', 'no answer'],
    ['truncated', 'no answer'],
    ['malformed', '200 half'],
    ['corrupt', '200 0 other bytes'],
    ['wrong-length', '200 -1 other bytes'],
    ['trickle', '200 whole'],
    [30, '200 whole'],
    ['lying-digest', '200 whole'],
  ])('with the fault %s: %s', async (fault, expected) => {
    await using registry = await startRegistry();
    const digest = await registry.addBlob('org/app', bytes);
    registry.fault = () => fault;
    expect(await seen(ask(registry, `GET /v2/org/app/blobs/${digest}`), bytes)).toBe(expected);
    registry.fault = undefined;
    expect(await seen(ask(registry, `GET /v2/org/app/blobs/${digest}`), bytes)).toBe('200 whole');
  });

  it('goes on for ever, and ends with the client', async () => {
    await using registry = await startRegistry({ fault: () => 'endless' });
    const digest = await registry.addBlob('org/app', bytes);
    const response = await fetch(`${registry.url}/v2/org/app/blobs/${digest}`);
    let length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > 20 * 1024 * 1024) break;
    }
    expect(length).toBeGreaterThan(20 * 1024 * 1024);
  });
});

it('a HEAD can tell another length, or another digest', async () => {
  await using registry = await startRegistry();
  const digest = await registry.addBlob('org/app', small);
  const head = async () => (await ask(registry, `HEAD /v2/org/app/blobs/${digest}`)).headers;
  registry.fault = () => 'wrong-length';
  expect((await head()).get('content-length')).toBe(String(small.length + 1));
  registry.fault = () => 'lying-digest';
  const told = (await head()).get('docker-content-digest');
  expect(told).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(told).not.toBe(digest);
});

describe('an upload', () => {
  const digest = sha256(small);

  async function uploaded(registry: Registry, fault: Fault) {
    const location = locationOf(await ask(registry, 'POST /v2/org/app/blobs/uploads/'));
    registry.fault = ({ method }) => (method === 'PUT' ? fault : undefined);
    const outcome = await ask(registry, `PUT ${location}&digest=${digest}`, { body: small }).then(
      ({ status }) => String(status),
      () => 'no answer',
    );
    registry.fault = undefined;
    return { outcome, blobs: registry.repository('org/app').blobs, location };
  }

  it.each<[string, Fault, string, boolean]>([
    ['is reset before the effect', 'reset-before', 'no answer', false],
    ['is reset after the effect', 'reset-after', 'no answer', true],
    ['is answered with 503', { status: 503 }, '503', false],
    ['is answered with 503 after the effect', { after: { status: 503 } }, '503', true],
    ['is answered with a page', maintenancePage, '200', false],
    ['is answered with a page after the effect', { after: maintenancePage }, '200', true],
    ['is one too many', tooManyRequests(1), '429', false],
  ])('%s', async (_, fault, outcome, isThere) => {
    await using registry = await startRegistry();
    expect(await uploaded(registry, fault)).toMatchObject({ outcome, blobs: isThere ? [digest] : [] });
  });

  it.each<[string, Fault, string]>([
    ['is reset', 'reset-during', 'no answer'],
    ['is answered with 502', { during: { status: 502 } }, '502'],
  ])('%s after half of it, and can be gone on with', async (_, fault, outcome) => {
    await using registry = await startRegistry();
    const { location, ...rest } = await uploaded(registry, fault);
    expect(rest).toEqual({ outcome, blobs: [] });
    const state = await ask(registry, `GET ${location}`);
    expect([state.status, state.headers.get('range')]).toEqual([204, '0-9']);
    const ended = await ask(registry, `PUT ${locationOf(state)}&digest=${digest}`, { body: small.subarray(10) });
    expect([ended.status, registry.repository('org/app').blobs]).toEqual([201, [digest]]);
  });

  it('keeps what arrived when the client left', async () => {
    await using registry = await startRegistry();
    const location = locationOf(await ask(registry, 'POST /v2/org/app/blobs/uploads/'));
    const leaving = new AbortController();
    const body = new ReadableStream({
      async start(stream) {
        stream.enqueue(large);
        await setTimeout(100);
        leaving.abort();
      },
    });
    const url = `${registry.url}${location}`;
    await fetch(url, { method: 'PATCH', body, duplex: 'half', signal: leaving.signal }).catch(() => undefined);
    await expect
      .poll(async () => (await ask(registry, `GET ${location}`)).headers.get('range'))
      .toBe(`0-${large.length - 1}`);
  });
});

it.each(['basic', 'token'] as const)('an expired sign-in is refused (%s)', async (kind) => {
  const auth = { kind, accounts: [], anonymous: 'pull' as const };
  await using registry = await startRegistry({ auth, fault: () => 'expired-token' });
  const refused = await ask(registry, 'GET /v2/org/app/tags/list');
  expect(refusalIn(refused)).toBe('401 UNAUTHORIZED');
  const challenge = kind === 'basic' ? 'Basic realm="Registry"' : /^Bearer realm=.*error="invalid_token"$/;
  expect(refused.headers.get('www-authenticate')).toMatch(challenge);
});

it('no answer comes until the registry closes', async () => {
  const registry = await startRegistry({ fault: () => 'hang' });
  const outcome = ask(registry, 'GET /v2/').then(
    () => 'answered',
    () => 'ended',
  );
  expect(await Promise.race([outcome, setTimeout(100, 'waiting')])).toBe('waiting');
  await registry.close();
  expect(await outcome).toBe('ended');
});

it('a fault may change what is there', async () => {
  await using registry = await startRegistry();
  registry.fault = async ({ path }) => {
    if (path.endsWith('/v1')) await addImage(registry, 'org/app', { tag: 'v1' });
    return undefined;
  };
  expect((await ask(registry, 'GET /v2/org/app/manifests/v1')).status).toBe(200);
  expect(registry.tagUpdates).toEqual(['create org/app:v1']);
});

it('every change of a tag is recorded', async () => {
  await using registry = await startRegistry();
  await addImage(registry, 'org/app', { tag: 'v1' });
  await addImage(registry, 'org/app', { tag: 'v1' });
  await addImage(registry, 'org/app', { tag: 'v1', layers: ['other'] });
  await ask(registry, 'DELETE /v2/org/app/manifests/v1');
  expect(registry.tagUpdates).toEqual(['create org/app:v1', 'move org/app:v1', 'delete org/app:v1']);
});
