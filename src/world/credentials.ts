import { apiUrl, serverUrl } from './environment.ts';
import type { Environment } from './environment.ts';

/** Tokens by server. Each token is sent only to its own server. */
export class Credentials {
  readonly #tokens: ReadonlyMap<string, string>;
  constructor(tokens: ReadonlyMap<string, string> = new Map()) {
    this.#tokens = tokens;
  }

  /** The credentials for GitHub's pages and its API: the token of the step, if there is one. */
  static forGitHub(env: Environment, token: string | undefined): Credentials {
    if (token === undefined) return new Credentials();
    const origins = [serverUrl(env), apiUrl(env)].flatMap((address) => originOf(address) ?? []);
    return new Credentials(new Map(origins.map((origin) => [origin, token])));
  }

  /** The token for the server of an address. */
  tokenFor(address: string): string | undefined {
    return this.#tokens.get(originOf(address) ?? '');
  }
}

function originOf(address: string): string | undefined {
  return /^https?:/.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
}
