import { mayDo } from '../core/access.ts';
import { type Answer, noContent, notFound, ok } from '../core/answer.ts';
import { nodeId } from '../core/node-id.ts';
import { paged } from '../core/paging.ts';
import type { RulesetRecord } from '../core/records.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { bypassOf } from './bypass.ts';
import { rulesetFields } from './ruleset-fields.ts';
import { rulesetsFor } from './violations.ts';

const [list, one] = ['/repos/{owner}/{repo}/rulesets', '/repos/{owner}/{repo}/rulesets/{ruleset_id}'];

export const rulesetRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: list,
    docs: 'repos/rules#get-all-repository-rulesets',
    needs: [],
    answer: listRulesets,
  },
  {
    method: 'POST',
    path: list,
    docs: 'repos/rules#create-a-repository-ruleset',
    needs: ['administration: write'],
    answer: createRuleset,
  },
  {
    method: 'GET',
    path: one,
    docs: 'repos/rules#get-a-repository-ruleset',
    needs: [],
    answer: (call, repository) => ok(rulesetView(call, repository, rulesetOf(call, repository))),
  },
  {
    method: 'PUT',
    path: one,
    docs: 'repos/rules#update-a-repository-ruleset',
    needs: ['administration: write'],
    answer: updateRuleset,
  },
  {
    method: 'DELETE',
    path: one,
    docs: 'repos/rules#delete-a-repository-ruleset',
    needs: ['administration: write'],
    answer: (call, repository) => {
      repository.record.rulesets.delete(rulesetOf(call, repository).id);
      return noContent;
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/rules/branches/{branch}',
    docs: 'repos/rules#get-rules-for-a-branch',
    needs: [],
    answer: rulesInForce,
  },
];

/** The rules that are in force for a branch, whoever may bypass them. */
async function rulesInForce(call: Call, repository: Repository): Promise<Answer> {
  const rulesets = await rulesetsFor(repository, `refs/heads/${call.parameters['branch']}`);
  const rules = rulesets.flatMap(({ id, rules: all }) => all.map((rule) => ({ id, rule })));
  return paged(call, rules, ({ id, rule }) => ({
    ...rule,
    ruleset_source_type: 'Repository',
    ruleset_source: repository.name,
    ruleset_id: id,
  }));
}

function listRulesets(call: Call, repository: Repository): Promise<Answer> {
  const targets = call.query.get('targets')?.split(',');
  const found = [...repository.record.rulesets.values()].filter(({ target }) => targets?.includes(target) ?? true);
  return paged(call, found, (ruleset) => summary(call.world, repository, ruleset));
}

function createRuleset(call: Call, repository: Repository): Answer {
  const { world } = call;
  const [id, createdAt] = [world.id(), world.now()];
  const ruleset = { ...rulesetFields(call, repository), id, createdAt, updatedAt: createdAt };
  repository.record.rulesets.set(id, ruleset);
  return { status: 201, body: rulesetView(call, repository, ruleset) };
}

/** Changes only the fields that the request names. */
function updateRuleset(call: Call, repository: Repository): Answer {
  const known = rulesetOf(call, repository);
  Object.assign(known, rulesetFields(call, repository, known), { updatedAt: call.world.now() });
  return ok(rulesetView(call, repository, known));
}

function rulesetOf({ parameters }: Call, { record }: Repository): RulesetRecord {
  const ruleset = record.rulesets.get(Number(parameters['ruleset_id']));
  if (ruleset === undefined) throw notFound();
  return ruleset;
}

/** A ruleset as lists show it. */
function summary({ instance }: World, { name }: Repository, ruleset: RulesetRecord) {
  const { id, target, enforcement, createdAt, updatedAt } = ruleset;
  return {
    id,
    name: ruleset.name,
    target,
    source_type: 'Repository',
    source: name,
    enforcement,
    node_id: nodeId('RepositoryRuleset', id),
    _links: {
      self: { href: `${instance.url}/repos/${name}/rulesets/${id}` },
      html: { href: `${instance.gitUrl}/${name}/rules/${id}` },
    },
    created_at: createdAt,
    updated_at: updatedAt,
  };
}

/** A single ruleset. Only those who may change it see who may bypass it. */
function rulesetView({ world, access }: Call, repository: Repository, ruleset: RulesetRecord) {
  const { conditions, rules, bypassActors } = ruleset;
  const mayWrite = mayDo(access, 'administration: write', repository);
  const actors = bypassActors.map(({ id, type, mode }) => ({
    actor_id: id ?? null,
    actor_type: type,
    bypass_mode: mode,
  }));
  return {
    ...summary(world, repository, ruleset),
    conditions: { ref_name: conditions },
    rules,
    current_user_can_bypass: bypassOf({ world, access }, repository.name, ruleset),
    ...(mayWrite && { bypass_actors: actors }),
  };
}
