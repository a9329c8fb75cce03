import { generateKeyPair, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { SourcePosition } from '../../domain/error.ts';
import type { Room, Visitor } from '../steps/room.ts';

/** A token that a step got, by what its receiver looks at. */
export type IdToken = { readonly audience: string; readonly subject: string; readonly at: SourcePosition };

const minutes = 5;

// https://docs.github.com/actions/reference/security/oidc
/** The tokens of OpenID Connect that jobs may ask for. Nobody knows the key that signs them. */
export class IdTokens {
  readonly issued: IdToken[] = [];
  #key: Promise<KeyObject> | undefined;

  /** The variables of a step. Without the permission it has none. */
  variablesFor({ room }: Visitor, address: string, token: string): Readonly<Record<string, string>> {
    if (room.permissions['id-token'] !== 'write') return {};
    return {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${address}/${endpoint}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
    };
  }

  async answer(message: IncomingMessage, response: ServerResponse, asked: Visitor & { token: string }): Promise<void> {
    const { room, at, token } = asked;
    if (message.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    const claims = claimsOf(room, new URL(message.url ?? '', 'http://localhost').searchParams.get('audience'));
    const { aud: audience, sub: subject } = claims;
    if (!this.issued.some((one) => one.audience === audience && one.subject === subject))
      this.issued.push({ audience, subject, at });
    const value = await this.#signed(claims);
    room.masks.add(value);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ count: value.length, value }));
  }

  async #signed(claims: object): Promise<string> {
    this.#key ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
    const header = { alg: 'RS256', kid: 'rehearsal', typ: 'JWT' };
    const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), await this.#key).toString('base64url')}`;
  }
}

/** The last part of the address at which a step asks for a token. */
export const endpoint = 'id-token';

type Claims = Readonly<Record<string, string | number>> & { readonly aud: string; readonly sub: string };

function claimsOf({ contexts, workflow, deployment }: Room, audience: string | null): Claims {
  const github = contexts['github'] as Readonly<Record<string, string>>;
  const text = (name: string) => github[name] ?? '';
  const [repository, ref] = [text('repository'), text('ref')];
  const now = Math.floor(Date.now() / 1000);
  const isElsewhere = workflow.includes('@'); // a workflow of another repository has its ref in its name
  return {
    jti: randomUUID(),
    sub: `repo:${repository}:${subjectOf(github, deployment)}`,
    aud: audience ?? `https://github.com/${text('repository_owner')}`,
    iss: 'https://token.actions.githubusercontent.com',
    ...(deployment !== undefined && { environment: deployment }),
    ...Object.fromEntries(taken.map((name) => [name, text(name)])),
    ref_protected: 'false',
    repository_visibility: 'public',
    runner_environment: 'github-hosted',
    job_workflow_ref: isElsewhere ? workflow : `${repository}/${workflow}@${ref}`,
    ...(!isElsewhere && { job_workflow_sha: text('sha') }),
    nbf: now - minutes * 60,
    iat: now,
    exp: now + minutes * 60,
  };
}

const taken =
  'actor actor_id base_ref event_name head_ref ref ref_type sha repository repository_id repository_owner repository_owner_id run_attempt run_id run_number workflow workflow_ref workflow_sha'.split(
    ' ',
  );

/** What receivers look at most: the environment, a pull request, or the ref. */
function subjectOf(github: Readonly<Record<string, string>>, deployment: string | undefined): string {
  if (deployment !== undefined) return `environment:${deployment.replaceAll(':', '%3A')}`;
  return github['event_name'] === 'pull_request' ? 'pull_request' : `ref:${github['ref']}`;
}
