import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import { boolean, integer, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import type { Failed } from './refusal.ts';
import { ownerAndRepo } from './repositories.ts';
import type { Ruleset, Rulesets } from './rulesets.ts';

/** An environment of jobs. */
export type ListedEnvironment = {
  readonly name: string;
  /** Which branches and tags it admits. */
  readonly policy: 'all' | 'protected' | 'custom';
  /** The accounts and teams of which one has to approve. */
  readonly reviewers: readonly string[];
  /** Whether nobody may approve a run that he has started. */
  readonly refusesOwnRuns: boolean;
};

const named = record({ name: string });
const secretPage = record({ total_count: integer, secrets: list(named) });
const variable = record({ name: string, value: string });
const variablePage = record({ total_count: integer, variables: list(variable) });
const reviewer = record({ reviewer: maybe(record({ login: maybe(string), slug: maybe(string) })) });
const environment = record({
  name: string,
  deployment_branch_policy: maybe(record({ protected_branches: boolean, custom_branch_policies: boolean })),
  protection_rules: maybe(
    list(record({ type: string, prevent_self_review: maybe(boolean), reviewers: maybe(list(reviewer)) })),
  ),
});
const environmentPage = record({ total_count: maybe(integer), environments: maybe(list(environment)) });
const policy = record({ name: maybe(string), type: maybe(string) });
const policyPage = record({ total_count: integer, branch_policies: list(policy) });
const permissions = record({ enabled: boolean, allowed_actions: maybe(string), sha_pinning_required: maybe(boolean) });
const jobToken = record({ default_workflow_permissions: string, can_approve_pull_request_reviews: boolean });
const administered = record({ permissions: maybe(record({ admin: maybe(boolean) })) });
const immutability = record({ enabled: boolean });
const ruleset = record({ id: integer });
const ruleInForce = record({ type: string, ruleset_id: maybe(integer) });
const branch = record({ protected: boolean });
const fork = record({ default_branch: string, source: maybe(record({ full_name: string })) });
const comparison = record({ behind_by: integer });
const account = record({ login: string });

/** The rules that keep a push from a branch. */
const stopping = new Set(['update', 'pull_request', 'required_status_checks', 'required_signatures', 'merge_queue']);

type Values = Readonly<Record<string, string>>;

/** A rule that keeps pushes from a branch. */
type BranchRule = Pick<Ruleset, 'actors'> & { readonly ruleset: string; readonly types: readonly string[] };

/** What people have set up for a repository. What the token may not see is undefined. Nothing is written. */
export class RepositorySettings {
  readonly #client: Client;
  readonly #rulesets: Rulesets;
  constructor(client: Client, rulesets: Rulesets) {
    this.#client = client;
    this.#rulesets = rulesets;
  }

  /** The account of the token, if it belongs to a person. */
  async login(): Promise<string | undefined> {
    return (await seen(this.#client.look('GET /user', {}, account)))?.login;
  }

  /** The names of the secrets of the repository, and of its organization for it. */
  async secrets(repository: string): Promise<readonly string[] | undefined> {
    const ask = (route: 'secrets' | 'organization-secrets') => (page: number) =>
      this.#client.look(
        `GET /repos/{owner}/{repo}/actions/${route}`,
        { ...ownerAndRepo(repository), per_page: perPage, page },
        secretPage,
      );
    const [own, shared] = await Promise.all([
      all(ask('secrets'), ({ secrets }) => secrets),
      all(ask('organization-secrets'), ({ secrets }) => secrets),
    ]);
    // An account that is no organization has none to share.
    return own && [...own, ...(shared ?? [])].map(({ name }) => name);
  }

  /** The variables of the repository, and those of its organization for it. */
  async variables(repository: string): Promise<Values | undefined> {
    const ask = (route: 'variables' | 'organization-variables') => (page: number) =>
      this.#client.look(
        `GET /repos/{owner}/{repo}/actions/${route}`,
        { ...ownerAndRepo(repository), per_page: perPage, page },
        variablePage,
      );
    const [own, shared] = await Promise.all([
      all(ask('variables'), ({ variables }) => variables),
      all(ask('organization-variables'), ({ variables }) => variables),
    ]);
    return own && valuesOf([...(shared ?? []), ...own]);
  }

  async environments(repository: string): Promise<readonly ListedEnvironment[] | undefined> {
    const ask = (page: number) =>
      this.#client.look(
        'GET /repos/{owner}/{repo}/environments',
        { ...ownerAndRepo(repository), per_page: perPage, page },
        environmentPage,
      );
    const found = await all(ask, ({ environments }) => environments ?? []);
    return found?.map(({ name, deployment_branch_policy: limits, protection_rules: rules }) => {
      const approval = rules?.find(({ type }) => type === 'required_reviewers');
      const reviewers = (approval?.reviewers ?? []).flatMap((one) => one.reviewer?.login ?? one.reviewer?.slug ?? []);
      const limited = limits?.custom_branch_policies === true ? 'custom' : 'protected';
      return {
        name,
        policy: limits ? limited : 'all',
        reviewers,
        refusesOwnRuns: approval?.prevent_self_review === true,
      };
    });
  }

  async environmentSecrets(repository: string, name: string): Promise<readonly string[] | undefined> {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets';
    const place = { ...ownerAndRepo(repository), environment_name: name, per_page: perPage };
    const found = await all(
      (page) => this.#client.look(route, { ...place, page }, secretPage),
      ({ secrets }) => secrets,
    );
    return found?.map((one) => one.name);
  }

  async environmentVariables(repository: string, name: string): Promise<Values | undefined> {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/variables';
    const place = { ...ownerAndRepo(repository), environment_name: name, per_page: perPage };
    const found = await all(
      (page) => this.#client.look(route, { ...place, page }, variablePage),
      ({ variables }) => variables,
    );
    return found && valuesOf(found);
  }

  /** The branches and tags that an environment admits. */
  async policies(
    repository: string,
    name: string,
  ): Promise<readonly { readonly kind: 'branch' | 'tag'; readonly pattern: string }[] | undefined> {
    const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
    const place = { ...ownerAndRepo(repository), environment_name: name, per_page: perPage };
    const found = await all(
      (page) => this.#client.look(route, { ...place, page }, policyPage),
      ({ branch_policies: policies }) => policies,
    );
    return found?.map(({ name: pattern, type }) => ({
      kind: type === 'tag' ? 'tag' : 'branch',
      pattern: pattern ?? '',
    }));
  }

  /** The active rulesets for tags. */
  async tagRulesets(repository: string): Promise<readonly Ruleset[] | undefined> {
    const route = 'GET /repos/{owner}/{repo}/rulesets';
    const found = await seen(this.#client.list(route, { ...ownerAndRepo(repository), targets: 'tag' }, ruleset));
    if (found === undefined) return undefined;
    const detailed = await Promise.all(found.map(({ id }) => this.#rulesets.find(repository, id)));
    return detailed.flatMap((one) => (one?.isActive === true ? one : []));
  }

  /** The rules that stop pushes to a branch, by their rulesets, and its branch protection. */
  async branchRules(repository: string, name: string): Promise<readonly BranchRule[] | undefined> {
    const place = { ...ownerAndRepo(repository), branch: name };
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    const [rules, found] = await Promise.all([
      seen(this.#client.list(route, place, ruleInForce)),
      seen(this.#client.look('GET /repos/{owner}/{repo}/branches/{branch}', place, branch)),
    ]);
    if (rules === undefined) return undefined;
    const stops = rules.filter(({ type }) => stopping.has(type));
    const ids = [...new Set(stops.flatMap(({ ruleset_id: id }) => id ?? []))];
    const byRulesets = ids.map(async (id) => {
      const one = await this.#rulesets.find(repository, id);
      const types = stops.filter(({ ruleset_id: of }) => of === id).map(({ type }) => type);
      return {
        ruleset: `the ruleset ${one === undefined ? id : quoted(one.name)}`,
        types: [...new Set(types)],
        actors: one?.actors,
      };
    });
    const isProtected = found?.protected === true && rules.length === 0;
    return [
      ...(await Promise.all(byRulesets)),
      ...(isProtected ? [{ ruleset: 'the branch protection', types: ['protection'], actors: undefined }] : []),
    ];
  }

  /** Which actions may be used. */
  async actions(
    repository: string,
  ): Promise<
    | { readonly isEnabled: boolean; readonly allowed: string | undefined; readonly needsFullCommits: boolean }
    | undefined
  > {
    const route = 'GET /repos/{owner}/{repo}/actions/permissions';
    const found = await seen(this.#client.look(route, ownerAndRepo(repository), permissions));
    return (
      found && {
        isEnabled: found.enabled,
        allowed: found.allowed_actions ?? undefined,
        needsFullCommits: found.sha_pinning_required === true,
      }
    );
  }

  /** What the token of a job may do if a workflow does not say it. */
  async jobToken(
    repository: string,
  ): Promise<{ readonly mayWrite: boolean; readonly mayPropose: boolean } | undefined> {
    const route = 'GET /repos/{owner}/{repo}/actions/permissions/workflow';
    const found = await seen(this.#client.look(route, ownerAndRepo(repository), jobToken));
    return (
      found && {
        mayWrite: found.default_workflow_permissions === 'write',
        mayPropose: found.can_approve_pull_request_reviews,
      }
    );
  }

  /** GitHub says "not found" if they are not, and to those who are no administrators. */
  async hasImmutableReleases(repository: string): Promise<boolean | undefined> {
    const place = ownerAndRepo(repository);
    try {
      const found = await this.#client.look('GET /repos/{owner}/{repo}/immutable-releases', place, immutability);
      if (found !== undefined) return found.enabled;
    } catch (error) {
      if (isHidden(error)) return undefined;
      throw error;
    }
    const repositoryFound = await this.#client.look('GET /repos/{owner}/{repo}', place, administered);
    return repositoryFound?.permissions?.admin === false ? undefined : false;
  }

  /** What a repository is a fork of; undefined if there is no such repository. */
  async fork(name: string): Promise<{ readonly parent: string | undefined } | undefined> {
    const found = await seen(this.#client.look('GET /repos/{owner}/{repo}', ownerAndRepo(name), fork));
    return found && { parent: found.source?.full_name };
  }

  /** How many commits the default branch of a fork is behind that of another repository. */
  async behind(name: string, upstream: string): Promise<number | undefined> {
    const repository = { ...ownerAndRepo(upstream) };
    const [here, there] = await Promise.all([
      seen(this.#client.look('GET /repos/{owner}/{repo}', ownerAndRepo(name), fork)),
      seen(this.#client.look('GET /repos/{owner}/{repo}', repository, fork)),
    ]);
    if (here === undefined || there === undefined) return undefined;
    const basehead = `${there.default_branch}...${ownerAndRepo(name).owner}:${here.default_branch}`;
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const found = await seen(this.#client.look(route, { ...repository, basehead, per_page: 1 }, comparison));
    return found?.behind_by;
  }
}

const perPage = 30; // the most that GitHub gives for variables

/** The entries of all pages; undefined if the token may not see them. */
async function all<P extends { readonly total_count?: number | null | undefined }, T>(
  ask: (page: number) => Promise<P | undefined>,
  entries: (page: P) => readonly T[],
): Promise<readonly T[] | undefined> {
  const collected: T[] = [];
  for (let number = 1; ; number++) {
    const page = await seen(ask(number));
    if (page === undefined) return number === 1 ? undefined : collected;
    const found = entries(page);
    collected.push(...found);
    if (found.length === 0 || collected.length >= (page.total_count ?? 0)) return collected;
  }
}

/** Undefined instead of the refusal of what the token may not see. */
async function seen<T>(answer: Promise<T | undefined>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (isHidden(error)) return undefined;
    throw error;
  });
}

/** Whether a permission is missing. A limit is refused with the same status. */
const isHidden = (error: unknown): boolean =>
  error instanceof ReleaseError &&
  (error.cause as Partial<Failed> | undefined)?.status === 403 &&
  !/rate limit/i.test(error.message);

const valuesOf = (variables: readonly { readonly name: string; readonly value: string }[]): Values =>
  Object.fromEntries(variables.map(({ name, value }) => [name, value]));
