import { attempt, ReleaseError } from '../../domain/error.ts';
import { accountsOf, parseAliases, parseOwners } from '../../domain/owners/owners.ts';
import { listed } from '../../domain/text.ts';
import type { Facts, Project } from './facts.ts';
import type { Finding } from './finding.ts';
import { inputOf, isGiven, type ReleaseStep } from './release-steps.ts';

/** Whether enough people can agree, where a step waits for them. */
export function approverFindings({ project }: Facts): readonly Finding[] {
  return project.steps
    .filter((step) => step.action === 'release-issue' && inputOf(step, 'do') === 'await-approval')
    .flatMap((step) => (isGiven(step, 'team') ? [teamFinding(step)] : ownersFindings(step, project)));
}

const teamFinding = (step: ReleaseStep): Finding => ({
  level: step.token.kind === 'job' ? 'stops' : 'unseen',
  what:
    step.token.kind === 'job'
      ? `The token of job ${step.job.id} cannot read who is in the team ${inputOf(step, 'team') ?? ''}.`
      : `Who is in the team ${inputOf(step, 'team') ?? ''}.`,
  at: step.at,
  fix:
    step.token.kind === 'job'
      ? 'Pass the token of a GitHub App with the permission members: read of the organization.'
      : undefined,
});

function ownersFindings(step: ReleaseStep, { owners }: Project): readonly Finding[] {
  const path = inputOf(step, 'owners') ?? 'OWNERS';
  const text = owners.get(path);
  const at = step.at;
  if (text === undefined)
    return [
      {
        level: 'stops',
        what: `There is no file ${path} that says who may agree to the release.`,
        at,
        fix: 'Add it, or name another one with the input owners.',
      },
    ];
  const read = attempt(() => peopleOf(path, text, { owners, step }));
  if (read instanceof ReleaseError) return [{ level: 'stops', what: read.message, at: read.at ?? at, fix: read.fix }];
  const wanted = Number(inputOf(step, 'approvals') ?? '2');
  // The person who opens the issue is one of them, more often than not.
  const needed = inputOf(step, 'allow-author') === 'true' ? wanted : wanted + 1;
  const names = listed(read) || 'nobody';
  if (read.length < wanted)
    return [
      {
        level: 'stops',
        what: `${wanted} people have to agree, and ${path} has only ${names}.`,
        at,
        fix: `Add people to ${path}, or lower the input approvals.`,
      },
    ];
  if (read.length < needed)
    return [
      {
        level: 'risk',
        what: `${wanted} people have to agree, and ${path} has only ${names}. If one of them opens the issue, too few are left.`,
        at,
        fix: `Add people to ${path}, or set allow-author: true.`,
      },
    ];
  return [{ level: 'good', what: `${wanted} of ${read.length} people in ${path} have to agree to the release.`, at }];
}

type Reading = { readonly owners: Project['owners']; readonly step: ReleaseStep };

function peopleOf(path: string, text: string, { owners, step }: Reading): readonly string[] {
  const { approvers, reviewers } = parseOwners({ file: path, text });
  const aliasFile = owners.get('OWNERS_ALIASES');
  const aliases = aliasFile === undefined ? new Map() : parseAliases({ file: 'OWNERS_ALIASES', text: aliasFile });
  return accountsOf(inputOf(step, 'approvers-only') === 'true' ? approvers : [...approvers, ...reviewers], aliases);
}
