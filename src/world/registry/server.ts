import type { DeclaredRegistry } from '../../domain/images/declared-registry.ts';
import { ReleaseError } from '../../domain/error.ts';
import { quoted } from '../../domain/text.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import { PiecesBody } from '../http/file-body.ts';
import type { Answer } from '../http/request.ts';
import { Unanswered } from '../retry.ts';
import { parseChallenge } from './challenge.ts';
import type { Challenge } from './challenge.ts';
import type { RegistryCredentials } from './credentials.ts';
import { Gate } from './gate.ts';
import { mayPass, refusal, retryAfter } from './refusal.ts';
import { stallLimit } from './stall-limit.ts';
import type { StallLimit } from './stall-limit.ts';
import { basic, Tokens } from './tokens.ts';

/** A request to a registry. */
export type Wanted = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/v2/`, or the whole address of an upload. */
  readonly path: string;
  /** For the log and for refusals: `the manifest of ghcr.io/org/app:v1`. */
  readonly what: string;
  readonly scopes: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | PiecesBody | undefined;
};

/** A definite answer. Nobody has to read its body. */
export type Definite = Pick<Answer, 'status' | 'headers' | 'body' | 'url'>;

type Context = {
  readonly host: Host;
  readonly http: Http;
  readonly credentials: RegistryCredentials;
  readonly declared: DeclaredRegistry | undefined;
};

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const mostAtOnce = 32;

/** One registry: where it is, and what it wants to know before it answers. */
export class Server {
  readonly registry: string;
  readonly url: URL;
  readonly #context: Context;
  readonly #tokens: Tokens;
  readonly #gate = new Gate(mostAtOnce);
  #challenge?: Challenge;
  constructor(registry: string, context: Context) {
    this.registry = registry;
    this.url = addressOf(registry, context.declared);
    this.#context = context;
    this.#tokens = new Tokens({ ...context, registry: this.url });
  }

  /**
   * Asks once for a definite answer. Throws `Unanswered` for everything else. Refuses what this login may not do.
   */
  ask<T>(wanted: Wanted, read: (answer: Definite) => Promise<T>): Promise<T> {
    return this.#gate.through(async () => {
      using limit = stallLimit(this.#context.host);
      try {
        const answer = await this.#answered(wanted, limit);
        const body = touching(answer.body, limit);
        const result = await read({ ...answer, body });
        await dismissed({ body }); // what is not read would keep the connection busy
        return result;
      } catch (cause) {
        throw this.#unanswered(wanted, cause, limit);
      }
    });
  }

  /**
   * Content, piece by piece. `check` looks at the answer first. It does not wait at the gate: an upload that is inside
   * waits for this content.
   */
  async *stream(wanted: Wanted, check: (answer: Definite) => Promise<void>): AsyncGenerator<Uint8Array, void> {
    using limit = stallLimit(this.#context.host);
    try {
      const answer = await this.#answered(wanted, limit);
      await check(answer);
      yield* touching(answer.body, limit);
    } catch (cause) {
      throw this.#unanswered(wanted, cause, limit);
    }
  }

  /** Asks, and once more if the registry wants a token or if the token has expired. */
  async #answered(wanted: Wanted, limit: StallLimit): Promise<Definite> {
    await this.#context.http.load();
    limit.touch();
    const given = await this.#authorization(wanted.scopes, undefined);
    let answer = await this.#sent(wanted, given, limit);
    if (answer.status === 401 && this.#isHere(answer)) {
      const challenge = parseChallenge(answer.headers.get('www-authenticate') ?? '');
      if (challenge !== undefined) this.#challenge = challenge;
      const renewed = await this.#authorization(wanted.scopes, given);
      if (renewed !== undefined && renewed !== given) {
        await dismissed(answer);
        answer = await this.#sent(wanted, renewed, limit);
      }
    }
    if (answer.status === 429) this.#gate.narrow();
    else this.#gate.widen();
    if (mayPass(answer)) {
      await dismissed(answer);
      const after = retryAfter(answer, this.url);
      throw new Unanswered(`${this.registry} answered ${answer.status} to a request for ${wanted.what}`, { after });
    }
    if (answer.status === 401 || answer.status === 403) throw await this.refusal(answer, wanted);
    return answer;
  }

  #unanswered({ what }: Wanted, cause: unknown, { signal }: StallLimit): unknown {
    this.#context.host.signal.throwIfAborted();
    if (cause instanceof ReleaseError || cause instanceof Unanswered) return cause;
    const reason: unknown = signal.aborted ? signal.reason : cause;
    const why = reason instanceof Error ? reason.message : String(reason);
    return new Unanswered(`${this.registry} did not answer a request for ${what}: ${why}`, { cause });
  }

  /** What the registry said "no" to. A "yes" that belongs to another question comes from something in between. */
  async refusal(
    answer: Definite,
    { method, what, scopes }: Pick<Wanted, 'method' | 'what' | 'scopes'>,
  ): Promise<Error> {
    if (answer.status < 300)
      return new Unanswered(`${this.registry} answered ${answer.status} with something else to a request for ${what}`);
    const isLoggedIn = (await this.#context.credentials.for(this.registry)) !== undefined;
    const isWrite = !reads.has(method) || scopes.some((scope) => scope.endsWith(',push'));
    const { registry } = this;
    return refusal({ what, registry, status: answer.status, text: await beginningOf(answer), isLoggedIn, isWrite });
  }

  /** The address of an upload, which has to be here: it gets the token. */
  ownAddress(location: string | undefined, base: string, what: string): string {
    const url = location !== undefined && URL.canParse(location, base) ? new URL(location, base) : undefined;
    if (url !== undefined && url.origin === this.url.origin) return url.href;
    throw new ReleaseError(
      `${this.registry} names ${quoted((location ?? '').slice(0, 200))} as the address for ${what}, which is not on ${this.url.origin}.`,
      { fix: `Nothing was sent there. Find out what answers at ${this.url.origin}.` },
    );
  }

  #sent({ method, path, headers, body }: Wanted, authorization: string | undefined, limit: StallLimit) {
    return this.#context.http.fetch(new URL(path, new URL('/v2/', this.url)).href, {
      method,
      headers: {
        'user-agent': 'release-actions',
        ...headers,
        ...(authorization !== undefined && { authorization }),
      },
      body: body instanceof PiecesBody ? touchingBody(body, limit) : body,
      signal: limit.signal,
      staysHere: !reads.has(method),
      keepsEncoding: true,
    });
  }

  #isHere({ url }: Definite): boolean {
    return new URL(url).origin === this.url.origin;
  }

  async #authorization(scopes: readonly string[], refused: string | undefined): Promise<string | undefined> {
    if (this.#challenge === undefined) return undefined;
    const credential = await this.#context.credentials.for(this.registry);
    if (this.#challenge.kind === 'basic') return credential?.kind === 'password' ? basic(credential) : undefined;
    const token = refused?.replace('Bearer ', '');
    return `Bearer ${await this.#tokens.for(scopes, { challenge: this.#challenge, credential, refused: token })}`;
  }
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/** Encrypted, except on this machine or if it is declared. */
function addressOf(registry: string, declared: DeclaredRegistry | undefined): URL {
  const isPlain = loopback.test(registry) || declared?.isPlain === true;
  return new URL(`${isPlain ? 'http' : 'https'}://${registry === 'docker.io' ? 'registry-1.docker.io' : registry}`);
}

const touchingBody = ({ size, pieces }: PiecesBody, limit: StallLimit) =>
  new PiecesBody({ size, pieces: () => touching(pieces(), limit) });

async function* touching(pieces: AsyncIterable<Uint8Array>, { touch }: StallLimit): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    touch();
    yield piece;
  }
}

const longestText = 16 * 1024;

/** Reads the rest of a body that nobody needs. */
async function dismissed({ body }: Pick<Answer, 'body'>): Promise<void> {
  await beginningOf({ body });
}

/** The beginning of a body, as text. What follows is not read. */
async function beginningOf({ body }: Pick<Answer, 'body'>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= longestText) break;
    }
  } catch {
    // the status alone says enough
  }
  return Buffer.concat(chunks).subarray(0, longestText).toString('utf8');
}
