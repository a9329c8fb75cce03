import { type Answer, created, notFound, ok, unprocessable } from '../core/answer.ts';
import { type Fields, listOf, requiredText, textOf } from '../core/fields.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository, World } from '../core/world.ts';
import { storeBlob } from './blobs.ts';
import { resolved } from './commits.ts';
import { editedTree, type TreeEntry } from './tree-edit.ts';

export const treeRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    docs: 'git/trees#get-a-tree',
    needs: ['contents: read'],
    answer: oneTree,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/trees',
    docs: 'git/trees#create-a-tree',
    needs: ['contents: write'],
    answer: createTree,
  },
];

async function oneTree(
  { world, parameters: { tree_sha: name = '' }, query }: Call,
  repository: Repository,
): Promise<Answer> {
  const object = await repository.bare.object(name);
  const sha = object?.type === 'tree' ? object.sha : (await resolved(world, repository, name))?.tree;
  if (sha === undefined) throw notFound();
  return ok(await treeView(world, repository, { sha, isRecursive: query.has('recursive') }));
}

async function treeView(
  world: World,
  { name, bare }: Repository,
  { sha, isRecursive }: { sha: string; isRecursive: boolean },
) {
  const url = `${world.instance.url}/repos/${name}/git`;
  const printed = await bare.print(['ls-tree', '-z', '--long', ...(isRecursive ? ['-r', '-t'] : []), sha]);
  const tree = printed
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const [mode = '', type = '', object = '', size = '-'] = entry.slice(0, entry.indexOf('\t')).split(/ +/);
      const path = entry.slice(entry.indexOf('\t') + 1);
      return {
        path,
        mode,
        type,
        sha: object,
        ...(size !== '-' && { size: Number(size) }),
        url: `${url}/${type}s/${object}`,
      };
    });
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false };
}

async function createTree({ world, fields }: Call, repository: Repository): Promise<Answer> {
  const base = textOf(fields, 'base_tree');
  const start = base === undefined ? undefined : await repository.bare.object(base);
  if (base !== undefined && start?.type !== 'tree' && start?.type !== 'commit') throw notFound();
  const entries = await Promise.all(
    (listOf(fields, 'tree') ?? []).map((entry) => treeEntry(repository, entry as Fields)),
  );
  const sha = await editedTree(repository.bare, start?.sha, entries);
  return created(await treeView(world, repository, { sha, isRecursive: false }));
}

async function treeEntry({ bare }: Repository, entry: Fields): Promise<TreeEntry> {
  const path = requiredText(entry, 'path');
  const mode = textOf(entry, 'mode') ?? '100644';
  if (path === '' || path.startsWith('/')) throw unprocessable('tree.path contains a malformed path component');
  const content = textOf(entry, 'content');
  if (content !== undefined) return { path, mode, sha: await storeBlob({ bare }, Buffer.from(content)) };
  const sha = textOf(entry, 'sha');
  if (sha === undefined && entry['sha'] !== null) throw unprocessable('Must supply either tree.sha or tree.content.');
  if (sha !== undefined && (await bare.object(sha)) === undefined)
    throw unprocessable(`tree.sha ${sha} is not a valid blob`);
  return { path, mode, sha };
}
