import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';
import { committer } from './create-pull-request.ts';

/** stefanzweifel/git-auto-commit-action: commits what changed, and pushes it with what the checkout left. */
export async function autoCommit({ at, input, env, room, run, output }: StandInCall): Promise<void> {
  const cwd = resolve(room.folders.workspace, input('repository', '.'));
  const git = (...args: readonly string[]) =>
    run('git', args, { cwd, env: { GIT_TERMINAL_PROMPT: '0', ...committer }, isQuiet: true });
  const files = input('file_pattern', '.').split(/\s+/);
  const isChanged = (await git('status', '--short', '--', ...files)) !== '';
  output('changes_detected', String(isChanged));
  if (!isChanged) return;
  await git('add', '--', ...files);
  await git('commit', '--quiet', '--message', input('commit_message', 'Apply automatic changes'));
  output('commit_hash', (await git('rev-parse', 'HEAD')).trim());
  const tag = input('tag_name') || input('tagging_message');
  if (tag !== '') await git('tag', '--annotate', tag, '--message', input('tagging_message', tag));
  if (input('skip_push') === 'true') return;
  const branch = input('branch') || env['GITHUB_HEAD_REF'];
  if (!branch && (await git('rev-parse', '--abbrev-ref', 'HEAD')).trim() === 'HEAD')
    throw new ReleaseError('git pushes nothing: the checkout is at no branch.', {
      fix: 'Set ref of actions/checkout to a branch, or set branch.',
      at,
    });
  const refs = branch ? ['--set-upstream', 'origin', `HEAD:${branch}`] : ['origin'];
  await git('push', '--quiet', '--follow-tags', ...refs);
}
