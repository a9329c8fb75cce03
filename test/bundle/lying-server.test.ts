import { describe, expect, it } from 'vitest';
import type { GitHubFaults } from '../../src/embedded/github/server.ts';
import { runBundle } from '../support/bundle.ts';
import { jobToken } from '../support/github.ts';
import { releaseJobWithFiles, releaseProject } from '../support/releases.ts';

const headers = { 'content-type': 'application/json; charset=utf-8' };

/** Runs gh-release with a GitHub that lies. */
async function lyingTo(fault: GitHubFaults) {
  await using project = await releaseProject({ 'a.tgz': 'a' });
  project.github.fault = fault;
  const { exitCode, annotations, log } = await runBundle('gh-release', project, {
    ...releaseJobWithFiles(),
    env: { RELEASE_ACTIONS_PACE: '0.02' },
    jobToken: jobToken.token,
  });
  const errors = annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  return { exitCode, errors, log, requests: project.github.requests.length, url: project.github.url };
}

describe('a server that answers in another form than GitHub', () => {
  it.each<[what: string, body: string, misfit: string]>([
    ['an object to every request', '{}', 'the answer is an object, not a list'],
    ['[null] to every request', '[null]', '[0] is null, not an object'],
    ['["x"] to every request', '["x"]', '[0] is "x", not an object'],
    ['a release without files', '[{"id":1}]', '[0].html_url is missing, not an address'],
  ])('%s, is refused and not called a bug', async (_, body, misfit) => {
    const { exitCode, errors, log, requests, url } = await lyingTo(() => ({ status: 200, headers, body }));
    const message = `GitHub answered something else than GET /repos/{owner}/{repo}/releases asks for: ${misfit} (tried several times)`;
    const fix = `Find out what answers at ${url}, and run it again. What is already done is not repeated.`;
    expect({ exitCode, errors, requests }).toEqual({ exitCode: 1, errors: [`${message}\n${fix}`], requests: 4 });
    expect(log).not.toMatch(/bug| at \S+ \(/);
  });
});
