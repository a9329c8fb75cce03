import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { withSlashes } from '../../domain/workspace-path.ts';
import type { Files } from '../files.ts';
import type { Tools } from '../tools.ts';
import { kindOf } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

/** A signing key that git can use during this run. */
export type Signer = {
  /** The fingerprint of the key. */
  readonly key: string;
  /** `Name <address>` of the key, if it has one. */
  readonly identity: string | undefined;
  readonly settings: readonly (readonly [key: string, value: string])[];
  readonly env: Readonly<Record<string, string>>;
  /** The signature of a text, in the form that git stores. */
  readonly sign: (text: string) => Promise<string>;
  /** Ends the programs that were started for this key. */
  readonly end: () => Promise<void>;
};

type Ports = { readonly files: Files; readonly tools: Tools };

/** Stores a key where git can use it, and signs a test text, so that a bad key fails before a tag is made. */
export const openSigner = (secret: SigningKey, ports: Ports): Promise<Signer> =>
  kindOf(secret.key) === 'gpg' ? gpgSigner(secret, ports) : sshSigner(secret, ports);

async function sshSigner({ key, passphrase = '' }: SigningKey, { files, tools }: Ports): Promise<Signer> {
  const file = await files.scratchFile('key', key);
  const env = { ...(await askpass(passphrase, files)), SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' };
  const { stdout: publicKey } = await tools.run('ssh-keygen', ['-y', '-f', file], { env });
  await writeFile(`${file}.pub`, publicKey); // for keys in PEM, ssh-keygen needs the file
  const sign = async (input: string) => {
    const { code, stdout, stderr } = await tools.run('ssh-keygen', [...sshSign, file], { env, input });
    if (code !== 0) throw unusableKey('SSH', stderr, passphrase);
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
    key: /SHA256:\S+/.exec(stdout)?.[0] ?? 'an SSH key',
    identity: undefined,
    settings,
    env,
    sign,
    end: async () => {},
  };
}

const sshSign = ['-Y', 'sign', '-q', '-n', 'git', '-f'];

/** Variables for a program that gives ssh-keygen the passphrase. In an argument, other users could read it. */
export async function askpass(
  passphrase: string,
  files: Files,
  platform: string = process.platform,
): Promise<Readonly<Record<string, string>>> {
  if (platform === 'win32') return askpassOfNode(passphrase, files);
  const program = await files.scratchFile('askpass', '#!/bin/sh\nexec cat "${0%/*}/passphrase"\n', 0o700);
  await writeFile(join(dirname(program), 'passphrase'), `${passphrase}\n`, { mode: 0o600 });
  return { SSH_ASKPASS: program };
}

/** Windows starts programs only, no scripts. So the program is Node, which prints the passphrase and ends before it looks at its arguments. */
async function askpassOfNode(passphrase: string, files: Files): Promise<Readonly<Record<string, string>>> {
  const source = `require('node:fs').writeSync(1, ${JSON.stringify(`${passphrase}\n`)});\nprocess.exit();\n`;
  const script = await files.scratchFile('askpass.cjs', source);
  return { SSH_ASKPASS: process.execPath, NODE_OPTIONS: `--require "${withSlashes(script)}"` };
}

async function gpgSigner({ key, passphrase = '' }: SigningKey, { files, tools }: Ports): Promise<Signer> {
  const secret = await files.scratchFile('passphrase', `${passphrase}\n`);
  const home = dirname(
    await files.scratchFile('gpg.conf', `batch\nno-tty\npinentry-mode loopback\npassphrase-file ${secret}\n`),
  );
  await writeFile(join(home, 'gpg-agent.conf'), quickProtection);
  const env = { GNUPGHOME: home };
  const imported = await tools.run('gpg', ['--import'], { env, input: key });
  const listing = await tools.run('gpg', ['--with-colons', '--list-secret-keys'], { env });
  const fields = listing.stdout.split('\n').map((line) => line.split(':'));
  const fingerprint = fields.find(([kind]) => kind === 'fpr')?.[9];
  if (fingerprint === undefined) throw unusableKey('GPG', imported.stderr, passphrase);
  const end = async () => void (await tools.run('gpgconf', ['--kill', 'all'], { env, isCleanUp: true }));
  const sign = async (input: string) => {
    const options = ['--local-user', fingerprint, '--armor', '--detach-sign'];
    const { code, stdout, stderr } = await tools.run('gpg', options, { env, input });
    if (code === 0) return stdout;
    await end();
    throw unusableKey('GPG', stderr, passphrase);
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

/**
 * The agent protects its copy of the key by hashing the passphrase many times. Without this setting, it first measures for
 * seconds how many times take a tenth of a second. The least is enough here: the passphrase is in a file beside the copy.
 */
const quickProtection = 's2k-count 65536\n';

/** `Name <address>` of a key; undefined if it has another form, which git could not use. */
function identityOf(field: string | undefined): string | undefined {
  const identity = field?.replaceAll(/\\x([0-9a-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return identity !== undefined && /^[^<>\n]+ <[^<>\s]+>$/.test(identity) ? identity : undefined;
}

function unusableKey(kind: string, stderr: string, passphrase: string): ReleaseError {
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return new ReleaseError(`The ${kind} signing key cannot sign: ${said}`, {
    fix:
      passphrase === ''
        ? 'If the key has a passphrase, give the input signing-passphrase. Check that the key has not expired.'
        : 'Check the input signing-passphrase. Check that the key has not expired.',
    cause: new Error(stderr),
  });
}
