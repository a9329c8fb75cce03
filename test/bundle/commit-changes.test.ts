import { describe, expect, it } from 'vitest';
import { runBundle } from '../support/bundle.ts';
import { gh } from '../support/gh.ts';
import { jobToken, scratchGitHub } from '../support/github.ts';
import { startHttpProxy } from '../support/http-proxy.ts';

const inputs = {
  via: 'pull-request',
  message: 'Release 0.2.0\n\nAll of it.',
  labels: 'release',
  token: jobToken.token,
  'job-token': jobToken.token,
};

describe('a pull request of the bundle', () => {
  it('is listed, shown and merged by the real gh, and then there is nothing to do', async () => {
    await using project = await scratchGitHub({ VERSION: '0.1.0\n' });
    const clone = await project.clone();
    await clone.write('VERSION', '0.2.0\n');
    const first = await runBundle('commit-changes', clone, { inputs });
    expect(first.exitCode).toBe(0);
    expect(first.shown).toContain(
      "No workflow starts from the pull request, because it is made with the job's own token.",
    );
    expect(first.summary).toContain('Open a pull request to main of org/project');
    expect(await gh(project, 'pr', 'list')).toMatch(
      /^1\tRelease 0\.2\.0\trelease-actions\/main\/release-0\.2\.0\tOPEN/,
    );
    expect(await gh(project, 'pr', 'view', '1')).toMatch(/labels:\trelease\n[^]*All of it\./);
    await gh(project, 'pr', 'merge', '1', '--squash');
    expect(await project.git('--git-dir', project.scratch.origin, 'show', 'main:VERSION')).toBe('0.2.0');
    const again = await runBundle('commit-changes', clone, { inputs: { ...inputs, mode: 'check' } });
    expect(again).toMatchObject({ exitCode: 0, outputs: { operation: 'none', changed: 'false', pending: '[]' } });
  }, 60_000);

  it('is opened through an HTTP proxy where there is one', async () => {
    await using project = await scratchGitHub({ VERSION: '0.1.0\n' });
    await using proxy = await startHttpProxy(new URL(project.github.url).port);
    await project.write('VERSION', '0.2.0\n');
    const env = { GITHUB_API_URL: 'http://api.github.test', http_proxy: proxy.url, no_proxy: '127.0.0.1' };
    const { exitCode, outputs, log } = await runBundle('commit-changes', project, { inputs, env });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(outputs).toMatchObject({ operation: 'opened', 'pull-request-number': '1' });
    expect([...new Set(proxy.targets)]).toEqual(['api.github.test:80']);
  });
});
