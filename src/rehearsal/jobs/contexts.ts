import { basename, delimiter, join } from 'node:path';
import { type Plain, plainText } from '../expressions/expression.ts';
import type { Folders, System } from '../steps/room.ts';
import { shortRef } from '../triggers/event.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Site, Started } from './site.ts';

// https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
/** `github` of a run, without what only a job has. */
export function githubContext(
  site: Site,
  { id, number, event }: Started,
  workflow: Workflow,
): Readonly<Record<string, Plain>> {
  const { repository, urls } = site;
  const isTag = event.ref.startsWith('refs/tags/');
  return {
    actor: event.actor.login,
    actor_id: '1',
    api_url: urls.api,
    base_ref: event.baseBranch ?? '',
    event: event.payload as Plain,
    event_name: event.name,
    graphql_url: urls.graphql,
    head_ref: event.headBranch ?? '',
    ref: event.ref,
    ref_name: shortRef(event.ref),
    ref_protected: false,
    ref_type: isTag ? 'tag' : 'branch',
    repository,
    repository_id: '1',
    repository_owner: repository.split('/')[0] ?? '',
    repository_owner_id: '1',
    repositoryUrl: `git://github.com/${repository}.git`,
    retention_days: '90',
    run_attempt: '1',
    run_id: String(id),
    run_number: String(number),
    secret_source: 'Actions',
    server_url: urls.server,
    sha: event.sha,
    triggering_actor: event.actor.login,
    workflow: workflow.name,
    workflow_ref: `${repository}/${workflow.path}@${event.ref}`,
    workflow_sha: event.sha,
  };
}

/** `runner` */
export function runnerContext({ temp, tools, workspace }: Folders, system: System): Readonly<Record<string, Plain>> {
  const arch = process.arch === 'arm64' ? 'ARM64' : 'X64';
  return { name: 'rehearsal', os: system, arch, temp, tool_cache: tools, environment: 'github-hosted', workspace };
}

/** The variables that every process of a job has. What pip, npm and gem install for the whole machine must not change this one. */
export function environmentOf(
  site: Site,
  github: Readonly<Record<string, Plain>>,
  folders: Folders & { readonly event: string; readonly system: System },
): Record<string, string> {
  const names = Object.entries(github).filter(([name]) => !hidden.has(name));
  const runner = Object.entries(runnerContext(folders, folders.system)).filter(([name]) => name !== 'workspace');
  const [packages, gems] = [join(folders.home, '.npm-global'), join(folders.home, '.gem')];
  return {
    PIP_REQUIRE_VIRTUALENV: 'true',
    ...site.environment,
    PATH: [join(packages, 'bin'), join(gems, 'bin'), site.environment['PATH']].join(delimiter),
    GEM_HOME: gems,
    npm_config_prefix: packages,
    npm_config_audit: 'false', // its request would be named as refused after every npm ci
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...Object.fromEntries(names.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, plainText(value)])),
    ...Object.fromEntries(runner.map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, plainText(value)])),
    GITHUB_EVENT_PATH: folders.event,
    GITHUB_WORKSPACE: folders.workspace,
    GITHUB_REF_PROTECTED: 'false',
    HOME: folders.home,
    ImageOS: 'ubuntu24',
    RUNNER_WORKSPACE: folders.workspace.slice(0, -basename(folders.workspace).length - 1),
    AGENT_TOOLSDIRECTORY: folders.tools,
  };
}

const hidden = new Set(['event', 'token', 'repositoryUrl', 'secret_source', 'workspace', 'event_path', 'env', 'path']);
