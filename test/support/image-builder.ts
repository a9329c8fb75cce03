import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Registry } from '../../src/embedded/registry/server.ts';
import { cacheFolder, whileLocked } from './cache.ts';
import { addImage, sha256 } from './registry.ts';
import { systemProgram } from './system.ts';
import { tool } from './tool.ts';

const execute = promisify(execFile);

/**
 * The variables of a job that builds images, with programs in front of a search path. `FROM python:…` gets the Python of
 * this machine, which the registry serves.
 */
export async function imageBuilder(
  registry: Registry,
  { python, path }: { readonly python: string; readonly path: string },
): Promise<Readonly<Record<string, string>>> {
  await addPython(registry, python);
  return { ...(await dockerPrograms(path)), IMAGE_BUILDER: await tool('kaniko') };
}

/** The variables of a job that has docker and skopeo, in front of a search path. */
export async function dockerPrograms(path: string): Promise<Readonly<Record<string, string>>> {
  const folder = await dockerFolder();
  await mkdir(join(folder, 'images'));
  return { DOCKER_IMAGES: join(folder, 'images'), PATH: [folder, path].join(delimiter) };
}

/** A folder with programs that stand in for docker and skopeo. */
export async function dockerFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-'));
  for (const program of ['docker', 'skopeo']) {
    const script = join(import.meta.dirname, `${program}.ts`);
    const text = `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`;
    await writeFile(join(folder, program), text, { mode: 0o755 });
  }
  return folder;
}

async function addPython(registry: Registry, tag: string): Promise<void> {
  readLayer ??= readPythonLayer();
  const { layer, unpacked } = await readLayer;
  const config = {
    architecture: { x64: 'amd64' }[process.arch as string] ?? process.arch,
    os: 'linux',
    config: { Env: ['PATH=/usr/local/bin:/usr/bin:/bin'] },
    rootfs: { type: 'layers', diff_ids: [unpacked] },
  };
  await addImage(registry, 'library/python', { layers: [layer], config, tag });
}

type Layer = {
  readonly layer: Buffer;
  /** The digest of its content. */
  readonly unpacked: string;
};

let readLayer: Promise<Layer> | undefined;

async function readPythonLayer(): Promise<Layer> {
  const layer = await readFile(await pythonLayer());
  return { layer, unpacked: sha256(gunzipSync(layer)) };
}

/** A layer with the Python of this machine, made on first use. */
async function pythonLayer(): Promise<string> {
  const script = join(import.meta.dirname, 'python-image.py');
  const python = await systemProgram('python3');
  const { stdout } = await execute(python, [
    '-c',
    'import pip, sys; print(sys.version, sys.executable, pip.__version__)',
  ]);
  const name = createHash('sha256')
    .update(`${stdout}${await readFile(script, 'utf8')}`)
    .digest('hex')
    .slice(0, 16);
  const place = join(cacheFolder(), `python-image-${name}.tgz`);
  if (existsSync(place)) return place;
  await mkdir(dirname(place), { recursive: true });
  await whileLocked(`${place}.lock`, async () => {
    if (existsSync(place)) return;
    await execute(python, [script, `${place}.new`]);
    await rename(`${place}.new`, place);
  });
  return place;
}
