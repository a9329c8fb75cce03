import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Kills a process and everything that it started, also what has left its group: stops all of it first, so that none grows. */
export async function killTree(root: number | undefined): Promise<void> {
  const stopped = new Set<number>();
  for (let found = root === undefined ? [] : [root]; found.length > 0;) {
    for (const pid of found) {
      stop(pid, 'SIGSTOP');
      stopped.add(pid);
    }
    found = (await children()).flatMap(([pid = 0, parent = 0]) =>
      stopped.has(parent) && !stopped.has(pid) ? [pid] : [],
    );
  }
  for (const pid of stopped) stop(pid, 'SIGKILL');
}

/** Every process with its parent. */
async function children(): Promise<readonly (readonly number[])[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
}

function stop(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has just ended
  }
}
