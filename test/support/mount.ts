import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Whether tests can mount disks of their own: as root on Linux, if the program is there. */
export const mayMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  (await promisify(execFile)('mount', ['--version']).then(
    () => true,
    () => false,
  ));
