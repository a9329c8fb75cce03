import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the children of an action. They survive its kill, and must not overlap with the next run. */
export async function childrenEnded(children: readonly number[]): Promise<void> {
  const patience = AbortSignal.timeout(5000);
  while ((await Promise.all(children.map(isRunning))).includes(true)) {
    if (patience.aborted) return end(children);
    await pause(10);
  }
}

function end(children: readonly number[]): never {
  for (const child of children) signalGroup(child);
  throw new Error(`A child of the action did not end within 5 seconds: ${children.join(', ')}.`);
}

function signalGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // it has ended
  }
}

/** Whether a process runs. A zombie counts as ended, because it may stay for long. */
export async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) [^ZX] /.test(stat);
}
