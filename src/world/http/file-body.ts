/** A file that is sent from disk, piece by piece. A class, because Octokit makes JSON of plain objects. */
export class FileBody {
  readonly path: string;
  readonly size: number;
  constructor({ path, size }: { readonly path: string; readonly size: number }) {
    this.path = path;
    this.size = size;
  }
}
