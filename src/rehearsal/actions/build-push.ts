import { textItems, textLines } from '../../domain/text.ts';
import { type Build, madeUpBuild, notBuilt } from '../images/build.ts';
import { type Exporter, exporterFrom } from '../images/exporters.ts';
import { idOf } from '../images/image.ts';
import { buildMetadata } from '../images/made-up.ts';
import { namedImage } from '../images/name.ts';
import type { StandInCall, StandInWorld } from '../steps/found-action.ts';

/** docker/build-push-action: nothing is built. A made-up image stands for what would be built. */
export async function buildAndPush(call: StandInCall, world: StandInWorld): Promise<void> {
  const { input, output, speech, env, room } = call;
  speech.annotate({ kind: 'notice', message: notBuilt, at: undefined });
  const described: Build = {
    labels: textLines(input('labels')),
    sources: [env['GITHUB_SHA'], input('file') || 'Dockerfile', input('target'), ...textLines(input('build-args'))],
    platforms: textItems(input('platforms')),
    exporters: exportersOf(call),
  };
  const image = await madeUpBuild(described, {
    names: textItems(input('tags')).map(namedImage),
    folder: room.folders.workspace,
    images: room.images,
    push: (to, what) => world.pushImage(to, what, { env, room }),
    omit: (reason) => void (speech.notPerformed ??= reason),
  });
  output('digest', image.root.digest);
  output('imageid', idOf(image));
  output('metadata', buildMetadata(image, textItems(input('tags')).join(',')));
}

function exportersOf({ input }: StandInCall): readonly Exporter[] {
  return [
    ...textLines(input('outputs')).map(exporterFrom),
    ...(input('push') === 'true' ? [{ type: 'registry' }] : []),
    ...(input('load') === 'true' ? [{ type: 'docker' }] : []),
  ];
}
