import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GitProcesses } from './processes.ts';
import { packet } from './push.ts';

export type GitAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type BackendAnswer = GitAnswer & { readonly body: Buffer };

export type GitService = 'git-upload-pack' | 'git-receive-pack';

export type BackendRequest = {
  readonly method: string;
  /** Relative to the root, such as `owner/name.git`. */
  readonly folder: string;
  readonly isListing: boolean;
  readonly service: GitService | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/**
 * The answer of git itself, and in HTTP what `git http-backend` would add to it. That program would be two more processes
 * for each request: https://git-scm.com/docs/git-http-backend
 */
export async function backendAnswer(git: GitProcesses, root: string, request: BackendRequest): Promise<BackendAnswer> {
  const { method, folder, isListing, service, headers } = request;
  if (service === undefined) return withoutGit(403); // git's old protocol of plain files, which GitHub does not serve
  if (method !== (isListing ? 'GET' : 'POST')) return withoutGit(400);
  if (!isListing && headers['content-type'] !== `application/x-${service}-request`) return withoutGit(415);
  const protocol = String(headers['git-protocol'] ?? '');
  const options = ['--stateless-rpc', ...(isListing ? ['--advertise-refs'] : [])];
  const { stdout } = await git.run([service.slice('git-'.length), ...options, join(root, folder)], {
    env: { ...pusher, GIT_PROTOCOL: protocol },
    input: unpacked(request),
  });
  const preamble = isListing && !/(?:^|:)version=2(?:$|:)/.test(protocol) ? announcement(service) : [];
  const type = `application/x-${service}-${isListing ? 'advertisement' : 'result'}`;
  return { status: 200, headers: { ...uncached, 'content-type': type }, body: Buffer.concat([...preamble, stdout]) };
}

/** The body of a request as the client wrote it, before it was compressed. */
export function unpacked({ headers, body }: Pick<BackendRequest, 'headers' | 'body'>): Buffer {
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

function withoutGit(status: number): BackendAnswer {
  return { status, headers: uncached, body: Buffer.alloc(0) };
}

function announcement(service: GitService): readonly Buffer[] {
  return [packet(`# service=${service}\n`), Buffer.from('0000')];
}

const uncached = {
  expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
  pragma: 'no-cache',
  'cache-control': 'no-cache, max-age=0, must-revalidate',
};

/** Who pushes, in the reflog of the repository. */
const pusher = { GIT_COMMITTER_NAME: 'anonymous', GIT_COMMITTER_EMAIL: 'anonymous@http.(none)' };
