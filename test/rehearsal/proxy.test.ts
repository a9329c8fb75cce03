import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { expect, it, vi } from 'vitest';
import { Authority } from '../../src/rehearsal/outside/certificates.ts';
import { Proxy } from '../../src/rehearsal/outside/proxy.ts';

const authority = new Authority();

/** A proxy, and the hosts of which it says that a program did not speak to them as it should. */
async function listening() {
  const unread: string[] = [];
  const proxy = await Proxy.listen({
    isTunnelled: () => false,
    connect: async () => expect.unreachable(),
    contextFor: async (host) => authority.contextFor(host),
    answer: async (_, response) => void response.end('here'),
    unread: ({ host }) => void unread.push(host),
    visitor: () => undefined,
    own: async () => {},
  });
  return { proxy, unread };
}

async function tunnel({ port }: Proxy, host: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await once(socket, 'data');
  return socket;
}

async function speak(proxy: Proxy, host: string): Promise<void> {
  const secure = connectTls({ socket: await tunnel(proxy, host), servername: host, ca: authority.pem });
  secure.write(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await once(secure, 'data');
  secure.destroy();
}

/** Ends in the middle of a handshake. */
async function drop(proxy: Proxy, host: string): Promise<void> {
  const socket = await tunnel(proxy, host);
  socket.write(Buffer.from('1603010200010001fc0303', 'hex')); // the begin of a TLS greeting
  setTimeout(() => socket.resetAndDestroy(), 50);
  await once(socket, 'close');
}

it('says of a host that a program did not trust it, or did not encrypt', async () => {
  const { proxy, unread } = await listening();
  await using _ = proxy;
  await speak(proxy, 'trusted.test');
  const plain = await tunnel(proxy, 'plain.test');
  plain.end('GET / HTTP/1.1\r\n\r\n');
  await drop(proxy, 'distrusted.test');
  await vi.waitFor(() => expect(unread.toSorted()).toEqual(['distrusted.test', 'plain.test']), 5000);
});

it('does not say so if a program only drops a connection at its end', async () => {
  const { proxy, unread } = await listening();
  await using _ = proxy;
  await speak(proxy, 'a.test');
  await drop(proxy, 'a.test');
  await drop(proxy, 'b.test');
  await vi.waitFor(() => expect(unread).toEqual(['b.test']), 5000);
});
