import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import type { Files } from '../files.ts';
import type { Tools } from '../tools.ts';

/** How git is told to sign: with which key, and where that key is while the run lasts. */
export type Signer = {
  /** The key as people compare it. */
  readonly key: string;
  /** `Name <address>` of the key, where it has one. */
  readonly identity: string | undefined;
  readonly settings: readonly (readonly [key: string, value: string])[];
  readonly env: Readonly<Record<string, string>>;
  /** The signature of a text, as git keeps it. */
  readonly sign: (text: string) => Promise<string>;
  /** Ends what was started for this key. */
  readonly end: () => Promise<void>;
};

export type SigningKey = { readonly key: string; readonly passphrase: string | undefined };
type Ports = { readonly files: Files; readonly tools: Tools };

/** The key that was given, if any. */
export function signingKeyOf(key: string | undefined, passphrase: string | undefined): SigningKey | undefined {
  if (key !== undefined) return { key, passphrase };
  if (passphrase === undefined) return undefined;
  throw new ReleaseError('A signing-passphrase is given, but no signing-key.', {
    fix: 'Check that the secret with the key exists, and that this job may read it.',
  });
}

/** Puts a key where git can use it, and signs something with it, so that a bad key is known before a tag is made. */
export async function openSigner(secret: SigningKey, ports: Ports): Promise<Signer> {
  const key = `${secret.key.replaceAll('\r\n', '\n').trim()}\n`;
  if (key.startsWith('-----BEGIN PGP PRIVATE KEY BLOCK-----')) return gpgSigner({ ...secret, key }, ports);
  if (/^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(key)) return sshSigner({ ...secret, key }, ports);
  throw new ReleaseError('The signing key is neither an ssh nor a gpg private key.', {
    fix: 'Store the whole file in the secret, from its BEGIN line to its END line: a file such as id_ed25519, or what gpg --armor --export-secret-keys prints.',
  });
}

async function sshSigner({ key, passphrase = '' }: SigningKey, { files, tools }: Ports): Promise<Signer> {
  const file = await files.scratchFile('key', key);
  const env = { SSH_ASKPASS: await askpass(passphrase, files), SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' };
  const { stdout: publicKey } = await tools.run('ssh-keygen', ['-y', '-f', file], { env });
  await writeFile(`${file}.pub`, publicKey); // of keys in PEM, ssh-keygen cannot find it by itself
  const sign = async (input: string) => {
    const { code, stdout, stderr } = await tools.run('ssh-keygen', [...sshSign, file], { env, input });
    if (code !== 0) throw unusable('ssh', stderr, passphrase);
    return stdout;
  };
  await sign('trial');
  const { stdout } = await tools.run('ssh-keygen', ['-l', '-f', file], { env });
  const settings = [
    ['gpg.format', 'ssh'],
    ['gpg.ssh.program', 'ssh-keygen'],
    ['user.signingKey', file],
  ] as const;
  return {
    key: /SHA256:\S+/.exec(stdout)?.[0] ?? 'an ssh key',
    identity: undefined,
    settings,
    env,
    sign,
    end: async () => {},
  };
}

const sshSign = ['-Y', 'sign', '-q', '-n', 'git', '-f'];

/** A program that answers ssh-keygen's question, because a passphrase in an argument could be read by anybody. */
async function askpass(passphrase: string, files: Files): Promise<string> {
  const program = await files.scratchFile('askpass', '#!/bin/sh\nexec cat "${0%/*}/passphrase"\n', 0o700);
  await writeFile(join(dirname(program), 'passphrase'), `${passphrase}\n`, { mode: 0o600 });
  return program;
}

async function gpgSigner({ key, passphrase = '' }: SigningKey, { files, tools }: Ports): Promise<Signer> {
  const secret = await files.scratchFile('passphrase', `${passphrase}\n`);
  const home = dirname(
    await files.scratchFile('gpg.conf', `batch\nno-tty\npinentry-mode loopback\npassphrase-file ${secret}\n`),
  );
  const env = { GNUPGHOME: home };
  const imported = await tools.run('gpg', ['--import'], { env, input: key });
  const listing = await tools.run('gpg', ['--with-colons', '--list-secret-keys'], { env });
  const fields = listing.stdout.split('\n').map((line) => line.split(':'));
  const fingerprint = fields.find(([kind]) => kind === 'fpr')?.[9];
  if (fingerprint === undefined) throw unusable('gpg', imported.stderr, passphrase);
  const end = async () => void (await tools.run('gpgconf', ['--kill', 'all'], { env, isCleanUp: true }));
  const sign = async (input: string) => {
    const options = ['--local-user', fingerprint, '--armor', '--detach-sign'];
    const { code, stdout, stderr } = await tools.run('gpg', options, { env, input });
    if (code === 0) return stdout;
    await end();
    throw unusable('gpg', stderr, passphrase);
  };
  await sign('trial');
  const settings = [
    ['gpg.format', 'openpgp'],
    ['gpg.program', 'gpg'],
    ['gpg.openpgp.program', 'gpg'],
    ['user.signingKey', fingerprint],
  ] as const;
  const identity = identityOf(fields.find(([kind]) => kind === 'uid')?.[9]);
  return { key: fingerprint, identity, settings, env, sign, end };
}

/** `Name <address>` of a key; undefined where it is not written like that, because git could not use it. */
function identityOf(field: string | undefined): string | undefined {
  const written = field?.replaceAll(/\\x([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return written !== undefined && /^[^<>\n]+ <[^<>\s]+>$/.test(written) ? written : undefined;
}

function unusable(kind: string, stderr: string, passphrase: string): ReleaseError {
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return new ReleaseError(`The ${kind} signing key cannot sign: ${said}`, {
    fix:
      passphrase === ''
        ? 'If it has a passphrase, give the input signing-passphrase; check that the key has not expired.'
        : 'Check the input signing-passphrase, and that the key has not expired.',
    cause: new Error(stderr),
  });
}
