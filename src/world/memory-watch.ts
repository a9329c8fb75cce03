import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Watches how much memory a process and everything that it started need. Calls `exceeded` if one needs more. */
export function watchMemory(pid: number, bound: number, exceeded: () => void): Disposable {
  const end = new AbortController();
  void hasGrown(pid, bound, end.signal).then((isTooLarge) => (isTooLarge ? exceeded() : undefined));
  return { [Symbol.dispose]: () => end.abort() };
}

/** Waits until a process is too large, or until nobody wants to know. */
async function hasGrown(pid: number, bound: number, signal: AbortSignal): Promise<boolean> {
  const isLinux = process.platform === 'linux';
  const [look, pause] = isLinux ? [largestInProc, 100] : [largestByPs, 1000];
  while (!signal.aborted) {
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    const size = signal.aborted ? 0 : await look(pid).catch(() => 0); // it may have just ended
    if (size > bound) return true;
  }
  return false;
}

/** Without the pages of files, such as packs: the kernel can drop them. */
async function largestInProc(pid: number): Promise<number> {
  const [, kilobytes = '0'] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean);
  const sizes = await Promise.all(children.map((child) => largestInProc(Number(child)).catch(() => 0)));
  return Math.max(Number(kilobytes) * 1024, ...sizes);
}

/** For macOS. Windows has no `ps`: there, only the time of a child is limited. */
export async function largestByPs(pid: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  execFile('ps', ['-A', '-o', 'pid=,ppid=,rss='], (error, stdout) =>
    error === null ? resolve(stdout) : reject(error),
  );
  const rows = (await promise).split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const sizeOf = (one: number): number => {
    const own = rows.find(([found]) => found === one)?.[2] ?? 0;
    const started = rows.flatMap(([child, parent]) => (parent === one && child !== undefined ? [sizeOf(child)] : []));
    return Math.max(own * 1024, ...started);
  };
  return sizeOf(pid);
}
