import { listed } from '../../domain/text.ts';
import { entriesOf, textOf } from '../workflow/value.ts';
import type { Facts, Settings } from './facts.ts';
import type { Finding } from './finding.ts';
import { inputOf, isGiven, onlyLooks, type ReleaseStep, type TokenSource } from './release-steps.ts';
import { pages } from './pages.ts';

/** Steps whose token lacks a permission that the action declares. */
export function permissionFindings({ project, settings }: Facts): readonly Finding[] {
  const findings = project.steps.flatMap((step): readonly Finding[] => {
    const needs = neededBy(step, project.contracts[step.action]?.permissions ?? {});
    const lacks = needs.filter((need) => isLacking(need, step, settings));
    if (lacks.length > 0) return [finding(step, lacks)];
    return isUnsaid(step) && needs.some(isWrite) && settings?.jobToken === undefined ? [unsaid(step, project)] : [];
  });
  if (findings.length > 0 || project.steps.length === 0) return findings;
  return [{ level: 'good', what: 'Every token has the permissions that the actions need.' }];
}

type Need = { readonly permission: string; readonly why: string };

const isWrite = ({ permission }: Need) => permission.endsWith(': write');

type Condition = (step: ReleaseStep) => boolean;

const isTo =
  (place: string): Condition =>
  (step) =>
    new RegExp(`^\\s*${place}\\b`, 'm').test(inputOf(step, 'to') ?? '');

/** Permissions that an action needs only with some inputs. */
export const onlyWhen: Readonly<Record<string, Condition>> = {
  'announce discussions: write': isTo('discussion'),
  'announce issues: write': isTo('issue'),
  'commit-changes contents: write': (step) => !isGiven(step, 'fork'),
  'commit-changes pull-requests: write': (step) => inputOf(step, 'via') === 'pull-request',
  'gh-release actions: write': (step) => isGiven(step, 'start'),
  'push-tag actions: write': (step) => isGiven(step, 'start'),
  'release-summary pull-requests: read': (step) => isGiven(step, 'pulls'),
};

function neededBy(step: ReleaseStep, permissions: Readonly<Record<string, string>>): readonly Need[] {
  return Object.entries(permissions)
    .filter(([permission]) => onlyWhen[`${step.action} ${permission}`]?.(step) ?? true)
    .map(([permission, why]) => ({
      permission: onlyLooks(step) ? permission.replace(/write$/, 'read') : permission,
      why,
    }));
}

/** In a public repository everybody may read. If it is unknown whether it is public, only writing is looked at. */
function isLacking(need: Need, step: ReleaseStep, settings: Settings | undefined): boolean {
  const [name = '', wanted] = need.permission.split(': ');
  if (wanted === 'read' && (settings?.isPrivate !== true || name === 'metadata')) return false;
  const has = levelOf(name, step, settings);
  return has !== undefined && has !== 'write' && has !== wanted;
}

/** Undefined if it is unknown. */
function levelOf(name: string, step: ReleaseStep, settings: Settings | undefined): string | undefined {
  const { token } = step;
  if (token.kind === 'app') return appLevel(name, token);
  if (token.kind !== 'job') return undefined;
  if (name === 'administration') return 'none';
  const said = saidBy(step);
  if (said !== undefined) return said.levels[name] ?? 'none';
  const defaults = settings?.jobToken;
  if (defaults === undefined) return undefined;
  if (defaults.mayWrite) return 'write';
  return ['contents', 'packages'].includes(name) ? 'read' : 'none';
}

const saidBy = ({ job, workflow }: ReleaseStep) => job.permissions ?? workflow.permissions;

const isUnsaid = (step: ReleaseStep) => step.token.kind === 'job' && saidBy(step) === undefined;

/** A token of an App has all permissions of the App, unless the step asks for some of them. */
function appLevel(name: string, { inputs }: TokenSource & { readonly kind: 'app' }): string | undefined {
  const asked = entriesOf(inputs).filter(({ key }) => key.startsWith('permission-'));
  if (asked.length === 0) return undefined;
  const found = asked.find(({ key }) => key === `permission-${name}`);
  return found === undefined ? 'none' : textOf(found.value);
}

function finding(step: ReleaseStep, lacks: readonly Need[]): Finding {
  const { token, job, action } = step;
  const names = lacks.map(({ permission }) => permission);
  const why = lacks.map((need) => `${need.permission} (${need.why})`);
  if (token.kind === 'app')
    return {
      level: 'stops',
      what: `The token of the App for ${action} in job ${job.id} lacks ${listed(why)}.`,
      at: token.at,
      fix: `Add to this step: ${names.map((name) => `permission-${name}`).join(', ')}. The App itself needs the permission too.`,
    };
  if (names.some((name) => name.startsWith('administration:')))
    return {
      level: 'stops',
      what: `${action} in job ${job.id} uses the token of the job, which never has ${listed(why)}.`,
      at: step.at,
      fix: 'Pass the token of a GitHub App as the input token, such as of actions/create-github-app-token.',
    };
  return {
    level: 'stops',
    what: `The token of job ${job.id} lacks ${listed(why)}, for ${action}.`,
    at: step.at,
    fix: `Add to the job: permissions: { ${names.join(', ')} }`,
  };
}

/** The repository decides, and it cannot be seen. */
function unsaid(step: ReleaseStep, project: Facts['project']): Finding {
  return {
    level: 'unseen',
    what: `Job ${step.job.id} states no permissions, so that a setting of the repository decides whether ${step.action} may write.`,
    at: step.at,
    fix: 'State the permissions of the job in the workflow.',
    page: pages.actions(project),
  };
}
