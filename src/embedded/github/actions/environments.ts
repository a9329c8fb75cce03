import { account } from '../accounts/account-view.ts';
import { type Answer, notFound } from '../core/answer.ts';
import { nodeId } from '../core/node-id.ts';
import { pagedWithCount } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { EnvironmentSettings } from '../core/settings.ts';
import type { Repository } from '../core/world.ts';
import { jobSettings, refuseReaders, secretPage, variablePage } from './secrets.ts';

const list = '/repos/{owner}/{repo}/environments';
const one = `${list}/{environment_name}`;

export const environmentRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: list,
    docs: 'deployments/environments#list-environments',
    needs: ['actions: read'],
    answer: listEnvironments,
  },
  {
    method: 'GET',
    path: `${one}/secrets`,
    docs: 'actions/secrets#list-environment-secrets',
    needs: ['environments: read'],
    answer: (call, repository) => {
      refuseReaders(call, repository, 'environments: read');
      return secretPage(call, repository, environmentOf(call, repository).secrets ?? []);
    },
  },
  {
    method: 'GET',
    path: `${one}/variables`,
    docs: 'actions/variables#list-environment-variables',
    needs: ['environments: read'],
    answer: (call, repository) => {
      refuseReaders(call, repository, 'environments: read');
      return variablePage(call, repository, environmentOf(call, repository).variables ?? {});
    },
  },
  {
    method: 'GET',
    path: `${one}/deployment-branch-policies`,
    docs: 'deployments/branch-policies#list-deployment-branch-policies',
    needs: ['actions: read'],
    answer: listPolicies,
  },
];

function listEnvironments(call: Call, repository: Repository): Promise<Answer> {
  const all = (jobSettings(call, repository).environments ?? []).map((found, index) => ({ ...found, id: index + 1 }));
  return pagedWithCount(call, { name: 'environments', all, view: (found) => environmentView(call, repository, found) });
}

function environmentOf(call: Call, repository: Repository): EnvironmentSettings {
  const wanted = call.parameters['environment_name']?.toLowerCase();
  const found = jobSettings(call, repository).environments?.find(({ name }) => name.toLowerCase() === wanted);
  if (found === undefined) throw notFound();
  return found;
}

function listPolicies(call: Call, repository: Repository): Promise<Answer> {
  const { admits = {} } = environmentOf(call, repository);
  if (admits === 'protected') throw notFound();
  const { branches = [], tags = [] } = admits;
  const all = [...branches.map((name) => ({ name, type: 'branch' })), ...tags.map((name) => ({ name, type: 'tag' }))];
  const view = (policy: { readonly name: string; readonly type: string }) => ({
    id: all.findIndex((other) => other.name === policy.name && other.type === policy.type) + 1,
    node_id: nodeId('DeploymentBranchPolicy', policy.name),
    ...policy,
  });
  return pagedWithCount(call, { name: 'branch_policies', all, view });
}

function environmentView(
  { world }: Call,
  { name: repository, record }: Repository,
  { id, name, admits, reviewers = [], refusesOwnRuns = false }: EnvironmentSettings & { readonly id: number },
) {
  const path = `${repository}/environments/${encodeURIComponent(name)}`;
  const rules = [
    ...(reviewers.length === 0
      ? []
      : [
          {
            type: 'required_reviewers',
            prevent_self_review: refusesOwnRuns,
            reviewers: reviewers.map((login) => ({ type: 'User', reviewer: account(world, login) })),
          },
        ]),
    ...(admits === undefined ? [] : [{ type: 'branch_policy' }]),
  ];
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${world.instance.url}/repos/${path}`,
    html_url: `${world.instance.gitUrl}/${repository}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: record.createdAt,
    updated_at: record.createdAt,
    protection_rules: rules.map((rule, index) => ({ id: index + 1, node_id: nodeId('Gate', index + 1), ...rule })),
    deployment_branch_policy:
      admits === undefined
        ? null
        : { protected_branches: admits === 'protected', custom_branch_policies: admits !== 'protected' },
  };
}
