import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '../world/environment.ts';

/** Writes a page into a folder of its own, which nobody else can have made, and opens it. Returns its path. */
export async function openPage(
  { name, html }: { readonly name: string; readonly html: string },
  env: Environment,
): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'release-actions-')), `${name.replaceAll(/[^\w.-]+/g, '-')}.html`);
  await writeFile(path, html);
  showInBrowser(pathToFileURL(path).href, env);
  return path;
}

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
