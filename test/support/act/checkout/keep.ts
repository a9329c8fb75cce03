// After the job of a rehearsal: keeps its tags for later workflows, and the commit that it would propose as a branch.
import { execFileSync } from 'node:child_process';

const { CHECKOUT_KEPT_IN: kept, GITHUB_WORKSPACE: cwd = '' } = process.env;
if (kept !== undefined) {
  git('push', '--quiet', kept, '+refs/tags/*:refs/tags/*');
  if (git('diff', '--name-only', 'HEAD') !== '') {
    git('-c', 'user.name=Rehearsal', '-c', 'user.email=rehearsal', 'commit', '--quiet', '--all', '--message=Rehearsed');
    git('push', '--quiet', kept, '+HEAD:refs/heads/proposed');
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
