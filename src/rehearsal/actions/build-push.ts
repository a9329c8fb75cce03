import { textLines } from '../../domain/text.ts';
import { type Exporter, exported, type Exporting, exporterFrom } from '../images/exporters.ts';
import { idOf } from '../images/image.ts';
import { buildMetadata, madeUpImage } from '../images/made-up.ts';
import { namedImage } from '../images/name.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';
import { pairOf } from './docker.ts';

/** docker/build-push-action: nothing is built. A made-up image stands for what would be built. */
export async function buildAndPush(call: StandInCall, world: StandInWorld): Promise<void> {
  const { input, output, speech, env, room } = call;
  speech.annotate({ kind: 'notice', message: 'The image is not built. A made-up image stands for it.', at: undefined });
  const names = listOf(input('tags')).map(namedImage);
  const image = await madeUpImage({
    labels: Object.fromEntries(textLines(input('labels')).map(pairOf)),
    content: [env['GITHUB_SHA'], input('file') || 'Dockerfile', input('target'), ...textLines(input('build-args'))]
      .filter(Boolean)
      .join(' '),
    platforms: listOf(input('platforms')),
  });
  const place: Exporting = {
    names,
    folder: room.folders.workspace,
    images: room.images,
    push: (to, what) => world.pushImage(to, what, { env, room }),
  };
  for (const exporter of exportersOf(call)) speech.notPerformed ??= await exported(image, exporter, place);
  output('digest', image.root.digest);
  output('imageid', idOf(image));
  output('metadata', buildMetadata(image, listOf(input('tags')).join(',')));
}

function exportersOf({ input }: StandInCall): readonly Exporter[] {
  return [
    ...textLines(input('outputs')).map(exporterFrom),
    ...(input('push') === 'true' ? [{ type: 'registry' }] : []),
    ...(input('load') === 'true' ? [{ type: 'docker' }] : []),
  ];
}

const listOf = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((one) => one.trim())
    .filter(Boolean);
