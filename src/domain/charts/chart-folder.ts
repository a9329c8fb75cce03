import { posix } from 'node:path';
import { nameProblem } from '../archives/entry-name.ts';
import { decoded, linkEnd, linkProblem, notUtf8 } from '../archives/links.ts';
import type { FoundEntry } from '../archives/links.ts';
import { isLitter } from '../archives/tree.ts';
import { attempt, divided, refuseAll, ReleaseError } from '../error.ts';
import { abridged, quoted } from '../text.ts';
import { mostBytes, mostFiles } from './chart-archive.ts';

/** A file of a chart, and where its bytes are: a link gives them another name. */
export type ChartFolderFile = { readonly path: string; readonly source: string; readonly size: number };

export type ChartFolder = { readonly files: readonly ChartFolderFile[]; readonly notes: readonly string[] };

/**
 * The files of a chart that Helm may see. Links inside are followed. What leads out, is no file, or is too much is refused
 * before Helm reads it. `own` says what an earlier run has made in the folder.
 */
export function chartFolder(found: readonly FoundEntry[], folder: string, own: (path: string) => boolean): ChartFolder {
  const entries = new Map<string, FoundEntry>();
  const refusals: ReleaseError[] = [];
  const litter: string[] = [];
  for (const entry of found) {
    const path = decoded(entry.path);
    if (path === undefined) refusals.push(notUtf8(folder, entry.path));
    else if (isLitter(path)) litter.push(path);
    else if (!own(path)) entries.set(path, entry);
  }
  const walk: Walk = { entries, folder, left: mostFiles };
  const { values, refusals: wrong } = divided(
    [...entries.keys()].map((path) => attempt(() => filesAt(path, path, walk))),
  );
  const files = values.flat();
  const size = files.reduce((total, file) => total + file.size, 0);
  if (size > mostBytes) refusals.push(tooLarge(folder, size));
  refuseAll(`${folder} cannot be packaged.`, [...refusals, ...wrong]);
  const notes =
    litter.length === 0 ? [] : [`Left out, because it belongs to no chart: ${abridged(litter.map(quoted), 5)}.`];
  return { files, notes };
}

type Walk = {
  readonly entries: ReadonlyMap<string, FoundEntry>;
  readonly folder: string;
  /** How many more files and links may be looked at: links can multiply what there is. */
  left: number;
};

/** The file at a path, or everything in the folder to which a link at this path leads. `above` are the links to here. */
function filesAt(path: string, source: string, walk: Walk, above: readonly string[] = []): readonly ChartFolderFile[] {
  const { entries, folder } = walk;
  const entry = entries.get(source);
  if (entry === undefined || entry.kind === 'folder') return []; // what is in a folder has entries of its own
  if (walk.left-- <= 0) throw tooMany(folder);
  const place = `${folder}/${source}`;
  const problem = nameProblem(source);
  if (problem !== undefined)
    throw new ReleaseError(`${folder} has the name ${quoted(source)}, ${problem}.`, { fix: 'Rename it.' });
  if (entry.kind === 'file') return [{ path, source, size: entry.size }];
  if (entry.kind !== 'link')
    throw new ReleaseError(`${place} is a ${entry.kind}, which a chart cannot have.`, {
      fix: 'Remove it.',
      at: { file: place },
    });
  const to = decoded(entry.target);
  if (to === undefined) throw notUtf8(folder, entry.target ?? new Uint8Array());
  const end = linkEnd(source, to, entries);
  const wrong = end.kind === 'inside' ? circleProblem(source, end.path, above) : linkProblem(end, folder);
  if (wrong !== undefined || end.kind !== 'inside')
    throw new ReleaseError(`${place} is a link to ${quoted(to)}, ${wrong}.`, {
      fix: `Put a copy in its place, or let it lead to something in ${folder}.`,
      at: { file: place },
    });
  if (entries.get(end.path)?.kind === 'file') return filesAt(path, end.path, walk, above);
  const inside = [...entries.keys()].filter((one) => one.startsWith(`${end.path}/`));
  return inside.flatMap((one) =>
    filesAt(posix.join(path, one.slice(end.path.length + 1)), one, walk, [...above, source]),
  );
}

const circleProblem = (link: string, end: string, above: readonly string[]): string | undefined =>
  end === '' || `${link}/`.startsWith(`${end}/`) || above.includes(link)
    ? 'which has the link in it: Helm would follow it without end'
    : undefined;

const tooMany = (folder: string) =>
  new ReleaseError(`${folder} has more than ${mostFiles} files, which is the limit for a chart.`, {
    fix: 'Give the folder of the chart alone.',
  });

const tooLarge = (folder: string, size: number) =>
  new ReleaseError(`${folder} has ${size} bytes. The limit for a chart is ${mostBytes}.`, {
    fix: 'Give the folder of the chart alone, and take out what it does not need.',
  });
