import type { BypassActor } from '../../domain/freezes/bypass.ts';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Change } from '../change.ts';
import { serverUrl } from '../environment.ts';
import type { Host } from '../host.ts';
import { pause } from '../retry.ts';
import { ignored, integer, list, maybe, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import type { Refs } from './refs.ts';
import { ownerAndRepo } from './repositories.ts';

/** A ruleset as lists show it. */
export type ListedRuleset = {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  /** Whether it belongs to the repository. If not, it belongs to its organization. */
  readonly isOwn: boolean;
};

export type Ruleset = ListedRuleset & {
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly rules: readonly string[];
  /** Undefined if the token may not see who may bypass the ruleset. */
  readonly actors: readonly BypassActor[] | undefined;
};

type Place = { readonly repository: string; readonly branch: string };

export type NewFreeze = Place & {
  readonly name: string;
  /** The commit that the branch has to be at. */
  readonly commit: string;
  readonly actors: readonly BypassActor[];
  /** The actors, for people. */
  readonly bypass: string;
  /** The number of the same freeze, if somebody switched it off. It is deleted first. */
  readonly replaces: number | undefined;
  /** Whether a ruleset is the freeze of another release. */
  readonly isRival: (ruleset: ListedRuleset) => boolean;
};

const rulesetsRoute = '/repos/{owner}/{repo}/rulesets';
const rulesetRoute = '/repos/{owner}/{repo}/rulesets/{ruleset_id}';

const listed = record({ id: integer, name: string, enforcement: string, source_type: maybe(string) });
const actor = record({ actor_id: maybe(integer), actor_type: string, bypass_mode: maybe(string) });
const detailed = record({
  id: integer,
  name: string,
  enforcement: string,
  source_type: maybe(string),
  conditions: maybe(
    record({ ref_name: maybe(record({ include: maybe(list(string)), exclude: maybe(list(string)) })) }),
  ),
  rules: maybe(list(record({ type: string }))),
  bypass_actors: maybe(list(actor)),
});
const ruleInForce = record({ type: string, ruleset_id: maybe(integer) });
const made = record({ id: integer });

const looks = 6;

type RulesetsContext = { readonly host: Host; readonly refs: Refs };

/** Rulesets, and the branches that they hold. */
export class Rulesets {
  readonly #client: Client;
  readonly #host: Host;
  readonly #refs: Refs;
  constructor(client: Client, { host, refs }: RulesetsContext) {
    this.#client = client;
    this.#host = host;
    this.#refs = refs;
  }

  /** Those of the repository, and those of its organization. */
  async all(repository: string): Promise<readonly ListedRuleset[]> {
    const found = await this.#client.list(`GET ${rulesetsRoute}`, ownerAndRepo(repository), listed);
    if (found !== undefined) return found.map(listedRuleset);
    throw new ReleaseError(`GitHub finds no repository ${repository}, or the token may not see it.`, {
      fix: 'Check the name, and that the token has metadata: read for this repository.',
    });
  }

  async find(repository: string, id: number): Promise<Ruleset | undefined> {
    const found = await this.#client.look(
      `GET ${rulesetRoute}`,
      { ...ownerAndRepo(repository), ruleset_id: id },
      detailed,
    );
    if (found === undefined) return undefined;
    return {
      ...listedRuleset(found),
      included: found.conditions?.ref_name?.include ?? [],
      excluded: found.conditions?.ref_name?.exclude ?? [],
      rules: (found.rules ?? []).map(({ type }) => type),
      actors: found.bypass_actors?.map(({ actor_id: actorId, actor_type: type, bypass_mode: mode }) => {
        const number = type === 'OrganizationAdmin' || type === 'DeployKey' ? undefined : (actorId ?? undefined);
        return { type, id: number, mode: mode ?? 'always' }; // without a mode, GitHub takes it for always
      }),
    };
  }

  /** The numbers of the rulesets that let nobody update a branch now, but those who bypass them. */
  async holding({ repository, branch }: Place): Promise<readonly number[]> {
    const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
    const rules = await this.#client.list(route, { ...ownerAndRepo(repository), branch }, ruleInForce);
    return (rules ?? []).flatMap(({ type, ruleset_id: id }) => (type === 'update' ? (id ?? []) : []));
  }

  // Why: docs/decisions.md D66
  /** Freezes a branch, unless another release is faster or the branch moves. Gives the number of the ruleset. */
  freeze(wanted: NewFreeze): Change<number> {
    const { repository, branch, name, commit, bypass, replaces } = wanted;
    const keys = [freezeKey(repository, name)];
    return {
      keys,
      title: `Freeze ${branch} of ${repository} by ${quoted(name)}`,
      detail: `at ${commit}\nbypassed by ${bypass}`,
      places: [{ at: repository, name: 'ruleset', actual: undefined, wanted: name }],
      reach: 'remote',
      apply: async () => {
        if (replaces !== undefined) await this.#delete(repository, replaces);
        const { id } = await this.#client.write(`POST ${rulesetsRoute}`, this.#body(wanted), made, {
          keys,
          forbidden: this.#forbidden(repository),
        });
        const problem = await this.#problemOf(id, wanted);
        if (problem === undefined) return id;
        await this.#delete(repository, id);
        throw problem;
      },
    };
  }

  /** Takes a freeze back, because that of another release is older. */
  withdraw(repository: string, { id, name }: ListedRuleset, older: ListedRuleset): Change {
    return {
      keys: [`withdrawal of ${name} in ${repository}`],
      title: `Take ${quoted(name)} back, because ${quoted(older.name)} is older`,
      reach: 'remote',
      apply: async () => {
        await this.#delete(repository, id);
        throw new Moved(`${quoted(older.name)} came first`, { hasProgressed: true });
      },
    };
  }

  /** Gives a freeze another name, or other people who may bypass it. */
  update(repository: string, { id, name }: ListedRuleset, wanted: NewSettings): Change {
    const { actual, wanted: now } = wanted.bypass;
    const changes = [
      ...(name === wanted.name ? [] : [{ name: 'name', actual: name, wanted: wanted.name }]),
      ...(actual === now ? [] : [{ name: 'bypass', actual, wanted: now }]),
    ];
    return {
      keys: [`ruleset ${id} of ${repository}`],
      title: `Change ${quoted(name)} of ${repository}`,
      detail: changes.map((one) => `${one.name}: ${one.actual} → ${one.wanted}`).join('\n'),
      places: changes.map((one) => ({ ...one, at: name })),
      reach: 'remote',
      apply: async () => {
        const body = {
          ...ownerAndRepo(repository),
          ruleset_id: id,
          name: wanted.name,
          bypass_actors: wanted.actors.map(wireActor),
        };
        await this.#client.write(`PUT ${rulesetRoute}`, body, ignored, { forbidden: this.#forbidden(repository, id) });
      },
    };
  }

  lift({ repository, branch }: Place, { id, name }: ListedRuleset): Change {
    return {
      keys: [`end of ${name} in ${repository}`],
      title: `Thaw ${branch} of ${repository} by deleting ${quoted(name)}`,
      places: [{ at: repository, name: 'ruleset', actual: name, wanted: undefined }],
      reach: 'remote',
      apply: () => this.#delete(repository, id),
    };
  }

  /** Why this is no freeze after all: another release was faster, the branch moved, or GitHub does not enforce it. */
  async #problemOf(id: number, wanted: NewFreeze): Promise<Moved | ReleaseError | undefined> {
    const { repository, branch, name, commit } = wanted;
    const holding = await this.#holdingWith(id, wanted);
    if (holding === undefined)
      return new ReleaseError(
        `GitHub took the ruleset ${quoted(name)} of ${repository}, but it does not hold ${branch}.`,
        {
          fix: 'Rulesets of a private repository are enforced only with a paid plan. The ruleset was deleted again.',
        },
      );
    const [all, tip] = [await this.all(repository), await this.#refs.at(repository, `refs/heads/${branch}`)];
    const older = all.find((one) => one.id < id && holding.includes(one.id) && wanted.isRival(one));
    const unmade = [freezeKey(repository, name)];
    // Every time it may be another release, so that the wait for all of them may be long.
    if (older !== undefined) return new Moved(`${quoted(older.name)} came first`, { unmade, hasProgressed: true });
    return tip === commit ? undefined : new Moved(`while ${branch} was being frozen, it moved`, { unmade });
  }

  /** What holds the branch, as soon as the new ruleset is among it. */
  async #holdingWith(id: number, place: Place): Promise<readonly number[] | undefined> {
    for (let look = 1; look <= looks; look++) {
      const holding = await this.holding(place);
      if (holding.includes(id)) return holding;
      await pause(look, this.#host);
    }
    return undefined;
  }

  #body({ repository, branch, name, actors }: NewFreeze) {
    return {
      ...ownerAndRepo(repository),
      name,
      target: 'branch' as const,
      enforcement: 'active' as const,
      conditions: { ref_name: { include: [`refs/heads/${branch}`], exclude: [] } },
      rules: [{ type: 'update' as const }],
      bypass_actors: actors.map(wireActor),
    };
  }

  async #delete(repository: string, id: number): Promise<void> {
    const parameters = { ...ownerAndRepo(repository), ruleset_id: id };
    await this.#client.write(`DELETE ${rulesetRoute}`, parameters, ignored, {
      forbidden: this.#forbidden(repository, id),
    });
  }

  /** GitHub hides by a 404 what a token may not do. With the number of a ruleset, it is looked at again. */
  #forbidden(repository: string, id?: number) {
    return async (words: string) => {
      if (id !== undefined && (await this.find(repository, id)) === undefined)
        return new Moved(`somebody deleted the ruleset ${id} of ${repository}`);
      const server = serverUrl(this.#host.env);
      const isUnpaid = /\bupgrade to\b/i.test(words);
      return new ReleaseError(`The token may not change the rulesets of ${repository}. GitHub says: ${words}`, {
        fix: isUnpaid
          ? 'A private repository has rulesets only with a paid plan. Without one, freeze the branch by agreement, or make the repository public.'
          : `Pass the token of a GitHub App with the permission Administration: write, or of an administrator of the repository: ${server}/settings/personal-access-tokens/new. "Not Found" can also mean that this permission is missing.`,
      });
    };
  }
}

/** Another name, and other people who may bypass it. `bypass` has them for people. */
type NewSettings = Pick<NewFreeze, 'name' | 'actors'> & {
  readonly bypass: { readonly actual: string; readonly wanted: string };
};

/** The key under which the ledger knows a freeze. */
const freezeKey = (repository: string, name: string) => `ruleset ${name} of ${repository}`;

const listedRuleset = ({
  id,
  name,
  enforcement,
  source_type: source,
}: {
  readonly id: number;
  readonly name: string;
  readonly enforcement: string;
  readonly source_type?: string | null | undefined;
}): ListedRuleset => ({
  id,
  name,
  isActive: enforcement === 'active',
  isOwn: source === undefined || source === null || source === 'Repository',
});

/** Every actor gets its mode: without one, GitHub would take it for always. */
const wireActor = ({ type, id, mode }: BypassActor) =>
  ({ actor_type: type, actor_id: id ?? (type === 'OrganizationAdmin' ? 1 : null), bypass_mode: mode }) as {
    readonly actor_type: 'Integration'; // or another one of GitHub's, as the caller has read it
    readonly actor_id: number | null;
    readonly bypass_mode: 'always';
  };
