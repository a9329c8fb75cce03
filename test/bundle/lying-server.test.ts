import { once } from 'node:events';
import { mkdtempDisposable, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { GitHubFaults } from '../../src/embedded/github/server.ts';
import { type Annotation, runBundle } from '../support/bundle.ts';
import { jobToken } from '../support/github.ts';
import { MemoryUse } from '../support/memory-use.ts';
import { scratchRepository } from '../support/repository.ts';
import { releaseJobWithFiles, releaseProject } from '../support/releases.ts';

const headers = { 'content-type': 'application/json; charset=utf-8' };

/** Runs gh-release with a GitHub that lies. */
async function lyingTo(fault: GitHubFaults, env: Readonly<Record<string, string>> = {}) {
  await using project = await releaseProject({ 'a.tgz': 'a' });
  project.github.fault = fault;
  const { exitCode, annotations, log } = await runBundle('gh-release', project, {
    ...releaseJobWithFiles(),
    env: { RELEASE_ACTIONS_PACE: '0.02', ...env },
    jobToken: jobToken.token,
  });
  return {
    exitCode,
    errors: errorsIn(annotations),
    log,
    requests: project.github.requests.length,
    url: project.github.url,
  };
}

const errorsIn = (annotations: readonly Annotation[]) =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

describe('a server that answers in another form than GitHub', () => {
  it.each<[what: string, body: string, misfit: string]>([
    ['an object to every request', '{}', 'the answer is an object, not a list'],
    ['[null] to every request', '[null]', '[0] is null, not an object'],
    ['["x"] to every request', '["x"]', '[0] is "x", not an object'],
    ['a release without files', '[{"id":1}]', '[0].html_url is missing, not an address'],
  ])('%s, is refused and not called a bug', async (_, body, misfit) => {
    const { exitCode, errors, log, requests, url } = await lyingTo(() => ({ status: 200, headers, body }));
    const message = `GitHub answered something else than GET /repos/org/project/releases asks for: ${misfit} (tried several times)`;
    const fix = `Find out what answers at ${url}, and run it again. What is already done is not repeated.`;
    expect({ exitCode, errors, requests }).toEqual({ exitCode: 1, errors: [`${message}\n${fix}`], requests: 4 });
    expect(log).not.toMatch(/bug| at \S+ \(/);
  });
});

const bomb = 256 * 1024 * 1024;
const bound = 300; // MiB, of which Node has 60

describe('an answer without end', () => {
  it(`of ${bomb} bytes in 256 kB of gzip is refused while it arrives`, async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'bomb-'));
    await using memory = await MemoryUse.begin();
    const file = join(folder.path, 'answer.gz');
    await writeFile(file, gzipSync(Buffer.alloc(bomb, ' ')));
    const answer = { status: 200, headers: { ...headers, 'content-encoding': 'gzip' } };
    const { exitCode, errors, requests, url } = await lyingTo(
      async () => ({ ...answer, file: { path: file, size: (await stat(file)).size } }),
      { ...memory.env, RELEASE_ACTIONS_PACE: '1' },
    );
    const message = `${url}/repos/org/project/releases?per_page=100 is longer than 32 MiB, which is the limit here.`;
    const fix = `Find out what answers at ${url}.`;
    expect({ exitCode, errors, requests }).toEqual({ exitCode: 1, errors: [`${message}\n${fix}`], requests: 1 });
    expect(await memory.megabytes()).toBeLessThan(bound);
  }, 60_000);

  it('of a Go proxy, byte by byte, ends the run when the time of proxy-wait is over', async () => {
    await using repo = await scratchRepository({
      'go.mod': 'module example.com/project\n',
      'a.go': 'package project\n',
    });
    const http = createServer((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
    }).listen(0, '127.0.0.1');
    await once(http, 'listening');
    const proxy = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const begun = performance.now();
    const inputs = { version: 'v1.0.0', proxy, 'proxy-wait': '2s' };
    const { exitCode, annotations } = await runBundle('go-module-tags', repo, { inputs });
    http.close();
    expect({ exitCode, errors: errorsIn(annotations) }).toEqual({
      exitCode: 1,
      errors: [
        `${proxy} still does not serve example.com/project@v1.0.0 after 2 seconds.\nThe tags are pushed. Run it again with a longer proxy-wait to continue waiting. A proxy that was asked too early needs up to an hour. A public proxy never serves a private repository.`,
      ],
    });
    expect((performance.now() - begun) / 1000).toBeLessThan(15);
    expect((await repo.remoteRefs()).has('refs/tags/v1.0.0')).toBe(true);
  }, 60_000);
});
