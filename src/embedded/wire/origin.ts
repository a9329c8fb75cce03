import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Origin = { readonly server: Server; readonly url: string };

/** A server on this machine. Clients send a token to every port of a host name, so that a second server needs another. */
export async function openOrigin(hostname: '127.0.0.1' | 'localhost'): Promise<Origin> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://${hostname}:${(server.address() as AddressInfo).port}` }; // it listens on a port, not on a pipe
}
