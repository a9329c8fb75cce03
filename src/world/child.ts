import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { ReleaseError } from '../domain/error.ts';
import type { Environment } from './environment.ts';

/** Variables that every program gets, in any case. One expression for all would take a millisecond of every start. */
const commonVariables: ReadonlySet<string> = new Set(
  (
    'PATH HOME USER LOGNAME SHELL LANG TZ TMPDIR TEMP TMP HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY CURL_CA_BUNDLE ' +
    'SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT APPDATA LOCALAPPDATA USERPROFILE'
  ).split(' '),
);
const commonBeginnings: readonly string[] = ['LC_', 'XDG_', 'SSL_CERT_', 'PROGRAM'];

/** Variables that only one program gets. */
const programVariables: Readonly<Record<string, RegExp>> = {
  cosign:
    /^(?:DOCKER_CONFIG|REGISTRY_AUTH_FILE|SIGSTORE_(?:ROOT_FILE|REKOR_PUBLIC_KEY|CT_LOG_PUBLIC_KEY_FILE)|TUF_ROOT)$/,
  docker: /^DOCKER_/,
  git: /^(?:GIT_SSL_.*|GIT_SSH.*|GIT_ASKPASS|GIT_CONFIG.*|GIT_(?:AUTHOR|COMMITTER)_.*|SSH_AUTH_SOCK|SSH_ASKPASS|GNUPGHOME)$/,
  gpg: /^GNUPGHOME$/,
  gpgconf: /^GNUPGHOME$/,
  helm: /^(?:HELM_.*|DOCKER_CONFIG|REGISTRY_AUTH_FILE)$/,
  pip: /^PIP_/,
  python3: /^PIP_/, // python3 -m pip
  'ssh-keygen': /^(?:SSH_AUTH_SOCK|SSH_ASKPASS)$/,
};

/** The environment of a child process: no inputs, no tokens, no variables for commands to the runner. */
export function inherited(env: Environment, program: string): Record<string, string | undefined> {
  const own = programVariables[basename(program, '.exe')];
  return Object.fromEntries(Object.entries(env).filter(([name]) => isCommon(name) || own?.test(name) === true));
}

function isCommon(name: string): boolean {
  const upper = name.toUpperCase();
  return commonVariables.has(upper) || commonBeginnings.some((beginning) => upper.startsWith(beginning));
}

/** What is said if a program could not be started. */
export function unstarted(program: string, cause: Error): Error {
  if (!('code' in cause) || cause.code !== 'ENOENT') return cause;
  return new ReleaseError(`${program} is not installed, or not in PATH.`, {
    fix: `Install ${program} in an earlier step.`,
    cause,
  });
}

/** Sends a signal to a child, and to all of its process group if it leads one. */
export function signalAll(child: ChildProcess, signal: NodeJS.Signals, isGroup: boolean): void {
  if (process.platform === 'win32' && child.pid !== undefined) return endTree(child, child.pid);
  if (child.pid === undefined || !isGroup) return void child.kill(signal);
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error; // all have ended
  }
}

/** Windows has no process groups. What git has started could still push if only git were ended. */
function endTree(child: ChildProcess, pid: number): void {
  if (child.exitCode !== null || child.signalCode !== null) return; // another process may have its number now
  const taskkill = spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
  taskkill.on('error', () => child.kill());
}
