import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Environment } from '../world/environment.ts';

// Why: docs/decisions.md D45
/**
 * Takes the inputs and all tokens and keys out of the environment of this process, and returns what was taken. Otherwise
 * every program of the same user could read them there, such as one that a child starts.
 */
export function takeSecrets(): Environment {
  const names = Object.keys(process.env).filter((name) => secret.test(name) && !own.test(name));
  const taken = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  for (const name of names) delete process.env[name];
  if (process.platform === 'linux') blank(new Set(names));
  return taken;
}

const secret = /^INPUT_|TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|WEBHOOK|_KEY$/i;

/** What children read: the settings of programs, and the names of their settings. */
const own = /^(?:DOCKER|GIT|HELM|PIP|SSH)_/i;

/** Overwrites variables in the block of memory that `/proc/<pid>/environ` shows: removing them leaves it as it was. */
function blank(names: ReadonlySet<string>): void {
  try {
    const shown = readFileSync('/proc/self/environ');
    const start = startOfEnvironment();
    const memory = openSync('/proc/self/mem', 'r+');
    let offset = 0;
    for (const entry of shown.toString('latin1').split('\0')) {
      const isTaken = names.has(entry.slice(0, entry.indexOf('=')));
      if (isTaken) writeSync(memory, Buffer.alloc(entry.length), 0, entry.length, start + offset);
      offset += entry.length + 1;
    }
    closeSync(memory);
  } catch {
    // A kernel may not allow it. SECURITY.md says what that means.
  }
}

/** The 50th field of https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the second one may have spaces in it. */
function startOfEnvironment(): number {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[50 - 3]);
}
