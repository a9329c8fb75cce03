import { type Answer, created, noContent, notFound, ok, unprocessable } from '../core/answer.ts';
import type { Ref } from '../core/ref-reader.ts';
import { flagOf, requiredText } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import { paged } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { refuseForbidden, refuseWorkflows } from '../rules/forbidden-changes.ts';

export const refRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/ref/{ref}',
    docs: 'git/refs#get-a-reference',
    needs: ['contents: read'],
    answer: oneRef,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    docs: 'git/refs#list-matching-references',
    needs: ['contents: read'],
    answer: matchingRefs,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/refs',
    docs: 'git/refs#create-a-reference',
    needs: ['contents: write'],
    answer: createRef,
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/git/refs/{ref}',
    docs: 'git/refs#update-a-reference',
    needs: ['contents: write'],
    answer: updateRef,
  },
  {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/git/refs/{ref}',
    docs: 'git/refs#delete-a-reference',
    needs: ['contents: write'],
    answer: deleteRef,
  },
];

function refView(world: World, { name }: Repository, [ref, { sha, type }]: readonly [string, Ref]) {
  const url = `${world.instance.url}/repos/${name}/git`;
  const address = ref.split('/').map(encodeURIComponent).join('/');
  return {
    ref,
    node_id: nodeId('Ref', `${name}:${ref}`),
    url: `${url}/${address}`,
    object: { sha, type, url: `${url}/${type}s/${sha}` },
  };
}

async function oneRef({ world, parameters }: Call, repository: Repository): Promise<Answer> {
  const ref = `refs/${parameters['ref']}`;
  const found = (await world.refs(repository)).get(ref);
  if (found === undefined) throw notFound();
  return ok(refView(world, repository, [ref, found]));
}

async function matchingRefs(call: Call, repository: Repository): Promise<Answer> {
  const refs = [...(await call.world.refs(repository))];
  const found = refs.filter(([ref]) => ref.startsWith(`refs/${call.parameters['ref']}`));
  return paged(call, found, (ref) => refView(call.world, repository, ref));
}

async function createRef(call: Call, repository: Repository): Promise<Answer> {
  const { world, fields } = call;
  const [ref, sha] = [requiredText(fields, 'ref'), requiredText(fields, 'sha')];
  await refuseInvalidName(repository, ref);
  const object = await repository.bare.object(sha);
  if (object === undefined) throw unprocessable('Object does not exist');
  if ((await world.refs(repository)).has(ref)) throw unprocessable('Reference already exists');
  await refuseForbidden(call, repository, { ref, from: undefined, to: sha });
  await refuseWorkflows(call, repository, sha);
  const isMade = await repository.bare.move(ref, { from: '0'.repeat(40), to: sha });
  if (!isMade) throw unprocessable('Reference already exists');
  return created(refView(world, repository, [ref, { sha, type: object.type }]));
}

async function updateRef(call: Call, repository: Repository): Promise<Answer> {
  const { world, parameters, fields } = call;
  const [ref, sha] = [`refs/${parameters['ref']}`, requiredText(fields, 'sha')];
  const known = (await world.refs(repository)).get(ref);
  if (known === undefined) throw unprocessable('Reference does not exist');
  const object = await repository.bare.object(sha);
  if (object === undefined) throw unprocessable('Object does not exist');
  const isForward = await repository.bare.isAncestor(known.sha, sha);
  if (!isForward && flagOf(fields, 'force') !== true) throw unprocessable('Update is not a fast forward');
  await refuseForbidden(call, repository, { ref, from: known.sha, to: sha });
  await refuseWorkflows(call, repository, sha);
  const isMoved = await repository.bare.move(ref, { from: known.sha, to: sha });
  if (!isMoved) throw unprocessable('Update is not a fast forward');
  return ok(refView(world, repository, [ref, { sha, type: object.type }]));
}

async function deleteRef(call: Call, repository: Repository): Promise<Answer> {
  const { world, parameters } = call;
  const ref = `refs/${parameters['ref']}`;
  const known = (await world.refs(repository)).get(ref);
  if (known === undefined) throw unprocessable('Reference does not exist');
  await refuseForbidden(call, repository, { ref, from: known.sha, to: undefined });
  await repository.bare.remove(ref);
  return noContent;
}

async function refuseInvalidName({ bare }: Repository, ref: string): Promise<void> {
  if (!(await bare.isRefName(ref)) || !/^refs\/[^/]+\/./.test(ref))
    throw unprocessable(`${ref} is not a valid ref name.`);
}
