import { refuseIfAny } from '../../src/domain/error.ts';
import { listed } from '../../src/domain/text.ts';
import { refuseUnrelatedFork, sameAccountRefusals } from '../../src/plans/proposals/fork.ts';
import type { Condition } from '../../src/world/change.ts';
import type { ReachedRepository } from '../../src/world/github/github.ts';
import { together } from '../../src/world/parallel.ts';
import type { World } from '../../src/world/world.ts';
import type { ListProposal } from './wanted-proposal.ts';

/** The fork that gets the branch, and what the token lacks. */
export type SeenFork = {
  readonly repository: ReachedRepository;
  readonly waitsFor: readonly Condition[];
  /** What to do if GitHub does not let the token open a pull request. */
  readonly permissionFix: string;
};

/** Looks at the fork, and at what the token may do there. */
export async function lookAtFork(
  { fork, repository, base }: Pick<ListProposal, 'fork' | 'repository' | 'base'>,
  { github, event }: World,
): Promise<SeenFork> {
  refuseIfAny('The pull request cannot be opened.', sameAccountRefusals(fork, repository, ''));
  const { repositories, files } = await github();
  const seen = await repositories.reach(fork);
  refuseUnrelatedFork(fork, repository, seen.parent);
  const { scopes, name } = seen;
  const scope = seen.isPrivate ? 'repo' : 'public_repo';
  const page = `${event.server}/settings/tokens/new?scopes=${scope},workflow`;
  const token = `a classic token with the scopes ${scope} and workflow at ${page}, and pass it as the input token.`;
  const permissionFix = `Make ${token} Neither a fine-grained token nor the token of a job can contribute to a repository of another owner.`;
  const found = { repository: seen, permissionFix };
  if (scopes !== undefined && !scopes.includes('repo') && !scopes.includes(scope))
    return { ...found, waitsFor: [lackingScope(scope, scopes, `Make ${token}`)] };
  const lacksWorkflows = scopes !== undefined && !scopes.includes('workflow');
  const [here, there] = lacksWorkflows
    ? await together([
        files.objectAt(name, seen.defaultBranch, workflows),
        files.objectAt(repository, base.sha, workflows),
      ])
    : [];
  return {
    ...found,
    waitsFor: [
      ...(seen.mayPush === false ? [lackingPush(name, scopes === undefined ? permissionFix : ownFork)] : []),
      ...(there === undefined || here === there
        ? []
        : [lackingWorkflow(name, repository, `Press "Sync fork" at ${event.urlOf(name)}. Or make ${token}`)]),
    ],
  };
}

const workflows = '.github/workflows';

const lackingScope = (scope: string, scopes: readonly string[], fix: string): Condition => ({
  title: `the scope ${scope} of the token`,
  fix: `Now it has ${scopes.length === 0 ? 'no scope' : listed(scopes)}. ${fix}`,
});

const lackingPush = (fork: string, fix: string): Condition => ({ title: `permission to push to ${fork}`, fix });

const ownFork =
  'Set the input fork to a fork that belongs to the account of the token, or pass the token of an account that may push there.';

const lackingWorkflow = (fork: string, repository: string, fix: string): Condition => ({
  title: 'the scope workflow of the token',
  fix: `${fork} has other workflow files than ${repository}, and the branch brings them along. ${fix}`,
});
