import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from '../../src/embedded/registry/server.ts';
import { tool } from './tool.ts';

type Host = { readonly host: string };
type SignIn = Pick<Account, 'user' | 'password'>;

const cosignOptions = {
  'generate-key-pair': [],
  sign: '--key=cosign.key --yes --allow-http-registry --recursive --tlog-upload=false --use-signing-config=false'.split(
    ' ',
  ),
  verify: '--key=cosign.pub --allow-http-registry --insecure-ignore-tlog'.split(' '),
};

/** Runs crane, regctl and cosign, which sign in to registries as somebody. */
export class RegistryClients implements AsyncDisposable {
  readonly #folder: string;
  readonly #registries: readonly Host[];

  private constructor(folder: string, registries: readonly Host[]) {
    this.#folder = folder;
    this.#registries = registries;
  }

  static async signedIn(registries: readonly Host[], { user, password }: SignIn): Promise<RegistryClients> {
    const folder = await mkdtemp(join(tmpdir(), 'registry-clients-'));
    const auth = Buffer.from(`${user}:${password}`).toString('base64');
    const auths = Object.fromEntries(registries.map(({ host }) => [host, { auth }]));
    await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
    return new RegistryClients(folder, registries);
  }

  /** What crane prints. */
  crane(...args: string[]): Promise<string> {
    return this.#run('crane', args);
  }

  /** What regctl prints. */
  regctl(...args: string[]): Promise<string> {
    const hosts = this.#registries.flatMap(({ host }) => ['--host', `reg=${host},tls=disabled`]);
    return this.#run('regctl', [...hosts, ...args]);
  }

  /** What cosign prints. It has keys without a password. Logs of signatures are out of reach here. */
  cosign(command: 'generate-key-pair' | 'sign' | 'verify', ...args: string[]): Promise<string> {
    return this.#run('cosign', [command, ...cosignOptions[command], ...args]);
  }

  async #run(name: string, args: readonly string[]): Promise<string> {
    const env = { COSIGN_PASSWORD: '', DOCKER_CONFIG: this.#folder, HOME: this.#folder, TMPDIR: this.#folder };
    const { stdout } = await promisify(execFile)(await tool(name), args, { cwd: this.#folder, env });
    return stdout.trim();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }
}
