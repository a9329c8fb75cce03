// A thread that puts a link in the place of a folder and back again, as fast as it can.
import { renameSync, symlinkSync, unlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { folder, outside, swaps } = workerData;
for (let round = 0; Atomics.load(swaps, 0) >= 0; round++) {
  renameSync(folder, `${folder}.away`);
  symlinkSync(outside, folder);
  for (let pause = 0; pause < (round * 7919) % 20_000; pause++); // so that it meets every moment of the other thread
  unlinkSync(folder);
  renameSync(`${folder}.away`, folder);
  for (let pause = 0; pause < (round * 104_729) % 20_000; pause++);
  Atomics.add(swaps, 1, 1);
}
parentPort.close();
