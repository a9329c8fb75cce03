import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BorrowedRepository, incomplete, refsOf } from '../rehearsal/borrowed-repository.ts';
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
    const refs = await refsOf(this.#checkout, 'refs/tags', 'refs/remotes/origin');
    const own = await BorrowedRepository.make(this.#checkout, join(folder, '.git'), {
      isBare: false,
      head: 'main',
      refs,
    });
    const git = async (...args: readonly string[]) => {
      const { exitCode, stderr } = await own.run(['-C', folder, ...args], { env: { GIT_WORK_TREE: folder } });
      // `git checkout` succeeds without a file whose content is missing
      if (exitCode !== 0 || /^error: /m.test(stderr)) throw incomplete(stderr);
    };
    const address = await this.#checkout.look('config', '--get', 'remote.origin.url');
    if (address !== undefined) await git('config', 'remote.origin.url', address);
    await git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    await git('checkout', '--quiet', '--detach', `refs/tags/${this.#tag}`);
    return folder;
  }
}
