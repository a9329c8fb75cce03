import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import { timeLimit } from '../http/time-limit.ts';
import { repeated, Unanswered } from '../retry.ts';
import { integer, maybe, record, string } from '../shape.ts';
import type { Challenge } from './challenge.ts';
import type { Credential } from './config-file.ts';
import { trustedRealm } from './realm.ts';
import type { NamedRealm } from './realm.ts';
import { mayPass, retryAfter, wordsOf } from './refusal.ts';

type Bearer = Extract<Challenge, { readonly kind: 'bearer' }>;
type Token = { readonly value: string; readonly expires: number };
type Context = Omit<NamedRealm, 'realm'> & { readonly host: Host; readonly http: Http };
type Asking = {
  readonly challenge: Bearer;
  readonly credential: Credential | undefined;
  /** A token that the registry does not accept any more. */
  readonly refused: string | undefined;
};

const answered = record({ token: maybe(string), access_token: maybe(string), expires_in: maybe(integer) });
const patience = 30_000;
const usualLife = 60; // seconds, if the server says nothing: https://distribution.github.io/distribution/spec/auth/token/

/** The tokens of one registry: one for each set of scopes, asked for again when it has expired. */
export class Tokens {
  readonly #context: Context;
  readonly #tokens = new Map<string, Promise<Token>>();
  constructor(context: Context) {
    this.#context = context;
  }

  /** The token for a set of scopes. Requests that run at the same time share it. */
  async for(scopes: readonly string[], asking: Asking): Promise<string> {
    const key = scopes.toSorted().join(' ');
    const known = this.#tokens.get(key);
    const token = await known?.catch(() => undefined);
    if (token !== undefined && token.value !== asking.refused && Date.now() < token.expires) return token.value;
    const meanwhile = this.#tokens.get(key);
    const asked =
      meanwhile === undefined || meanwhile === known
        ? repeated(() => this.#ask(scopes, asking), this.#context.host)
        : meanwhile;
    this.#tokens.set(key, asked);
    return (await asked).value;
  }

  async #ask(scopes: readonly string[], { challenge, credential }: Asking): Promise<Token> {
    const { host, http } = this.#context;
    const url = await trustedRealm({ ...this.#context, realm: challenge.realm });
    const begun = Date.now();
    await http.load();
    const limit = timeLimit(patience, host);
    const unanswered = (cause: unknown) => {
      host.signal.throwIfAborted();
      if (cause instanceof ReleaseError) throw cause;
      const reason = limit.isOver() ? 'it took too long' : cause instanceof Error ? cause.message : String(cause);
      throw new Unanswered(`${url.origin} issued no token: ${reason}`, { cause });
    };
    const question = questionOf(url, { scopes, service: challenge.service, credential });
    const sent = { ...question.request, signal: limit.signal, keepsRedirects: true };
    const answer = await http.fetch(question.address, sent).catch(unanswered);
    const text = await answer.text().catch(unanswered);
    const { status } = answer;
    if (mayPass(answer))
      throw new Unanswered(`${url.origin} answered ${status} to a request for a token`, {
        after: retryAfter(answer, url),
      });
    if (status >= 300 && status < 400) throw redirected(url);
    if (status !== 200) throw noToken({ url, status, text, credential });
    return tokenOf(text, url, begun);
  }
}

type Question = {
  readonly scopes: readonly string[];
  readonly service: string | undefined;
  readonly credential: Credential | undefined;
};

/** A GET with the password, or with nothing, or a POST with a token that buys other tokens. */
function questionOf(url: URL, { scopes, service, credential }: Question) {
  const headers = { 'user-agent': 'release-actions', accept: 'application/json' };
  const common = service === undefined ? {} : { service };
  if (credential?.kind === 'identity') {
    const values = { ...common, scope: scopes.join(' '), client_id: 'release-actions' };
    const form = new URLSearchParams({ ...values, grant_type: 'refresh_token', refresh_token: credential.token });
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return { address: url.href, request: { method: 'POST', headers: { ...headers, ...type }, body: form.toString() } };
  }
  const address = new URL(url);
  for (const [name, value] of Object.entries(common)) address.searchParams.set(name, value);
  for (const scope of scopes) address.searchParams.append('scope', scope);
  const authorization = credential === undefined ? {} : { authorization: basic(credential) };
  return { address: address.href, request: { method: 'GET', headers: { ...headers, ...authorization } } };
}

/** https://www.rfc-editor.org/rfc/rfc7617 */
export const basic = ({ user, password }: Extract<Credential, { readonly kind: 'password' }>): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function tokenOf(text: string, url: URL, begun: number): Token {
  try {
    const { token, access_token: accessToken, expires_in: seconds } = answered(JSON.parse(text));
    const value = token ?? accessToken ?? '';
    if (/^[\x21-\x7e]+$/.test(value)) return { value, expires: begun + Math.max(seconds ?? usualLife, 1) * 1000 * 0.9 };
  } catch {
    // what is wrong with it may have a part of the token in it
  }
  throw new Unanswered(`${url.origin} answered a request for a token with something else`);
}

const redirected = ({ origin }: URL) =>
  new ReleaseError(`${origin} redirects a request for a token, which is not followed.`, {
    fix: `A password is sent only to the server that the registry names. Find out what answers at ${origin}.`,
  });

type Refused = {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly credential: Credential | undefined;
};

const noToken = ({ url, status, text, credential }: Refused) =>
  new ReleaseError(
    `${url.origin} issues no token${credential === undefined ? ' without a login' : ' for this login'}: it answered ${status}, ${quoted(wordsOf(text))}.`,
    {
      fix: credential === undefined ? logIn : `${logIn} The login that is stored may have expired.`,
    },
  );

const logIn = 'Log in to the registry in an earlier step, for example with docker/login-action.';
