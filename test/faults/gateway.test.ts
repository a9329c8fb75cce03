import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { type GatewayAnswer, startGateway } from './gateway.ts';
import type { RequestMode } from './modes.ts';
import { requestFaults } from './request-faults.ts';

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
  expect({ effects: counter.effects(), signals: sent }).toEqual({ effects, signals });
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
    const response = await fetch(url, { signal: AbortSignal.timeout(300) });
    const text = await response.text();
    return `${response.status} ${/"message":"([^"]*)/.exec(text)?.[1] ?? text}`;
  } catch {
    return 'no answer';
  }
}
