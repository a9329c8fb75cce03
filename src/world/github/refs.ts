import { ReleaseError } from '../../domain/error.ts';
import { listed } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import { gitObject, list, record, string } from '../shape.ts';
import type { Client } from './client.ts';
import { ownerAndRepo } from './repositories.ts';

/** A ref by its full name, and where it was; undefined: it was not there. */
export type SeenRef = { readonly ref: string; readonly seen: string | undefined };

const found = record({ ref: string, object: record({ sha: gitObject }) });
const absent = '0'.repeat(40);

/** The refs of a repository, by their full names. */
export class Refs {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  async at(repository: string, ref: string): Promise<string | undefined> {
    const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}'; // knows refs that are no branches and no tags, too
    const wanted = { ...ownerAndRepo(repository), ref: ref.replace(/^refs\//, '') };
    const all = (await this.#client.look(route, wanted, list(found))) ?? [];
    return all.find((one) => one.ref === ref)?.object.sha;
  }
}

type Movement = {
  readonly repository: { readonly id: string; readonly name: string };
  readonly refs: readonly SeenRef[];
  readonly to: string;
};

// Why: docs/decisions.md D67
/** Moves all refs to a commit, or none. They have to be where they were seen. For the `apply` of a Change. */
export async function moveRefs(client: Client, { repository, refs, to }: Movement): Promise<void> {
  const refUpdates = refs.map(({ ref, seen }) => ({ name: ref, beforeOid: seen ?? absent, afterOid: to, force: true }));
  const input = { repositoryId: repository.id, refUpdates };
  const objections = await client.mutate(
    'mutation($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }',
    { input },
  );
  if (objections.length === 0) return;
  const port = new Refs(client);
  for (const { ref, seen } of refs)
    if ((await port.at(repository.name, ref)) !== seen) throw new Moved(`somebody moved ${ref} of ${repository.name}`);
  throw new ReleaseError(
    `GitHub did not move ${listed(refs.map(({ ref }) => ref))} of ${repository.name}. It says: ${objections.join(' ').slice(0, 1000)}`,
    { fix: 'Correct what GitHub names, and run it again. What is already done is not repeated.' },
  );
}
