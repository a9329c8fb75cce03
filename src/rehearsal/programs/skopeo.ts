import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { archivedImages, dockerArchive, imagesIn, ociArchive, ociLayout } from '../images/archives.ts';
import { configOf, fieldsOf, type Image } from '../images/image.ts';
import { type NamedImage, namedImage, wholeName } from '../images/name.ts';
import { formatted } from './format.ts';
import { type Options, optionsOf } from './options.ts';
import { localImage, type ProgramCall, remoteImage, type StandInProgram } from './program.ts';
import { signIn, signOut } from './sign-in.ts';

const known = {
  valued: [
    ...'--retry-times --src-creds --dest-creds --creds --src-authfile --dest-authfile --authfile --format -f'.split(
      ' ',
    ),
    ...'--digestfile --multi-arch --src-tls-verify --dest-tls-verify --tls-verify --src-cert-dir --dest-cert-dir'.split(
      ' ',
    ),
    ...'--policy --override-arch --override-os --override-variant --additional-tag --command-timeout'.split(' '),
  ],
  flags: [
    '-a --all',
    '-q --quiet',
    '--raw',
    '--config',
    ...'-n --no-tags --preserve-digests --insecure-policy --debug --remove-signatures --dest-compress'.split(' '),
  ],
};

/** The program skopeo, on machines that have none. */
export const skopeo: StandInProgram = async (call) => {
  const at = call.args.findIndex((word) => !word.startsWith('-'));
  const [command = '', ...args] = call.args.slice(Math.max(at, 0));
  if (command === 'login') return signIn(call, args);
  if (command === 'logout') return signOut(call, args);
  const options = optionsOf(args, known);
  for (const name of options.unknown) call.omit(`the option ${name} of skopeo is not known`);
  const perform = { copy, inspect }[command];
  if (perform !== undefined) return perform(call, options);
  call.omit(`skopeo ${command} is not known here`);
  call.say(`skopeo ${command} is not known here.`);
  return 1;
};

async function copy(call: ProgramCall, options: Options): Promise<number> {
  const [from = '', to = ''] = options.operands;
  const image = await imageAt(call, from);
  await put(call, { image, to, creds: options.one('--dest-creds') ?? options.one('--creds') });
  const digestFile = options.one('--digestfile');
  if (digestFile !== undefined) await writeFile(resolve(call.folder, digestFile), image.root.digest);
  return 0;
}

async function inspect(call: ProgramCall, options: Options): Promise<number> {
  const [place = ''] = options.operands;
  const image = await imageAt(call, place);
  const config = image.blobs.get(configOf(image) ?? '') ?? Buffer.from('{}');
  if (options.has('--raw')) call.print(options.has('--config') ? config : image.root.bytes);
  else {
    const found = { ...described(image, config), ...(place.startsWith('docker://') && { Name: nameOf(place) }) };
    const format = options.one('--format') ?? options.one('-f');
    call.print(format === undefined ? JSON.stringify(found, undefined, 4) : formatted(format, found));
  }
  return 0;
}

const nameOf = (place: string) =>
  wholeName(namedImage(place.slice('docker://'.length))).replace(/(?::[^:/]*|@.*)$/, '');

function described({ root }: Image, bytes: Buffer): object {
  const {
    architecture = '',
    os = '',
    config,
  } = JSON.parse(bytes.toString('utf8')) as {
    readonly architecture?: string;
    readonly os?: string;
    readonly config?: { readonly Labels?: object };
  };
  const layers = (fieldsOf(root).layers ?? []).map(({ digest }) => digest);
  return { Digest: root.digest, Labels: config?.Labels ?? {}, Architecture: architecture, Os: os, Layers: layers };
}

/** A place such as `docker://ghcr.io/org/app:v1` or `oci-archive:image.tar:v1`. */
function placeOf(text: string): { readonly transport: string; readonly path: string; readonly name: string } {
  const [, transport = '', rest = ''] = /^([a-z-]+):(.*)$/.exec(text) ?? [];
  if (transport === 'docker') return { transport, path: '', name: rest.replace(/^\/\//, '') };
  if (/^(?:docker-daemon|containers-storage)$/.test(transport)) return { transport, path: '', name: rest };
  const [, path = rest, name = ''] = /^([^:]+):(.+)$/.exec(rest) ?? [];
  return { transport, path, name };
}

async function imageAt(call: ProgramCall, text: string): Promise<Image> {
  const { transport, path, name } = placeOf(text);
  if (transport === 'docker') return remoteImage(call, namedImage(name));
  if (transport === 'docker-daemon' || transport === 'containers-storage') return localImage(call, namedImage(name));
  const place = resolve(call.folder, path);
  const refuse = (): never => {
    throw new ReleaseError(`open ${path}: no such file or directory`);
  };
  if (transport === 'oci-archive' || transport === 'docker-archive') {
    const [first] = await archivedImages(await readFile(place).catch(refuse));
    if (first !== undefined) return first.image;
  }
  if (transport === 'oci') {
    const [first] = await imagesIn(await filesBelow(place).catch(refuse));
    if (first !== undefined) return first.image;
  }
  throw new ReleaseError(`${text} cannot be read in a rehearsal.`);
}

async function filesBelow(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(folder.length + 1), await readFile(file)] as const)),
  );
}

type Putting = { readonly image: Image; readonly to: string; readonly creds: string | undefined };

async function put(call: ProgramCall, { image, to, creds }: Putting): Promise<void> {
  const { transport, path, name } = placeOf(to);
  const names = name === '' ? [] : [namedImage(name.includes('/') ? name : `localhost/${name}`)];
  const place = resolve(call.folder, path);
  if (transport === 'docker') {
    const password = creds?.slice(creds.indexOf(':') + 1);
    const pusher = { env: call.env, room: call.visitor.room, ...(password !== undefined && { password }) };
    return call.world.pushImage([namedImage(name)], image, pusher);
  }
  if (transport === 'docker-daemon' || transport === 'containers-storage')
    return void call.visitor.room.images.set(wholeName(namedImage(name)), image);
  if (transport === 'oci-archive') return writeFile(place, await ociArchive(image, names));
  if (transport === 'docker-archive') return writeFile(place, await dockerArchive(image, names));
  if (transport === 'oci') return writeLayout(place, image, names);
  throw new ReleaseError(`${to} cannot be written in a rehearsal.`);
}

async function writeLayout(folder: string, image: Image, names: readonly NamedImage[]): Promise<void> {
  for (const [path, bytes] of ociLayout(image, names)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
