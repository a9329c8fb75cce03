import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { scratchRepository } from '../support/repository.ts';

const packet = (text: string) => (text.length + 4).toString(16).padStart(4, '0') + text;
const advertised = `${packet('# service=git-upload-pack\n')}0000${packet('version 2\n')}${packet('ls-refs=unborn\n')}${packet('object-format=sha1\n')}0000`;
const longName = 'a'.repeat(60_000);

/** A git server that lists refs until nobody listens any more. */
async function startEndlessServer() {
  let sent = 0;
  const server = createServer((request, response) => {
    request.resume();
    const kind = request.method === 'GET' ? 'advertisement' : 'result';
    response.writeHead(200, { 'content-type': `application/x-git-upload-pack-${kind}` });
    if (request.method === 'GET') {
      response.end(advertised);
      return;
    }
    const more = () => {
      let isTaken = true;
      while (isTaken && !response.destroyed)
        isTaken = response.write(packet(`${'1'.repeat(40)} refs/tags/${sent++}${longName}\n`));
    };
    response.on('drain', more);
    more();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent: () => sent,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

it.runIf(process.platform === 'linux')(
  'refs without end are refused before they need all memory, and asked for once',
  { timeout: 60_000, tags: 'exhaustive' },
  async () => {
    await using repo = await scratchRepository();
    await using server = await startEndlessServer();
    await repo.git('remote', 'set-url', 'origin', `${server.url}/org/project`);
    const { exitCode, annotations } = await runBundle('parse-tag', repo, { inputs: { tag: 'v1.0.0' } });
    expect({ exitCode, annotations: annotations.map(({ message }) => message) }).toEqual({
      exitCode: 1,
      annotations: [
        'git needed more than 1024 MiB of memory, which is the limit here.\nCheck the address of the server: one that is not what it should be may answer without end.',
      ],
    });
    const mebibytes = (server.sent() * longName.length) / 1024 / 1024;
    expect(mebibytes).toBeLessThan(1700);
  },
);
