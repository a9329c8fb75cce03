import { ReleaseError } from '../../domain/error.ts';

export type SigningKey = { readonly key: string; readonly passphrase: string | undefined };

/** The signing key of the inputs, if there is one. */
export async function signingKeyOf(
  key: string | undefined,
  passphrase: string | undefined,
): Promise<SigningKey | undefined> {
  if (key !== undefined && kindOf(key) === undefined) throw notAKey();
  if (key !== undefined) return { key: `${key.replaceAll('\r\n', '\n').trim()}\n`, passphrase };
  if (passphrase === undefined) return undefined;
  throw new ReleaseError('A signing-passphrase is given, but no signing-key.', {
    fix: 'Check that the secret with the key exists, and that this job may read it.',
  });
}

export function kindOf(key: string): 'gpg' | 'ssh' | undefined {
  if (key.trimStart().startsWith('-----BEGIN PGP PRIVATE KEY BLOCK-----')) return 'gpg';
  return /^\s*-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(key) ? 'ssh' : undefined;
}

const notAKey = () =>
  new ReleaseError('The input signing-key is neither an SSH nor a GPG private key.', {
    fix: 'Store the whole key in the secret, from its BEGIN line to its END line: a file such as id_ed25519, or the output of gpg --armor --export-secret-keys.',
  });
