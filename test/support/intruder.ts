import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A program of an attacker. It leaves a line for each start, and a token of an ancestor if it finds one. */
export type Intruder = {
  readonly program: string;
  /** What it left. */
  readonly traces: () => Promise<string>;
};

/** Writes the program into a folder. It passes its input on, so that git takes it for a filter. */
export async function intruderIn(folder: string): Promise<Intruder> {
  const [program, traces] = [join(folder, 'intruder'), join(folder, 'traces')];
  const search = [
    'pid=$$',
    'while [ "$pid" -gt 1 ]; do',
    `  if tr '\\0' '\\n' < /proc/$pid/environ 2>/dev/null | grep -q the-secret-token; then echo "token in $pid" >> '${traces}'; fi`,
    "  pid=$(awk '/^PPid:/ { print $2 }' /proc/$pid/status 2>/dev/null || echo 0)",
    'done',
  ];
  await writeFile(program, ['#!/bin/sh', `echo "ran: $*" >> '${traces}'`, ...search, 'cat', ''].join('\n'), {
    mode: 0o755,
  });
  return { program, traces: () => readFile(traces, 'utf8').catch(() => '') };
}

/** A server of an attacker, that keeps what it is sent: as a server, or as a proxy. With status 401 it asks for a password. */
export async function startTrap(status = 403) {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(`${request.url} ${JSON.stringify(request.headers)}`);
    void text(request).then(() =>
      response.writeHead(status, status === 401 ? { 'www-authenticate': 'Basic realm="git"' } : {}).end(),
    );
  });
  server.on('connect', ({ url = '', headers }, socket) => {
    received.push(`CONNECT ${url} ${JSON.stringify(headers)}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    received,
    port: (server.address() as AddressInfo).port,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
