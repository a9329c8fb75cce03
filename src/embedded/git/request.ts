import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type BackendRequest, type GitService, unpacked } from './backend.ts';
import { parsePush, type Push, type RefUpdate } from './push.ts';

/** A request as it arrived. `status` is undefined until an answer is sent; it stays so if none is. */
export type GitRequest = {
  readonly method: string;
  readonly path: string;
  readonly service: GitService | undefined;
  /** Every Authorization header as it was sent. */
  readonly authorization: readonly string[];
  /** The updates that a push asks for. */
  readonly updates: readonly RefUpdate[];
  readonly status: number | undefined;
};

export type ParsedRequest = {
  readonly record: GitRequest;
  /** `owner/name`, if there is such a repository. */
  readonly repository: string | undefined;
  readonly push: Push | undefined;
  readonly forBackend: BackendRequest;
};

/** Reads a request to its end, and parses it. */
export async function parsedRequest(message: IncomingMessage, root: string): Promise<ParsedRequest> {
  const { method = 'GET', headers, url = '/' } = message;
  const [path = '/', query = ''] = url.split('?', 2);
  const body = await buffer(message);
  const { repository, endpoint } = parsePath(path, root);
  const isListing = endpoint === 'info/refs';
  const service = knownService(isListing ? new URLSearchParams(query).get('service') : endpoint);
  const push =
    endpoint === 'git-receive-pack' && method === 'POST' ? parsePush(unpacked({ headers, body })) : undefined;
  const authorization = message.headersDistinct['authorization'] ?? [];
  return {
    record: {
      method,
      path,
      service,
      authorization,
      updates: push?.updates ?? [],
      status: undefined,
    },
    repository,
    push,
    forBackend: { method, folder: `${repository}.git`, isListing, service, headers, body },
  };
}

type ServicePath = { readonly repository: string | undefined; readonly endpoint: string | undefined };

/** GitHub serves a repository with and without `.git`. The pattern allows no path that leaves the root. */
function parsePath(path: string, root: string): ServicePath {
  const pattern = /^\/((?!\.+\/)[\w.-]+\/[\w.-]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;
  const [, repository, endpoint] = pattern.exec(path) ?? [];
  const exists = repository !== undefined && existsSync(join(root, `${repository}.git`));
  return { repository: exists ? repository : undefined, endpoint };
}

function knownService(name: string | null | undefined): GitRequest['service'] {
  return name === 'git-upload-pack' || name === 'git-receive-pack' ? name : undefined;
}
