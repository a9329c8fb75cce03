import type { IncomingHttpHeaders } from 'node:http';
import type { GitProcesses } from './processes.ts';

export type GitAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type BackendAnswer = GitAnswer & { readonly body: Buffer };

export type BackendRequest = {
  readonly method: string;
  /** Relative to the root, such as `/owner/name.git/info/refs`. */
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** The answer of `git http-backend`, the CGI program of git: https://git-scm.com/docs/git-http-backend */
export async function backendAnswer(git: GitProcesses, root: string, request: BackendRequest): Promise<BackendAnswer> {
  const { stdout, stderr } = await git.run(['http-backend'], {
    env: cgiVariables(root, request),
    input: request.body,
  });
  const end = stdout.indexOf('\r\n\r\n');
  if (end === -1) throw new Error(`git http-backend printed no headers: ${stderr}`);
  const { status, ...headers } = headerFields(stdout.subarray(0, end).toString('latin1'));
  return { status: Number.parseInt(status ?? '200', 10), headers, body: stdout.subarray(end + 4) };
}

function cgiVariables(root: string, { method, path, query, headers, body }: BackendRequest): Record<string, string> {
  return {
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: method,
    PATH_INFO: path,
    QUERY_STRING: query,
    CONTENT_TYPE: headers['content-type'] ?? '',
    CONTENT_LENGTH: String(body.length), // a chunked body has no such header
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
  };
}

function headerFields(block: string): Record<string, string> {
  return Object.fromEntries(
    block.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}
