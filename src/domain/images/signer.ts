import { ReleaseError } from '../error.ts';
import { quoted } from '../text.ts';

/** Who has to have signed: the owner of a key, or an identity that an issuer confirms. */
export type Signer =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string };

/** Reads `cosign.pub`, `gcpkms://…` or `release@example.org https://accounts.google.com`. */
export function parseSigner(text: string): Signer {
  const [first = '', issuer, ...others] = text.trim().split(/\s+/);
  const isWrong = first.startsWith('-') || others.length > 0 || (issuer !== undefined && !/^https:\/\/./.test(issuer));
  if (isWrong)
    throw new ReleaseError(`is ${quoted(text.slice(0, 300))}, which names no signer.`, {
      fix: 'Give the file of a public key, such as cosign.pub, or an identity and its issuer, such as release@example.org https://accounts.google.com',
    });
  return issuer === undefined ? { kind: 'key', key: first } : { kind: 'identity', identity: first, issuer };
}

/** How cosign is told who has to have signed. */
export const cosignArguments = (signer: Signer): readonly string[] =>
  signer.kind === 'key'
    ? ['--key', signer.key]
    : ['--certificate-identity', signer.identity, '--certificate-oidc-issuer', signer.issuer];
