import { realpathSync } from 'node:fs';
import type { Host } from '../world/host.ts';

/** The part of Host that comes from the process: environment, workspace, signals and pace. */
export function surroundings(
  workspace: string,
  say: (text: string) => void,
): Omit<Host, 'credentials' | 'isJobToken' | 'ledger' | 'trustsWorkspace'> {
  const cancel = new AbortController();
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      process.exitCode = code;
      cancel.abort();
    });
  }
  return {
    env: process.env,
    workspace: realpathSync.native(workspace), // also the long form of a name such as RUNNER~1
    signal: cancel.signal,
    progress: atMostOnceASecond(say),
    print: say,
    pace: Number(process.env['RELEASE_ACTIONS_PACE'] ?? 1),
  };
}

function atMostOnceASecond(say: (line: string) => void): (line: string) => void {
  let next = 0;
  return (line) => {
    if (Date.now() < next) return;
    next = Date.now() + 1000;
    say(line);
  };
}
