import { ReleaseError } from '../../src/domain/error.ts';
import { isSignature, isSignatureTag } from '../../src/domain/images/signature.ts';
import { cosignArguments } from '../../src/domain/images/signer.ts';
import type { Signer } from '../../src/domain/images/signer.ts';
import { quoted, textLines } from '../../src/domain/text.ts';
import { referenceText } from '../../src/domain/images/reference.ts';
import type { SeenImage } from '../../src/plans/seen-image.ts';
import type { Registry } from '../../src/world/registry/registry.ts';
import type { Tools } from '../../src/world/tools.ts';
import type { Platform } from '../../src/domain/images/platform.ts';

export type Wanted = {
  readonly platforms: readonly Platform[];
  readonly isSigned: boolean;
  readonly signer: Signer | undefined;
};

export type Ports = { readonly registry: Registry; readonly tools: Tools };

/** Whether an image has a signature, and whether cosign accepts it. */
export type SignatureState = 'none' | 'present' | 'verified';

/** What belongs to an image, and whether a signature is among it. */
export async function signatureOf(
  { reference, found: { digest } }: SeenImage,
  { isSigned, signer }: Wanted,
  { registry, tools }: Ports,
) {
  const { referrers, tagged } = await registry.belongings(reference, digest);
  const all = [
    ...referrers.map((one) => ({ digest: one.digest, type: one.artifactType ?? one.mediaType })),
    ...tagged.map(({ tag, digest: named }) => ({ digest: named, type: tag })),
  ];
  const isPresent = all.some(({ type }) => isSignature(type) || isSignatureTag(type));
  const answer = (state: SignatureState, ...notes: readonly string[]) => ({ state, referrers: all, notes });
  if (!isPresent) return answer('none');
  const name = referenceText(reference);
  if (!isSigned) return answer('present');
  if (signer === undefined)
    return answer('present', `${name} has a signature, which was not verified: signed-by is not set`);
  if (!(await tools.has('cosign')))
    return answer('present', `${name} has a signature, which was not verified: cosign is not on PATH`);
  const image = referenceText({ registry: reference.registry, repository: reference.repository, digest });
  const options = [...cosignArguments(signer), ...(registry.isPlain(reference) ? ['--allow-http-registry'] : [])];
  const { code, stderr } = await tools.run('cosign', ['verify', ...options, '--', image], { minutes: 5 });
  if (code !== 0) throw unaccepted(name, signer, stderr);
  return answer('verified');
}

function unaccepted(name: string, signer: Signer, stderr: string): ReleaseError {
  const who = signer.kind === 'key' ? `the key ${quoted(signer.key)}` : `${signer.identity} (${signer.issuer})`;
  const why = textLines(stderr).at(-1) ?? 'It printed nothing.';
  return new ReleaseError(`cosign accepts no signature of ${name} by ${who}: ${quoted(why.slice(0, 500))}`, {
    fix: 'Find out who has signed it: run "cosign verify" yourself. Do not release an image that somebody else has signed.',
  });
}
