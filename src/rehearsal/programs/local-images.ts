import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { archivedImages, dockerArchive } from '../images/archives.ts';
import { configOf, fieldsOf, idOf, type Image } from '../images/image.ts';
import { type NamedImage, namedImage, wholeName } from '../images/name.ts';
import { formatted } from './format.ts';
import { optionsOf } from './options.ts';
import { localImage, type ProgramCall, remoteImage } from './program.ts';

/** `docker tag` */
export async function tag(call: ProgramCall, args: readonly string[]): Promise<number> {
  const [from = '', to = ''] = args;
  call.visitor.room.images.set(wholeName(namedImage(to)), imageCalled(call, from));
  return 0;
}

/** By its name, or by its ID. */
function imageCalled(call: ProgramCall, given: string): Image {
  const known = call.visitor.room.images;
  const id = [...known.keys()].find((one) => one === given || one === `sha256:${given}`);
  return (id === undefined ? undefined : known.get(id)) ?? localImage(call, namedImage(given));
}

/** `docker push` */
export async function push(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, {
    valued: ['--platform', '--authfile', '--digestfile', '--creds', '--format', '-f'],
    flags: ['-a --all-tags', '-q --quiet', '--disable-content-trust', '--tls-verify', '--all'],
  });
  const [given = '', to = given] = options.operands.map((one) => one.replace(/^docker:\/\//, ''));
  const name = namedImage(given);
  const isTagOf = (one: NamedImage) => one.registry === name.registry && one.repository === name.repository;
  const all = [...call.visitor.room.images.keys()].filter((one) => !one.startsWith('sha256:')).map(namedImage);
  const names = options.has('--all-tags') ? all.filter(isTagOf) : [name];
  for (const one of names) {
    const image = localImage(call, one);
    const target = options.has('--all-tags') ? one : namedImage(to);
    await call.world.pushImage([target], image, { env: call.env, room: call.visitor.room });
    call.print(`${target.tag ?? 'latest'}: digest: ${image.root.digest} size: ${image.root.size}`);
  }
  return 0;
}

/** `docker pull` */
export async function pull(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, { valued: ['--platform'], flags: ['-a --all-tags', '-q --quiet'] });
  const name = namedImage(options.operands[0] ?? '');
  const image = await remoteImage(call, name);
  call.visitor.room.images.set(wholeName(name), image);
  call.print(options.has('--quiet') ? wholeName(name) : `Digest: ${image.root.digest}\n${wholeName(name)}`);
  return 0;
}

/** `docker save` */
export async function save(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, { valued: ['-o --output', '--platform', '--format'], flags: ['-q --quiet'] });
  const names = options.operands.map(namedImage);
  const [first] = names;
  if (first === undefined) throw new ReleaseError('docker save requires at least 1 argument');
  const image = localImage(call, first);
  const same = names.filter((name) => localImage(call, name) === image);
  if (same.length < names.length) call.omit('docker save writes one image only, and was given several');
  const bytes = await dockerArchive(image, same);
  const output = options.one('--output');
  if (output === undefined) call.print(bytes);
  else await writeFile(resolve(call.folder, output), bytes);
  return 0;
}

/** `docker load` */
export async function load(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, { valued: ['-i --input', '--platform'], flags: ['-q --quiet'] });
  const input = options.one('--input');
  const bytes = input === undefined ? call.stdin : await readFile(resolve(call.folder, input)).catch(noSuchFile(input));
  for (const { image, names } of await archivedImages(bytes)) {
    const id = idOf(image);
    call.visitor.room.images.set(id, image);
    for (const name of names.map(namedImage)) call.visitor.room.images.set(wholeName(name), image);
    call.print(names.length === 0 ? `Loaded image ID: ${id}` : names.map((name) => `Loaded image: ${name}`).join('\n'));
  }
  return 0;
}

const noSuchFile = (path: string) => (): never => {
  throw new ReleaseError(`open ${path}: no such file or directory`);
};

/** `docker image inspect` */
export async function inspect(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, { valued: ['-f --format', '--type', '--platform'], flags: ['-s --size'] });
  const found = options.operands.map((given) => described(call, given));
  const format = options.one('--format');
  if (format === undefined) call.print(JSON.stringify(found, undefined, 4));
  else for (const one of found) call.print(formatted(format, one));
  return 0;
}

function described(call: ProgramCall, given: string): object {
  const image = imageCalled(call, given);
  const names = [...call.visitor.room.images].filter(([name, one]) => one === image && !name.startsWith('sha256:'));
  const settings = JSON.parse(String(image.blobs.get(configOf(image) ?? '') ?? '{}')) as {
    readonly architecture?: string;
    readonly os?: string;
    readonly config?: object;
  };
  return {
    Id: idOf(image),
    RepoTags: names.map(([name]) => name),
    RepoDigests: names.map(([name]) => `${name.replace(/:[^:/]*$/, '')}@${image.root.digest}`),
    Architecture: settings.architecture ?? '',
    Os: settings.os ?? '',
    Size: (fieldsOf(image.root).layers ?? []).reduce((sum, { size }) => sum + size, 0),
    Config: settings.config ?? {},
  };
}

/** `docker images` */
export async function list({ visitor, print }: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, {
    valued: ['--format', '-f --filter'],
    flags: ['-q --quiet', '-a --all', '--digests', '--no-trunc'],
  });
  const names = [...visitor.room.images].filter(([name]) => !name.startsWith('sha256:'));
  for (const [name, image] of names) print(options.has('--quiet') ? idOf(image) : `${name} ${image.root.digest}`);
  return 0;
}

/** `docker image rm` */
export async function remove({ visitor }: ProgramCall, args: readonly string[]): Promise<number> {
  for (const given of args.filter((word) => !word.startsWith('-')))
    visitor.room.images.delete(wholeName(namedImage(given)));
  return 0;
}

/** `docker manifest inspect` */
export async function inspectManifest(call: ProgramCall, args: readonly string[]): Promise<number> {
  const name = namedImage(args.find((word) => !word.startsWith('-')) ?? '');
  const { root } = await remoteImage(call, name);
  call.print(JSON.stringify(JSON.parse(root.bytes.toString('utf8')), undefined, 2));
  return 0;
}
