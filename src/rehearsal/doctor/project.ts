import { attempt, divided, refuseAll } from '../../domain/error.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checkout } from '../checkout.ts';
import { readWorkflow } from '../workflow/workflow.ts';
import type { Contracts } from '../../world/terminal.ts';
import { type Texts, withCalled } from './called.ts';
import type { Project } from './facts.ts';
import { releaseSteps } from './release-steps.ts';

type Asked = {
  readonly contracts: Contracts;
  readonly server: string;
  /** The folder of this release of release-actions, with its reusable workflows. */
  readonly releaseTree: string;
};

/** What a commit of the checkout shows. Refuses workflows that GitHub does not accept. */
export async function readProject(
  checkout: Checkout,
  commit: string,
  { contracts, server, releaseTree }: Asked,
): Promise<Project> {
  const [repository, defaultBranch, files, paths, tags] = await Promise.all([
    checkout.name(),
    checkout.defaultBranch(),
    checkout.workflows(commit),
    checkout.paths(commit),
    checkout.tags(),
  ]);
  const { values: read, refusals } = divided(files.map((file) => attempt(() => readWorkflow(file))));
  refuseAll('GitHub does not accept these workflows.', refusals);
  const texts = { released: await releasedIn(releaseTree), actions: await actionsAt(checkout, commit, paths) };
  const workflows = withCalled(read, texts);
  const owners = paths.filter((path) => /(?:^|\/)OWNERS(?:_ALIASES)?$/.test(path));
  const owned = await Promise.all(owners.map(async (path) => [path, await checkout.text(commit, path)] as const));
  return {
    repository,
    server,
    defaultBranch,
    workflows,
    steps: workflows.flatMap((workflow) => releaseSteps(workflow, Object.keys(contracts))),
    contracts,
    tags,
    goModules: paths
      .filter((path) => /(?:^|\/)go\.mod$/.test(path))
      .map((path) => path.replace(/\/?go\.mod$/, '') || '.'),
    owners: new Map(owned),
  };
}

async function releasedIn(releaseTree: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(releaseTree, '.github/workflows');
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

async function actionsAt(checkout: Checkout, commit: string, paths: readonly string[]): Promise<Texts['actions']> {
  const all = paths.filter((path) => /^(?:.*\/)?action\.ya?ml$/.test(path));
  const read = all.map(async (path) => {
    const folder = path.replace(/\/?action\.ya?ml$/, '');
    return [folder, { path, text: await checkout.text(commit, path) }] as const;
  });
  return new Map(await Promise.all(read));
}
