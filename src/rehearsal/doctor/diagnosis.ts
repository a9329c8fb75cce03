import { approverFindings } from './approvers.ts';
import { branchFindings } from './branches.ts';
import { environmentFindings } from './environments.ts';
import type { Facts } from './facts.ts';
import type { Finding, Level } from './finding.ts';
import { forkFindings } from './forks.ts';
import { jobSettings } from './job-settings.ts';
import { permissionFindings } from './permissions.ts';
import { protectedTags } from './protected-tags.ts';
import { releaseFindings } from './releases.ts';
import { secretFindings } from './secrets.ts';
import { silentStarts } from './silent-starts.ts';
import { tagFilters } from './tag-filters.ts';

const rules: readonly ((facts: Facts) => readonly Finding[])[] = [
  permissionFindings,
  secretFindings,
  environmentFindings,
  tagFilters,
  silentStarts,
  protectedTags,
  branchFindings,
  releaseFindings,
  jobSettings,
  forkFindings,
  approverFindings,
];

const order: readonly Level[] = ['stops', 'risk', 'unseen', 'advice', 'good'];

/** Everything that can be said of a release before it begins, the worst first. */
export function diagnosis(facts: Facts): readonly Finding[] {
  const all = rules.flatMap((rule) => rule(facts));
  return order.flatMap((level) => all.filter((one) => one.level === level));
}
