import type { PullIssue } from '../core/records.ts';
import type { Repository, World } from '../core/world.ts';
import { closeIssue } from '../issues/closing.ts';

/** Updates every open pull request after pushes: its commits, its merge by a push, its end with its branch. */
export async function followBranches(world: World): Promise<void> {
  for (const [name] of world.records.repositories) {
    const repository = world.repository(name);
    const open = repository === undefined ? [] : world.pulls(repository).filter(({ state }) => state === 'open');
    if (repository !== undefined && open.length > 0) await followBranchesOf(world, repository, open);
  }
}

async function followBranchesOf(world: World, repository: Repository, pulls: readonly PullIssue[]): Promise<void> {
  const bases = await repository.bare.refs();
  for (const issue of pulls) {
    const { head, base } = issue.pull;
    const source = world.repository(head.repository);
    const tip = source && (await source.bare.refs()).get(`refs/heads/${head.branch}`)?.sha;
    if (tip !== undefined && tip !== head.sha) await moveHead(world, repository, { issue, tip });
    const baseTip = bases.get(`refs/heads/${base.branch}`)?.sha;
    if (baseTip !== undefined && baseTip !== base.sha) await mergedByPush(world, repository, { issue, baseTip });
    if (issue.state === 'open' && (tip === undefined || baseTip === undefined))
      closeIssue(world, issue, head.repository);
  }
}

/** Records the new commit of a pull request, and makes `refs/pull/<number>/head` of it. */
export async function moveHead(
  world: World,
  repository: Repository,
  { issue, tip }: { readonly issue: PullIssue; readonly tip: string },
): Promise<void> {
  const source = world.bare(issue.pull.head.repository).folder;
  const ref = `refs/pull/${issue.number}/head`;
  if (source !== repository.bare.folder) await repository.bare.print(['fetch', '--quiet', '--no-tags', source, tip]);
  await repository.bare.set(ref, tip);
  issue.pull.head.sha = tip;
  issue.updatedAt = world.now();
}

async function mergedByPush(
  world: World,
  { bare }: Repository,
  { issue, baseTip }: { readonly issue: PullIssue; readonly baseTip: string },
): Promise<void> {
  const { head, base } = issue.pull;
  const isNew = !(await bare.isAncestor(head.sha, base.sha));
  base.sha = baseTip;
  if (!isNew || !(await bare.isAncestor(head.sha, baseTip))) return;
  issue.pull.merged = { at: world.now(), by: issue.author, commit: baseTip };
  closeIssue(world, issue, issue.author);
}
