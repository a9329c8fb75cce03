import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ReleaseError } from '../../domain/error.ts';
import { type Build, madeUpBuild, notBuilt } from '../images/build.ts';
import { type Exporter, exporterFrom } from '../images/exporters.ts';
import { idOf, type Image } from '../images/image.ts';
import { buildMetadata } from '../images/made-up.ts';
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
  const described: Build = {
    labels: options.all('--label'),
    sources: [
      call.env['GITHUB_SHA'],
      options.one('--file') ?? 'Dockerfile',
      options.one('--target'),
      ...options.all('--build-arg'),
    ],
    platforms: options.all('--platform').flatMap((one) => one.split(',')),
    exporters: exportersOf(options),
  };
  const image = await madeUpBuild(described, {
    names: options.all('--tag').map(namedImage),
    folder: call.folder,
    images: call.visitor.room.images,
    push: (to, what) => call.world.pushImage(to, what, { env: call.env, room: call.visitor.room }),
    omit: call.omit,
  });
  call.visitor.room.images.set(idOf(image), image);
  await writeResults(call, options, image);
  call.say(notBuilt);
  if (options.has('--quiet')) call.print(idOf(image));
  return 0;
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
