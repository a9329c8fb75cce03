import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, notFound, Refused } from '../core/answer.ts';
import { textOf } from '../core/fields.ts';
import { paged } from '../core/paging.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import { isPerson } from '../core/tokens.ts';
import type { Repository, World } from '../core/world.ts';
import { fullRepository } from './repositories.ts';
import { repositoryView } from './repository-view.ts';

export const forkRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/forks',
    docs: 'repos/forks#list-forks',
    needs: [],
    answer: listForks,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/forks',
    docs: 'repos/forks#create-a-fork',
    needs: ['administration: write'],
    answer: createFork,
  },
];

async function listForks(call: Call, { name }: Repository): Promise<Answer> {
  const forks = call.world.forks(name).flatMap((fork) => call.world.repository(fork) ?? []);
  return paged(call, forks, (fork) => repositoryView(call.world, fork));
}

async function createFork({ world, access, fields }: Call, repository: Repository): Promise<Answer> {
  const owner = textOf(fields, 'organization') ?? access?.login ?? '';
  if (!isPerson(owner)) throw new Refused(403, 'Resource not accessible by integration');
  if (textOf(fields, 'organization') !== undefined && !world.hasAccount(owner)) throw notFound();
  const wanted = `${owner}/${textOf(fields, 'name') ?? repository.name.split('/')[1]}`;
  const known = world.forks(repository.name).find((fork) => fork.startsWith(`${owner}/`));
  if (known === undefined) await clone(world, repository, wanted);
  const fork = world.repository(known ?? wanted);
  if (fork === undefined) throw new Error(`${wanted} was just made, and is not there.`);
  return { status: 202, body: await fullRepository(world, fork, access) };
}

/** Copies the branches and tags of a repository into a fork, which reads the objects from the original. */
async function clone(world: World, { name, bare }: Repository, fork: string): Promise<void> {
  const folder = join(world.instance.root, `${fork}.git`);
  await mkdir(join(folder, 'objects/info'), { recursive: true });
  await mkdir(join(folder, 'refs'));
  await writeFile(join(folder, 'objects/info/alternates'), `${join(bare.folder, 'objects')}\n`);
  await Promise.all(['HEAD', 'config'].map((file) => copyFile(join(bare.folder, file), join(folder, file))));
  world.record(fork, name);
  const refs = [...(await bare.refs())].filter(([ref]) => /^refs\/(?:heads|tags)\//.test(ref));
  const updates = refs.map(([ref, { sha }]) => `create ${ref} ${sha}\n`).join('');
  await world.bare(fork).print(['update-ref', '--stdin'], { input: Buffer.from(updates) });
}
