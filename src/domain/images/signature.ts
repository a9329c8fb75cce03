/** Artifacts that are signatures, or signed statements: of cosign since version 3, before it, and of notation. */
const signatureTypes = new Set([
  'application/vnd.dev.sigstore.bundle.v0.3+json',
  'application/vnd.dev.cosign.artifact.sig.v1+json',
  'application/vnd.cncf.notary.signature',
]);

export const isSignature = (artifactType: string | undefined): boolean =>
  artifactType !== undefined && signatureTypes.has(artifactType);

/** Whether cosign has signatures or attestations below a tag. */
export const isSignatureTag = (tag: string): boolean => /\.(?:sig|att)$/.test(tag);
