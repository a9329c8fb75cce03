import { type Answer, created, notFound, ok } from '../core/answer.ts';
import { requiredText, textOf } from '../core/fields.ts';
import { nodeId } from '../core/node-id.ts';
import type { Call, RepositoryRoute } from '../core/route.ts';
import type { Repository } from '../core/world.ts';

export const blobRoutes: readonly RepositoryRoute[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    docs: 'git/blobs#get-a-blob',
    needs: ['contents: read'],
    answer: oneBlob,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/git/blobs',
    docs: 'git/blobs#create-a-blob',
    needs: ['contents: write'],
    answer: createBlob,
  },
];

async function oneBlob(
  { world, parameters: { file_sha: sha = '' } }: Call,
  { name, bare }: Repository,
): Promise<Answer> {
  const object = await bare.object(sha);
  if (object?.type !== 'blob') throw notFound();
  return ok({
    sha: object.sha,
    node_id: nodeId('Blob', object.sha),
    size: object.content.length,
    url: `${world.instance.url}/repos/${name}/git/blobs/${object.sha}`,
    content: encoded(object.content),
    encoding: 'base64',
  });
}

async function createBlob({ world, fields }: Call, repository: Repository): Promise<Answer> {
  const encoding = textOf(fields, 'encoding') === 'base64' ? 'base64' : 'utf8';
  const sha = await storeBlob(repository, Buffer.from(requiredText(fields, 'content'), encoding));
  return created({ sha, url: `${world.instance.url}/repos/${repository.name}/git/blobs/${sha}` });
}

export async function storeBlob({ bare }: Pick<Repository, 'bare'>, content: Buffer): Promise<string> {
  return (await bare.print(['hash-object', '-w', '--stdin'], { input: content })).trim();
}

/** Base64 in lines of 60 characters, as GitHub sends it. */
export function encoded(content: Buffer): string {
  return content.toString('base64').replaceAll(/.{1,60}/g, '$&\n');
}
