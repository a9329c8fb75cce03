import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { listed, quoted } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Host } from '../host.ts';
import { repeated, Unanswered } from '../retry.ts';
import type { GitCommand } from './command.ts';
import { lastWords, refusal } from './refusal.ts';

/** A remote, and by which of its addresses: who pushes has to look where it will push. */
export type Where = { readonly remote: string; readonly direction: 'fetch' | 'push' };

/** Talks to other repositories: a question is repeated until it gets a definite answer, a push is made once. */
export class Transport {
  readonly #host: Host;
  readonly #git: GitCommand;
  readonly #addresses = new Map<string, Promise<string>>();
  constructor(host: Host, git: GitCommand) {
    this.#host = host;
    this.#git = git;
  }

  /** What git prints when it asks a remote; `before` and `after` stand around the address. */
  async look(where: Where, before: readonly string[], after: readonly string[]): Promise<string> {
    const url = await this.address(where);
    return repeated(() => this.#ask(where.remote, url, [...before, '--', url, ...after]), this.#host);
  }

  /** The refs of a remote. A server that names none at all has not answered: a proxy or a login page did. */
  async refs(where: Where, patterns: readonly string[], options: readonly string[] = []): Promise<string> {
    const { remote } = where;
    const url = await this.address(where);
    return repeated(async () => {
      const refs = await this.#ask(remote, url, ['ls-remote', ...options, '--', url, ...patterns]);
      if (refs.trim() === '' && /^https?:/.test(url))
        throw new Unanswered(`${remote} names no refs at all, not even HEAD`);
      return refs;
    }, this.#host);
  }

  /** Creates refs, without force. Those that are `seen` may move, if they still are there; '' stands for nowhere. */
  async push(
    remote: string,
    refs: ReadonlyMap<string, string>,
    { seen = new Map(), folder = '.' }: { seen?: ReadonlyMap<string, string>; folder?: string | undefined } = {},
  ): Promise<void> {
    const url = await this.address({ remote, direction: 'push' });
    const leases = [...seen].map(([ref, object]) => `--force-with-lease=${ref}:${object}`);
    const refspecs = [...refs].map(([ref, object]) => `${object}:${ref}`);
    const push = ['-C', folder, 'push', ...alone, ...leases];
    const { code, stdout, stderr } = await this.#git.talk(url, [...push, '--', url, ...refspecs]);
    if (code === 0) return;
    const said = `${stderr}\n${stdout}`;
    const named = [...refs.keys()].join(' ');
    throw (
      refusal(said, remote, 'write') ??
      new Moved(`the push of ${named} to ${remote} was not confirmed: ${lastWords(said)}`)
    );
  }

  /**
   * The address behind a name. Used in its place, it keeps every refspec of the remote out of the way. It is looked up
   * once: a run that began with one repository must not end with another.
   */
  address(where: Where): Promise<string> {
    const { remote, direction } = where;
    if (isAddress(remote)) return Promise.resolve(absolute(remote, this.#host.workspace));
    const key = `${direction} ${remote}`;
    const known = this.#addresses.get(key) ?? this.#lookUp(where);
    this.#addresses.set(key, known);
    return known;
  }

  /** The address as git uses it, after all `url.*.insteadOf`. */
  effective(address: string): Promise<string> {
    const known = this.#addresses.get(address) ?? this.#git.read(['ls-remote', '--get-url', '--', address]);
    this.#addresses.set(address, known);
    return known;
  }

  async #ask(remote: string, url: string, args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.#git.talk(url, args);
    if (code === 0) return stdout;
    throw refusal(stderr, remote, 'read') ?? new Unanswered(`${remote} did not answer: ${lastWords(stderr)}`);
  }

  async #lookUp({ remote, direction }: Where): Promise<string> {
    const push = direction === 'push' ? ['--push', '--all'] : [];
    const { code, stdout } = await this.#git.run(['remote', 'get-url', ...push, '--', remote]);
    const [address = '', second] = stdout.trim().split('\n');
    if (code === 0 && second !== undefined)
      throw new ReleaseError(`The remote ${remote} pushes to several addresses.`, {
        fix: 'Give the one address to push to.',
      });
    if (code === 0) return absolute(address, this.#host.workspace);
    const names = await this.names();
    throw new ReleaseError(`There is no remote ${quoted(remote)} in this checkout.`, {
      fix: names.length === 0 ? 'Give the address of a repository.' : `Give one of ${listed(names)}, or an address.`,
    });
  }

  /** The remotes that the checkout has names for. */
  async names(): Promise<readonly string[]> {
    return (await this.#git.read(['remote'])).split('\n').filter((name) => name !== '');
  }
}

/** Keeps out what the user's settings would add to a push: other tags, signatures, submodules, hooks. */
export const alone = ['--porcelain', '--no-verify', '--no-follow-tags', '--no-signed', '--recurse-submodules=no'];

// Git would read it from whatever folder it runs in.
const absolute = (address: string, folder: string) =>
  /^\.\.?([/\\]|$)/.test(address) ? resolve(folder, address) : address;

export const isAddress = (remote: string) => /[:/\\]/.test(remote);

/** No ref of the checkout moves, nor FETCH_HEAD; a shallow one gets one more beginning. */
export const quietFetch = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--refmap=',
  '--recurse-submodules=no',
];
