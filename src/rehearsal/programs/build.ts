import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { exported, type Exporter, exporterFrom, type Exporting } from '../images/exporters.ts';
import { idOf, type Image } from '../images/image.ts';
import { buildMetadata, madeUpImage } from '../images/made-up.ts';
import { namedImage } from '../images/name.ts';
import { type Options, optionsOf } from './options.ts';
import type { ProgramCall } from './program.ts';

const known = {
  valued: [
    '-t --tag',
    '-f --file',
    '-o --output',
    '--label',
    '--platform',
    '--build-arg',
    '--target',
    '--metadata-file',
    '--iidfile',
    ...'--annotation --attest --sbom --provenance --cache-from --cache-to --secret --ssh --progress --builder'.split(
      ' ',
    ),
    ...'--build-context --network --add-host --allow --ulimit --shm-size --cgroup-parent --memory -m --cpus'.split(' '),
    ...'--no-cache-filter --isolation --format --jobs --authfile --layers --manifest --timestamp'.split(' '),
  ],
  flags: [
    '--push',
    '--load',
    '-q --quiet',
    ...'--pull --no-cache --rm --force-rm --squash --compress -D --debug --check --tls-verify'.split(' '),
  ],
};

/** `docker build` and `docker buildx build`: nothing is built. A made-up image stands for what would be built. */
export async function build(call: ProgramCall, args: readonly string[]): Promise<number> {
  const options = optionsOf(args, known);
  for (const name of options.unknown) call.omit(`the option ${name} of docker build is not known`);
  await refuseMissingFile(call, options);
  const [file = 'Dockerfile', target = ''] = [options.one('--file'), options.one('--target')];
  const image = await madeUpImage({
    labels: Object.fromEntries(options.all('--label').map(pairOf)),
    content: [call.env['GITHUB_SHA'], file, target, ...options.all('--build-arg')].filter(Boolean).join(' '),
    platforms: options.all('--platform').flatMap((one) => one.split(',')),
  });
  const place: Exporting = {
    names: options.all('--tag').map(namedImage),
    folder: call.folder,
    images: call.visitor.room.images,
    push: (to, what) => call.world.pushImage(to, what, { env: call.env, room: call.visitor.room }),
  };
  for (const exporter of exportersOf(options)) {
    const reason = await exported(image, exporter, place);
    if (reason !== undefined) call.omit(reason);
  }
  call.visitor.room.images.set(idOf(image), image);
  await writeResults(call, options, image);
  call.say('The image is not built. A made-up image stands for it.');
  if (options.has('--quiet')) call.print(idOf(image));
  return 0;
}

function pairOf(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Without an output, the image is kept on the machine, as the builder of docker itself does. */
function exportersOf(options: Options): readonly Exporter[] {
  const given = [
    ...options.all('--output').map(exporterFrom),
    ...(options.has('--push') ? [{ type: 'registry' }] : []),
    ...(options.has('--load') ? [{ type: 'docker' }] : []),
  ];
  return given.length > 0 ? given : [{ type: 'docker' }];
}

async function refuseMissingFile({ folder }: ProgramCall, options: Options): Promise<void> {
  const [context] = options.operands;
  if (context === undefined) throw new ReleaseError('docker build requires 1 argument');
  if (context === '-' || context.includes('://') || options.one('--file') === '-') return;
  const file = options.one('--file') ?? join(context, 'Dockerfile');
  const isThere = await stat(resolve(folder, file)).then(
    () => true,
    () => false,
  );
  if (!isThere)
    throw new ReleaseError(`failed to solve: failed to read dockerfile: open ${file}: no such file or directory`);
}

async function writeResults({ folder }: ProgramCall, options: Options, image: Image): Promise<void> {
  const [metadata, id] = [options.one('--metadata-file'), options.one('--iidfile')];
  const names = options.all('--tag').join(',');
  if (metadata !== undefined) await writeFile(resolve(folder, metadata), buildMetadata(image, names));
  if (id !== undefined) await writeFile(resolve(folder, id), idOf(image));
}
