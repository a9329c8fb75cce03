import { expect, it } from 'vitest';
import { runBundle, runCommand } from '../support/bundle.ts';
import { jobToken, personalToken, scratchGitHub } from '../support/github.ts';

const inputs = { state: 'frozen', while: 'v1.0.0', token: personalToken.token };

it('a freeze of the bundle stops a push of an administrator, and is ended', async () => {
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  const first = await runBundle('freeze-branch', repo, { inputs, jobToken: jobToken.token });
  expect({ exitCode: first.exitCode, log: first.log }).toMatchObject({ exitCode: 0 });
  expect(first.outputs).toMatchObject({ sha: await repo.head(), bypass: 'admin (pull_request)', changed: 'true' });
  expect(first.summary).toContain(
    '<tr><th align="left">Bypassed by</th><td>admin &#40;pull&#95;request&#41;</td></tr>',
  );
  expect((await repo.ask('GET …/rulesets')).body).toMatchObject([{ name: 'Release freeze v1.0.0' }]);
  await repo.commit('Later');
  const header = Buffer.from(`x-access-token:${personalToken.token}`).toString('base64');
  await expect(
    repo.git('-c', `http.extraheader=AUTHORIZATION: basic ${header}`, 'push', 'origin', 'main'),
  ).rejects.toThrow('push declined due to repository rule violations');
  const last = await runBundle('freeze-branch', repo, {
    inputs: { ...inputs, state: 'thawed' },
    jobToken: jobToken.token,
  });
  expect(last.outputs).toMatchObject({ changed: 'true' });
  expect((await repo.ask('GET …/rulesets')).body).toEqual([]);
}, 60_000);

it('the token of the job is refused with the page to make another one, and on a laptop nothing is asked for', async () => {
  await using repo = await scratchGitHub({ 'README.md': '# Project\n' });
  const { token: _, ...withoutToken } = inputs;
  const { exitCode, annotations } = await runBundle('freeze-branch', repo, {
    inputs: withoutToken,
    jobToken: jobToken.token,
  });
  expect(exitCode).toBe(1);
  expect(annotations[0]?.message).toMatch(
    /^Missing: a token that may freeze branches, which the job's own token never may\.\nRegister a GitHub App .*\/settings\/apps\/new, /,
  );
  const shown = await runCommand(['freeze-branch', '--state', 'frozen', '--while', 'v1.0.0'], repo);
  expect({ ...shown }).toMatchObject({ exitCode: 0 });
  expect(shown.stderr).toContain('would: Freeze main of org/project by "Release freeze v1.0.0"');
  expect(repo.github.repository('org/project').rulesets.size).toBe(0);
});
