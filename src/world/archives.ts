import { createHash } from 'node:crypto';
import { createWriteStream, lstatSync, readlinkSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalDeflate } from '../domain/archives/deflate.ts';
import { canonicalGzip } from '../domain/archives/gzip.ts';
import { canonicalTar } from '../domain/archives/tar.ts';
import type { ArchiveEntry, Content } from '../domain/archives/tar.ts';
import type { FoundEntry } from '../domain/archives/links.ts';
import { isLitterName } from '../domain/archives/tree.ts';
import { ReleaseError } from '../domain/error.ts';
import { contentOf, piecesOf } from './file-pieces.ts';
import type { BuiltFile, Files } from './files.ts';
import type { Host } from './host.ts';
import { readStart } from './open-file.ts';

/** Folders of the workspace, and archives of them. */
export class Archives {
  readonly #host: Host;
  readonly #files: Files;
  constructor(host: Host, files: Files) {
    this.#host = host;
    this.#files = files;
  }

  /** Everything in a folder. What is in folders that no archive has is not looked at. */
  async look(folder: string, most = 1_000_000): Promise<readonly FoundEntry[]> {
    await this.#files.refuseUnlessFolder(folder);
    const root = Buffer.from(await realpath(join(this.#host.workspace, folder)));
    const found: FoundEntry[] = [];
    const ahead: Buffer[] = [Buffer.alloc(0)];
    for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
      const folderHere = at;
      this.#host.signal.throwIfAborted();
      const names = await readdir(below(root, folderHere), { encoding: 'buffer' });
      const here = names.map((name) => entryAt(root, below(folderHere, name)));
      found.push(...here);
      if (found.length > most) throw tooMany(folder, most);
      ahead.push(...here.filter(isEntered).map(({ path }) => path));
    }
    return found;
  }

  /** The bytes of a file in a folder. */
  content(folder: string): (path: string, size: number) => Content {
    return (path, size) => contentOf(join(this.#host.workspace, folder, path), size, join(folder, path));
  }

  /** The first bytes of a file in a folder. */
  start(folder: string, path: string, length: number): Buffer {
    return readStart(join(this.#host.workspace, folder, path), join(folder, path), length);
  }

  /** Packs the entries into a .tgz outside the workspace. */
  async pack(entries: readonly ArchiveEntry[], epoch: number): Promise<BuiltFile> {
    const file = join(await this.#files.scratch(), 'archive.tgz');
    const hash = createHash('sha256');
    let size = 0;
    const bytes = canonicalGzip(canonicalTar(entries, epoch), await canonicalDeflate());
    const measured = async function* (): AsyncGenerator<Uint8Array, void> {
      for await (const piece of bytes) {
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
    };
    await pipeline(Readable.from(measured()), createWriteStream(file), { signal: this.#host.signal });
    return { size, digest: `sha256:${hash.digest('hex')}`, pieces: () => piecesOf(file) };
  }
}

const below = (folder: Buffer, name: Buffer): Buffer =>
  folder.length === 0 ? name : Buffer.concat([folder, Buffer.from('/'), name]);

type Entry = FoundEntry & { readonly path: Buffer };

const isEntered = ({ kind, path }: Entry): boolean =>
  kind === 'folder' && !isLitterName(posix.basename(path.toString('latin1')));

function entryAt(root: Buffer, path: Buffer): Entry {
  const place = below(root, path);
  const stats = lstatSync(place);
  const { size, mode } = stats;
  if (stats.isSymbolicLink()) return { path, kind: 'link', size, mode, target: readlinkSync(place, 'buffer') };
  return { path, kind: kindOf(stats), size, mode };
}

function kindOf(stats: Stats): FoundEntry['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isFIFO()) return 'FIFO';
  return stats.isSocket() ? 'socket' : 'device';
}

const tooMany = (folder: string, most: number) =>
  new ReleaseError(`${folder} has more than ${most} files and folders, which is the limit.`, {
    fix: 'Give a folder with less in it.',
  });
