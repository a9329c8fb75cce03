import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemProgram } from './system.ts';

type Repository = { readonly folder: string; readonly environment: Readonly<Record<string, string>> };

export type SigningKeys = AsyncDisposable & {
  /** The private key, as the value of a secret. */
  readonly secret: string;
  /** Makes a signed tag with git. */
  readonly sign: (repo: Repository, tag: string, message: string) => Promise<void>;
  /** Verifies a tag of a repository with this key. Rejects if the signature is not good. */
  readonly verify: (folder: string, tag: string) => Promise<string>;
};

const run = promisify(execFile);

/** A new ssh key, with a passphrase if one is given. */
export async function sshKey(passphrase = '', kind: readonly string[] = ['-t', 'ed25519']): Promise<SigningKeys> {
  const folder = await mkdtemp(join(tmpdir(), 'ssh-key-'));
  const file = join(folder, 'key');
  await run(await systemProgram('ssh-keygen'), [
    '-q',
    ...kind,
    '-N',
    passphrase,
    '-C',
    'releaser@example.com',
    '-f',
    file,
  ]);
  const publicKey = await readFile(`${file}.pub`, 'utf8');
  return {
    secret: await readFile(file, 'utf8'),
    async sign({ folder: cwd, environment: env }, tag, message) {
      const settings = ['-c', 'gpg.format=ssh', '-c', `user.signingKey=${file}`];
      await run('git', [...settings, 'tag', '--sign', '--message', message, tag], { cwd, env });
    },
    async verify(repository, tag) {
      const signers = join(folder, 'allowed');
      await writeFile(signers, `* ${publicKey}`);
      const settings = ['-c', 'gpg.format=ssh', '-c', `gpg.ssh.allowedSignersFile=${signers}`];
      const { stderr } = await run('git', [...settings, 'verify-tag', tag], { cwd: repository });
      return stderr;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new gpg key of `C O Releaser <releaser@example.com>`, with a passphrase if one is given. */
export async function gpgKey(passphrase = ''): Promise<SigningKeys> {
  const folder = await mkdtemp(join(tmpdir(), 'gpg-key-'));
  await writeFile(join(folder, 'gpg-agent.conf'), 's2k-count 65536\n'); // else the agent measures for seconds how slow it may be
  const env = { ...process.env, GNUPGHOME: folder };
  const quietly = ['--batch', '--pinentry-mode', 'loopback', '--passphrase', passphrase];
  await run('gpg', [...quietly, '--quick-gen-key', 'C O Releaser <releaser@example.com>', 'ed25519', 'sign', 'never'], {
    env,
  });
  const { stdout: secret } = await run('gpg', [...quietly, '--armor', '--export-secret-keys'], { env });
  return {
    secret,
    async sign({ folder: cwd, environment }, tag, message) {
      const settings = ['-c', 'user.signingKey=releaser@example.com'];
      await run('git', [...settings, 'tag', '--sign', '--message', message, tag], {
        cwd,
        env: { ...environment, GNUPGHOME: folder },
      });
    },
    async verify(repository, tag) {
      const { stderr } = await run('git', ['verify-tag', tag], { cwd: repository, env });
      return stderr;
    },
    async [Symbol.asyncDispose]() {
      await run('gpgconf', ['--kill', 'all'], { env });
      await rm(folder, { recursive: true, force: true });
    },
  };
}
