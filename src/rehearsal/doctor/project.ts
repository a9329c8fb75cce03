import { attempt, ReleaseError } from '../../domain/error.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout } from '../checkout.ts';
import type { SourceFile } from '../workflow/source.ts';
import { namesReleaseActions, readWorkflow, type Workflow } from '../workflow/workflow.ts';
import type { Contracts } from '../../world/terminal.ts';
import { withCalled } from './called.ts';
import type { Project, UnreadWorkflow } from './facts.ts';
import { releaseSteps } from './release-steps.ts';

type Asked = {
  readonly contracts: Contracts;
  readonly server: string;
  /** The folder of this release of release-actions, with its reusable workflows. */
  readonly releaseTree: string;
};

/** What a commit of the checkout shows. */
export async function readProject(
  checkout: Checkout,
  commit: string,
  { contracts, server, releaseTree }: Asked,
): Promise<Project> {
  const [repository, defaultBranch, files, tree, tags] = await Promise.all([
    checkout.name(),
    checkout.defaultBranch(),
    checkout.workflows(commit),
    checkout.tree(commit),
    checkout.tags(),
  ]);
  const { read, unread } = readWorkflows(files);
  const paths = tree.map(({ path }) => path);
  const [actions, owners] = [paths.filter(isAction), paths.filter(isOwners)];
  const texts = await checkout.texts(tree.filter(({ path }) => isAction(path) || isOwners(path)));
  const textOf = (path: string) => texts.get(path) ?? '';
  const workflows = withCalled(read, {
    released: await releasedIn(releaseTree),
    actions: new Map(
      actions.map((path) => [path.replace(/\/?action\.ya?ml$/, ''), { path, text: textOf(path) }] as const),
    ),
  });
  return {
    repository,
    server,
    defaultBranch,
    workflows,
    unread,
    steps: workflows.flatMap((workflow) => releaseSteps(workflow, Object.keys(contracts))),
    contracts,
    tags,
    goModules: paths
      .filter((path) => /(?:^|\/)go\.mod$/.test(path))
      .map((path) => path.replace(/\/?go\.mod$/, '') || '.'),
    owners: new Map(owners.map((path) => [path, textOf(path)] as const)),
  };
}

type ReadFiles = Pick<Project, 'unread'> & { readonly read: readonly Workflow[] };

/** Workflows, and why GitHub does not accept others. */
export function readWorkflows(files: readonly SourceFile[]): ReadFiles {
  const [read, unread]: [Workflow[], UnreadWorkflow[]] = [[], []];
  for (const file of files) {
    const workflow = attempt(() => readWorkflow(file));
    if (workflow instanceof ReleaseError)
      unread.push({ path: file.path, refusal: workflow, isOfRelease: namesReleaseActions(file.text) });
    else read.push(workflow);
  }
  return { read, unread };
}

const isAction = (path: string) => /(?:^|\/)action\.ya?ml$/.test(path);
const isOwners = (path: string) => /(?:^|\/)OWNERS(?:_ALIASES)?$/.test(path);

async function releasedIn(releaseTree: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(releaseTree, '.github/workflows');
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}
