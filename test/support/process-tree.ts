import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Kills a process and all its descendants, also in other groups. All are stopped first, so that they start no others. */
export async function killTree(root: number | undefined): Promise<void> {
  const stopped = new Set<number>();
  for (let found = root === undefined ? [] : [root]; found.length > 0;) {
    for (const pid of found) {
      send(pid, 'SIGSTOP');
      stopped.add(pid);
    }
    found = (await processes()).flatMap(([pid = 0, parent = 0]) =>
      stopped.has(parent) && !stopped.has(pid) ? [pid] : [],
    );
  }
  for (const pid of stopped) send(pid, 'SIGKILL');
}

/** The ID of every process, with that of its parent. */
async function processes(): Promise<readonly (readonly number[])[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has just ended
  }
}
