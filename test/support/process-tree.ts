import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Kills a process and everything that it started, also what has left its group. */
export async function killTree(root: number | undefined): Promise<void> {
  if (root === undefined) return;
  stop(root, 'SIGSTOP'); // so that it starts nothing more
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=']);
  const pairs = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): readonly number[] =>
    pairs.filter(([, other]) => other === parent).flatMap(([pid = 0]) => [pid, ...below(pid)]);
  for (const pid of [root, ...below(root)]) stop(pid, 'SIGKILL');
}

function stop(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has just ended
  }
}
