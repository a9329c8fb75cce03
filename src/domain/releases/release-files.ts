import { refuseIfAny, ReleaseError } from '../error.ts';
import { isAscii, listed, quoted } from '../text.ts';

/** A file for a release: its path, its name in the release, and the label that is shown instead of the name. */
export type ReleaseFile = { readonly path: string; readonly name: string; readonly label: string | undefined };

export const mostAssets = 1000;
const largest = 2 ** 31; // https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas

/** Reads a line of the input files: a path or a glob, and a label after `#`. */
export function parseFileLine(line: string): { readonly pattern: string; readonly label: string | undefined } {
  const [, before = line, label = ''] = /^(.*?)#(.*)$/.exec(line) ?? [];
  const pattern = before.trim();
  if (pattern !== '') return { pattern, label: label.trim() === '' ? undefined : label.trim() };
  throw new ReleaseError(`contains the line ${quoted(line)}, which names no file.`, {
    fix: 'Write PATH or PATH#LABEL. A file whose name contains # has to be renamed.',
  });
}

/** Refuses files that GitHub would refuse, rename or confuse, before anything is uploaded. */
export function refuseUnfitFiles(files: readonly (ReleaseFile & { readonly size: number })[]): void {
  const byName = Map.groupBy(files, ({ name }) => name.toLowerCase());
  refuseIfAny('These files cannot be uploaded to a release.', [
    ...(files.length > mostAssets
      ? [
          new ReleaseError(`There are ${files.length} files. A release can have at most ${mostAssets}.`, {
            fix: 'Pack some of them into an archive.',
          }),
        ]
      : []),
    ...files.flatMap(({ path, name, size }) => [
      ...(size === 0
        ? [new ReleaseError(`${path} is empty. GitHub refuses empty files.`, { fix: 'Remove it from the files.' })]
        : []),
      ...(size >= largest
        ? [
            new ReleaseError(`${path} has ${size} bytes. GitHub accepts files of less than ${largest}.`, {
              fix: 'Split the file.',
            }),
          ]
        : []),
      ...(keptName(name) === name
        ? []
        : [
            new ReleaseError(`GitHub would rename ${quoted(name)} to ${quoted(keptName(name))}.`, {
              fix: `Give ${path} a name that contains only letters, digits and ._-+@`,
            }),
          ]),
    ]),
    ...[...byName.values()].flatMap((same) =>
      same.length === 1
        ? []
        : [
            new ReleaseError(`${listed(same.map(({ path }) => path))} would have the same name in the release.`, {
              fix: 'Rename all but one. Names that differ only in upper and lower case are the same file on some systems.',
            }),
          ],
    ),
  ]);
}

/** The name that GitHub keeps of a file: https://github.com/cli/cli/blob/v2.50.0/pkg/cmd/release/upload/upload.go#L137 */
function keptName(name: string): string {
  const marks = isAscii(name) ? /[\^`]/g : new RegExp(String.raw`\p{Diacritic}`, 'gu');
  const plain = name.normalize('NFD').replaceAll(marks, '');
  const kept = plain.replaceAll(/[^\w+@-]+/g, '.').replaceAll(/^\.|\.$/g, '');
  return plain.startsWith('.') ? `default.${kept}` : kept;
}
