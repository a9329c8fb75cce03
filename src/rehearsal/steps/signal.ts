/** Sends a signal to a process, or to a group by its negative number. It uses nothing else of this project, because another process gets its text. */
export function send(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error; // it has just ended, or is another user's, such as that of sudo
  }
}
