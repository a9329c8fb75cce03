import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTgz } from '../../domain/archives/tar-reader.ts';
import { helmMachine, publishedSum } from '../../domain/charts/helm-release.ts';
import type { HelmRelease } from '../../domain/charts/helm-release.ts';
import { ReleaseError } from '../../domain/error.ts';
import type { Files } from '../files.ts';
import type { Host } from '../host.ts';
import type { Http } from '../http/http.ts';
import { repeated } from '../retry.ts';
import { download } from './download.ts';
import type { HelmProgram } from './program.ts';

type Context = { readonly host: Host; readonly files: Files; readonly http: Http };

const cacheName = 'release-actions-helm'; // others fill "helm" without a look at checksums
const bounds = { bytes: 512 * 1024 * 1024, files: 100 };
const longestArchive = 256 * 1024 * 1024;

// Why: docs/decisions.md D58
/** The Helm of a release. Its archive is compared with its checksum before anything of it is unpacked. */
export async function installedHelm(release: HelmRelease, mirror: string, context: Context): Promise<HelmProgram> {
  const { host, files } = context;
  const cache = await toolCache(host);
  const known = await cache?.find(release);
  if (known !== undefined) return known;
  const archive = await verifiedArchive(release, mirror, context);
  const folder = await files.scratch();
  const helm = join(folder, binary);
  await writeFile(helm, archive.helm);
  await chmod(helm, 0o755);
  await writeFile(join(folder, 'sha256'), archive.sum);
  const place = (await cache?.keep(release, folder)) ?? folder;
  return { path: join(place, binary), note: noteOf(release, archive.sum, ', downloaded by this run') };
}

const binary = process.platform === 'win32' ? 'helm.exe' : 'helm';

const noteOf = ({ version, pins }: HelmRelease, sum: string, from: string) =>
  `Packaged with Helm ${version}${from}. Its archive has the SHA-256 ${sum}, which is the one ${
    pins.length > 0 ? 'in the input helm-version' : 'that its server publishes'
  }.`;

type Archive = { readonly sum: string; readonly helm: Buffer };

async function verifiedArchive(release: HelmRelease, mirror: string, context: Context): Promise<Archive> {
  const { version, pins } = release;
  const machine = helmMachine(process);
  const name = `helm-${version}-${machine}.tar.gz`;
  const url = `${mirror}/${name}`;
  const allowed = pins.length > 0 ? pins : [await publishedFor(url, name, context)];
  const bytes = await download(url, longestArchive, context);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (!allowed.includes(sum)) throw otherArchive(url, sum, { allowed, isPinned: pins.length > 0 });
  const refuse = (problem: string) =>
    new ReleaseError(`${url} ${problem}.`, { fix: 'Find out where this archive comes from. Nothing of it was used.' });
  const helm = readTgz(bytes, bounds, refuse).find(({ path }) => path === `${machine}/${binary}`);
  if (helm === undefined) throw refuse(`has no ${machine}/${binary}`);
  return { sum, helm: helm.content };
}

async function publishedFor(url: string, archive: string, { host, http }: Context): Promise<string> {
  const address = `${url}.sha256sum`;
  const { status, body } = await repeated(() => http.get(address, { longest: 4096 }), host);
  if (status === 200) return publishedSum(body, { url: address, archive });
  throw new ReleaseError(`${address} answered ${status}.`, {
    fix: 'Correct the input helm-version: this release has no archive for this machine. https://github.com/helm/helm/releases',
  });
}

const otherArchive = (
  url: string,
  sum: string,
  { allowed, isPinned }: { readonly allowed: readonly string[]; readonly isPinned: boolean },
) =>
  new ReleaseError(
    `${url} has the SHA-256 ${sum}, not ${allowed.join(' or ')}, which ${isPinned ? 'the input helm-version has' : 'its server publishes'}.`,
    {
      fix: isPinned
        ? 'Compare the checksum with the one at https://github.com/helm/helm/releases. Nothing of the archive was used.'
        : 'Run it again. If it stays so, find out what answers there. Nothing of the archive was used.',
    },
  );

type ToolCache = {
  readonly find: (release: HelmRelease) => Promise<HelmProgram | undefined>;
  readonly keep: (release: HelmRelease, folder: string) => Promise<string>;
};

/** The folder of the runner in which later steps and jobs find programs. Without one, nothing is kept. */
async function toolCache({ env }: Host): Promise<ToolCache | undefined> {
  if ((env['RUNNER_TOOL_CACHE'] ?? '') === '') return undefined;
  const { find, cacheDir } = await import('@actions/tool-cache');
  return {
    async find(release) {
      const folder = find(cacheName, release.version);
      if (folder === '' || !existsSync(join(folder, binary))) return undefined;
      const sum = await readFile(join(folder, 'sha256'), 'utf8');
      if (release.pins.length > 0 && !release.pins.includes(sum)) return undefined;
      const note = noteOf(release, sum, ', from the tool cache of this machine');
      return { path: join(folder, binary), note };
    },
    keep: ({ version }, folder) => cacheDir(folder, cacheName, version),
  };
}
