import { Refused } from '../core/answer.ts';
import type { PullIssue, ReviewRecord, Rule, RulesetRecord } from '../core/records.ts';
import type { Caller } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { bypassOf } from './bypass.ts';
import type { RefChange } from './ref-change.ts';
import { fitsPattern } from './ref-pattern.ts';

/** A change of a ref on which rulesets are to decide. */
export type PlannedRefChange = RefChange & {
  /** Whether the old commit stays in the history. Only some rules ask for it. */
  readonly isForward: () => Promise<boolean>;
};

export const creationViolation = 'Cannot create ref due to creations being restricted.';

/** The rules of rulesets that a change of a ref without a pull request violates, in the words of GitHub. */
export async function refViolations(
  caller: Caller,
  repository: Repository,
  change: PlannedRefChange,
): Promise<string[]> {
  const rulesets = (await rulesetsFor(repository, change.ref)).filter((ruleset) =>
    ['never', 'pull_requests_only'].includes(bypassOf(caller, repository.name, ruleset)),
  );
  const rules = rulesets.flatMap((ruleset) => ruleset.rules);
  const found = await Promise.all(rules.map((rule) => refViolation(rule, change)));
  return withoutRepeats(found);
}

/** The rules that the merge of a pull request violates. Without a caller, for somebody who may bypass nothing. */
export async function mergeViolations(
  caller: Caller | undefined,
  repository: Repository,
  issue: PullIssue,
): Promise<string[]> {
  const rulesets = (await rulesetsFor(repository, `refs/heads/${issue.pull.base.branch}`)).filter(
    (ruleset) => caller === undefined || bypassOf(caller, repository.name, ruleset) === 'never',
  );
  const rules = rulesets.flatMap((ruleset) => ruleset.rules);
  return withoutRepeats(rules.map((rule) => mergeViolation(rule, issue)));
}

/** Refuses a request that violates rules. The status depends on the route. */
export function refuseViolations(violations: readonly string[], status: number): void {
  if (violations.length > 0) throw new Refused(status, violationText(violations));
}

/** The text in which the API lists violations. */
export function violationText(violations: readonly string[]): string {
  return ['Repository rule violations found', ...violations].map((line) => `${line}\n\n`).join('');
}

/** The active rulesets for a ref. */
export async function rulesetsFor({ bare, record }: Repository, ref: string): Promise<RulesetRecord[]> {
  const active = [...record.rulesets.values()].filter(({ enforcement }) => enforcement === 'active');
  if (active.length === 0) return [];
  const main = `refs/heads/${await bare.defaultBranch()}`;
  const fits = (pattern: string) => {
    if (pattern === '~ALL') return true;
    return pattern === '~DEFAULT_BRANCH' ? ref === main : fitsPattern(ref, pattern);
  };
  return active.filter(
    ({ target, conditions: { include, exclude } }) =>
      ref.startsWith(target === 'branch' ? 'refs/heads/' : 'refs/tags/') && include.some(fits) && !exclude.some(fits),
  );
}

async function refViolation(
  { type }: Rule,
  { ref, from, to, isForward }: PlannedRefChange,
): Promise<string | undefined> {
  const kind = ref.startsWith('refs/tags/') ? 'tag' : 'branch';
  if (from === undefined) return type === 'creation' ? creationViolation : undefined;
  if (to === undefined) return type === 'deletion' ? `Cannot delete this ${kind}` : undefined;
  if (type === 'update') return 'Cannot update this protected ref.';
  if (type === 'pull_request') return 'Changes must be made through a pull request.';
  if (type !== 'non_fast_forward' || (await isForward())) return undefined;
  return `Cannot force-push to this ${kind}`;
}

function mergeViolation(rule: Rule, issue: PullIssue): string | undefined {
  if (rule.type === 'update') return 'Cannot update this protected ref.';
  if (rule.type !== 'pull_request') return undefined;
  const wanted = rule.parameters.required_approving_review_count;
  if (approvals(issue) >= wanted) return undefined;
  return `At least ${wanted} approving ${wanted === 1 ? 'review is' : 'reviews are'} required by reviewers with write access.`;
}

/** How many others approve. The last approval or rejection of each of them counts. */
function approvals({ author, pull }: PullIssue): number {
  const words = pull.reviews.filter(({ state }) => state === 'APPROVED' || state === 'CHANGES_REQUESTED');
  const last = new Map<string, ReviewRecord['state']>(words.map((review) => [review.author, review.state]));
  last.delete(author);
  return [...last.values()].filter((state) => state === 'APPROVED').length;
}

function withoutRepeats(found: readonly (string | undefined)[]): string[] {
  return [...new Set(found.filter((violation) => violation !== undefined))].toSorted();
}
