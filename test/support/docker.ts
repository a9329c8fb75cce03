// Stands in for the docker program: `manifest inspect`, `pull`, `tag` and `save`, with the images of a folder, and `buildx`.
// It writes what docker load reads.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './docker-buildx.ts';
import { imageIn, pack, writeDockerArchive } from './image-files.ts';

const images = process.env['DOCKER_IMAGES'] ?? '';
const fileOf = (name: string) => join(images, encodeURIComponent(name));

const [command, ...args] = process.argv.slice(2);
const commands: Readonly<Record<string, () => unknown>> = {
  manifest: () => imageIn(args[1] ?? ''),
  pull: () => pull(args.at(-1) ?? ''),
  tag: () => copyFileSync(fileOf(args[0] ?? ''), fileOf(args[1] ?? '')),
  save: () => save(args[1] ?? '', args[2] ?? ''),
  buildx: () => (args[0] === 'build' ? build(args.slice(1)) : undefined), // it needs no builder
};
const perform = commands[command ?? ''];
if (perform === undefined) throw new Error(`This docker knows ${Object.keys(commands).join(', ')}, not ${command}.`);
await perform();

async function pull(name: string): Promise<void> {
  await writeDockerArchive(await imageIn(name), name, fileOf(name));
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
