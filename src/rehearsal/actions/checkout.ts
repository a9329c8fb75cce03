import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';
import { authorized } from './authorized.ts';
import { jobToken } from './github.ts';

/** actions/checkout: the same inputs, and the same refs and settings as its sixth version leaves. */
export async function checkout(call: StandInCall, world: StandInWorld): Promise<void> {
  const { input, env } = call;
  const own = env['GITHUB_REPOSITORY'] ?? '';
  const asked = input('repository') || own;
  const isOwn = asked.toLowerCase() === own.toLowerCase();
  const repository = isOwn ? own : asked;
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const address = `${server}/${repository}`;
  if (!isOwn && !(await isReadable(address, call))) {
    call.speech.notPerformed = `${repository} cannot be read from here: it may be private, or GitHub cannot be reached`;
    return;
  }
  const folder = await folderFor(call);
  const git = (...args: readonly string[]) => call.run('git', args, { cwd: folder, env: quiet, isQuiet: true });
  const isRepeated = existsSync(join(folder, '.git')) && (await remoteOf(git)) === address;
  if (!isRepeated) await empty(folder);
  await git('init', '--quiet');
  if (isRepeated && input('clean', 'true') === 'true') await git('clean', '-ffdxq');
  await git('remote', ...(isRepeated ? ['set-url'] : ['add']), 'origin', address);
  await git('config', 'gc.auto', '0');
  const forget = await persistCredentials(call, { folder, server, git });
  const wanted = wantedRef(call, repository);
  if (depthOf(call) <= 0) await borrow(world.objectsOf(repository), folder);
  await refuseAbsent(git, wanted, call);
  await fetch(git, wanted, call);
  await git('checkout', '--quiet', '--force', ...(await startingPoint(git, wanted)));
  if (input('persist-credentials', 'true') !== 'true') await forget();
  call.output('ref', wanted.ref);
  call.output('commit', await git('rev-parse', 'HEAD'));
}

/** Where it is checked out. It is emptied, so it has to be in the workspace, whatever a link says. */
async function folderFor({ room, input, at }: StandInCall): Promise<string> {
  const { workspace } = room.folders;
  const folder = resolve(workspace, input('path', '.'));
  const isInside = (path: string, root: string) => path === root || path.startsWith(`${root}/`);
  if (isInside(folder, workspace)) {
    await mkdir(folder, { recursive: true });
    if (isInside(await realpath(folder), await realpath(workspace))) return folder;
  }
  throw new ReleaseError(`The path ${quoted(input('path'))} of the checkout is not in the workspace.`, {
    fix: 'Give a path in the workspace.',
    at,
  });
}

const remoteOf = (git: Git): Promise<string> => git('config', '--default', '', '--get', 'remote.origin.url');

// https://github.com/actions/checkout/blob/v6.1.0/src/git-directory-helper.ts
/** What earlier steps put there is lost, as on a runner. */
async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

const tokenOf = ({ input, room }: StandInCall): string => input('token') || jobToken(room);

/** The token opens only repositories of the rehearsal: what is on the real GitHub is read without a password. */
const isReadable = (address: string, call: StandInCall): Promise<boolean> =>
  call
    .run('git', ['ls-remote', '--quiet', address, 'HEAD'], {
      env: { ...quiet, ...authorized(address, tokenOf(call)) },
      isQuiet: true,
    })
    .then(
      () => true,
      () => false,
    );

type Git = (...args: readonly string[]) => Promise<string>;
type Wanted = { readonly ref: string; readonly commit: string };

const quiet = { GIT_TERMINAL_PROMPT: '0' };
const isCommit = (ref: string) => /^[0-9a-f]{40}$/.test(ref);

/** Without the input: the ref and the commit of the event, because the branch may have moved on. */
function wantedRef({ input, env }: StandInCall, repository: string): Wanted {
  const given = input('ref');
  if (isCommit(given)) return { ref: '', commit: given };
  if (given !== '' || repository !== env['GITHUB_REPOSITORY']) return { ref: given || 'HEAD', commit: '' };
  return { ref: env['GITHUB_REF'] ?? '', commit: env['GITHUB_SHA'] ?? '' };
}

