import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens a page in the browser of the person at this machine. Nothing happens where there is none. */
export function showInBrowser(address: string, env: Environment): void {
  const [program, ...args] = openerFor(env);
  if (program === undefined) return;
  const child = spawn(program, [...args, address], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {}); // the address was printed
  child.unref();
}

/** On Linux without a screen, `xdg-open` would start a browser in the terminal. */
function openerFor({ DISPLAY, WAYLAND_DISPLAY }: Environment): readonly string[] {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['explorer.exe'];
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : [];
}
