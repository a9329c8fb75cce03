import { asking, beginUpload } from './uploads.ts';
import type { Target } from './uploads.ts';

/**
 * Asks a registry to take a blob over from another of its repositories. undefined if it did, or if it had the blob already.
 * Otherwise the address of the upload that it has begun in its place.
 * https://github.com/opencontainers/distribution-spec/blob/main/spec.md#mounting-a-blob-from-another-repository
 */
export async function mountOrBegin(target: Target, digest: string, from: string): Promise<string | undefined> {
  const { server, place } = target;
  const path = `${place.repository}/blobs/uploads/?${new URLSearchParams({ mount: digest, from }).toString()}`;
  const wanted = { ...asking(target), method: 'POST', path } as const;
  const answered = await server.ask(wanted, async (answer) => {
    if (answer.status === 201) return 'mounted';
    if (answer.status !== 202) return 'refused';
    return { upload: server.ownAddress(answer.headers.get('location'), answer.url, wanted.what) };
  });
  if (answered === 'mounted') return undefined;
  return answered === 'refused' ? beginUpload(target) : answered.upload;
}
