import { GraphQLError } from 'graphql';
import type { Caller } from '../core/route.ts';
import type { Repository } from '../core/world.ts';
import { refuseForbidden, refuseWorkflows } from '../rules/forbidden-changes.ts';

export type UpdateRefs = {
  readonly clientMutationId?: string;
  readonly repositoryId: string;
  readonly refUpdates: readonly WantedRef[];
};

/** Forty zeros stand for a ref that does not exist. Without `beforeOid` it may be anywhere. */
type WantedRef = {
  readonly name: string;
  readonly beforeOid?: string;
  readonly afterOid: string;
  readonly force: boolean;
};

const absent = '0'.repeat(40);

/** https://docs.github.com/en/graphql/reference/git#updaterefs: all of the refs are changed, or none. */
export async function updateRefs(caller: Caller, repository: Repository, { refUpdates }: UpdateRefs): Promise<void> {
  const refs = await caller.world.refs(repository);
  for (const update of refUpdates) await refuse(caller, repository, { update, now: refs.get(update.name)?.sha });
  const lines = refUpdates.map(({ name, afterOid }) => `update ${name} ${afterOid} ${refs.get(name)?.sha ?? absent}\n`);
  await repository.bare.print(['update-ref', '--stdin'], { input: Buffer.from(lines.join('')) });
}

type SeenUpdate = { readonly update: WantedRef; readonly now: string | undefined };

async function refuse(caller: Caller, repository: Repository, { update, now }: SeenUpdate): Promise<void> {
  const { name, beforeOid, afterOid, force } = update;
  const { bare } = repository;
  if (!(await bare.isRefName(name)) || !/^refs\/[^/]+\/./.test(name)) throw refused(`${name} is not a valid ref name.`);
  if (beforeOid !== undefined && beforeOid !== (now ?? absent))
    throw refused(`${name} is at ${now ?? absent}, not at ${beforeOid}.`);
  const to = afterOid === absent ? undefined : afterOid;
  if (to !== undefined && (await bare.object(to)) === undefined) throw refused(`Object ${to} does not exist.`);
  if (to !== undefined && now !== undefined && !force && !(await bare.isAncestor(now, to)))
    throw refused(`${name} cannot be updated: it is no fast-forward.`);
  await refuseForbidden(caller, repository, { ref: name, from: now, to });
  if (to !== undefined) await refuseWorkflows(caller, repository, to);
}

const refused = (message: string) => new GraphQLError(message, { extensions: { type: 'UNPROCESSABLE' } });
