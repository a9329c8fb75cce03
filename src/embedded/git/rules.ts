import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import type { GitProcesses } from './processes.ts';
import { isAbsent, type Push, type RefUpdate, type Refusal } from './push.ts';

/** The updates that GitHub refuses because a ruleset, or an immutable release, protects their tags. */
export function protectedTagRefusals(
  updates: readonly RefUpdate[],
  isProtected: (update: RefUpdate) => boolean,
  page: string,
): Refusal[] {
  return updates.filter(isProtected).map((update) => rulesetRefusal(update, [tagViolation(update)], page));
}

/** The refusal of an update that violates rulesets. */
export function rulesetRefusal({ ref }: RefUpdate, violations: readonly string[], page: string): Refusal {
  return {
    ref,
    reason: 'push declined due to repository rule violations',
    remark: [
      `error: GH013: Repository rule violations found for ${ref}.`,
      `Review all repository rules at ${page}/rules?ref=${encodeURIComponent(ref)}`,
      ...violations.map((violated) => `\n- ${violated}`),
      '\n',
    ].join('\n'),
  };
}

/** The updates that GitHub refuses because their branches may only be changed through a pull request. */
export function protectedBranchRefusals(updates: readonly RefUpdate[], patterns: readonly string[]): Refusal[] {
  return updates
    .filter(({ ref }) => isProtectedBranch(ref, patterns))
    .map((update) => ({
      ref: update.ref,
      reason: 'protected branch hook declined',
      remark: `error: GH006: Protected branch update failed for ${update.ref}.\n\n- ${branchViolation(update)}\n`,
    }));
}

export function isProtectedTag(ref: string, patterns: readonly string[]): boolean {
  return fits(ref, 'refs/tags/', patterns);
}

export function isProtectedBranch(ref: string, patterns: readonly string[]): boolean {
  return fits(ref, 'refs/heads/', patterns);
}

function fits(ref: string, prefix: string, patterns: readonly string[]): boolean {
  return ref.startsWith(prefix) && patterns.some((pattern) => posix.matchesGlob(ref.slice(prefix.length), pattern));
}

/** Why a protected branch is not updated. git and the API use the same words. */
export function branchViolation({ to }: Pick<RefUpdate, 'to'>): string {
  return isAbsent(to) ? 'Cannot delete a protected branch' : 'Changes must be made through a pull request.';
}

function tagViolation({ from, to }: RefUpdate): string {
  if (isAbsent(from)) return 'Cannot create ref due to creations being restricted.';
  return isAbsent(to) ? 'Cannot delete this protected ref.' : 'Cannot update this protected ref.';
}

/** Whether the old commit of a pushed ref is an ancestor of the new one. */
export async function isForward(
  push: Push,
  { from, to }: RefUpdate,
  { folder, git }: ServedRepository,
): Promise<boolean> {
  await using quarantine = await quarantined(push, folder, git);
  return await quarantine.isAncestor(from, to); // without await, the quarantine would be removed too early
}

type ServedRepository = { readonly folder: string; readonly git: GitProcesses };

/** Refuses the refs of a push that bring a workflow file whose content is not at the tip of any branch. */
export async function workflowRefusals(
  push: Push,
  { folder, git, isPersonal }: ServedRepository & { readonly isPersonal: boolean },
): Promise<Refusal[]> {
  await using quarantine = await quarantined(push, folder, git);
  const known = new Set((await Promise.all((await quarantine.heads()).map(quarantine.workflows))).flat());
  const pushed = push.updates.filter(({ to }) => !isAbsent(to));
  const refusals = await Promise.all(
    pushed.map(async ({ ref, to }) => {
      const unknown = (await quarantine.workflows(to)).find((file) => !known.has(file));
      const path = unknown?.slice(unknown.indexOf('\t') + 1);
      return path === undefined ? [] : [{ ref, reason: workflowViolation(path, isPersonal) }];
    }),
  );
  return refusals.flat();
}

/** Why a token may not push a workflow file. git and the API use the same words. */
export function workflowViolation(path: string, isPersonal: boolean): string {
  const [whom, what] = isPersonal
    ? ['Personal Access Token', '`workflow` scope']
    : ['GitHub App', '`workflows` permission'];
  return `refusing to allow a ${whom} to create or update workflow \`${path}\` without ${what}`;
}

type Quarantine = AsyncDisposable & {
  /** The commits of all branches, before the push. */
  readonly heads: () => Promise<string[]>;
  /** The workflow files of the commit to which an object leads, each as `<blob>\t<path>`. */
  readonly workflows: (sha: string) => Promise<string[]>;
  readonly isAncestor: (ancestor: string, descendant: string) => Promise<boolean>;
};

/** Lets git read the objects of a push together with those of the repository, without adding them to it. */
async function quarantined({ pack }: Push, repository: string, git: GitProcesses): Promise<Quarantine> {
  const folder = await mkdtemp(join(tmpdir(), 'git-quarantine-'));
  const env = {
    GIT_DIR: repository,
    GIT_OBJECT_DIRECTORY: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(repository, 'objects'),
  };
  const printed = async (...args: string[]) => (await git.run(args, { env })).stdout.toString('utf8');
  if (pack.length > 0) await git.run(['index-pack', '--stdin', '--fix-thin'], { env, input: pack });
  return {
    heads: async () =>
      (await printed('for-each-ref', '--format=%(objectname)', 'refs/heads')).split('\n').filter(Boolean),
    workflows: async (sha) => {
      const entries = await printed('ls-tree', '-r', '-z', '--full-tree', sha, '--', '.github/workflows/');
      return entries
        .split('\0')
        .filter(Boolean)
        .map((entry) => entry.slice(entry.lastIndexOf(' ') + 1));
    },
    isAncestor: async (ancestor, descendant) =>
      (await git.run(['merge-base', '--is-ancestor', ancestor, descendant], { env })).exitCode === 0,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
