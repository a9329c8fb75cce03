import { repositoryOn } from '../../domain/repositories/repository.ts';
import { serverUrl } from '../environment.ts';
import type { Host } from '../host.ts';
import type { GitCommand } from './command.ts';
import { parseBranches, parseRefs } from './refs.ts';
import type { Branches, Refs } from './refs.ts';
import { isAddress } from './transport.ts';
import type { Transport, DirectedRemote } from './transport.ts';

/** The refs and addresses of remotes. Nothing here writes. */
export class Remotes {
  readonly #host: Host;
  readonly #git: GitCommand;
  readonly #transport: Transport;
  constructor(host: Host, { git, transport }: { readonly git: GitCommand; readonly transport: Transport }) {
    this.#host = host;
    this.#git = git;
    this.#transport = transport;
  }

  /** Whether the checkout has a remote of this name. Always true for an address. */
  async has(remote: string): Promise<boolean> {
    return isAddress(remote) || (await this.#transport.names()).includes(remote);
  }

  /** The address behind a remote's name. */
  address(where: DirectedRemote): Promise<string> {
    return this.#transport.address(where);
  }

  /** The tags of a remote, and the tip of one of its branches, in one request. */
  async refs(where: DirectedRemote, branch?: string): Promise<Refs> {
    const patterns = ['HEAD', 'refs/tags/*', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
    return parseRefs(await this.#transport.refs(where, patterns));
  }

  /** The tips of some branches of a remote, and its default branch. */
  async branches(where: DirectedRemote, names: readonly string[]): Promise<Branches> {
    const patterns = ['HEAD', ...names.map((name) => `refs/heads/${name}`)];
    return parseBranches(await this.#transport.refs(where, patterns, ['--symref']));
  }

  /** Whether a push to this remote uses the token. */
  async takesToken(remote: string): Promise<boolean> {
    return this.#git.takesToken(await this.address({ remote, direction: 'push' }));
  }

  /** Whether a push to a remote starts workflows; undefined if that depends on other credentials or on another server. */
  async startsWorkflows(remote: string): Promise<boolean | undefined> {
    const { isJobToken, env } = this.#host;
    if (isJobToken === undefined) return undefined;
    if (await this.takesToken(remote)) return !isJobToken;
    const address = await this.address({ remote, direction: 'push' });
    return isJobToken || repositoryOn(serverUrl(env), address) === undefined ? undefined : true;
  }
}
