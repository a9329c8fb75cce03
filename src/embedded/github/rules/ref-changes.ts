import { branchViolation, isProtectedBranch, isProtectedTag, workflowViolation } from '../../git/rules.ts';
import { mayChangeWorkflows } from '../core/access.ts';
import { Refused } from '../core/answer.ts';
import { lines } from '../core/bare-repository.ts';
import type { Call } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { isLocked } from '../releases/immutable-releases.ts';
import { refuseViolations, refViolations, violationText } from './violations.ts';

type Visit = Pick<Call, 'world' | 'access'>;
type Update = { readonly ref: string; readonly from: string | undefined; readonly to: string | undefined };

/** Refuses a change of a ref that some rule forbids, as the git server does for pushes. */
export async function refuseForbidden(visit: Visit, repository: Repository, update: Update): Promise<void> {
  refuseProtected(visit.world, update);
  if (isLocked(repository.record, update)) throw violation(update);
  refuseViolations(await ruleViolations(visit, repository, update), 422);
}

/** What rulesets say against a change of a ref through the API. */
export function ruleViolations(visit: Visit, repository: Repository, update: Update): Promise<string[]> {
  const { from = '', to = '' } = update;
  return refViolations(visit, repository, { ...update, isForward: () => repository.bare.isAncestor(from, to) });
}

function refuseProtected({ site }: World, { ref, from, to }: Update): void {
  if (isProtectedBranch(ref, site.protectedBranches)) {
    throw new Refused(422, branchViolation({ to: to ?? '0' }), {
      documentation_url: 'https://docs.github.com/articles/about-protected-branches',
    });
  }
  if (isProtectedTag(ref, site.protectedTags)) throw violation({ ref, from, to });
}

function violation({ from, to }: Update): Refused {
  const verb = from === undefined ? 'create' : to === undefined ? 'delete' : 'update';
  return new Refused(422, violationText([`Cannot ${verb} this protected ref.`]));
}

/** Refuses to let a token without that permission bring in a workflow file that no branch has. */
export async function refuseWorkflows({ world, access }: Visit, repository: Repository, sha: string): Promise<void> {
  if (access === undefined || mayChangeWorkflows(access)) return;
  const heads = [...(await world.refs(repository))].filter(([ref]) => ref.startsWith('refs/heads/'));
  const known = await Promise.all(heads.map(([, head]) => workflows(repository, head.sha)));
  const unknown = (await workflows(repository, sha)).find((file) => !known.flat().includes(file));
  const path = unknown?.slice(unknown.indexOf('\t') + 1);
  if (path !== undefined) throw new Refused(403, workflowViolation(path, access.kind === 'classic'));
}

/** The workflow files of a commit, or of what a tag leads to, each as `<blob>\t<path>`. */
async function workflows({ bare }: Repository, sha: string): Promise<string[]> {
  const { stdout } = await bare.run(['ls-tree', '-r', '--full-tree', sha, '--', '.github/workflows/']);
  return lines(stdout.toString('utf8')).map((entry) => entry.slice(entry.lastIndexOf(' ') + 1));
}
