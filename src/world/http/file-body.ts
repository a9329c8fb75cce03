import { piecesOf } from '../file-pieces.ts';

/** A body that is sent piece by piece, from the beginning each time. A class, because Octokit makes JSON of plain objects. */
export class PiecesBody {
  readonly size: number;
  readonly pieces: () => AsyncIterable<Uint8Array>;
  constructor({ size, pieces }: { readonly size: number; readonly pieces: () => AsyncIterable<Uint8Array> }) {
    this.size = size;
    this.pieces = pieces;
  }
}

/** A file that is sent from disk. */
export class FileBody extends PiecesBody {
  constructor({ path, size }: { readonly path: string; readonly size: number }) {
    super({ size, pieces: () => piecesOf(path) });
  }
}
