import { describe, expect, it } from 'vitest';
import { startGitServer } from '../../src/embedded/git/server.ts';
import { runBundle } from '../support/bundle.ts';
import { type ScratchRepository, scratchRepository } from '../support/repository.ts';

const token = 'the-token-of-the-input';
const basic = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
const inputs = { tag: 'v1.0.0', token };

const served = (): Promise<ScratchRepository> =>
  scratchRepository({}, { server: { tokens: [{ token, contents: 'write' }] } });

describe('the token of push-tag', () => {
  it.each([
    ['beside the credentials that checkout left', 'the-token-of-checkout'],
    ['without any', undefined],
  ])('is the only one that arrives, in one header of each request, %s', async (_, left) => {
    await using repo = await served();
    const clone = await repo.clone(left === undefined ? {} : { token: left });
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const { exitCode } = await runBundle('push-tag', clone, { inputs, env });
    expect(exitCode).toBe(0);
    expect(repo.server.requests.map(({ authorization }) => authorization)).toEqual(
      repo.server.requests.map(() => [basic]),
    );
    expect((await repo.remoteRefs()).get('refs/tags/v1.0.0^{}')).toBe(await repo.head());
  });

  it('goes to no other server than the one of the run', async () => {
    await using repo = await scratchRepository({}, { server: {} });
    const env = { GITHUB_SERVER_URL: 'https://github.example.com' };
    const { exitCode } = await runBundle('push-tag', repo, { inputs, env });
    expect(exitCode).toBe(0);
    expect(repo.server.requests.length).toBeGreaterThan(0);
    expect(repo.server.requests.flatMap(({ authorization }) => authorization)).toEqual([]);
  });

  it('goes to no server that the one of the run redirects to', async () => {
    await using repo = await served();
    await using other = await startGitServer({ root: `${repo.scratch.root}/remotes` });
    repo.server.fault = ({ path, service }) => ({
      status: 302,
      headers: { location: `${other.url}${path}?service=${service}` },
    });
    const env = { GITHUB_SERVER_URL: repo.server.url, RELEASE_ACTIONS_PACE: '0.01' };
    await runBundle('push-tag', repo, { inputs, env });
    expect(repo.server.requests.length).toBeGreaterThan(0);
    expect(other.requests.flatMap(({ authorization }) => authorization)).toEqual([]);
  });

  it('that the job was given by default starts no workflow, and the output says so', async () => {
    await using repo = await served();
    const env = { GITHUB_SERVER_URL: repo.server.url };
    const { exitCode, outputs } = await runBundle('push-tag', repo, {
      inputs: { tag: 'v1.0.0' },
      jobToken: token,
      env,
    });
    expect({ exitCode, starts: outputs['starts'] }).toEqual({ exitCode: 0, starts: 'false' });
  });
});
