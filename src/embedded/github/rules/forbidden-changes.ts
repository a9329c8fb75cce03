import { branchViolation, isProtectedBranch, isProtectedTag, workflowViolation } from '../../git/rules.ts';
import { mayChangeWorkflows } from '../core/access.ts';
import { Refused } from '../core/answer.ts';
import { lines } from '../core/bare-repository.ts';
import type { Caller } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { isLocked } from '../releases/immutable-releases.ts';
import type { RefChange } from './ref-change.ts';
import { refuseViolations, refViolations, violationText } from './violations.ts';

/** Refuses a change of a ref through the API that a rule forbids. The git server does the same for pushes. */
export async function refuseForbidden(caller: Caller, repository: Repository, update: RefChange): Promise<void> {
  refuseProtected(caller.world, update);
  if (isLocked(repository.record, update)) throw protectedRefRefusal(update);
  refuseViolations(await ruleViolations(caller, repository, update), 422);
}

/** The rules of rulesets that a change of a ref through the API violates. */
export function ruleViolations(caller: Caller, repository: Repository, update: RefChange): Promise<string[]> {
  const { from = '', to = '' } = update;
  return refViolations(caller, repository, { ...update, isForward: () => repository.bare.isAncestor(from, to) });
}

function refuseProtected({ instance }: World, { ref, from, to }: RefChange): void {
  if (isProtectedBranch(ref, instance.protectedBranches)) {
    throw new Refused(422, branchViolation({ to: to ?? '0' }), {
      documentation_url: 'https://docs.github.com/articles/about-protected-branches',
    });
  }
  if (isProtectedTag(ref, instance.protectedTags)) throw protectedRefRefusal({ ref, from, to });
}

function protectedRefRefusal({ from, to }: RefChange): Refused {
  const verb = from === undefined ? 'create' : to === undefined ? 'delete' : 'update';
  return new Refused(422, violationText([`Cannot ${verb} this protected ref.`]));
}

/** Refuses a commit with a workflow file that no branch has, if the token may not change workflows. */
export async function refuseWorkflows({ world, access }: Caller, repository: Repository, sha: string): Promise<void> {
  if (access === undefined || mayChangeWorkflows(access)) return;
  const heads = [...(await world.refs(repository))].filter(([ref]) => ref.startsWith('refs/heads/'));
  const known = await Promise.all(heads.map(([, head]) => workflows(repository, head.sha)));
  const unknown = (await workflows(repository, sha)).find((file) => !known.flat().includes(file));
  const path = unknown?.slice(unknown.indexOf('\t') + 1);
  if (path !== undefined) throw new Refused(403, workflowViolation(path, access.kind === 'classic'));
}

/** The workflow files of the commit to which an object leads, each as `<blob>\t<path>`. */
async function workflows({ bare }: Repository, sha: string): Promise<string[]> {
  const { stdout } = await bare.run(['ls-tree', '-r', '--full-tree', sha, '--', '.github/workflows/']);
  return lines(stdout.toString('utf8')).map((entry) => entry.slice(entry.lastIndexOf(' ') + 1));
}
