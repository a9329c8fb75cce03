import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The files of a tree as the zip of a module: https://go.dev/ref/mod#zip-files */
export async function moduleZip(gitDir: string, tree: string, module: string): Promise<Buffer> {
  const args = ['--git-dir', gitDir, 'archive', '--format=zip', `--prefix=${module}/`, tree];
  return withoutFolders((await promisify(execFile)('git', args, { encoding: 'buffer' })).stdout);
}

/** Removes the folders that git puts into a zip, because Go would add them to the sum. Only the list at the end counts. */
function withoutFolders(zip: Buffer): Buffer {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const start = zip.readUInt32LE(end + 16);
  const files: Buffer[] = [];
  for (let at = start; at < end;) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const next = at + 46 + name.length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (!name.toString().endsWith('/')) files.push(zip.subarray(at, next));
    at = next;
  }
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(files.length, 8);
  tail.writeUInt16LE(files.length, 10);
  tail.writeUInt32LE(Buffer.concat(files).length, 12);
  return Buffer.concat([zip.subarray(0, start), ...files, tail]);
}
