import { ReleaseError } from '../../domain/error.ts';
import type { Files } from '../files.ts';
import type { Tools } from '../tools.ts';
import { runAgain } from './command.ts';
import type { GitCommand } from './command.ts';
import { gitErrorLine } from './refusal.ts';
import { openSigner } from './signer.ts';
import type { Signer } from './signer.ts';
import type { SigningKey } from './signing-key.ts';

/** The identity that git uses, and the keys that it signs with. */
export class Signing implements AsyncDisposable {
  readonly #git: GitCommand;
  readonly #ports: { readonly files: Files; readonly tools: Tools };
  readonly #signers: Signer[] = [];
  constructor(git: GitCommand, ports: { readonly files: Files; readonly tools: Tools }) {
    this.#git = git;
    this.#ports = ports;
  }

  /** The identity in the git configuration, as `Name <address>`; undefined if there is none. */
  async identity(): Promise<string | undefined> {
    const settings = [['user.useConfigOnly', 'true']] as const;
    const { code, stdout, stderr } = await this.#git.run(['var', 'GIT_COMMITTER_IDENT'], { settings });
    if (code !== 0 && !/tell me who you are|(?:email|name) was given|empty ident/i.test(stderr))
      throw new ReleaseError(`git cannot read the committer's identity: ${gitErrorLine(stderr)}`, { fix: runAgain });
    return code === 0 ? /^(.*>) \d+ [+-]\d{4}$/.exec(stdout.trim())?.[1] : undefined;
  }

  /** A key that has signed a test text. It is removed when the run ends. */
  async signer(secret: SigningKey): Promise<Signer> {
    const signer = await openSigner(secret, this.#ports);
    this.#signers.push(signer);
    return signer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#signers.map((signer) => signer.end()));
  }
}
