// Stands in for the program skopeo: `copy` and `inspect --raw`, between registries, packed OCI layouts and files for docker load.
import { existsSync } from 'node:fs';
import {
  type Image,
  imageIn,
  imageInDockerArchive,
  imageInLayout,
  putImage,
  writeDockerArchive,
  writeLayout,
} from './image-files.ts';

const [command, ...given] = process.argv.slice(2);
const places = given.filter((word) => /^[a-z-]+:/.test(word));
if (command === 'inspect' && given.includes('--raw')) process.stdout.write((await imageAt(places[0] ?? '')).raw);
else if (command === 'copy') await copy(places[0] ?? '', places[1] ?? '');
else throw new Error(`This skopeo does not know ${process.argv.slice(2).join(' ')}.`);

async function imageAt(place: string): Promise<Image> {
  const [, transport = '', rest = ''] = /^([a-z-]+):(.*)$/.exec(place) ?? [];
  if (transport === 'docker') return imageIn(rest.slice(2));
  if (transport === 'oci-archive') return imageInLayout(rest);
  if (transport === 'docker-archive') return imageInDockerArchive(rest);
  throw new Error(`This skopeo does not read ${place}.`);
}

async function copy(from: string, to: string): Promise<void> {
  const [, transport = '', rest = ''] = /^([a-z-]+):(.*)$/.exec(to) ?? [];
  const [, file = '', name = ''] = /^([^:]+):(.+)$/.exec(rest) ?? [];
  if (transport === 'docker') await putImage(rest.slice(2), await imageAt(from));
  else if (transport === 'oci-archive') await writeLayout(await imageAt(from), rest);
  else if (transport !== 'docker-archive') throw new Error(`This skopeo does not write ${to}.`);
  else if (existsSync(file)) throw new Error(`${file} is there already, and skopeo does not replace it.`);
  else await writeDockerArchive(await imageAt(from), name, file);
}
