import { ReleaseError } from '../../domain/error.ts';
import type { StandInCall } from '../steps/found-action.ts';

/** Sends requests to the embedded GitHub with one token. `…` stands for the repository. */
export type Ask = (request: string, body?: object) => Promise<unknown>;

/** Without a token, it is that of the job. */
export const askerFor =
  (call: StandInCall, token: string): Ask =>
  (request, body) =>
    askGitHub(call, { request, token, body });

async function askGitHub(
  { env, room }: StandInCall,
  { request, token, body }: { readonly request: string; readonly token: string; readonly body: object | undefined },
): Promise<unknown> {
  const [method = '', path = ''] = request.split(' ');
  const url = path.startsWith('http')
    ? path
    : `${env['GITHUB_API_URL']}${path.replace('…', `/repos/${env['GITHUB_REPOSITORY']}`)}`;
  const isFile = body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token || jobToken(room)}`,
      'user-agent': 'rehearsal',
      ...(isFile && { 'content-type': 'application/octet-stream', 'content-length': String(body.length) }),
    },
    ...(body !== undefined && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return answer;
  const { message = '' } = (answer ?? {}) as { readonly message?: string };
  throw new ReleaseError(
    `${method} ${path.replace(/^https?:\/\/[^/]+/, '')} was refused: ${response.status} ${message}.`,
  );
}

/** The token of the job. */
export const jobToken = ({ contexts }: StandInCall['room']): string =>
  (contexts['github'] as { readonly token?: string }).token ?? '';
