import type { World } from '../../world/world.ts';
import { forkUses } from './forks.ts';
import type { Environment, Fork, Project, Settings } from './facts.ts';

type GitHub = Awaited<ReturnType<World['github']>>;

/** Asks GitHub for everything that the rules want to know. What the token may not see stays undefined. */
export async function readSettings(project: Project, github: GitHub): Promise<Settings> {
  const { repository, defaultBranch } = project;
  const { settings } = github;
  const [reached, login, secrets, variables, names, tagRulesets, branchRules, actions, jobToken] = await Promise.all([
    github.repositories.reach(repository),
    settings.login(),
    settings.secrets(repository),
    settings.variables(repository),
    settings.environments(repository),
    settings.tagRulesets(repository),
    settings.branchRules(repository, defaultBranch),
    settings.actions(repository),
    settings.jobToken(repository),
  ]);
  const environments = names && (await Promise.all(names.map((one) => environment(repository, one, github))));
  const known = { variables, environments, login };
  const forks = await Promise.all(
    [
      ...new Map(
        forkUses(project, known).flatMap(({ fork, target }) => (fork === undefined ? [] : [[fork, target] as const])),
      ),
    ].map(([fork, target]) => lookAtFork(fork, target, github)),
  );
  return {
    isPrivate: reached.isPrivate,
    scopes: reached.scopes,
    secrets,
    ...known,
    tagRulesets,
    branchRules,
    actions,
    jobToken,
    hasImmutableReleases: await settings.hasImmutableReleases(repository),
    forks,
  };
}

type Listed = Exclude<Awaited<ReturnType<GitHub['settings']['environments']>>, undefined>[number];

async function environment(
  repository: string,
  { policy, ...listed }: Listed,
  { settings }: GitHub,
): Promise<Environment> {
  const [secrets, variables, policies] = await Promise.all([
    settings.environmentSecrets(repository, listed.name),
    settings.environmentVariables(repository, listed.name),
    policy === 'custom' ? settings.policies(repository, listed.name) : undefined,
  ]);
  return { ...listed, secrets, variables, admits: policy === 'custom' ? policies : policy };
}

async function lookAtFork(name: string, target: string | undefined, { settings }: GitHub): Promise<Fork> {
  const found = await settings.fork(name);
  if (found === undefined) return { name, found };
  const upstream = target ?? found.parent;
  const behind = upstream === undefined ? undefined : await settings.behind(name, upstream);
  return { name, found: { parent: found.parent, behind } };
}
