import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The folder of the cache, which all clones share. */
export function cacheFolder(): string {
  const { RELEASE_ACTIONS_CACHE: own, XDG_CACHE_HOME: caches } = process.env;
  return own || join(caches || join(homedir(), '.cache'), 'release-actions');
}

/**
 * Runs `work` while it holds a lock, in this and all other processes. The holder updates the lock all the time. If a lock
 * is not updated for `patience` looks (5 s), its holder was killed, and the lock is taken over.
 */
export async function whileLocked<T>(lock: string, work: () => Promise<T>, patience = 50): Promise<T> {
  await take(lock, patience);
  const life = setInterval(() => void showLife(lock).catch(() => clearInterval(life)), 200);
  try {
    return await work();
  } finally {
    clearInterval(life);
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string, patience: number): Promise<void> {
  await mkdir(dirname(lock), { recursive: true });
  let seen: number | undefined;
  // Counts looks, not seconds: a suspended laptop or a busy process must not seem dead.
  for (let looks = 0; !(await isMade(lock)); looks++) {
    const sign = await lastSignOfLife(lock);
    if (sign !== seen) looks = 0;
    if (looks > patience) await rm(lock, { recursive: true, force: true });
    seen = sign;
    await pause(100);
  }
}

async function isMade(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function lastSignOfLife(lock: string): Promise<number | undefined> {
  const found = await stat(lock).catch(() => undefined);
  return found?.mtimeMs;
}

async function showLife(lock: string): Promise<void> {
  const now = new Date();
  await utimes(lock, now, now);
}
