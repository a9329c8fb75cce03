import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { textItems, textLines } from '../../domain/text.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { authorized } from './authorized.ts';
import { askerFor, jobToken } from './github.ts';

type Pull = { readonly number: number; readonly html_url: string };

type Git = (...args: readonly string[]) => Promise<string>;
/** What the job has checked out: a branch, or only a commit. */
type Working = { readonly branch: string | undefined; readonly commit: string };

// https://github.com/peter-evans/create-pull-request/blob/v8.1.1/src/create-or-update-branch.ts
/** peter-evans/create-pull-request: commits what changed, pushes the branch, and opens or updates its pull request. */
export async function createPullRequest(call: StandInCall): Promise<void> {
  const { input, room, env, run, output } = call;
  const cwd = resolve(room.folders.workspace, input('path', '.'));
  const gitWith =
    (more: Readonly<Record<string, string>>): Git =>
    (...args) =>
      run('git', args, { cwd, env: { GIT_TERMINAL_PROMPT: '0', ...committer, ...more }, isQuiet: true });
  const git = gitWith({});
  const working = await workingIn(git);
  const base = baseOf(call, working);
  const branch = input('branch', 'create-pull-request/patch') + (await suffixOf(call, git));
  output('pull-request-branch', branch);
  output('pull-request-operation', 'none');
  await commitChanges(call, git);
  const start = working.branch === undefined ? working.commit : `refs/remotes/origin/${working.branch}`;
  const commits = await git('rev-list', '--reverse', `${start}..HEAD`);
  if (commits === '') return;
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const onServer = gitWith(authorized(server, input('branch-token') || input('token') || jobToken(room)));
  const head =
    base === working.branch ? await git('rev-parse', 'HEAD') : await movedTo(base, textLines(commits), call, onServer);
  const address = `${new URL(server).origin}/${env['GITHUB_REPOSITORY']}`;
  await onServer('push', '--quiet', '--force', address, `${head}:refs/heads/${branch}`);
  await git('reset', '--quiet', '--keep', start); // the commits are on the branch only
  output('pull-request-head-sha', head);
  await openPull(call, branch, base);
}

async function workingIn(git: Git): Promise<Working> {
  const name = await git('rev-parse', '--abbrev-ref', 'HEAD');
  return { branch: name === 'HEAD' ? undefined : name, commit: await git('rev-parse', 'HEAD') };
}

function baseOf({ input, at }: StandInCall, working: Working): string {
  const base = input('base') || working.branch;
  if (base === undefined)
    throw new ReleaseError(
      "When the repository is checked out on a commit instead of a branch, the 'base' input must be supplied.",
      { fix: 'Set base, or set ref of actions/checkout to a branch.', at },
    );
  if (base !== input('branch', 'create-pull-request/patch')) return base;
  throw new ReleaseError(`The pull request would go from the branch ${base} to itself.`, {
    fix: "Set 'branch' to another branch, or 'base'.",
    at,
  });
}

async function suffixOf({ input }: StandInCall, git: Git): Promise<string> {
  const kind = input('branch-suffix');
  if (kind === 'short-commit-hash') return `-${await git('rev-parse', '--short', 'HEAD')}`;
  if (kind === 'timestamp') return `-${Math.floor(Date.now() / 1000)}`;
  if (kind === 'random') return `-${randomUUID().slice(0, 7)}`;
  if (kind !== '') throw new ReleaseError(`Branch suffix '${kind}' is not a valid value. Unable to continue.`);
  return '';
}

async function commitChanges({ input }: StandInCall, git: Git): Promise<void> {
  const paths = textItems(input('add-paths'));
  await git('add', ...(paths.length === 0 ? ['--all'] : ['--', ...paths]));
  if ((await git('diff', '--cached', '--name-only')) === '') return;
  const message = input('commit-message', '[create-pull-request] automated change');
  await git('commit', '--quiet', '--message', message, ...(input('signoff') === 'true' ? ['--signoff'] : []));
}

/** Applies commits to the base, in a folder of its own: the one of the job may have changes that are not committed. */
async function movedTo(base: string, commits: readonly string[], { room }: StandInCall, git: Git): Promise<string> {
  const folder = await mkdtemp(join(room.folders.temp, 'pull-request-'));
  await git('fetch', '--quiet', '--update-shallow', 'origin', `+refs/heads/${base}:refs/remotes/origin/${base}`);
  await git('worktree', 'add', '--quiet', '--detach', folder, `refs/remotes/origin/${base}`);
  await git('-C', folder, 'cherry-pick', '--strategy=recursive', '--strategy-option=theirs', ...commits);
  const head = await git('-C', folder, 'rev-parse', 'HEAD');
  await git('worktree', 'remove', '--force', folder);
  return head;
}

const usualBody =
  'Automated changes by [create-pull-request](https://github.com/peter-evans/create-pull-request) GitHub action';

async function openPull(call: StandInCall, branch: string, base: string): Promise<void> {
  const { input, room, env, output } = call;
  const ask = askerFor(call, input('token'));
  const owner = (env['GITHUB_REPOSITORY'] ?? '').split('/')[0];
  const [old] = (await ask(`GET …/pulls?head=${owner}:${encodeURIComponent(branch)}&base=${base}`)) as readonly Pull[];
  const path = input('body-path');
  const body = path === '' ? input('body', usualBody) : await readFile(resolve(room.folders.workspace, path), 'utf8');
  const texts = { title: input('title', 'Changes by create-pull-request action'), body };
  const isDraft = ['true', 'always-true'].includes(input('draft'));
  const pull = (await (old === undefined
    ? ask('POST …/pulls', { ...texts, head: branch, base, draft: isDraft })
    : ask(`PATCH …/pulls/${old.number}`, texts))) as Pull;
  const labels = textItems(input('labels'));
  if (labels.length > 0) await ask(`POST …/issues/${pull.number}/labels`, { labels });
  output('pull-request-number', String(pull.number));
  output('pull-request-url', pull.html_url);
  output('pull-request-operation', old === undefined ? 'created' : 'updated');
}

const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };

/** Who commits in actions that name nobody. */
export const committer = {
  GIT_AUTHOR_NAME: bot.name,
  GIT_AUTHOR_EMAIL: bot.email,
  GIT_COMMITTER_NAME: bot.name,
  GIT_COMMITTER_EMAIL: bot.email,
};
