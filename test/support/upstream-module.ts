import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { moduleZip } from './module-zip.ts';

/** The files that a Go module proxy serves for one version. */
export type ServedVersion = { readonly info: string; readonly goMod: string; readonly zip: Buffer };

/** A module of another project, which is not in the repository that a proxy serves. */
export type UpstreamModule = {
  readonly path: string;
  /** A version by its name, by the name of its release, by the twelve digits of its commit, or as `latest`. */
  version(query: string): Promise<ServedVersion | undefined>;
};

/** Reads a module from a folder for each release, and a module.json that names their versions, the oldest first. */
export async function upstreamModule(folder: string): Promise<UpstreamModule> {
  const { path, releases }: { path: string; releases: Record<string, string> } = JSON.parse(
    await readFile(join(folder, 'module.json'), 'utf8'),
  );
  const versions = Object.entries(releases);
  return {
    path,
    version: async (query) => {
      const found =
        query === 'latest'
          ? versions.at(-1)
          : versions.find((names) => names.includes(query) || isAtCommit(names[1], query));
      if (found === undefined) return undefined;
      const [release, version] = found;
      return {
        info: JSON.stringify({ Version: version, Time: timeOf(version) }),
        goMod: await readFile(join(folder, release, 'go.mod'), 'utf8'),
        zip: await zipped(join(folder, release), `${path}@${version}`),
      };
    },
  };
}

/** A pseudo-version ends with the commit. */
const isAtCommit = (version: string, query: string) => /^[0-9a-f]{12}$/.test(query) && version.endsWith(`-${query}`);

/** A pseudo-version contains the time of its commit: https://go.dev/ref/mod#pseudo-versions */
const timeOf = (version: string) =>
  version.replace(/^.*[-.](\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-[0-9a-f]{12}$/, '$1-$2-$3T$4:$5:$6Z');

async function zipped(folder: string, module: string): Promise<Buffer> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'upstream-module-'));
  const git = async (...args: string[]): Promise<string> => {
    const all = ['--git-dir', scratch.path, '--work-tree', folder, '-c', 'core.autocrlf=false', ...args];
    return (await promisify(execFile)('git', all, { cwd: folder })).stdout.trim();
  };
  await git('init', '--quiet');
  await git('add', '--all', '--force');
  return await moduleZip(scratch.path, await git('write-tree'), module);
}
