import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives all tests one temporary folder, which is removed at the end, whatever they leave there. */
export function setup(): () => void {
  const folder = mkdtempSync(join(isMemoryUsable() ? memory : tmpdir(), 'tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder; // the last two are for Windows
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true });
}

// Tests make many thousand small files.
const memory = '/dev/shm';

/** Whether the system has a folder in memory that is large enough, and in which programs may run. */
function isMemoryUsable(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const probe = mkdtempSync(join(memory, 'probe-'));
    try {
      writeFileSync(join(probe, 'program'), '#!/bin/sh\n', { mode: 0o755 });
      execFileSync(join(probe, 'program'));
    } finally {
      rmSync(probe, { recursive: true });
    }
    return bavail * bsize >= 4 * 2 ** 30;
  } catch {
    return false;
  }
}
