import { once } from 'node:events';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/world/host.ts';
import { FileBody } from '../../src/world/http/file-body.ts';
import { Http } from '../../src/world/http/http.ts';
import { hostOf } from '../support/host.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server whose paths are answered by hand. */
async function serverOf(handlers: Readonly<Record<string, Handler>>) {
  const seen: { readonly line: string; readonly authorization: string | undefined; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      seen.push({ line: `${method} ${url}`, authorization: headers.authorization, body });
      return handlers[url]?.(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const redirect =
  (status: number, location: string): Handler =>
  (_, response) =>
    response.writeHead(status, { location }).end();

type Given = Partial<Pick<Host, 'env' | 'signal' | 'pace'>>;

const httpOf = (given: Given = {}) => new Http(hostOf({ workspace: '/', pace: 0.001, ...given }));

const { signal } = new AbortController();
const asked = { headers: { authorization: 'secret' }, signal };

describe('a redirect', () => {
  it.each([301, 302, 307, 308])('%i is followed with the same method and body', async (status) => {
    await using server = await serverOf({
      '/old': redirect(status, '/new'),
      '/new': (_, response) => response.end('done'),
    });
    const answer = await httpOf().fetch(`${server.url}/old`, { ...asked, method: 'POST', body: '{}' });
    expect(await answer.text()).toBe('done');
    expect(answer.url).toBe(`${server.url}/new`);
    expect(server.seen).toEqual(
      ['/old', '/new'].map((path) => ({ line: `POST ${path}`, authorization: 'secret', body: '{}' })),
    );
  });

  it('to another server takes no credentials along', async () => {
    await using other = await serverOf({ '/': (_, response) => response.end() });
    await using server = await serverOf({ '/': redirect(302, other.url) });
    await httpOf().fetch(server.url, asked);
    expect(other.seen).toEqual([{ line: 'GET /', authorization: undefined, body: '' }]);
  });

  it('that leads to itself ends', async () => {
    await using server = await serverOf({ '/': redirect(302, '/') });
    await expect(httpOf().fetch(server.url, asked)).rejects.toThrow('it redirects more than 10 times');
  });
});

describe('a body', () => {
  it('may come compressed', async () => {
    await using server = await serverOf({
      '/': ({ headers }, response) => {
        response.writeHead(200, { 'content-encoding': headers['accept-encoding'] }).end(gzipSync('a text'));
      },
    });
    expect(await httpOf().get(server.url, { longest: 6 })).toEqual({ status: 200, body: 'a text' });
    await expect(httpOf().get(server.url, { longest: 5 })).rejects.toThrow(/is longer than .* MiB/);
  });

  it.each([
    ['half of it', {}],
    ['half of it, compressed', { 'content-encoding': 'gzip' }],
  ])('of which only %s comes is no answer', async (_, headers) => {
    const whole = 'content-encoding' in headers ? gzipSync('a text') : Buffer.from('a text');
    await using server = await serverOf({
      '/': (_request, response) => {
        response.writeHead(200, { ...headers, 'content-length': whole.length });
        response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      },
    });
    await expect(httpOf().get(server.url, { longest: 100 })).rejects.toMatchObject({
      name: 'Unanswered',
      message: expect.stringMatching(/ broke off: /),
    });
  });

  it('of a file is sent from disk, again after a redirect', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'http-'));
    const path = join(folder.path, 'file');
    await writeFile(path, 'x'.repeat(600_000));
    await using server = await serverOf({
      '/old': redirect(307, '/new'),
      '/new': (_, response) => response.writeHead(201).end(),
    });
    const body = new FileBody({ path, size: 600_000 });
    const answer = await httpOf().fetch(`${server.url}/old`, { ...asked, method: 'POST', body });
    expect(answer.status).toBe(201);
    expect(server.seen.map((one) => one.body.length)).toEqual([600_000, 600_000]);
  });
});

describe('what says nothing definite', () => {
  it.each([408, 429, 500, 503])('is a %i', async (status) => {
    await using server = await serverOf({ '/': (_, response) => response.writeHead(status).end('x') });
    await expect(httpOf().get(server.url, { longest: 100 })).rejects.toMatchObject({
      name: 'Unanswered',
      message: `${server.url} answered ${status}`,
    });
  });

  it.each<[what: string, answer: Handler]>([
    ['a server that is silent', () => {}],
    ['a server that stops in the middle', (_, response) => response.writeHead(200).write('x')],
  ])('is %s', async (_, answer) => {
    await using server = await serverOf({ '/': answer });
    await expect(httpOf().get(server.url, { longest: 100 })).rejects.toMatchObject({
      name: 'Unanswered',
      message: `${server.url} took too long`,
    });
  });

  it('is a server that is not there', async () => {
    const server = await serverOf({});
    await server[Symbol.asyncDispose]();
    await expect(httpOf().get(server.url, { longest: 100 })).rejects.toMatchObject({
      name: 'Unanswered',
      message: expect.stringMatching(/ did not answer: connect ECONNREFUSED/),
    });
  });
});

it.each<[what: string, answer: Handler]>([
  ['before an answer', () => {}],
  ['in the middle of one', (_, response) => response.writeHead(200).write('x')],
])('a run that is cancelled %s ends the request', async (_, answer) => {
  const controller = new AbortController();
  await using server = await serverOf({
    '/': (request, response) => {
      answer(request, response);
      setTimeout(() => controller.abort(new Error('cancelled')), 50);
    },
  });
  const http = httpOf({ signal: controller.signal, pace: 1 });
  await expect(http.get(server.url, { longest: 100 })).rejects.toThrow('cancelled');
});

it('a proxy that has no address is refused before anything is sent, and its value is not shown', async () => {
  await using server = await serverOf({ '/': (_, response) => response.end() });
  const http = httpOf({ env: { HTTPS_PROXY: 'secret proxy' } });
  const asking = http.get(server.url, { longest: 100 });
  await expect(asking).rejects.toMatchObject({
    message: 'The environment variable HTTPS_PROXY is not the address of a proxy.',
    fix: 'Set it to an address such as http://proxy.example.com:3128, or remove it.',
  });
  expect(server.seen).toEqual([]);
});
