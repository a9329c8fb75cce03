import { basename } from 'node:path';
import { checksumsOf } from '../../src/domain/releases/checksums.ts';
import type { FoundRelease, LocalAsset } from '../../src/domain/releases/release.ts';
import { refuseUnfitFiles } from '../../src/domain/releases/release-files.ts';
import type { Files } from '../../src/world/files.ts';
import { boundedly } from '../../src/world/parallel.ts';
import type { ReleaseInputs } from './contract.ts';

/** The files of the input, with their checksums. Files that GitHub would not accept are refused before they are read. */
export async function localAssets(
  { files: lines, checksums }: ReleaseInputs,
  files: Files,
): Promise<readonly LocalAsset[]> {
  const labels = new Map<string, string | undefined>();
  for (const { pattern, label } of lines)
    for (const path of await files.find(pattern, 'file')) labels.set(path, label ?? labels.get(path));
  const found = await boundedly([...labels], async ([path, label]) => {
    return { path, name: basename(path), label, ...(await files.measure(path)) };
  });
  const derived =
    checksums === 'none' ? [] : [{ path: 'the input checksums', name: checksums, label: undefined, size: 1 }];
  refuseUnfitFiles([...found, ...derived]);
  return boundedly(found, async ({ name, label, file, size }) => {
    return { name, label, path: file, size, digest: await files.digest({ file, size }) };
  });
}

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
