import { attempt, divided, refuseAll } from '../../domain/error.ts';
import type { Checkout } from '../checkout.ts';
import { readWorkflow } from '../workflow/workflow.ts';
import type { Contracts } from '../../world/terminal.ts';
import type { Project } from './facts.ts';
import { releaseSteps } from './release-steps.ts';

type Asked = { readonly contracts: Contracts; readonly server: string };

/** What a commit of the checkout shows. Refuses workflows that GitHub does not accept. */
export async function readProject(checkout: Checkout, commit: string, { contracts, server }: Asked): Promise<Project> {
  const [repository, defaultBranch, files, paths, tags] = await Promise.all([
    checkout.name(),
    checkout.defaultBranch(),
    checkout.workflows(commit),
    checkout.paths(commit),
    checkout.tags(),
  ]);
  const { values: workflows, refusals } = divided(files.map((file) => attempt(() => readWorkflow(file))));
  refuseAll('GitHub does not accept these workflows.', refusals);
  const owners = paths.filter((path) => /(?:^|\/)OWNERS(?:_ALIASES)?$/.test(path));
  const texts = await Promise.all(owners.map(async (path) => [path, await checkout.text(commit, path)] as const));
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
    owners: new Map(texts),
  };
}
