// Stands in for the docker program: `manifest inspect`, `pull`, `tag` and `save`, with the images of a folder. It writes what docker load reads.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const images = process.env['DOCKER_IMAGES'] ?? '';
const fileOf = (name: string) => join(images, encodeURIComponent(name));

const [command, ...args] = process.argv.slice(2);
const commands: Readonly<Record<string, () => unknown>> = {
  manifest: () => inspect(args[1] ?? ''),
  pull: () => pull(args.at(-1) ?? ''),
  tag: () => copyFileSync(fileOf(args[0] ?? ''), fileOf(args[1] ?? '')),
  save: () => save(args[1] ?? '', args[2] ?? ''),
};
const perform = commands[command ?? ''];
if (perform === undefined) throw new Error(`This docker knows ${Object.keys(commands).join(', ')}, not ${command}.`);
await perform();

type Manifest = { readonly config: Part; readonly layers: readonly Part[] };
type Part = { readonly digest: string };

/** Gets an image without platforms. */
async function pull(name: string): Promise<void> {
  const { config, layers } = await inspect(name);
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  const kept = async ({ digest }: Part, end: string) => {
    const file = `${digest.replace('sha256:', '')}${end}`;
    writeFileSync(join(folder, file), await got(name, `blobs/${digest}`));
    return file;
  };
  const Config = await kept(config, '.json');
  const Layers = await Promise.all(layers.map((layer) => kept(layer, '.tar.gz')));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify([{ Config, RepoTags: [name], Layers }]));
  pack(folder, fileOf(name));
}

async function inspect(name: string): Promise<Manifest> {
  const text = await got(name, `manifests/${name.slice(name.lastIndexOf(':') + 1)}`);
  return JSON.parse(String(text)) as Manifest;
}

async function got(name: string, path: string): Promise<Buffer> {
  const [, registry, repository] = /^([^/]+)\/(.+):/.exec(name) ?? [];
  const answer = await fetch(`http://${registry}/v2/${repository}/${path}`, { headers: { accept: '*/*' } });
  if (answer.status !== 200) throw new Error(`${name}: ${path} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Writes an image to a file, under the name that it has here. */
function save(file: string, name: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'docker-'));
  execFileSync('tar', ['--extract', '--file', fileOf(name), '--directory', folder]);
  const list = join(folder, 'manifest.json');
  const [image] = JSON.parse(readFileSync(list, 'utf8')) as [object];
  writeFileSync(list, JSON.stringify([{ ...image, RepoTags: [name] }]));
  pack(folder, file);
}

/** The same image has the same bytes. */
function pack(folder: string, file: string): void {
  const same = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner', '--mode=644'];
  execFileSync('tar', ['--create', ...same, '--file', file, '--directory', folder, '--exclude=./', '.']);
  rmSync(folder, { recursive: true });
}
