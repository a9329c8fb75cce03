import { dirname } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { tool } from './tool.ts';

// Why: docs/decisions.md D77
/** A headless Chromium: the same one on every Linux with x64, and elsewhere the Chrome of the machine. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' });
  const executablePath = await tool('chromium');
  const folder = dirname(executablePath);
  const env = { ...process.env, LD_LIBRARY_PATH: `${folder}/lib`, FONTCONFIG_FILE: `${folder}/fonts.conf` };
  return chromium.launch({ executablePath, env, args: ['--no-sandbox'] }); // root has no sandbox; the pages are our own
}
