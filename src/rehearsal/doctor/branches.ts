import { listed } from '../../domain/text.ts';
import type { BranchRule, Facts } from './facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { mayBypass } from './protected-tags.ts';
import { inputOf, isGiven, onlyLooks, type ReleaseStep } from './release-steps.ts';

/** Pushes to the default branch that a rule stops. */
export function branchFindings({ project, settings }: Facts): readonly Finding[] {
  const pushes = project.steps.filter((step) => pushesTo(step, project.defaultBranch));
  if (pushes.length === 0) return [];
  const rules = settings?.branchRules;
  if (rules === undefined)
    return [
      {
        level: 'unseen',
        what: `Whether a rule stops the pushes to ${project.defaultBranch}.`,
        at: pushes[0]?.at,
        page: pages.rules(project),
      },
    ];
  const findings = pushes.flatMap((step) => rules.flatMap((rule) => lookAt(step, rule, { project, settings })));
  return findings.length > 0
    ? findings
    : [{ level: 'good', what: `No rule stops the pushes to ${project.defaultBranch}.` }];
}

const pushesTo = (step: ReleaseStep, branch: string) =>
  step.action === 'commit-changes' &&
  (inputOf(step, 'via') ?? 'push') === 'push' &&
  (inputOf(step, 'base') ?? branch) === branch &&
  !isGiven(step, 'repository') &&
  !onlyLooks(step);

function lookAt(step: ReleaseStep, rule: BranchRule, { project, settings }: Facts): readonly Finding[] {
  const may = mayBypass(step.token, rule, settings);
  if (may === true) return [];
  const { ruleset, types } = rule;
  const what = `The rule ${listed(types)} of ${ruleset} stops the push of ${step.action} to ${project.defaultBranch}`;
  const place = { at: step.at, page: pages.rules(project) };
  if (may === undefined) return [{ level: 'unseen', what: `${what}, unless its account may bypass it.`, ...place }];
  return [{ level: 'stops', what: `${what}.`, ...place, fix: fixOf(step) }];
}

const fixOf = ({ token }: ReleaseStep) =>
  token.kind === 'job'
    ? 'Use via: pull-request, or pass the token of a GitHub App that is a bypass actor.'
    : 'Use via: pull-request, or make the App a bypass actor.';
