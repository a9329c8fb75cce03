import { readdirSync, readFileSync } from 'node:fs';

const mostRounds = 100;

/**
 * Ends every process that has a mark in its environment, such as `NAME=value`, and everything that these have started. All
 * are stopped before the first one ends, so that they start no others.
 */
export function endMarked(mark: string): void {
  const stopped = new Set<number>();
  for (let round = 0; round < mostRounds; round++) {
    const found = familyOf(mark, stopped);
    if (found.length === 0) break;
    for (const pid of found) {
      send(pid, 'SIGSTOP');
      stopped.add(pid);
    }
  }
  for (const pid of stopped) send(pid, 'SIGKILL');
}

/** The processes that have the mark, or whose parent is stopped, without those that are stopped. */
function familyOf(mark: string, stopped: ReadonlySet<number>): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || stopped.has(pid)) return [];
    return isMarked(pid, mark) || (stopped.size > 0 && stopped.has(parentOf(pid))) ? [pid] : [];
  });
}

function isMarked(pid: number, mark: string): boolean {
  return `\0${read(pid, 'environ')}`.includes(`\0${mark}\0`);
}

/** The fourth field of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the second one may have spaces in it. */
function parentOf(pid: number): number {
  const stat = read(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Empty if the process has ended, or belongs to somebody else. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // it has just ended
  }
}
