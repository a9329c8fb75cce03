import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { canonicalAddress } from '../../domain/repositories/remote.ts';
import { listed, quoted } from '../../domain/text.ts';
import { Moved } from '../change.ts';
import type { Host } from '../host.ts';
import { repeated, Unanswered } from '../retry.ts';
import { repositoryAt } from './command.ts';
import type { GitCommand } from './command.ts';
import { refuseLocalRemote } from './place.ts';
import { pushAnswers } from './push-answers.ts';
import { gitErrorLine, localRefusal, refusal } from './refusal.ts';

/** A remote, and which of its addresses to use. Before a push, reads have to use the push address, too. */
export type DirectedRemote = { readonly remote: string; readonly direction: 'fetch' | 'push' };

type PushOptions = {
  /** The keys of the Change. */
  readonly keys: readonly string[];
  readonly seen?: ReadonlyMap<string, string>;
  readonly folder?: string | undefined;
};

/** Talks to other repositories. A read is repeated if it gets no definite answer, a push is made once. */
export class Transport {
  readonly #host: Host;
  readonly #git: GitCommand;
  readonly #addresses = new Map<string, Promise<string>>();
  constructor(host: Host, git: GitCommand) {
    this.#host = host;
    this.#git = git;
  }

  /** Runs git to read from a remote, and returns what it prints. `before` and `after` are arguments around the address. */
  async look(where: DirectedRemote, before: readonly string[], after: readonly string[]): Promise<string> {
    const url = await this.address(where);
    return repeated(() => this.#ask(where.remote, url, [...before, '--', url, ...after]), this.#host);
  }

  /** The refs of a remote. If there are none at all, a proxy or a login page has answered instead of a git server. */
  async refs(where: DirectedRemote, patterns: readonly string[], options: readonly string[] = []): Promise<string> {
    const { remote } = where;
    const url = await this.address(where);
    return repeated(async () => {
      const refs = await this.#ask(remote, url, ['ls-remote', ...options, '--', url, ...patterns], onlyRefs);
      if (refs.trim() === '' && /^https?:/.test(url)) throw new Unanswered(`${remote} listed no refs, not even HEAD`);
      return refs;
    }, this.#host);
  }

  /** Creates refs without force. A ref in `seen` may move if it still has that object; '' means that it did not exist. */
  async push(
    remote: string,
    refs: ReadonlyMap<string, string>,
    { keys, seen = new Map(), folder }: PushOptions,
  ): Promise<void> {
    const url = await this.address({ remote, direction: 'push' });
    const leases = [...seen].map(([ref, object]) => `--force-with-lease=${ref}:${object}`);
    const refspecs = [...refs].map(([ref, object]) => `${object}:${ref}`);
    const push = [...repositoryAt(folder), 'push', ...withoutExtras, ...leases];
    const { code, stdout, stderr } = await this.#git.talk(url, [...push, '--', url, ...refspecs], sentOnce(url));
    const answers = [...refs.keys()].map((ref) => pushAnswers(stdout).get(ref));
    const named = [...refs.keys()].join(' ');
    if (code === 0) {
      if (!answers.every((answer) => answer === 'there')) return;
      throw new Moved(`another run pushed ${named} to ${remote} at the same time`, { unmade: keys });
    }
    const said = `${stderr}\n${stdout}`;
    const unmade = answers.every((answer) => answer === 'refused') ? keys : [];
    throw (
      localRefusal(stderr, this.#host.workspace) ??
      refusal(said, remote, 'write') ??
      new Moved(`the push of ${named} to ${remote} was not confirmed: ${gitErrorLine(said)}`, { unmade })
    );
  }

  /**
   * The address of a remote. Used instead of the name, it keeps the refspecs of the remote from being applied. It is
   * looked up once, so that a run uses the same repository from start to end.
   */
  address(where: DirectedRemote): Promise<string> {
    const { remote, direction } = where;
    const key = `${direction} ${remote}`;
    const known = this.#addresses.get(key) ?? (isAddress(remote) ? this.#rewritten(where) : this.#lookUp(where));
    this.#addresses.set(key, known);
    return known;
  }

  /** An address of an input. The user and the system may have another one for it, but not the checkout. */
  async #rewritten({ remote, direction }: DirectedRemote): Promise<string> {
    const given = canonicalAddress(absolute(remote, this.#host.workspace), 'of the repository');
    return this.#agreed(await this.#git.addressOf(given, direction), 'of the repository');
  }

  /** The address, if git itself would connect to it and to no other one. */
  async #agreed(address: string, where: string): Promise<string> {
    const ours = canonicalAddress(address, where);
    const theirs = await this.#git.connectsTo(ours);
    if (theirs === ours) return ours;
    throw new ReleaseError(`git would connect to ${theirs} for the address ${ours}.`, {
      fix: 'Remove the setting url.….insteadOf of the git configuration that does this.',
    });
  }

  async #ask(remote: string, url: string, args: readonly string[], bounds: Bounds = {}): Promise<string> {
    const { code, stdout, stderr } = await this.#git.talk(url, args, bounds);
    if (code === 0) return stdout;
    throw (
      localRefusal(stderr, this.#host.workspace) ??
      refusal(stderr, remote, 'read') ??
      new Unanswered(`${remote} did not answer: ${gitErrorLine(stderr)}`)
    );
  }

  async #lookUp({ remote, direction }: DirectedRemote): Promise<string> {
    const push = direction === 'push' ? ['--push', '--all'] : [];
    const { code, stdout } = await this.#git.run(['remote', 'get-url', ...push, '--', remote]);
    const [address = '', second] = stdout.trim().split('\n');
    if (code === 0 && second !== undefined)
      throw new ReleaseError(`The remote ${remote} pushes to several addresses.`, {
        fix: 'Set the input remote to the one address to push to.',
      });
    if (code === 0) {
      await refuseLocalRemote(this.#host, remote, address);
      return this.#agreed(absolute(address, this.#host.workspace), `of the remote ${remote}`);
    }
    const names = await this.names();
    throw new ReleaseError(`There is no remote ${quoted(remote)} in this checkout.`, {
      fix: names.length === 0 ? 'Give the address of a repository.' : `Give one of ${listed(names)}, or an address.`,
    });
  }

  /** The names of the remotes of the checkout. */
  async names(): Promise<readonly string[]> {
    return (await this.#git.read(['remote'])).split('\n').filter((name) => name !== '');
  }
}

type Bounds = { readonly minutes?: number; readonly megabytes?: number };

/** A million refs take git about 300 MiB. */
const onlyRefs: Bounds = { minutes: 5, megabytes: 1024 };

// Why: docs/decisions.md D48
/**
 * Lets a push be sent once. curl repeats a request by itself if a connection that it uses again was closed without an
 * answer. Then "it exists already" could be the answer to a repetition. A new connection for each request has none.
 */
export const sentOnce = (url: string) => ({
  settings: /^https?:/.test(url)
    ? ([
        [`http.${url}.version`, 'HTTP/1.1'],
        [`http.${url}.extraheader`, 'Connection: close'],
      ] as const)
    : [],
});

/** Options that keep the user's settings from adding other tags, signatures, submodules or hooks to a push. */
export const withoutExtras = [
  '--porcelain',
  '--no-verify',
  '--no-follow-tags',
  '--no-signed',
  '--recurse-submodules=no',
];

// git would resolve a relative path in the folder in which it runs.
const absolute = (address: string, folder: string) =>
  /^\.\.?([/\\]|$)/.test(address) ? resolve(folder, address) : address;

export const isAddress = (remote: string) => /[:/\\]/.test(remote);

/** A fetch that moves no ref of the checkout, and not FETCH_HEAD. A shallow checkout only gets one more shallow commit. */
export const quietFetch = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-write-fetch-head',
  '--refmap=',
  '--recurse-submodules=no',
];
