import type { ImageRepository } from '../../domain/images/reference.ts';
import { PiecesBody } from '../http/file-body.ts';
import { dismissed } from './server.ts';
import type { Server, Wanted } from './server.ts';

/** Where content goes, with what may be done there. */
export type Target = {
  readonly server: Server;
  readonly place: ImageRepository;
  readonly scopes: readonly string[];
};

type Content = {
  readonly digest: string;
  readonly size: number;
  readonly content: () => AsyncIterable<Uint8Array>;
};

/** Begins an upload, and returns its address. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#post-then-put */
export function beginUpload(target: Target): Promise<string> {
  const { server, place } = target;
  const wanted = { ...asking(target), method: 'POST', path: `${place.repository}/blobs/uploads/` } as const;
  return server.ask(wanted, async (answer) => {
    if (answer.status !== 202) throw await server.refusal(answer, wanted);
    await dismissed(answer);
    return server.ownAddress(answer.headers.get('location'), answer.url, wanted.what);
  });
}

/** Sends the content, which ends the upload. If that fails, the registry is told to forget what it has of it. */
export async function finishUpload(target: Target, address: string, blob: Content): Promise<void> {
  const { server } = target;
  const wanted: Wanted = {
    ...asking(target),
    method: 'PUT',
    path: `${address}${address.includes('?') ? '&' : '?'}digest=${blob.digest}`,
    headers: { 'content-type': 'application/octet-stream' },
    body: new PiecesBody({ size: blob.size, pieces: blob.content }),
  };
  try {
    await server.ask(wanted, async (answer) => {
      if (answer.status !== 201) throw await server.refusal(answer, wanted);
      await dismissed(answer);
    });
  } catch (error) {
    const ending = { ...asking(target), method: 'DELETE', path: address } as const;
    await server.ask(ending, dismissed).catch(() => {}); // registries forget uploads by themselves, later
    throw error;
  }
}

export const asking = ({ place, scopes }: Target): Pick<Wanted, 'what' | 'scopes'> => ({
  what: `content of ${place.registry}/${place.repository}`,
  scopes,
});
