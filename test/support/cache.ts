import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where what all clones share is kept. */
export function cacheFolder(): string {
  const { RELEASE_ACTIONS_CACHE: own, XDG_CACHE_HOME: caches } = process.env;
  return own || join(caches || join(homedir(), '.cache'), 'release-actions');
}

/**
 * Runs `work` while nobody else, in this process or another, runs under the same lock. Its holder shows signs of life;
 * a lock that showed none for `patience` looks (5 s) was left by a killed process and is taken over.
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
  // Looks are counted and not seconds: neither a suspended laptop nor a busy process is taken for a dead one.
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
