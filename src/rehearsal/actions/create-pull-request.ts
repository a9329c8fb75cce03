import { resolve } from 'node:path';
import { textItems, textLines } from '../../domain/text.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { authorized } from './authorized.ts';
import { askerFor, jobToken } from './github.ts';

type Pull = { readonly number: number; readonly html_url: string };

/** peter-evans/create-pull-request: commits what changed, pushes the branch, and opens or updates its pull request. */
export async function createPullRequest(call: StandInCall): Promise<void> {
  const { input, room, env, run, output } = call;
  const ask = askerFor(call, input('token'));
  const cwd = resolve(room.folders.workspace, input('path', '.'));
  const git = (...args: readonly string[]) =>
    run('git', args, { cwd, env: { GIT_TERMINAL_PROMPT: '0', ...committer }, isQuiet: true });
  const branch = input('branch', 'create-pull-request/patch');
  const checkedOut = await git('rev-parse', '--abbrev-ref', 'HEAD');
  const base = input('base') || (checkedOut === 'HEAD' ? (env['GITHUB_REF_NAME'] ?? '') : checkedOut);
  await git('add', ...(input('add-paths') === '' ? ['--all'] : ['--', ...textLines(input('add-paths'))]));
  if ((await git('status', '--porcelain', '--untracked-files=no')) === '')
    return output('pull-request-operation', 'none');
  await git('commit', '--quiet', '--message', input('commit-message', '[create-pull-request] automated change'));
  const server = env['GITHUB_SERVER_URL'] ?? '';
  await git(
    ...authorized(server, input('token') || jobToken(room)),
    'push',
    '--quiet',
    '--force',
    `${new URL(server).origin}/${env['GITHUB_REPOSITORY']}`,
    `HEAD:refs/heads/${branch}`,
  );
  const owner = (env['GITHUB_REPOSITORY'] ?? '').split('/')[0];
  const [old] = (await ask(`GET …/pulls?head=${owner}:${encodeURIComponent(branch)}&base=${base}`)) as readonly Pull[];
  const texts = { title: input('title', 'Changes by create-pull-request action'), body: input('body') };
  const pull = (await (old === undefined
    ? ask('POST …/pulls', { ...texts, head: branch, base, draft: input('draft') === 'true' })
    : ask(`PATCH …/pulls/${old.number}`, texts))) as Pull;
  const labels = textItems(input('labels'));
  if (labels.length > 0) await ask(`POST …/issues/${pull.number}/labels`, { labels });
  output('pull-request-number', String(pull.number));
  output('pull-request-url', pull.html_url);
  output('pull-request-operation', old === undefined ? 'created' : 'updated');
  output('pull-request-head-sha', await git('rev-parse', 'HEAD'));
  output('pull-request-branch', branch);
}

const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/** Who commits in actions that name nobody. */
export const committer = {
  GIT_AUTHOR_NAME: bot.name,
  GIT_AUTHOR_EMAIL: bot.email,
  GIT_COMMITTER_NAME: bot.name,
  GIT_COMMITTER_EMAIL: bot.email,
};