const depthOf = ({ input }: StandInCall) => Number(input('fetch-depth', '1'));

/** git would say nothing but its exit code. */
async function refuseAbsent(git: Git, { ref }: Wanted, { at, input }: StandInCall): Promise<void> {
  if (input('ref') === '' || ref === '' || ref.startsWith('refs/')) return;
  if ((await git('ls-remote', '--heads', '--tags', 'origin', ref)) === '')
    throw new ReleaseError(`A branch or tag with the name '${ref}' could not be found.`, {
      fix: 'Push it, or correct the input ref.',
      at,
    });
}

/**
 * A whole history is not copied, because its objects are on this machine. A part of it is: what a script misses in it on GitHub,
 * it has to miss here.
 */
async function borrow(objects: string | undefined, folder: string): Promise<void> {
  if (objects !== undefined) await writeFile(join(folder, '.git/objects/info/alternates'), `${objects}\n`);
}

async function fetch(git: Git, wanted: Wanted, call: StandInCall): Promise<void> {
  const { input } = call;
  const depth = depthOf(call);
  const tags = '+refs/tags/*:refs/tags/*';
  // The rehearsed checkout may be shallow itself.
  const from = ['fetch', '--quiet', '--no-tags', '--prune', '--update-shallow', 'origin'];
  const allTags = input('fetch-tags', 'false') === 'true' ? [tags] : [];
  if (depth > 0) return void (await git(...from, `--depth=${depth}`, ...allTags, ...refspecs(wanted)));
  await git(...from, '+refs/heads/*:refs/remotes/origin/*', tags);
  if (wanted.commit !== '') await git(...from, ...refspecs(wanted)); // the branch may have moved on
}

// https://github.com/actions/checkout/blob/v6.1.0/src/ref-helper.ts
function refspecs({ ref, commit }: Wanted): string[] {
  if (ref === '') return [commit];
  if (ref === 'HEAD') return ['+HEAD:refs/remotes/origin/HEAD'];
  if (ref.startsWith('refs/heads/')) return [`+${commit || ref}:${ref.replace('refs/heads/', 'refs/remotes/origin/')}`];
  if (ref.startsWith('refs/')) return [`+${ref}:${ref}`];
  return [`+refs/heads/${ref}*:refs/remotes/origin/${ref}*`, `+refs/tags/${ref}*:refs/tags/${ref}*`];
}

async function startingPoint(git: Git, { ref, commit }: Wanted): Promise<string[]> {
  if (ref === '') return [commit];
  if (ref === 'HEAD') return ['--detach', 'refs/remotes/origin/HEAD'];
  if (ref.startsWith('refs/') && !ref.startsWith('refs/heads/')) return [ref];
  const branch = ref.replace('refs/heads/', '');
  const isBranch = (await git('for-each-ref', `refs/remotes/origin/${branch}`)) !== '';
  return isBranch ? ['-B', branch, `refs/remotes/origin/${branch}`] : [`refs/tags/${ref}`];
}

/** Since version 6 it keeps the token outside .git, in a file that .git/config includes. */
async function persistCredentials(
  call: StandInCall,
  { folder, server, git }: { readonly folder: string; readonly server: string; readonly git: Git },
): Promise<() => Promise<void>> {
  const { room } = call;
  const key = `includeIf.gitdir:${folder}/.git.path`;
  const file = join(room.folders.temp, `git-credentials-${randomUUID()}.config`);
  const credentials = Buffer.from(`x-access-token:${tokenOf(call)}`).toString('base64');
  room.masks.add(credentials);
  const header = `[http "${new URL(server).origin}/"]\n\textraheader = AUTHORIZATION: basic ${credentials}\n`;
  await writeFile(file, header);
  await git('config', key, file);
  return async () => {
    await git('config', '--unset-all', key);
    await rm(file);
  };
}
