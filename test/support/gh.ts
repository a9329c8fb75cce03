import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { personalToken, type ScratchGitHub } from './github.ts';
import { tool } from './tool.ts';

/** What leads gh to an embedded GitHub: it speaks plain http to its host by no other way than a proxy. */
export const towards = (url: string): Record<string, string> => ({
  GH_HOST: 'github.localhost',
  GH_PROMPT_DISABLED: '1',
  GH_NO_UPDATE_NOTIFIER: '1',
  http_proxy: url,
});

/** What GitHub's own command line prints, in the name of a person. */
export async function gh({ github, scratch, environment }: ScratchGitHub, ...args: string[]): Promise<string> {
  const env = {
    ...environment,
    ...towards(github.url),
    GH_TOKEN: personalToken.token,
    GH_CONFIG_DIR: await configuration(scratch.root, github.url),
  };
  const program = await tool('gh');
  const { stdout } = await promisify(execFile)(program, [...args, '-R', `github.localhost/${scratch.name}`], { env });
  return stdout;
}

/** A folder from which gh takes the token for the addresses that the answers name, such as `upload_url`. */
async function configuration(root: string, url: string): Promise<string> {
  const folder = join(root, 'gh');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'hosts.yml'), `'${new URL(url).hostname}':\n  oauth_token: ${personalToken.token}\n`);
  return folder;
}
