import { posix } from 'node:path';
import { refuseIfAny, ReleaseError } from '../error.ts';
import { abridged, quoted } from '../text.ts';
import { decoded, linkEnd, linkProblem, notUtf8 } from './links.ts';
import type { FoundEntry } from './links.ts';
import type { ArchiveEntry, Content } from './tar.ts';

export type ArchivedTree = {
  readonly entries: readonly ArchiveEntry[];
  readonly notes: readonly string[];
};

type Packing = {
  /** The folder, for messages. */
  readonly folder: string;
  /** The name that the folder has in the archive. */
  readonly top: string;
  /** Globs of what is left out, relative to the folder. */
  readonly exclude: readonly string[];
  /** Paths of what an earlier run made here. */
  readonly own: readonly string[];
  readonly content: (path: string, size: number) => Content;
};

/** What of a folder belongs into an archive that everybody can extract. All that cannot be archived is refused at once. */
export function archivedTree(found: readonly FoundEntry[], packing: Packing): ArchivedTree {
  const { kept, litter, refusals } = selected(found, packing);
  for (const [path, entry] of kept) refusals.push(...refusalsOf(path, entry, kept, packing.folder));
  refuseIfAny(`${packing.folder} cannot be archived.`, refusals);
  const { top, content } = packing;
  const entries = [...kept].map(([path, { kind, size, mode, target }]): ArchiveEntry => {
    const place = `${top}/${path}`;
    if (kind === 'folder') return { kind, path: place };
    if (kind === 'link') return { kind, path: place, target: decoded(target) ?? '' };
    return { kind: 'file', path: place, size, isExecutable: (mode & 0o111) !== 0, content: () => content(path, size) };
  });
  return { entries: [{ kind: 'folder', path: top }, ...entries], notes: notesOf(kept, litter) };
}

type Kept = ReadonlyMap<string, FoundEntry>;

function selected(found: readonly FoundEntry[], { folder, exclude, own }: Packing) {
  const kept = new Map<string, FoundEntry>();
  const refusals: ReleaseError[] = [];
  const litter: string[] = [];
  const matches = (path: string) => (glob: string) => posix.matchesGlob(path, glob.replace(/\/$/, ''));
  for (const entry of found) {
    const path = decoded(entry.path);
    if (path === undefined) refusals.push(notUtf8(folder, entry.path));
    else if (isLitter(path)) litter.push(path);
    else if (own.includes(path)) continue;
    else if (!selfAndAbove(path).some((one) => exclude.some(matches(one)))) kept.set(path, entry);
  }
  return { kept, litter, refusals };
}

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
const selfAndAbove = (path: string) => path.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));

/** Whether a name is no content of a folder: git's own folder, and what systems and editors leave behind. */
export const isLitterName = (name: string): boolean => litterName.test(name);

/** Whether a path is no content of a folder, or is in a folder that is none. */
export const isLitter = (path: string): boolean => path.split('/').some(isLitterName);

// Git's folder; what macOS, Windows and NFS leave behind; backups, locks and swap files of editors.
const litterName =
  /^(?:\.git|\.DS_Store|\._.*|__MACOSX|Thumbs\.db|desktop\.ini|\.nfs.+|.*~|\.#.*|#.*#|\..*\.sw[a-p]|.*\.release-actions\.part)$/;

function refusalsOf(path: string, entry: FoundEntry, kept: Kept, folder: string): readonly ReleaseError[] {
  const place = `${folder}/${path}`;
  if (entry.kind === 'link') return linkRefusals(path, entry, kept, folder);
  if (entry.kind === 'file' || entry.kind === 'folder') return [];
  return [
    new ReleaseError(`${place} is a ${entry.kind}, which an archive of files cannot hold.`, {
      fix: `Remove it, or add it to the input exclude: ${path}`,
      at: { file: place },
    }),
  ];
}

function linkRefusals(path: string, { target }: FoundEntry, kept: Kept, folder: string): readonly ReleaseError[] {
  const place = `${folder}/${path}`;
  const to = decoded(target);
  if (to === undefined) return [notUtf8(folder, target ?? new Uint8Array())];
  const problem = linkProblem(linkEnd(path, to, kept), folder);
  if (problem === undefined) return [];
  return [
    new ReleaseError(`${place} is a link to ${quoted(to)}, ${problem}.`, {
      fix: `Let it lead to something in ${folder}, put a copy in its place, or add it to the input exclude: ${path}`,
      at: { file: place },
    }),
  ];
}

function notesOf(kept: Kept, litter: readonly string[]): readonly string[] {
  const byFolded = Map.groupBy(kept.keys(), (path) => path.normalize('NFC').toLowerCase());
  const alike = [...byFolded.values()].filter((paths) => paths.length > 1);
  const special = [...kept].filter(([, { kind, mode }]) => kind === 'file' && (mode & 0o7000) !== 0);
  return [
    ...(litter.length > 0 ? [`Left out, because it is no documentation: ${abridged(litter.map(quoted), 5)}.`] : []),
    ...alike
      .slice(0, mostAlike)
      .map((paths) => `${abridged(paths.map(quoted))} are one file on systems that ignore case, such as macOS.`),
    ...(special.length > 0
      ? [
          `The archive does not keep setuid and the like: ${abridged(
            special.map(([path]) => quoted(path)),
            5,
          )}.`,
        ]
      : []),
  ];
}

const mostAlike = 5;
