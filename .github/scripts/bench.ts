// Measures the cold start of the actions beside bare node, and the edit of a large file beside yq and ruamel.yaml.
// Ends with 1 where a goal is missed.
import { availableParallelism, cpus } from 'node:os';
import { coldStart } from './bench/cold-start.ts';
import { largeEdit } from './bench/edit.ts';

console.log(`Node ${process.versions.node}, ${availableParallelism()} cores of ${cpus()[0]?.model}\n`);
const isStartGood = await coldStart();
console.log('');
const isEditGood = await largeEdit();
process.exitCode = isStartGood && isEditGood ? 0 : 1;
