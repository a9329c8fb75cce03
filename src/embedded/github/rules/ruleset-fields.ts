import { invalidBecause, Refused } from '../core/answer.ts';
import { type Fields, listOf, objectOf, requiredText, textOf, textsOf } from '../core/fields.ts';
import type { Conditions, Rule, RulesetRecord } from '../core/records.ts';
import type { Call } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { bypassActors } from './bypass-actors.ts';

type RulesetFields = Omit<RulesetRecord, 'id' | 'createdAt' | 'updatedAt'>;

/** The fields of a new ruleset, or the new fields of a known one. Refuses what GitHub refuses. */
export function rulesetFields(call: Call, repository: Repository, known?: RulesetRecord): RulesetFields {
  const { fields } = call;
  const before = known ?? blank(fields);
  const name = textOf(fields, 'name') ?? before.name;
  const others = [...repository.record.rulesets.values()].filter(({ id }) => id !== known?.id);
  if (others.some((other) => other.name === name)) throw invalidBecause('Name must be unique');
  const target = targetOf(fields) ?? before.target;
  return {
    name,
    target,
    enforcement: enforcementOf(fields) ?? before.enforcement,
    bypassActors: bypassActors(call, repository, target) ?? before.bypassActors,
    conditions: conditionsOf(fields, target) ?? before.conditions,
    rules: rulesOf(fields) ?? before.rules,
  };
}

function blank(fields: Fields): RulesetFields {
  const name = requiredText(fields, 'name');
  requiredText(fields, 'enforcement');
  const conditions = { include: [], exclude: [] };
  return { name, target: 'branch', enforcement: 'active', bypassActors: [], conditions, rules: [] };
}

function targetOf(fields: Fields): RulesetRecord['target'] | undefined {
  const target = oneOf(fields, 'target', ['branch', 'tag', 'push']);
  if (target === 'push') throw new Error('The embedded GitHub has no rulesets with the target push.');
  return target;
}

function enforcementOf(fields: Fields): RulesetRecord['enforcement'] | undefined {
  const enforcement = oneOf(fields, 'enforcement', ['disabled', 'active', 'evaluate']);
  if (enforcement !== 'evaluate') return enforcement;
  throw invalidBecause('Enforcement evaluate option is not supported on this plan'); // it is on GitHub Enterprise
}

function oneOf<Name extends string>(fields: Fields, field: string, names: readonly Name[]): Name | undefined {
  const given = textOf(fields, field);
  const found = names.find((name) => name === given);
  if (given === undefined || found !== undefined) return found;
  throw new Refused(422, `Invalid request.\n\n${given} is not a member of ${JSON.stringify(names)}.`);
}

/** Patterns begin with `refs/heads/` or `refs/tags/`, or are `~ALL` or `~DEFAULT_BRANCH`. A bare `main` is refused. */
function conditionsOf(fields: Fields, target: RulesetRecord['target']): Conditions | undefined {
  const conditions = objectOf(fields, 'conditions');
  const names = conditions && objectOf(conditions, 'ref_name');
  if (names === undefined) return undefined;
  const [include, exclude] = [textsOf(names, 'include') ?? [], textsOf(names, 'exclude') ?? []];
  const words = target === 'branch' ? ['~ALL', '~DEFAULT_BRANCH'] : ['~ALL'];
  const prefix = target === 'branch' ? 'refs/heads/' : 'refs/tags/';
  const wrong = [...include, ...exclude].filter((pattern) => !words.includes(pattern) && !pattern.startsWith(prefix));
  if (wrong.length === 0) return { include, exclude };
  throw invalidBecause(`Invalid target patterns: ${wrong.map((pattern) => `'${pattern}'`).join(', ')}`);
}

function rulesOf(fields: Fields): Rule[] | undefined {
  return listOf(fields, 'rules')?.map((rule, index) => ruleOf(rule, index));
}

function ruleOf(given: unknown, index: number): Rule {
  const rule = objectOf({ rule: given }, 'rule') ?? {};
  const [type, parameters] = [textOf(rule, 'type'), objectOf(rule, 'parameters')];
  if (type === 'creation' || type === 'deletion' || type === 'non_fast_forward') return { type };
  if (type === 'update') return { type, ...(parameters && { parameters }) };
  if (type === undefined || (type === 'pull_request' && needed.some((name) => parameters?.[name] === undefined))) {
    const place = `/rules/${index}`;
    throw new Refused(422, `Invalid request.\n\nInvalid property ${place}: data matches no possible input.`);
  }
  if (type === 'pull_request') return { type, parameters: pullRequestParameters(parameters ?? {}) };
  throw new Error(`The embedded GitHub does not enforce the rule ${type}.`);
}

const needed = [
  'dismiss_stale_reviews_on_push',
  'require_code_owner_review',
  'require_last_push_approval',
  'required_approving_review_count',
  'required_review_thread_resolution',
];

const enforced = { allowed_merge_methods: ['merge', 'squash', 'rebase'], required_reviewers: [] };

/** Conversations are always resolved, because there are none here. */
function pullRequestParameters(given: Fields) {
  const beyond = ['dismiss_stale_reviews_on_push', 'require_code_owner_review', 'require_last_push_approval'];
  const unknown = Object.keys(given).find((name) => !needed.includes(name) && !(name in enforced));
  const asked = unknown ?? beyond.find((name) => given[name] !== false);
  const changed = Object.entries(enforced).find(([name, value]) => !isSameList(given[name] ?? value, value))?.[0];
  if (asked !== undefined || changed !== undefined)
    throw new Error(`The embedded GitHub does not enforce ${asked ?? changed} of the rule pull_request.`);
  return {
    ...enforced,
    ...given,
    required_approving_review_count: Number(given['required_approving_review_count']),
  };
}

function isSameList(given: unknown, value: readonly string[]): boolean {
  return Array.isArray(given) && given.length === value.length && value.every((item) => given.includes(item));
}
