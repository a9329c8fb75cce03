import { basename } from 'node:path';
import { checksumsOf } from '../../src/domain/releases/checksums.ts';
import type { FoundRelease, LocalAsset } from '../../src/domain/releases/release.ts';
import { refuseUnfitFiles } from '../../src/domain/releases/release-files.ts';
import type { ReleaseFile } from '../../src/domain/releases/release-files.ts';
import { divided, refuseAll } from '../../src/domain/error.ts';
import type { Files, MeasuredFile } from '../../src/world/files.ts';
import { boundedly, orRefusal, together } from '../../src/world/parallel.ts';
import type { ReleaseInputs } from './contract.ts';

/** A file of the input `files`, before it is read. */
export type FileToAttach = ReleaseFile & MeasuredFile;

/** The files of the input. All that cannot be attached are refused at once, before they are read. */
export async function filesToAttach(
  { files: lines, checksums }: ReleaseInputs,
  files: Files,
): Promise<readonly FileToAttach[]> {
  const paths = await together(lines.map(({ pattern }) => files.find(pattern, 'file')));
  const labels = new Map<string, string | undefined>();
  for (const [index, { label }] of lines.entries())
    for (const path of paths[index] ?? []) labels.set(path, label ?? labels.get(path));
  const measured = await boundedly([...labels], ([path, label]) => {
    return orRefusal(files.measure(path).then((one) => ({ path, name: basename(path), label, ...one })));
  });
  const { values: found, refusals } = divided(measured);
  refuseAll('These files cannot be attached.', refusals);
  const derived =
    checksums === 'none' ? [] : [{ path: 'the input checksums', name: checksums, label: undefined, size: 1 }];
  refuseUnfitFiles([...found, ...derived]);
  return found;
}

/** The same files with their checksums. */
export const withDigests = (found: readonly FileToAttach[], files: Files): Promise<readonly LocalAsset[]> =>
  boundedly(found, async ({ name, label, file, size }) => {
    return { name, label, path: file, size, digest: await files.digest({ file, size }) };
  });

/** A file with the checksums of all other files, whoever uploaded them. Undefined if there are no others. */
export async function checksumAsset(
  local: readonly LocalAsset[],
  found: FoundRelease | undefined,
  { checksums: name, files }: { readonly checksums: string; readonly files: Files },
): Promise<LocalAsset | undefined> {
  const isAskedFor = local.length > 0 || found?.isDraft !== false; // an edit of published notes adds no file
  const text = name === 'none' || !isAskedFor ? '' : checksumsOf(local, found, name);
  if (text === '') return undefined;
  const path = await files.scratchFile(name, text);
  const measured = { file: path, size: Buffer.byteLength(text) };
  return { name, path, label: undefined, size: measured.size, digest: await files.digest(measured), isDerived: true };
}
