// Measures the way from git clone to the end of the example, the cold start of the actions beside bare node, the edit of a
// large file beside yq and ruamel.yaml, the tags of many Go modules beside a loop of pushes, and a release with many files
// beside gh, an archive of docs beside tar, a wheel beside python -m build, charts beside helm package,
// promotions of images beside crane and regctl, and one more line in a large image list beside yq.
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
import { largeReleases } from './bench/releases.ts';
import { wheelBuild } from './bench/wheel.ts';

console.log(`Node ${process.versions.node}, ${availableParallelism()} cores of ${cpus()[0]?.model}\n`);
const isSetUpGood = await fromClone();
console.log('');
const isStartGood = await coldStart();
console.log('');
const isEditGood = await largeEdit();
console.log('');
const isListGood = await listedImage();
console.log('');
const areTagsGood = await moduleTags();
console.log('');
const areReleasesGood = await largeReleases();
console.log('');
const isArchiveGood = await docsArchive();
console.log('');
const areCopiesGood = await imageCopies();
console.log('');
const isWheelGood = await wheelBuild();
console.log('');
const areChartsGood = await charts();
const isGood = [
  isSetUpGood,
  isStartGood,
  isEditGood,
  isListGood,
  areTagsGood,
  areReleasesGood,
  isArchiveGood,
  isWheelGood,
  areChartsGood,
  areCopiesGood,
].every(Boolean);
process.exitCode = isGood ? 0 : 1;
