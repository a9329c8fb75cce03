import { execFile } from 'node:child_process';
import { expect, it } from 'vitest';
import { gh, towards } from '../support/gh.ts';
import { personalToken, type ScratchGitHub, scratchGitHub } from '../support/github.ts';
import { tool } from '../support/tool.ts';

const patience = { timeout: 60_000 };

const freeze = JSON.stringify({
  name: 'Frozen for v1.0.0',
  target: 'branch',
  enforcement: 'active',
  bypass_actors: [{ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'pull_request' }],
  conditions: { ref_name: { include: ['refs/heads/main'], exclude: [] } },
  rules: [{ type: 'update' }],
});

/** What `gh api` prints for a path below the repository; it has no `-R`, and takes what it sends from its input. */
async function api(
  { github, scratch, environment }: ScratchGitHub,
  args: readonly string[],
  input = '',
): Promise<string> {
  const env = {
    ...environment,
    ...towards(github.url),
    GH_REPO: `github.localhost/${scratch.name}`,
    GH_TOKEN: personalToken.token,
  };
  const program = await tool('gh');
  return new Promise((resolve, reject) => {
    const child = execFile(program, ['api', ...args], { env }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin?.end(input);
  });
}

/** A pull request to a frozen branch, where gh acts for a person of that role. */
async function frozen(role: 'admin' | 'write'): Promise<ScratchGitHub> {
  const owner = { ...personalToken, token: 'owner', login: 'octo' };
  const tokens = [personalToken, owner];
  const repo = await scratchGitHub({ a: '1\n' }, { tokens, settings: { collaborators: { mona: role } } });
  const ask = (request: string, body: unknown) => repo.ask(request, { token: owner.token, body });
  const { sha } = (await repo.ask('GET …/git/ref/heads/main', { token: owner.token })).body.object;
  await ask('POST …/git/refs', { ref: 'refs/heads/topic', sha });
  const content = Buffer.from('2\n').toString('base64');
  await ask('PUT …/contents/b', { message: 'Add b', content, branch: 'topic' });
  await ask('POST …/pulls', { title: 'Add b', head: 'topic', base: 'main' });
  expect((await ask('POST …/rulesets', JSON.parse(freeze))).status).toBe(201);
  return repo;
}

it('gh makes, lists, shows and deletes a ruleset', patience, async () => {
  await using repo = await scratchGitHub({});
  const rulesets = 'repos/{owner}/{repo}/rulesets';
  const id = (await api(repo, [rulesets, '-X', 'POST', '--input', '-', '--jq', '.id'], freeze)).trim();
  expect(await api(repo, [rulesets, '--paginate', '--jq', '.[] | [.id, .name] | @tsv'])).toBe(
    `${id}\tFrozen for v1.0.0\n`,
  );
  expect(await api(repo, [`${rulesets}/${id}`, '--jq', '.current_user_can_bypass'])).toBe('pull_requests_only\n');
  await api(repo, [`${rulesets}/${id}`, '-X', 'DELETE']);
  await expect(api(repo, [`${rulesets}/${id}`])).rejects.toThrow('Not Found (HTTP 404)');
  const misnamed = freeze.replace('refs/heads/', '');
  await expect(api(repo, [rulesets, '-X', 'POST', '--input', '-'], misnamed)).rejects.toThrow(
    'Validation Failed (HTTP 422)',
  );
});

it('gh merges into a frozen branch with --admin, for an admin', patience, async () => {
  await using repo = await frozen('admin');
  await expect(gh(repo, 'pr', 'merge', '1', '--merge')).rejects.toThrow('the base branch policy prohibits the merge');
  await gh(repo, 'pr', 'merge', '1', '--merge', '--admin');
  expect((await repo.ask('GET …/pulls/1', { token: '' })).body).toMatchObject({
    merged: true,
    merged_by: { login: 'mona' },
  });
});

it('gh does not merge into a frozen branch for anybody else', patience, async () => {
  await using repo = await frozen('write');
  await expect(gh(repo, 'pr', 'merge', '1', '--merge')).rejects.toThrow('the base branch policy prohibits the merge');
  await expect(gh(repo, 'pr', 'merge', '1', '--merge', '--admin')).rejects.toThrow(
    /Repository rule violations found\s+Cannot update this protected ref\./,
  );
  expect((await repo.ask('GET …/pulls/1', { token: '' })).body.merged).toBe(false);
});
