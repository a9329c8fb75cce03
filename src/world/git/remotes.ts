import type { Host } from '../host.ts';
import type { GitCommand } from './command.ts';
import { parseBranches, parseRefs } from './refs.ts';
import type { Branches, Refs } from './refs.ts';
import { isAddress } from './transport.ts';
import type { Transport, Where } from './transport.ts';

/** What remotes have, and how they are reached. Nothing here writes. */
export class Remotes {
  readonly #host: Host;
  readonly #git: GitCommand;
  readonly #transport: Transport;
  constructor(host: Host, { git, transport }: { readonly git: GitCommand; readonly transport: Transport }) {
    this.#host = host;
    this.#git = git;
    this.#transport = transport;
  }

  /** Whether the checkout can reach a remote by this name, or it is an address. */
  async has(remote: string): Promise<boolean> {
    return isAddress(remote) || (await this.#transport.names()).includes(remote);
  }

  /** The address behind a remote's name. */
  address(where: Where): Promise<string> {
    return this.#transport.address(where);
  }

  /** The tags of a remote, and where one of its branches is, in one request. */
  async refs(where: Where, branch?: string): Promise<Refs> {
    const patterns = ['HEAD', 'refs/tags/*', ...(branch === undefined ? [] : [`refs/heads/${branch}`])];
    return parseRefs(await this.#transport.refs(where, patterns));
  }

  /** Where some branches of a remote are, and which one is its default. */
  async branches(where: Where, names: readonly string[]): Promise<Branches> {
    const patterns = ['HEAD', ...names.map((name) => `refs/heads/${name}`)];
    return parseBranches(await this.#transport.refs(where, patterns, ['--symref']));
  }

  /** Whether a push to this remote is made with the token. */
  async takesToken(remote: string): Promise<boolean> {
    return this.#git.takesToken(await this.address({ remote, direction: 'push' }));
  }

  /** Whether what is pushed to a remote starts workflows; undefined where the push uses credentials that are unknown here. */
  async startsWorkflows(remote: string): Promise<boolean | undefined> {
    const { isJobToken } = this.#host;
    if (isJobToken === undefined) return undefined;
    return (await this.takesToken(remote)) ? !isJobToken : isJobToken ? undefined : true;
  }
}
