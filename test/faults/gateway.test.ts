import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startRegistry } from '../../src/embedded/registry/server.ts';
import { type GatewayAnswer, startGateway } from './gateway.ts';
import { type Expectation, expectationOf, modesOf, type RequestMode } from './modes.ts';
import { requestFaults } from './request-faults.ts';
import type { Step } from './steps.ts';

/** A counter: every request to it has an effect. */
async function startCounter() {
  let effects = 0;
  const http = createServer((_, response) => {
    effects++;
    response.setHeader('x-effects', effects).end(JSON.stringify({ effects }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    effects: () => effects,
    [Symbol.asyncDispose]: async () => void http.close(),
  };
}

const earlier: GatewayAnswer = { status: 200, headers: [], body: Buffer.from('{"effects":0}') };

it.each<[mode: RequestMode, seen: string, effects: number, signals: readonly string[]]>([
  ['reset-before', 'no answer', 0, []],
  ['reset-after', 'no answer', 1, []],
  ['500', '500 Internal Server Error', 0, []],
  ['502-before', '502 Bad Gateway', 0, []],
  ['502-after', '502 Bad Gateway', 1, []],
  ['secondary-limit', '403 You have exceeded a secondary rate limit', 0, []],
  ['429', '429 Too Many Requests', 0, []],
  ['truncated', 'no answer', 1, []],
  ['malformed', '200 <!doctype html>', 1, []],
  ['wrong-type', '200 ["x"]', 1, []],
  ['missing-field', '200 {}', 1, []],
  ['endless', 'no answer', 1, []],
  ['trickle', 'no answer', 1, []],
  ['time-out', 'no answer', 0, []],
  ['expired-token', '401 Bad credentials', 0, []],
  ['stale-read', '200 {"effects":0}', 0, []],
  ['sigterm', 'no answer', 0, ['SIGTERM']],
  ['kill-before', 'no answer', 0, ['SIGKILL']],
  ['kill-after', 'no answer', 1, ['SIGKILL']],
])('%s: the client sees "%s", the server had %i effects', async (mode, seen, effects, signals) => {
  await using counter = await startCounter();
  await using gateway = await startGateway(counter.url, 0.1);
  const sent: string[] = [];
  gateway.guard = (_, forward) =>
    requestFaults[mode]({ forward, earlier, end: async (signal) => void sent.push(signal) });
  expect(await seenBy(gateway.url)).toContain(seen);
  // On a busy machine, the client may have given up before the server sees the request.
  await expect.poll(() => ({ effects: counter.effects(), signals: sent })).toEqual({ effects, signals });
});

it('an endless answer goes on after 100 MiB, and ends with the client', async () => {
  await using counter = await startCounter();
  await using gateway = await startGateway(counter.url);
  gateway.guard = async (_, forward) => ({ ...(await forward()), flow: 'endless' });
  const response = await fetch(gateway.url);
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > 100 * 1024 * 1024) break;
  }
  expect(length).toBeGreaterThan(100 * 1024 * 1024);
});

it('nothing is changed on the way where nothing is to go wrong', async () => {
  await using counter = await startCounter();
  await using gateway = await startGateway(counter.url);
  const response = await fetch(`${gateway.url}/some/path?query=1`, { method: 'POST', body: 'text' });
  expect([response.status, response.headers.get('x-effects'), await response.text()]).toEqual([
    200,
    '1',
    '{"effects":1}',
  ]);
});

it('a HEAD is told the length that a GET has', async () => {
  await using registry = await startRegistry();
  const digest = await registry.addBlob('org/app', Buffer.from('layer'));
  await using gateway = await startGateway(registry.url);
  const response = await fetch(`${gateway.url}/v2/org/app/blobs/${digest}`, { method: 'HEAD' });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, '5']);
});

it('a registry whose token has expired says where another one is, behind the gateway', async () => {
  const auth = { kind: 'token' as const, accounts: [], anonymous: 'pull' as const };
  await using registry = await startRegistry({ auth });
  await registry.addBlob('org/app', Buffer.from('layer'));
  await using gateway = await startGateway(registry.url);
  const tags = `${gateway.url}/v2/org/app/tags/list`;
  const given = await fetch(`${gateway.url}/token?scope=repository:org/app:pull`);
  const { token } = (await given.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(tags, { headers })).status).toBe(200);
  gateway.guard = (_, forward) => {
    const challenge = () => forward('authorization');
    return requestFaults['expired-token']({ forward, earlier: undefined, challenge, end: async () => {} });
  };
  const refused = await fetch(tags, { headers });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('www-authenticate')).toContain(`Bearer realm="${gateway.url}/token"`);
});

it.each<[string, readonly RequestMode[], Expectation | undefined]>([
  ['GET /v2/org/app/manifests/v1', ['wrong-type', 'missing-field'], 'survive'],
  ['GET /v2/org/app/blobs/sha256:0', [], 'survive'],
  ['GET /token?scope=repository:org/app:pull', ['wrong-type', 'missing-field'], undefined],
  ['GET /repos/org/app', ['wrong-type', 'missing-field', 'secondary-limit'], 'end clearly'],
])('%s: not every server can do all wrong, and a registry gives another token', (name, some, ofExpiry) => {
  const step: Step = { kind: 'request', name, isWrite: false, nth: 1 };
  const found = modesOf(step, true);
  const differing = new Set<string>(['wrong-type', 'missing-field', 'secondary-limit']);
  expect(new Set(found.filter((mode) => differing.has(mode)))).toEqual(new Set(some));
  expect(found.includes('expired-token') ? expectationOf(step, 'expired-token') : undefined).toBe(ofExpiry);
});

it('the links of a server lead to the gateway', async () => {
  const http = createServer((_, response) => {
    const { port } = http.address() as AddressInfo;
    const next = `http://127.0.0.1:${port}/next`;
    response.setHeader('link', `<${next}>; rel="next"`).setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify({ next }));
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  await using gateway = await startGateway(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const response = await fetch(gateway.url);
  expect(response.headers.get('link')).toBe(`<${gateway.url}/next>; rel="next"`);
  expect(await response.json()).toEqual({ next: `${gateway.url}/next` });
  http.close();
});

async function seenBy(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(500) });
    const text = await response.text();
    return `${response.status} ${/"message":"([^"]*)/.exec(text)?.[1] ?? text}`;
  } catch {
    return 'no answer';
  }
}
