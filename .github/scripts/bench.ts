// Measures the way from git clone to the end of the example, the cold start of the actions beside bare node, a rehearsal beside
// act, the edit of a large file beside yq and ruamel.yaml, one more line in a large image list beside yq, the tags of many Go
// modules beside a loop of pushes, a release with many files beside gh, an archive of docs beside tar, promotions of images
// beside crane and regctl, a wheel beside python -m build, and charts beside helm package. Arguments choose some of these.
// Ends with 1 where a goal is missed.
import { availableParallelism, cpus } from 'node:os';
import { charts } from './bench/chart.ts';
import { coldStart } from './bench/cold-start.ts';
import { docsArchive } from './bench/docs-archive.ts';
import { largeEdit } from './bench/edit.ts';
import { fromClone } from './bench/fresh-clone.ts';
import { listedImage } from './bench/image-list.ts';
import { moduleTags } from './bench/module-tags.ts';
import { imageCopies } from './bench/registries.ts';
import { rehearsal } from './bench/rehearsal.ts';
import { largeReleases } from './bench/releases.ts';
import { wheelBuild } from './bench/wheel.ts';

const all: Readonly<Record<string, () => Promise<boolean>>> = {
  clone: fromClone,
  start: coldStart,
  rehearsal,
  edit: largeEdit,
  list: listedImage,
  tags: moduleTags,
  releases: largeReleases,
  archive: docsArchive,
  images: imageCopies,
  wheel: wheelBuild,
  charts,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in all));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: there are only ${Object.keys(all).join(', ')}.`);
console.log(`Node ${process.versions.node}, ${availableParallelism()} cores of ${cpus()[0]?.model}`);
for (const [name, measure] of Object.entries(all)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log('');
  if (!(await measure())) process.exitCode = 1;
}
