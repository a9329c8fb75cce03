import { type Exporter, type Exporting, exportImage } from './exporters.ts';
import type { Image } from './image.ts';
import { madeUpImage } from './made-up.ts';

/** A build, as an action or a command line describes it. */
export type Build = {
  /** Lines such as `org.opencontainers.image.version=1.2.0`. */
  readonly labels: readonly string[];
  /** What the image would be made from: the commit, the Dockerfile, and more. */
  readonly sources: readonly (string | undefined)[];
  readonly platforms: readonly string[];
  readonly exporters: readonly Exporter[];
};

/** What is told of every build. */
export const notBuilt = 'The image is not built. A made-up image stands for it.';

/** Makes up the image of a build, and leaves it where the build says. */
export async function madeUpBuild({ labels, sources, platforms, exporters }: Build, place: Exporting): Promise<Image> {
  const content = sources.filter(Boolean).join(' ');
  const image = await madeUpImage({ labels: Object.fromEntries(labels.map(pairOf)), content, platforms });
  for (const exporter of exporters) await exportImage(image, exporter, place);
  return image;
}

/** A name and a value, such as `org.opencontainers.image.version=1.2.0`. A name alone has the empty value. */
export function pairOf(line: string): readonly [name: string, value: string] {
  const at = line.indexOf('=');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
}
