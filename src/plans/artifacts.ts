import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { Fact } from '../domain/fact.ts';
import type { BuiltFile } from '../world/files.ts';

/** A file that was built. */
export type Artifact = Pick<BuiltFile, 'size' | 'digest'> & {
  readonly path: string;
  /** Where else it is, such as `oci://ghcr.io/org/chart:1.0.0`. */
  readonly reference?: string;
  /** The page of the reference. */
  readonly url?: string | undefined;
};

/** What was built, for the summary: a line for each file. */
export const artifactFacts = (artifacts: readonly Artifact[]): readonly Fact[] =>
  artifacts.map(({ path, size, digest, reference, url }) => ({
    name: path,
    value: [`${size} bytes`, digest, ...(reference === undefined ? [] : [reference])].join('\n'),
    url,
  }));

/** A file with the checksums of files beside it, as `sha256sum` writes and checks it, for actions/attest. */
export function checksumFile(artifacts: readonly Pick<Artifact, 'path' | 'digest'>[]): BuiltFile {
  const lines = artifacts.map(({ path, digest }) => `${digest.replace('sha256:', '')}  ${basename(path)}\n`);
  return builtFile(Buffer.from(lines.join('')));
}

/** A file that is in memory. */
export function builtFile(bytes: Buffer): BuiltFile {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return { size: bytes.length, digest, pieces: () => Readable.from([bytes]) };
}
