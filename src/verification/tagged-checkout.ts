import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import type { Checkout } from '../rehearsal/checkout.ts';

/** Fresh checkouts of a tag in a temporary folder. The checkout of the person stays as it is. */
export class TaggedCheckouts {
  readonly #checkout: Checkout;
  readonly #root: string;
  readonly #tag: string;
  #count = 0;

  constructor(checkout: Checkout, { root, tag }: { readonly root: string; readonly tag: string }) {
    this.#checkout = checkout;
    this.#root = root;
    this.#tag = tag;
  }

  async next(): Promise<string> {
    this.#count += 1;
    const folder = join(this.#root, String(this.#count));
    await mkdir(folder);
    const from = ['+refs/tags/*:refs/tags/*', '+refs/remotes/origin/*:refs/remotes/origin/*'];
    await this.#git(folder, 'init', '--quiet');
    await this.#git(folder, 'fetch', '--quiet', '--no-tags', '--update-shallow', this.#checkout.folder, ...from);
    const address = await this.#checkout.look('config', '--get', 'remote.origin.url');
    if (address !== undefined) await this.#git(folder, 'config', 'remote.origin.url', address);
    await this.#git(folder, 'config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    await this.#git(folder, 'checkout', '--quiet', '--detach', `refs/tags/${this.#tag}`);
    return folder;
  }

  async #git(folder: string, ...args: readonly string[]): Promise<void> {
    const { exitCode, stderr } = await this.#checkout.git.run(['-C', folder, ...args], {});
    if (exitCode !== 0) throw new ReleaseError(`git could not check out ${this.#tag}: ${stderr.trim()}`);
  }
}
