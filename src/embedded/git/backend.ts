import type { IncomingHttpHeaders } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GitProcesses } from './processes.ts';
import { flush, packet } from './push.ts';

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
  const { method, isListing, service, headers } = request;
  if (service === undefined) return withoutGit(403); // git's old protocol of plain files, which GitHub does not serve
  if (method !== (isListing ? 'GET' : 'POST')) return withoutGit(400);
  if (!isListing && headers['content-type'] !== `application/x-${service}-request`) return withoutGit(415);
  const isVersion2 = isListing && /(?:^|:)version=2(?:$|:)/.test(protocolOf(request));
  const listsNothing = isVersion2 && service === 'git-upload-pack';
  const printed = await (listsNothing ? capabilities : printedByGit)(git, root, { ...request, service });
  const preamble = isListing && !isVersion2 ? announcement(service) : [];
  const type = `application/x-${service}-${isListing ? 'advertisement' : 'result'}`;
  return { status: 200, headers: { ...uncached, 'content-type': type }, body: Buffer.concat([...preamble, printed]) };
}

type ServiceRequest = BackendRequest & { readonly service: GitService };

async function printedByGit(git: GitProcesses, root: string, request: ServiceRequest): Promise<Buffer> {
  const args = [request.service.slice('git-'.length), '--stateless-rpc'];
  const options = request.isListing ? ['--advertise-refs'] : [];
  const env = { ...pusher, GIT_PROTOCOL: protocolOf(request) };
  const { stdout } = await git.run([...args, ...options, join(root, request.folder)], {
    env,
    input: unpacked(request),
  });
  return stdout;
}

/** The first answer of protocol 2. It has no refs, and depends only on the configuration of the repository. */
async function capabilities(git: GitProcesses, root: string, request: ServiceRequest): Promise<Buffer> {
  const configuration = await readFile(join(root, request.folder, 'config'), 'utf8');
  const key = `${protocolOf(request)}\n${configuration}`;
  const answer = knownCapabilities.get(key) ?? (await printedByGit(git, root, request));
  if (answer.subarray(-4).equals(flush)) knownCapabilities.set(key, answer); // a git that was ended prints less
  return answer;
}

const knownCapabilities = new Map<string, Buffer>();

function protocolOf({ headers }: BackendRequest): string {
  return String(headers['git-protocol'] ?? '');
}

/** The body of a request as the client wrote it, before it was compressed. */
export function unpacked({ headers, body }: Pick<BackendRequest, 'headers' | 'body'>): Buffer {
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

function withoutGit(status: number): BackendAnswer {
  return { status, headers: uncached, body: Buffer.alloc(0) };
}

function announcement(service: GitService): readonly Buffer[] {
  return [packet(`# service=${service}\n`), flush];
}

const uncached = {
  expires: 'Fri, 01 Jan 1980 00:00:00 GMT',
  pragma: 'no-cache',
  'cache-control': 'no-cache, max-age=0, must-revalidate',
};

/** Who pushes, in the reflog of the repository. */
const pusher = { GIT_COMMITTER_NAME: 'anonymous', GIT_COMMITTER_EMAIL: 'anonymous@http.(none)' };
