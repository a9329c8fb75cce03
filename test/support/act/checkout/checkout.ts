// Stands in for actions/checkout where act is asked. It has the same inputs, and leaves the same refs and settings as version 6.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const isCommit = (ref: string) => /^[0-9a-f]{40}$/.test(ref);

const { GITHUB_REPOSITORY: own = '', GITHUB_SERVER_URL: server = '', GITHUB_OUTPUT: outputs = '' } = process.env;
const folder = resolve(process.env['GITHUB_WORKSPACE'] ?? '', input('path'));
const { ref, commit } = wanted();

mkdirSync(folder, { recursive: true });
const isRepeated = existsSync(join(folder, '.git'));
git('init', '--quiet');
if (isRepeated) git('clean', '-ffdxq');
git('remote', ...(isRepeated ? ['set-url'] : ['add']), 'origin', `${server}/${input('repository')}`);
git('config', 'gc.auto', '0');
const forget = persistCredentials();
fetch();
git('checkout', '--quiet', '--force', ...startingPoint());
if (input('persist-credentials') !== 'true') forget();
appendFileSync(outputs, `ref=${ref}\ncommit=${git('rev-parse', 'HEAD')}\n`);

/** Without the input: the ref and the commit of the event, because the branch may have moved on. */
function wanted(): { readonly ref: string; readonly commit: string } {
  const given = input('ref');
  if (isCommit(given)) return { ref: '', commit: given };
  if (given !== '' || input('repository') !== own) return { ref: given || 'refs/heads/main', commit: '' };
  return { ref: process.env['GITHUB_REF'] ?? '', commit: process.env['GITHUB_SHA'] ?? '' };
}

function fetch(): void {
  const depth = Number(input('fetch-depth'));
  const tags = '+refs/tags/*:refs/tags/*';
  const from = ['fetch', '--quiet', '--no-tags', '--prune', 'origin'];
  if (depth > 0) git(...from, `--depth=${depth}`, ...(input('fetch-tags') === 'true' ? [tags] : []), ...refspecs());
  else git(...from, '+refs/heads/*:refs/remotes/origin/*', tags);
  if (depth === 0 && commit !== '') git(...from, ...refspecs()); // the branch may have moved on
}

// https://github.com/actions/checkout/blob/v6.1.0/src/ref-helper.ts
function refspecs(): string[] {
  if (ref === '') return [commit];
  if (ref.startsWith('refs/heads/')) return [`+${commit || ref}:${ref.replace('refs/heads/', 'refs/remotes/origin/')}`];
  if (ref.startsWith('refs/')) return [`+${ref}:${ref}`];
  return [`+refs/heads/${ref}*:refs/remotes/origin/${ref}*`, `+refs/tags/${ref}*:refs/tags/${ref}*`];
}

function startingPoint(): string[] {
  if (ref === '') return [commit];
  if (ref.startsWith('refs/') && !ref.startsWith('refs/heads/')) return [ref];
  const branch = ref.replace('refs/heads/', '');
  const isBranch = git('for-each-ref', `refs/remotes/origin/${branch}`) !== '';
  return isBranch ? ['-B', branch, `refs/remotes/origin/${branch}`] : [`refs/tags/${ref}`];
}

/** Since version 6 it keeps the token outside .git, in a file that .git/config includes. */
function persistCredentials(): () => void {
  const key = `includeIf.gitdir:${folder}/.git.path`;
  const file = join(process.env['RUNNER_TEMP'] ?? '', `git-credentials-${randomUUID()}.config`);
  const credentials = Buffer.from(`x-access-token:${input('token')}`).toString('base64');
  const header = `[http "${new URL(server).origin}/"]\n\textraheader = AUTHORIZATION: basic ${credentials}\n`;
  writeFileSync(file, header);
  git('config', key, file);
  return () => {
    git('config', '--unset-all', key);
    rmSync(file);
  };
}

function input(name: string): string {
  return process.env[`INPUT_${name.toUpperCase()}`] ?? '';
}

function git(...args: readonly string[]): string {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0' };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}
