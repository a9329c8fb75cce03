import { messageFor } from '../../src/domain/commits/commit-message.ts';
import { ReleaseError } from '../../src/domain/error.ts';
import { githubBot } from '../../src/domain/repositories/identity.ts';
import type { Change, Made } from '../../src/world/change.ts';
import type { FileEdit } from '../../src/world/git/edits.ts';
import { branchOf } from '../../src/world/git/git.ts';
import { boundedly } from '../../src/world/parallel.ts';
import type { Wanted } from './contract.ts';
import type { Site } from './site.ts';

/** A commit that no ref leads to yet. */
export type Draft = {
  readonly sha: string;
  readonly parent: string;
  readonly tree: string;
  readonly message: string;
  readonly author: string;
  readonly committer: string;
  readonly files: readonly FileEdit[];
  readonly diff: string;
};

/** Makes the commit in the object store of the checkout. */
export async function draft(
  wanted: Wanted,
  site: Site,
  { parent, tree }: { readonly parent: string; readonly tree: string },
): Promise<Draft> {
  const { git } = site.world;
  const files = await git.checkout.differences(parent, tree);
  const [diff, committer] = [await git.checkout.diff(parent, tree), await account(site)];
  const author = wanted.author ?? committer;
  const said =
    wanted.message?.replace(/^\s*\n/, '') ?? messageFor(files.map(changed), await git.checkout.diff(parent, tree, 0));
  const message = await git.checkout.message(said, wanted.signOff ? [`Signed-off-by: ${author}`] : []);
  const epoch = Math.floor(Date.now() / 1000);
  const sha = await git.storeCommit({ tree, parent, message, author, committer, epoch });
  return { sha, parent, tree, message, author, committer, files, diff };
}

const changed = ({ path, before, after }: FileEdit) => ({
  path,
  kind: before === undefined ? ('Add' as const) : after === undefined ? ('Delete' as const) : ('Update' as const),
});

export type Target = {
  readonly remote: string;
  readonly repository: string | undefined;
  readonly branch: string;
  readonly seen: string | undefined;
  readonly title: string;
};

/** Puts a draft on a branch; says the name of the commit, which is another one when GitHub has made it. */
export async function commitTo(
  target: Target,
  { sha, parent, tree, message, files, diff }: Draft,
  { wanted, site }: { readonly wanted: Wanted; readonly site: Site },
): Promise<Change<string>> {
  const { remote, branch, seen, title } = target;
  const { git, github } = site.world;
  if (wanted.commitThrough === 'git') {
    const push = git.checkout.push(remote, branch, sha, seen);
    const apply = async (made: Made) => {
      await push.apply(made);
      return sha;
    };
    return { ...push, title, detail: `${message}\n${diff}`, apply };
  }
  refuseForApi(wanted, site);
  const contents = await boundedly(files, async ({ path, before, after }) => ({
    path,
    mode: (after ?? before)?.mode ?? '100644',
    content: after === undefined ? undefined : await git.checkout.bytes(after.blob),
  }));
  const repository = repositoryOf(target);
  const change = github.commit({
    repository,
    branch,
    seen,
    parent,
    tree,
    files: contents,
    message,
    replaces: seen !== site.tip,
  });
  return { ...change, keys: [...change.keys, branchOf(remote, branch)], title, detail: `${message}\n${diff}` };
}

/** The account of the token, if git speaks with it; else who git thinks commits. */
async function account({ world: { git, event, github }, where }: Site): Promise<string> {
  if (!(await git.takesToken(where.remote))) return (await git.identity()) ?? githubBot;
  if (event.isJobToken === true) return githubBot;
  const { login, id } = await github.viewer();
  return `${login} <${id}+${login}@users.noreply.${new URL(event.server).hostname}>`;
}

export function repositoryOf({ remote, repository }: Pick<Target, 'remote' | 'repository'>): string {
  if (repository !== undefined) return repository;
  throw new ReleaseError(`The remote ${remote} is not on the GitHub of this run.`, {
    fix: 'Give the input repository as owner/name, or use via: push with commit-through: git.',
  });
}

function refuseForApi({ author }: Wanted, { landing }: Site): void {
  if (author !== undefined)
    throw new ReleaseError('The input author goes not with commit-through: api.', {
      fix: 'Leave it out: GitHub signs what has no author of its own.',
    });
  if (landing.kind !== 'new' || landing.unpushed.length === 0) return;
  throw new ReleaseError(`The checkout has ${landing.unpushed.length} commits that were not pushed.`, {
    fix: 'Use commit-through: git, which pushes them too.',
  });
}
